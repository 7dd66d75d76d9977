"""The debrief on the screen, leaf by leaf."""

from collections.abc import Callable, Iterator
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
from tests.tui.test_pictures import AMERICANS, SIZES, Shelf, meeting, recorded

Compare = Callable[..., bool]
LEAVES = {
    "ending": "How it ended",
    "medals": "The medals, and what made each",
    "course": "The course of the talks",
    "trust": "Trust, minute by minute",
    "dance": "The dance of the packages",
    "possible": "What was possible",
    "missed": "The nearest missed deal",
    "flow": "What was argued, and what was never answered",
    "settled": "How each question was really settled",
}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    loaded = meeting()
    assert loaded.scenario is not None
    shelf = Shelf(tmp_path / "games.sqlite3", loaded.scenario, dict(loaded.files))
    yield shelf
    shelf.journal.close()


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


@SIZES
@pytest.mark.parametrize("leaf", LEAVES)
def test_a_leaf_of_the_debrief(snap_compare: Compare, shelf: Shelf, size: tuple[int, int], leaf: str) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        page = await debrief(pilot, LEAVES[leaf])
        # The last paragraph names the game, whose name is drawn by lot.
        if leaf == "missed":
            page.prose.put(page.leaves[page.number].text[:-1])
        await pilot.pause()

    assert snap_compare(over(shelf), terminal_size=size, run_before=run)


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
        page = await debrief(pilot, LEAVES["possible"])
        assert page.query_one(Plot).region.height > 5
        await pilot.press("t")
        await pilot.pause()
        assert page.query_one(Plot).region.height == 0
        await pilot.press("t")
        await pilot.pause()
        assert page.query_one(Plot).region.height > 5


async def test_to_sit_down_again_there_is_a_new_game_at_the_missed_deal(shelf: Shelf) -> None:
    async with over(shelf).run_test() as pilot:
        page = await debrief(pilot, LEAVES["missed"])
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
