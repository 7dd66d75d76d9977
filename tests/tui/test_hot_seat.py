"""Two people at one keyboard: between seats nothing is in any cell that only one of them may see."""

from pathlib import Path

import pytest

from game.session import HUMAN
from game.tui.options import Options
from game.tui.screens.propose import ProposePage
from tests.small_scenario import small_files, small_scenario
from tests.tui.fake import OneBook, app_of, at_the_table, cells, labels, table, until

BOTH = (HUMAN, HUMAN)
CANARIES = (
    ("briefs/hill.md", "Keep the well.", "CANARY-BRIEF-HILL"),
    ("briefs/vale.md", "Get water.", "CANARY-BRIEF-VALE"),
    ("topics/opening.yaml", "label: Thank them for coming", "label: CANARY-LABEL-HILL"),
    ("topics/opening.yaml", "label: Speak of the weather", "label: CANARY-LABEL-VALE"),
)
PANES = ("i", "f", "b", "a", "m", "d", "e")
"""The keys of everything that can be laid beside the talk."""
TO_THE_RECESS = (
    "opening/greet.thanks",
    "opening/reply.polite",
    "open well",
    "well/demand.right",
    "well/answer.mean-half",
)
"""The vale has asked for half, the hill has said the word: the hill holds the floor and may ask its elders."""


@pytest.fixture
def canaries(tmp_path: Path) -> OneBook:
    return OneBook(tmp_path / "canaries.sqlite3", small_scenario(*CANARIES), dict(small_files(*CANARIES)))


async def test_the_keyboard_is_handed_over_before_each_turn(library: OneBook) -> None:
    app = at_the_table(library, BOTH)
    async with app.run_test() as pilot:
        page = await table(pilot)
        assert page.handing_over
        await until(pilot, lambda: "The hill village has the keyboard. Press Enter." in cells(app))
        await pilot.press("enter")
        assert labels(await table(pilot)) == ["Thank them for coming", "Begin at once"]
        await pilot.press("1")
        assert (await table(pilot)).handing_over
        assert "The vale village has the keyboard. Press Enter." in cells(app)


async def test_between_seats_no_cell_holds_what_is_confidential(canaries: OneBook) -> None:
    app = app_of(canaries, Options(scenario="two-villages", hot_seat=True, seed=1))
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(4):
            page = await table(pilot)
            between = cells(app)
            assert page.handing_over
            assert "CANARY" not in between
            assert "worth to you" not in between
            assert page.choices.items == ()
            await pilot.press("enter")
            page = await table(pilot)
            own, other = ("HILL", "VALE") if page.session.turn == 0 else ("VALE", "HILL")
            held = cells(app)
            assert f"CANARY-LABEL-{other}" not in held
            assert "worth to you" in held
            for key in PANES:
                await pilot.press(key)
                await pilot.pause()
                assert f"CANARY-BRIEF-{other}" not in cells(app), key
                assert f"CANARY-LABEL-{other}" not in cells(app), key
                assert (f"CANARY-BRIEF-{own}" in cells(app)) == (key == "b")
            await pilot.press("i", "escape", "1")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_between_seats_no_pane_holds_what_was_in_it_before(canaries: OneBook, size: tuple[int, int]) -> None:
    app = app_of(canaries, Options(scenario="two-villages", hot_seat=True, seed=1))
    async with app.run_test(size=size) as pilot:
        await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        for key in (*PANES, "b"):
            await pilot.press(key)
            await pilot.pause()
        assert "CANARY-BRIEF-HILL" in cells(app)
        await pilot.press("escape", "1")
        page = await table(pilot)
        assert page.handing_over
        for key in PANES:
            assert "CANARY" not in cells(app), key
            assert "worth to you" not in cells(app), key
            await pilot.press(key)
            await pilot.pause()
        assert "CANARY" not in cells(app)


async def test_words_typed_and_not_sent_are_gone_when_the_keyboard_changes_hands(library: OneBook) -> None:
    app = at_the_table(library, BOTH)
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        await pilot.press("apostrophe", *"secret", "escape")
        assert "secret" in cells(app)
        await pilot.press("1")
        page = await table(pilot)
        assert page.handing_over
        assert "secret" not in cells(app)
        await pilot.press("enter")
        await table(pilot)
        assert "secret" not in cells(app)


async def test_two_people_get_no_hints(library: OneBook) -> None:
    app = at_the_table(library, BOTH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("enter")
        page = await table(pilot)
        before = cells(app)
        await pilot.press("h")
        await pilot.pause()
        assert cells(app) == before
        assert not any(active.binding.id == "hint" and active.enabled for active in page.active_bindings.values())


async def test_between_seats_neither_brief_nor_proposal_nor_going_back_opens(library: OneBook) -> None:
    app = at_the_table(library, BOTH, *TO_THE_RECESS)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("b", "p", "r", "1", "w")
        assert (await table(pilot)) is page
        assert page.handing_over
        assert page.session.count == len(TO_THE_RECESS)


async def test_the_questions_between_seats_show_no_worth(library: OneBook) -> None:
    app = at_the_table(library, BOTH, *TO_THE_RECESS)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("i")
        await until(pilot, lambda: "Each village has half" in cells(app))
        text = cells(app)
        assert "Each village has half the water" in text
        assert "▲" not in text
        assert "allowed" not in text
        assert "after asking" not in text


async def test_what_the_elders_said_is_read_by_their_own_side_alone(library: OneBook) -> None:
    app = at_the_table(library, BOTH, *TO_THE_RECESS)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        await pilot.press("w", "1")
        page = await table(pilot)
        assert page.handing_over
        assert page.session.turn == 0
        assert "llowed" not in cells(app)
        await pilot.press("enter")
        await table(pilot)
        assert "llowed" in cells(app)
        await pilot.press("g")
        await table(pilot)
        assert "llowed" not in cells(app)
        await pilot.press("enter")
        await table(pilot)
        assert "llowed: Well" not in cells(app)


async def test_a_proposal_closes_when_it_is_put(library: OneBook) -> None:
    app = at_the_table(library, BOTH, *TO_THE_RECESS)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        await pilot.press("1", "p")
        await until(pilot, lambda: page.session.count > len(TO_THE_RECESS))
        await table(pilot)
        assert page.handing_over
        assert "to you" not in cells(app)


async def test_a_resumed_game_of_two_begins_by_handing_over(canaries: OneBook) -> None:
    session = canaries.begin("two-villages", BOTH, 1)
    session.play("opening/greet.thanks")
    app = app_of(canaries, Options(game=session.game))
    async with app.run_test() as pilot:
        assert (await table(pilot)).handing_over
        assert "CANARY" not in cells(app)


async def test_what_fits_no_move_can_be_entered_as_an_own_argument(library: OneBook) -> None:
    app = at_the_table(library, BOTH)
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("enter")
        page = await table(pilot)
        await pilot.press("apostrophe", *"[b]piano", "enter")
        await until(pilot, lambda: "argument of your own" in cells(app))
        assert page.session.arguments == ()
        await pilot.press("1")
        await until(pilot, lambda: bool(page.session.arguments))
        await pilot.pause()
        assert page.session.arguments[0].text == "[b]piano"
        assert "own argument 1: [b]piano" in cells(app)
        assert (page.session.turn, page.session.count) == (0, 0)
        assert labels(await table(pilot)) == ["Thank them for coming", "Begin at once"]
