"""Playing a record again: the same positions and events, or what is wrong with it."""

from typing import NamedTuple

from game.engine.events import Event
from game.engine.moves import NotAMove, read
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State, digest
from game.records.faults import BrokenRecord, OtherScenario
from game.records.record import Record, Row


class Turn(NamedTuple):
    """One move of a game, and what happened by it."""

    number: int
    """From 1."""
    side: int
    move: str
    typed: str
    reason: str
    events: tuple[Event, ...]

    def seen_by(self, side: int | None) -> tuple[Event, ...]:
        """The events that a side may know of; `None` for what the whole room may."""
        return tuple(event for event in self.events if event.to is None or event.to == side)


class Replayed(NamedTuple):
    """A record played again, as far as it went."""

    states: tuple[State, ...]
    """The beginning, and the position after each move."""
    turns: tuple[Turn, ...]
    stopped: str | None
    """Where and why it could not go on, as the second half of a sentence; None when every move was made."""


def replay(scenario: Scenario, record: Record) -> Replayed:
    """Play a record again.

    Under the rules it was kept with, any difference raises `BrokenRecord`. Under other rules, and
    where the record does not say which, it goes as far as it can. Raises `OtherScenario` for a
    record of another scenario.
    """
    header = record.header
    if (header.scenario, header.form) != (scenario.id, scenario.form):
        played, given = _called(header.scenario, header.form), _called(scenario.id, scenario.form)
        raise OtherScenario(
            f"This game belongs to the scenario {played}, not to {given}",
            "nothing was changed",
            f"open it with {played}",
        )
    same = header.rules == scenario.rules
    state = start(scenario)
    states = [state]
    turns: list[Turn] = []
    for number, row in enumerate(record.rows, 1):
        side = scenario.nodes[state.node].side
        why = _out_of_turn(scenario, state, number, row)
        if why is None:
            try:
                state, events = play(scenario, state, read(scenario, state, row.move))
            except NotAMove as fault:
                why = fault.why
            else:
                if same and row.digest and row.digest != digest(state):
                    why = "it leads to another position than the one that was kept"
        if why is not None:
            if same:
                raise BrokenRecord("This game", number - 1, f"move {number}, `{row.move}`: {why}")
            return Replayed(tuple(states), tuple(turns), f"it stops before move {number}, `{row.move}`: {why}")
        states.append(state)
        turns.append(Turn(number, side, row.move, row.typed, row.reason, tuple(events)))
    return Replayed(tuple(states), tuple(turns), None)


def _called(scenario: str, form: str) -> str:
    return f"'{scenario}', form '{form}'" if form else f"'{scenario}'"


def _out_of_turn(scenario: Scenario, state: State, number: int, row: Row) -> str | None:
    if row.sequence != number:
        return f"it is numbered {row.sequence}"
    if state.node == END:
        return "the talks are over before it"
    side = scenario.nodes[state.node].side
    if row.side not in (-1, side):
        return f"it is the turn of '{scenario.sides[side].id}'"
    return None
