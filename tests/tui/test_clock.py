"""The clock and the line of a narrow window: what is left, and what goes first where there is no room."""

import pytest
from textual.app import App, ComposeResult

from game.tui.widgets.clock import Hour
from game.tui.widgets.meters import Gauge
from game.tui.widgets.status import Status
from tests.tui.fake import cells

GAUGES = (Gauge("Trust", "correct", 6, 12, moved=1), Gauge("Kuznetsov", "off the page", 0, 1, moved=1))


class OneLine(App[None]):
    """A window with nothing but the line."""

    def __init__(self, hour: Hour) -> None:
        super().__init__()
        self.hour = hour

    def compose(self) -> ComposeResult:
        status = Status()
        status.hour, status.gauges, status.open = self.hour, GAUGES, (4, 4)
        yield status


async def line(hour: Hour, width: int) -> str:
    """What stands in the line at that width."""
    app = OneLine(hour)
    async with app.run_test(size=(width, 3)):
        return cells(app).splitlines()[0]


def test_where_a_form_ends_by_a_move_the_moves_left_are_said_beside_the_minutes() -> None:
    assert Hour("6.28 p.m.", 32, 100, moves=3).says() == "32 minutes, 3 moves left"
    assert Hour("6.28 p.m.", 1, 100, moves=1).says() == "one minute, one move left"


def test_where_only_the_clock_ends_the_talks_minutes_are_said() -> None:
    assert Hour("6.28 p.m.", 32, 190).says() == "32 minutes left"
    assert Hour("6.28 p.m.", 1, 190).says() == "one minute left"


@pytest.mark.parametrize("moves", [None, 12])
async def test_in_a_narrow_window_no_meter_goes_while_the_mark_of_a_change_still_can(moves: int | None) -> None:
    assert "correct ▲" in await line(Hour("7.58 p.m.", 72, 190, moves=moves), 110)
    narrow = await line(Hour("7.58 p.m.", 72, 190, moves=moves), 80)
    assert "Trust: correct   Kuznetsov: off the page   4 of 4 open" in narrow
    assert ("72 min" if moves is None else "12 moves") in narrow
