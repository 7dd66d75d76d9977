"""The debrief on the screen, leaf by leaf."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.tui.app import SeeAndCount
from game.tui.panes.side import BRIEF
from game.tui.screens.debrief import DebriefPage
from game.tui.screens.end import EndPage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.table import TablePage
from game.tui.widgets.plot import Plot
from tests.tui.fake import until
from tests.tui.shipped import AMERICANS, Shelf, recorded, shelved

POSSIBLE, MISSED = "What was possible", "The nearest missed deal"


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with shelved(tmp_path) as shelf:
        yield shelf


async def debrief(pilot: Pilot[Any], title: str = "") -> DebriefPage:
    """Open the debrief at the end of a game, and turn to a leaf."""
    await until(pilot, lambda: isinstance(pilot.app.screen, EndPage))
    await pilot.press("d")
    await until(pilot, lambda: isinstance(pilot.app.screen, DebriefPage))
    page = pilot.app.screen
    assert isinstance(page, DebriefPage)
    while title and page.leaves[page.number].title != title:
        await pilot.press("right")
        await pilot.pause()
    return page


def over(shelf: Shelf) -> SeeAndCount:
    return recorded(shelf, "nothing-agreed", 21, AMERICANS)


async def test_every_leaf_can_be_turned_to_and_the_last_stays(shelf: Shelf) -> None:
    async with over(shelf).run_test() as pilot:
        page = await debrief(pilot)
        for _ in range(len(page.leaves) + 2):
            await pilot.press("right")
            await pilot.pause()
        assert page.number == len(page.leaves) - 1
        await pilot.press("left")
        assert page.number == len(page.leaves) - 2


async def test_the_table_stands_behind_the_chart(shelf: Shelf) -> None:
    async with over(shelf).run_test() as pilot:
        page = await debrief(pilot, POSSIBLE)
        assert page.query_one(Plot).region.height > 5
        await pilot.press("t")
        await pilot.pause()
        assert page.query_one(Plot).region.height == 0
        await pilot.press("t")
        await pilot.pause()
        assert page.query_one(Plot).region.height > 5


async def test_to_sit_down_again_there_is_a_new_game_at_the_missed_deal(shelf: Shelf) -> None:
    async with over(shelf).run_test() as pilot:
        page = await debrief(pilot, MISSED)
        game, at = page.session.game, page.session.sit_down_at()
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, TablePage))
        session = pilot.app.screen.session
        assert session.game != game
        assert session.record.header.at == at
        assert session.record.header.parent == game
        assert session.knowing


async def test_to_sit_down_again_before_any_move_all_are_listed_and_both_briefs_lie_open(shelf: Shelf) -> None:
    async with over(shelf).run_test(size=(120, 40)) as pilot:
        page = await debrief(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, RewindPage))
        listed = pilot.app.screen
        assert isinstance(listed, RewindPage)
        assert [turn.number for turn in listed.turns] == list(range(page.session.count, 0, -1))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TablePage))
        table = pilot.app.screen
        assert isinstance(table, TablePage)
        assert table.session.record.header.at == page.session.count - 3
        assert table.session.knowing
        await pilot.press("b")
        await until(pilot, lambda: table.side.turns)
        mine = table.side.text(BRIEF)
        await pilot.press("o")
        assert table.side.text(BRIEF) != mine
        await pilot.press("o")
        assert table.side.text(BRIEF) == mine


async def test_to_change_sides_begins_anew_on_the_other(shelf: Shelf) -> None:
    async with over(shelf).run_test() as pilot:
        page = await debrief(pilot)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, TablePage))
        assert pilot.app.screen.session.seats == (AMERICANS[1], AMERICANS[0])
        assert pilot.app.screen.session.knowing
        assert page.session.seats == AMERICANS
        assert not page.session.knowing
