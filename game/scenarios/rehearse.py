"""Games that nobody watches: played at random or by counterparts, to see what a scenario brings about.

A game is made by its scenario, who plays, and a seed. Nothing else has a hand in it, so the same
three give the same game on any machine.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from game.engine.chance import Draw
from game.engine.counterparts import Choice, counterpart
from game.engine.events import Event
from game.engine.moves import Move, moves
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.engine.views import known, view
from game.scenarios.habits import HABITS, Seat

RANDOM = "random"
"""The seat of a side for which chance plays; any other seat is the name of a habit or of a counterpart."""

Seats: TypeAlias = tuple[str, str]
"""Who plays each side, in declared order of the sides."""

MOVES_LIMIT = 2_000
"""A game that is not over after so many moves is stuck. Nearly every move takes a minute or more."""


class Step(NamedTuple):
    """One move of a game."""

    before: State
    offered: Sequence[Move]
    """All that could be done but tabling packages."""
    move: Move
    after: State
    events: list[Event]
    choice: Choice | None
    """What a counterpart said to it; None where chance played."""


Player: TypeAlias = Callable[[State, Sequence[Move], Sequence[Event]], Move | Choice]
"""Chooses by the position, the moves on offer and everything that happened."""


def rehearse(scenario: Scenario, seed: int, seats: Seats = (RANDOM, RANDOM)) -> Iterator[Step]:
    """A game from its start to its end, or to where it is stuck. Raises KeyError for a seat that nobody can take."""
    draw = Draw(seed)
    players = [_player(scenario, side, seat, seed, draw) for side, seat in enumerate(seats)]
    nodes = scenario.nodes
    state = start(scenario)
    log: list[Event] = []
    while state.node != END and state.moves_made < MOVES_LIMIT and (offered := moves(scenario, state)):
        found = players[nodes[state.node].side](state, offered, log)
        move, choice = (found.move, found) if isinstance(found, Choice) else (found, None)
        after, events = play(scenario, state, move)
        yield Step(state, offered, move, after, events, choice)
        log += events
        state = after


def _player(scenario: Scenario, side: int, seat: str, seed: int, draw: Draw) -> Player:
    """Who plays a side. A counterpart draws as it does in a game with a person."""
    if habit := HABITS.get(seat):
        return lambda state, offered, log: habit(Seat(scenario, state, offered, log, draw))
    chooser, knows = counterpart(seat), known(scenario, side)

    def choose(state: State, offered: Sequence[Move], log: Sequence[Event]) -> Choice:
        return chooser.choose(knows, view(scenario, state, side, log), Draw(seed, state.moves_made))

    return choose
