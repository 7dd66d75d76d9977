"""What the settings say, at the table: at once, and for what is already on the screen."""

import pytest

from game.session import HUMAN
from game.tui.options import Options
from game.tui.pace import PACES
from game.tui.screens.propose import ProposePage
from tests.tui.fake import OneBook, app_of, at_the_table, cells, table, until
from tests.tui.test_table import TO_THE_FLOOR, WITHIN_REACH

VALE = ("dealmaker", HUMAN)


async def test_plain_words_can_be_usual(library: OneBook) -> None:
    app = at_the_table(library, VALE, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        assert "» Thank them for coming" not in cells(app)
        app.settings = app.settings.put("plain_words", True)
        await until(pilot, lambda: "» Thank them for coming" in cells(app))


async def test_worth_is_kept_until_the_end(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        assert "worth to you" in cells(app)
        app.settings = app.settings.put("worth", "kept")
        await until(pilot, lambda: "worth to you" not in cells(app))
        await pilot.press("i")
        await until(pilot, lambda: "Who may draw water, and when?" in cells(app))
        assert "worth" not in cells(app)
        assert "▲" not in cells(app)
        await pilot.press("i", "p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and "Your package" in cells(app))
        await pilot.press("1")
        await until(pilot, lambda: "● " in cells(app))
        assert "Worth to you" not in cells(app)
        assert "▲" not in cells(app)
        assert "allowed" in cells(app)


async def test_a_hint_keeps_worth_as_well(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("h")
        await until(pilot, lambda: "within reach:" in cells(app))
        assert "It is worth +5.0 to you" in cells(app)
        app.settings = app.settings.put("worth", "kept")
        await pilot.press("h")
        await until(pilot, lambda: "You gain by" in cells(app))


async def test_without_hints_no_key_gives_one(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        assert page.check_action("hint", ())
        app.settings = app.settings.put("hints", False)
        await pilot.pause()
        was = cells(app)
        await pilot.press("h")
        await pilot.pause()
        assert cells(app) == was


@pytest.mark.parametrize(("width", "most"), [("narrow", 56), ("usual", 72), ("wide", 96)])
async def test_text_is_as_wide_as_it_is_set(library: OneBook, width: str, most: int) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(200, 40)) as pilot:
        page = await table(pilot)
        app.settings = app.settings.put("width", width)
        await pilot.press("a", "a")
        await pilot.pause()
        pane = page.side.scrolled
        assert pane is not None
        longest = max(pane.row(number).cell_length for number in range(pane.virtual_size.height))
        assert most - 16 < longest <= most
        assert pane.size.width >= most
        assert page.transcript.measure == most


async def test_pace_is_that_of_the_settings(library: OneBook) -> None:
    session = library.begin(library.scenario.id, VALE[::-1], 1)
    app = app_of(library, Options(game=session.game), None)
    async with app.run_test() as pilot:
        page = await table(pilot)
        assert page.pace == PACES["usual"]
        app.settings = app.settings.put("pace", "slow")
        await pilot.pause()
        assert page.pace == PACES["slow"]
