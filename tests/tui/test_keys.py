"""Keys: every one has a name, and can be given to something else in the settings."""

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from game.session import HUMAN
from game.settings import Settings
from game.tui.app import SeeAndCount
from game.tui.keymap import DIGITS, bound, fitted, normal, own, pages
from game.tui.options import Options
from game.tui.screens.help import HelpPage
from game.tui.screens.rewind import RewindPage
from game.tui.widgets.choices import Choices
from game.tui.widgets.find import Find
from game.tui.widgets.say import Say, Sentence
from game.tui.widgets.talk import Talk
from tests.tui.fake import AT_ONCE, OneBook, at_the_table, cells, table, until
from tests.tui.test_table import TO_THE_FLOOR

KINDS = [*pages(), Choices, Find, Say, Sentence, Talk, SeeAndCount]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_key_has_a_name_and_says_what_it_does(kind: type) -> None:
    for binding in own(kind):
        assert isinstance(binding, Binding)
        assert binding.id, f"{binding.key} of {kind.__name__}"
        assert binding.tooltip, f"{binding.key} of {kind.__name__}"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.__name__)
def test_no_key_does_two_things_on_one_page(page: type) -> None:
    mine = {binding.key for binding in own(page)}
    seen: dict[str, str] = {}
    for each in (bound(SeeAndCount) | bound(page)).values():
        for key in each.keys:
            assert not (page.LISTS and key in DIGITS)
            assert key in mine or seen.setdefault(key, each.id) == each.id, key


def test_one_name_is_one_action() -> None:
    does: dict[str, set[str]] = {}
    for binding in (binding for kind in KINDS for binding in own(kind)):
        does.setdefault(binding.id or "", set()).add(binding.action.removeprefix("app."))
    assert {id: actions for id, actions in does.items() if len(actions) > 1} == {}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("o", "o"), ("?", "question_mark"), ("F5", "f5"), ("ctrl+o", "ctrl+o"), ("ctrl + o", "ctrl+o"), ("+", "plus"),
        ("ctrl++", "ctrl+plus"), ("PageUp", "pageup"), ("strg+o", ""), ("", ""), ("nonsense", ""), ("\x1b", ""),
    ],
)  # fmt: skip
def test_a_key_is_known_by_what_is_printed_on_it(key: str, name: str) -> None:
    assert normal(key) == name


@pytest.mark.parametrize(
    ("keys", "good", "fault"),
    [
        ({"propose": "v"}, {"propose": "v"}, ""),
        ({"propose": "v,f5"}, {"propose": "v,f5"}, ""),
        ({"propose": "i", "open-issues": "p"}, {"propose": "i", "open-issues": "p"}, ""),
        ({"propoze": "o"}, {}, "nothing is called 'propoze'"),
        ({"propose": "strg+o"}, {}, "'strg+o' for propose is not a key"),
        ({"propose": "3"}, {}, "digits choose from lists"),
        ({"propose": "i"}, {}, "i cannot be the key of propose: on the same screen it is the key of open-issues"),
        ({"propose": "j"}, {}, "j cannot be the key of propose: on the same screen it is the key of down"),
        ({"propose": "f2"}, {}, "f2 cannot be the key of propose: on the same screen it is the key of lamp"),
        ({"propose": "x", "open-brief": "x"}, {"propose": "x"}, "x cannot be the key of open-brief"),
    ],
)
def test_wrong_keys_are_one_sentence_and_the_usual_ones_stay(
    keys: dict[str, str], good: dict[str, str], fault: str
) -> None:
    found, faults = fitted(keys, SeeAndCount)
    assert found == good
    assert len(faults) == bool(fault)
    assert fault in "".join(faults)


def rekeyed(library: OneBook, **keys: str) -> SeeAndCount:
    game = at_the_table(library, (HUMAN, "conceder"), *TO_THE_FLOOR).options.game
    return SeeAndCount(Options(game=game), library=library, pace=AT_ONCE, settings=Settings(keys=keys))


async def settled(pilot: Pilot[None]) -> None:
    await table(pilot)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_changed_key_works_and_the_usual_one_rests(library: OneBook) -> None:
    app = rekeyed(library, rewind="v")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert not isinstance(app.screen, RewindPage)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, RewindPage))


async def test_the_help_names_the_changed_key(library: OneBook) -> None:
    app = rekeyed(library, rewind="v")
    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpPage))
        await pilot.pause()
        assert "v             Sit down again" in cells(app)


async def test_a_wrong_key_is_said_when_the_game_begins(library: OneBook) -> None:
    app = rekeyed(library, **{"open-issues": "p"})
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "p cannot be the key of open-issues" in " ".join(cells(app).split()))
