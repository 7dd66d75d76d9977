"""Motion: nothing moves, unless somebody likes the other side's words typed out; and any key finishes them."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from game.session import HUMAN
from game.settings import Settings
from game.tui.app import SeeAndCount
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.table import TablePage
from tests.tui.fake import OneBook, cells, table, until

TYPED = Settings(motion="typed")
SLOWLY = Pace(grace=0, least=0, most=0, letters=20)
AT_ONCE = Pace(grace=0, least=0, most=0, letters=1_000_000)


def app_with(library: OneBook, settings: Settings, pace: Pace) -> SeeAndCount:
    session = library.begin(library.scenario.id, (HUMAN, "conceder"), 1)
    return SeeAndCount(Options(game=session.game), library=library, pace=pace, settings=settings)


async def answered(pilot: Pilot[Any], ready: Callable[[TablePage], object]) -> TablePage:
    """Speak first, and wait for something in the answer."""
    page = await table(pilot)
    await pilot.press("1")
    await until(pilot, lambda: page.session.count > 1 and ready(page))
    return page


async def test_nothing_is_typed_out_unless_somebody_likes_it(library: OneBook) -> None:
    app = app_with(library, Settings(), SLOWLY)
    async with app.run_test() as pilot:
        page = await answered(pilot, lambda page: not page.waiting)
        assert not page.transcript.typing
        assert page.transcript.entries[-1].text in " ".join(cells(app).split())


async def test_a_reply_comes_letter_by_letter(library: OneBook) -> None:
    app = app_with(library, TYPED, SLOWLY)
    async with app.run_test() as pilot:
        page = await answered(pilot, lambda page: page.transcript.typing)
        whole = page.session.text(page.session.turns[-1].events[0].lines[0].id)
        await until(pilot, lambda: whole[:3] in cells(app))
        assert page.transcript.typing
        assert whole not in " ".join(cells(app).split())


async def test_what_is_typed_out_is_whole_in_the_end(library: OneBook) -> None:
    app = app_with(library, TYPED, AT_ONCE)
    async with app.run_test() as pilot:
        page = await answered(pilot, lambda page: not page.waiting)
        typed = [page.transcript.row(number).plain for number in range(page.transcript.virtual_size.height)]
        page.transcript.put(page.desk.so_far())
        assert typed == [page.transcript.row(number).plain for number in range(page.transcript.virtual_size.height)]


@pytest.mark.parametrize("key", ["space", "x", "down"])
async def test_any_key_finishes_it(library: OneBook, key: str) -> None:
    app = app_with(library, TYPED, Pace(grace=0, least=0, most=0, letters=1))
    async with app.run_test() as pilot:
        page = await answered(pilot, lambda page: page.transcript.typing)
        await pilot.press(key)
        await until(pilot, lambda: not page.waiting)
        assert page.transcript.entries[-1].text in " ".join(cells(app).split())


async def test_a_window_that_changes_meanwhile_shows_it_whole(library: OneBook) -> None:
    app = app_with(library, TYPED, Pace(grace=0, least=0, most=0, letters=1))
    async with app.run_test() as pilot:
        page = await answered(pilot, lambda page: page.transcript.typing)
        await pilot.resize_terminal(61, 24)
        await until(pilot, lambda: not page.waiting)
        assert page.transcript.entries[-1].text in " ".join(cells(app).split())


async def test_whoever_reads_further_up_is_left_there(library: OneBook) -> None:
    app = app_with(library, TYPED, AT_ONCE)
    async with app.run_test(size=(60, 20)) as pilot:
        page = await answered(pilot, lambda page: not page.waiting)
        page.transcript.anchored = False
        page.transcript.add(page.transcript.entries[-1:], typed=True)
        assert not page.transcript.typing
