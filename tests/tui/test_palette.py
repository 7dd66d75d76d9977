"""The palette: what it finds, and that it does it."""

from game.session import HUMAN
from game.settings import Settings
from game.tui.palette import Finding, found
from game.tui.screens.palette import PalettePage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.table import TablePage
from game.tui.widgets.choices import CARET
from tests.tui.fake import OneBook, app_of, at_the_table, cells, table, until

HILL = (HUMAN, "conceder")


def finding(name: str, help: str = "") -> Finding:
    return Finding(name, "", help, lambda: None)


def names(findings: list[Finding]) -> list[str]:
    return [each.name for each in findings]


def test_nothing_typed_finds_everything_in_its_order() -> None:
    assert names(found([finding("Map"), finding("Brief")], "")) == ["Map", "Brief"]


def test_beginnings_of_a_name_stand_before_its_middle_and_that_before_help() -> None:
    findings = [finding("Help", "reads a paper"), finding("Newspaper"), finding("Paper T 1B")]
    assert names(found(findings, "PAP")) == ["Paper T 1B", "Newspaper", "Help"]


def test_every_word_must_be_there() -> None:
    findings = [finding("Colours: paper"), finding("Colours: carbon")]
    assert names(found(findings, "col car")) == ["Colours: carbon"]
    assert found(findings, "col xyz") == []


async def test_it_has_a_caret_a_line_of_keys_and_a_sentence_about_what_is_pointed_at(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p", *"ligh")
        await until(pilot, lambda: "Light or dark" in cells(app))
        await pilot.pause()
        [at_the_caret] = [row for row in cells(app).splitlines() if CARET in row]
        assert "Light or dark" in at_the_caret
        assert at_the_caret.rstrip().endswith("f2")
        assert "Light paper, or dark" in cells(app)
        assert "escback" in cells(app).replace(" ", "")


async def test_what_is_chosen_is_done_when_the_palette_is_closed(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p", *"setti", "enter")
        await until(pilot, lambda: isinstance(app.screen, SettingsPage))


async def test_a_setting_is_set_by_it(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p", *"hints off", "enter")
        await until(pilot, lambda: app.settings == Settings(hints=False))


async def test_the_talk_can_be_searched_from_it(library: OneBook) -> None:
    app = at_the_table(library, HILL, "opening/greet.thanks", "opening/reply.polite")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await table(pilot)
        await pilot.press("ctrl+p", *"find", "enter")
        await until(pilot, lambda: isinstance(app.screen, TablePage) and page.talk.find.has_class("-open"))


async def test_a_kept_game_is_found_and_gone_on_with(library: OneBook) -> None:
    game = library.begin(library.scenario.id, HILL, 1).game
    app = app_of(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p", *game)
        await until(pilot, lambda: isinstance(app.screen, PalettePage) and game in cells(app).split("\n", 1)[1])
        await pilot.press("enter")
        assert (await table(pilot)).session.game == game


async def test_it_says_so_when_nothing_is_found(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p", *"zzz", "enter")
        await until(pilot, lambda: "Nothing like that is here." in cells(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: not isinstance(app.screen, PalettePage))
