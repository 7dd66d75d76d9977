"""The course of the talks: after each move the minute, the meters, and what the table was worth to each side."""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.authority import outcome
from game.engine.scenario import END, Scenario
from game.engine.scoring import worth
from game.engine.state import State
from game.records.replay import Turn


class Moment(NamedTuple):
    """How things stood when a move had been made."""

    number: int
    """Of the move; 0 for the beginning."""
    side: int
    """The side that made it; -1 for the beginning."""
    minutes: int
    value: tuple[int, int]
    """What the table was worth to each side, in hundredths of a point; the last as the capitals left it."""
    meters: tuple[int, ...]


def course(scenario: Scenario, states: Sequence[State], turns: Sequence[Turn]) -> tuple[Moment, ...]:
    """How things stood at the beginning, and after each move."""
    of = worth(scenario, 0), worth(scenario, 1)

    def at(number: int, state: State) -> Moment:
        table = outcome(scenario, state).table if state.node == END else state.deals.table
        side = turns[number - 1].side if number else -1
        return Moment(number, side, state.minutes, (of[0](table), of[1](table)), state.meters)

    return tuple(at(number, state) for number, state in enumerate(states))
