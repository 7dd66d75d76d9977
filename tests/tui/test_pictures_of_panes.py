"""What the panes beside the talk look like over the shipped meeting, and the table in the smallest window."""

from typing import Any

import pytest
from textual.pilot import Pilot

from game.places import data
from game.records.files import read_game
from game.tui.library import recording
from game.tui.options import Options
from game.tui.screens.watch import WatchPage
from tests.tui.fake import app_of, until
from tests.tui.test_pictures import MEETING, SIZES, SOVIETS, Compare, Shelf, after, recorded, shelf

__all__ = ["shelf"]

SMALLEST = (60, 20)
PANES = pytest.mark.parametrize("pane", ["flow", "papers", "pad"])
KEYS = {"flow": "f", "papers": "a", "pad": "d"}


def test_the_table_in_the_smallest_window(snap_compare: Compare, shelf: Shelf) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=SMALLEST, run_before=after())


def test_the_floor_in_the_smallest_window(snap_compare: Compare, shelf: Shelf) -> None:
    assert snap_compare(recorded(shelf, "as-recorded", 16), terminal_size=SMALLEST, run_before=after())


@SIZES
@PANES
def test_a_pane(snap_compare: Compare, shelf: Shelf, size: tuple[int, int], pane: str) -> None:
    keys = after(KEYS[pane])
    assert snap_compare(recorded(shelf, "as-recorded", 22, SOVIETS), terminal_size=size, run_before=keys)


@PANES
def test_a_pane_that_has_the_window(snap_compare: Compare, shelf: Shelf, pane: str) -> None:
    keys = after(KEYS[pane], KEYS[pane])
    assert snap_compare(recorded(shelf, "as-recorded", 22, SOVIETS), terminal_size=(120, 40), run_before=keys)


@SIZES
def test_watching_a_recorded_game(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    record = read_game((data("dialogues") / MEETING / "games" / "as-recorded.yaml").read_bytes())
    app = app_of(shelf, Options(watching=recording(shelf.scenario, record)))

    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchPage) and pilot.app.screen.divider.says)
        for _ in range(9):
            await pilot.press("right")
            await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=run)
