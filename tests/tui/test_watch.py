"""Watching a recorded game: forward and back, with comments, and nothing of it is kept as a game."""

import pytest

from game.session import HUMAN
from game.tui.library import recording
from game.tui.screens.watch import WatchPage
from tests.tui.fake import OneBook, app_of, cells, until
from tests.tui.test_table import WITHIN_REACH


def watched(library: OneBook) -> WatchPage:
    session = library.begin("two-villages", (HUMAN, HUMAN), 1)
    for move in WITHIN_REACH:
        session.play(move)
    record = session.record
    rows = [row._replace(comment=f"Comment {row.sequence}.") for row in record.rows]
    return WatchPage(recording(library.scenario, record._replace(title="As it was", rows=tuple(rows))))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_forward_and_back_by_arrows(library: OneBook, size: tuple[int, int]) -> None:
    app = app_of(library)
    async with app.run_test(size=size) as pilot:
        page = watched(library)
        app.push_screen(page)
        await until(pilot, lambda: "As it was" in cells(app))
        assert "Thank you for climbing" not in cells(app)
        await pilot.press("right")
        await until(pilot, lambda: "Thank you for climbing" in cells(app))
        assert "Comment 1." in cells(app)
        assert f"Move 1 of {len(WITHIN_REACH)}" in cells(app)
        await pilot.press("right")
        await until(pilot, lambda: "It has been a dry spring." in cells(app))
        await pilot.press("left")
        await until(pilot, lambda: "It has been a dry spring." not in cells(app))
        assert "Comment 1." in cells(app)
        await pilot.press("end")
        await until(pilot, lambda: f"Move {len(WITHIN_REACH)} of" in cells(app))
        await pilot.press("right", "home")
        await until(pilot, lambda: "As it was" in cells(app))
        await pilot.press("q")
        await until(pilot, lambda: app.screen is not page)


async def test_the_table_is_that_of_the_move_that_is_shown(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(watched(library))
        await until(pilot, lambda: "As it was" in cells(app))
        assert "within reach" not in cells(app)
        await pilot.press("end")
        await until(pilot, lambda: "1 within reach" in cells(app))
        await pilot.press("home")
        await until(pilot, lambda: "within reach" not in cells(app))


async def test_the_papers_of_a_side_lie_open_only_for_its_eyes(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(watched(library))
        await until(pilot, lambda: "As it was" in cells(app))
        await pilot.press("b")
        await pilot.pause()
        assert "Keep the well." not in cells(app)
        await pilot.press("o", "b")
        await until(pilot, lambda: "Keep the well." in cells(app))
        await pilot.press("o")
        await until(pilot, lambda: "Get water." in cells(app))
        assert "Keep the well." not in cells(app)
        await pilot.press("o")
        await until(pilot, lambda: "Get water." not in cells(app))


async def test_watching_keeps_no_game(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        page = watched(library)
        kept = len(library.journal.games())
        app.push_screen(page)
        await until(pilot, lambda: "As it was" in cells(app))
        await pilot.press("end", "home", "right", "q")
        assert len(library.journal.games()) == kept


async def test_a_game_that_is_to_be_watched_opens_at_once(library: OneBook) -> None:
    from game.tui.options import Options

    app = app_of(library, Options(watching=watched(library).recording))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "As it was" in cells(app))


def test_a_game_in_which_both_briefs_lay_open_is_watched_under_that_title(library: OneBook) -> None:
    record = library.begin("two-villages", (HUMAN, HUMAN), 1).record._replace(title="Again")
    assert recording(library.scenario, record).title == "Again"
    knowing = record._replace(header=record.header._replace(knowing=True))
    assert recording(library.scenario, knowing).title == "Again, played knowing both briefs"


async def test_help_speaks_of_nobody_as_you(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 60)) as pilot:
        page = watched(library)
        app.push_screen(page)
        await until(pilot, lambda: "As it was" in cells(app))
        await pilot.press("o", "f1")
        await until(pilot, lambda: app.screen is not page and "Keys" in cells(app))
        found = cells(app)
        assert "brief of whoever's eyes" in found
        assert "Your confidential" not in found
        assert "means to you" not in found
