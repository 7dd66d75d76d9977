"""Playing a record again: the same positions and events, or what is wrong with it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Event
from game.engine.moves import NotAMove, read
from game.engine.play import play, start
from game.engine.scenario import Scenario
from game.engine.state import State, digest
from game.phrases import phrase
from game.records.faults import BrokenRecord, OtherScenario
from game.records.record import ARGUE, Record, Row
from game.speech.refusing import why as why_not

_new = tuple.__new__
"""Makes a named tuple from its parts, without the function that names them."""


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


class Argument(NamedTuple):
    """An argument in a person's own words that fits no move. The talks pass over it; people mark it."""

    number: int
    """From 1, among the own arguments of a game."""
    after: int
    """How many moves had been made."""
    side: int
    topic: int
    """Under which topic it was said, or, between topics, under which the last was; -1 before the first."""
    text: str


class Replayed(NamedTuple):
    """A record played again, as far as it went."""

    states: tuple[State, ...]
    """The beginning, and the position after each move."""
    turns: tuple[Turn, ...]
    stopped: str | None
    """Where and why it could not go on, as the second half of a sentence; None when every move was made."""
    arguments: tuple[Argument, ...] = ()
    """The own arguments, in order."""


def in_order(turns: Sequence[Turn], arguments: Sequence[Argument]) -> Iterator[Turn | Argument]:
    """Moves and own arguments as they were made."""
    waiting = list(reversed(arguments))
    for turn in turns:
        while waiting and waiting[-1].after < turn.number:
            yield waiting.pop()
        yield turn
    yield from reversed(waiting)


def argued(scenario: Scenario, states: Sequence[State], number: int, text: str) -> Argument:
    """An own argument of the side in turn, after these positions."""
    nodes = [scenario.nodes[state.node] for state in states]
    topic = next((node.topic for node in reversed(nodes) if node.topic >= 0), -1)
    return Argument(number, len(states) - 1, nodes[-1].side, topic, text)


def replay(scenario: Scenario, record: Record, begins: State | None = None) -> Replayed:
    """Play a record again.

    Under the rules it was kept with, any difference raises `BrokenRecord`. Under other rules, and
    where the record does not say which, it goes as far as it can. Raises `OtherScenario` for a
    record of another scenario. `begins` is another position than the beginning to play it from.
    """
    header = record.header
    if (header.scenario, header.form) != (scenario.id, scenario.form):
        played, given = _called(header.scenario, header.form), _called(scenario.id, scenario.form)
        raise OtherScenario(
            phrase("This game belongs to the scenario {scenario}, not to {other}", scenario=played, other=given),
            phrase("nothing was changed"),
            phrase("open it with {scenario}", scenario=played),
        )
    same, nodes = header.rules == scenario.rules, scenario.nodes
    state = start(scenario) if begins is None else begins
    states = [state]
    turns: list[Turn] = []
    arguments: list[Argument] = []
    for sequence, row in enumerate(record.rows, 1):
        number, by, text, typed, reason, kept, _ = row
        side = nodes[state.node].side
        own = text == ARGUE
        usual = by == side >= 0 and number == sequence and not own
        why = None if usual else _out_of_turn(scenario, side, sequence, row)
        if why is None and not own:
            try:
                state, events = play(scenario, state, read(scenario, state, text))
            except NotAMove as fault:
                why = why_not(fault)
        if why is None and kept and same and kept != digest(state):
            why = phrase("it leads to another position than the one that was kept")
        if why is not None:
            if same:
                where = phrase("move {number}, `{move}`: {why}", number=len(states), move=text, why=why)
                raise BrokenRecord(phrase("This game"), len(turns), where)
            why = phrase("it stops before move {number}, `{move}`: {why}", number=len(states), move=text, why=why)
            return Replayed(tuple(states), tuple(turns), why, tuple(arguments))
        if own:
            arguments.append(argued(scenario, states, len(arguments) + 1, typed))
        else:
            turns.append(_new(Turn, (len(states), side, text, typed, reason, tuple(events))))
            states.append(state)
    return Replayed(tuple(states), tuple(turns), None, tuple(arguments))


def _called(scenario: str, form: str) -> str:
    return phrase("'{scenario}', form '{form}'", scenario=scenario, form=form) if form else f"'{scenario}'"


def _out_of_turn(scenario: Scenario, in_turn: int, sequence: int, row: Row) -> str | None:
    """Why a row cannot come next, if it cannot; `in_turn` is the side that is, or -1 at the end."""
    if row.sequence != sequence:
        return phrase("it is numbered {number}", number=row.sequence)
    if in_turn < 0:
        return phrase("the talks are over before it")
    if row.side not in (-1, in_turn):
        return phrase("it is the turn of '{side}'", side=scenario.sides[in_turn].id)
    if not row.is_move and not row.typed.strip():
        return phrase("nothing is said in it")
    return None


def rows_of(replayed: Replayed) -> list[Row]:
    """What was played again as rows of a record of its own."""
    digests = [digest(state) for state in replayed.states]
    rows = []
    for sequence, each in enumerate(in_order(replayed.turns, replayed.arguments), 1):
        if isinstance(each, Turn):
            rows.append(Row(sequence, each.side, each.move, each.typed, each.reason, digests[each.number]))
        else:
            rows.append(Row(sequence, each.side, ARGUE, each.text, "", digests[each.after]))
    return rows
