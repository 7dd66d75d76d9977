"""What a position is worth to a side, and what leaving everything open is worth: the reservation value."""

from functools import lru_cache

from game.engine.authority import outcome
from game.engine.issues import OPEN, Table, Worth, worth_of
from game.engine.scenario import Scenario
from game.engine.state import State


@lru_cache(maxsize=16)
def worth(scenario: Scenario, side: int) -> Worth:
    """What tables are worth to a side, in hundredths of a point."""
    return worth_of(scenario.issues, scenario.links, side)


def reservation(scenario: Scenario, side: int) -> int:
    """The worth of leaving every question open, in hundredths of a point."""
    return worth(scenario, side)((OPEN,) * len(scenario.issues))


def result(scenario: Scenario, state: State) -> tuple[Table, tuple[int, int]]:
    """The table that is left when the capitals have spoken, and what it is worth to each side."""
    table = outcome(scenario, state).table
    return table, (worth(scenario, 0)(table), worth(scenario, 1)(table))
