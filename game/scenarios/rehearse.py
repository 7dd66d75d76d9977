"""Games that nobody watches: played at random or by counterparts, to see what a scenario brings about.

A game is made by its scenario, who plays, and a seed. Nothing else has a hand in it, so the same
three give the same game on any machine.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, Self, TypeAlias

from game.engine.chance import Draw
from game.engine.counterparts import Choice, counterpart
from game.engine.events import Event
from game.engine.moves import Move, moves
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.engine.unrolled import unrolled
from game.engine.views import known, view
from game.scenarios.habits import HABITS, Seat

RANDOM = "random"
"""The seat of a side for which chance plays; any other seat is the name of a habit or of a counterpart."""

Seats: TypeAlias = tuple[str, str]
"""Who plays each side, in declared order of the sides."""

MOVES_LIMIT = 2_000
"""A game that is not over after so many moves is stuck. Nearly every move takes a minute or more."""


MANY = 2_000
"""From so many games on it pays to write the rules out, which takes as long as some hundred games."""


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


class Rules(NamedTuple):
    """The rules of one scenario: what can be done in a position, and what comes of it."""

    moves: Callable[[State], Sequence[Move]]
    play: Callable[[State, Move], tuple[State, list[Event]]]

    @classmethod
    def of(cls, scenario: Scenario, games: int) -> Self:
        """The rules; for so many games that it pays, written out."""
        if games < MANY:
            return cls(partial(moves, scenario), partial(play, scenario))
        out = unrolled(scenario)
        return cls(out.moves, out.play)


def rehearse(
    scenario: Scenario, seed: int, seats: Seats = (RANDOM, RANDOM), rules: Rules | None = None
) -> Iterator[Step]:
    """A game from its start to its end, or to where it is stuck. Raises KeyError for a seat that nobody can take."""
    rules = rules or Rules.of(scenario, 1)
    draw = Draw(seed)
    players = [_player(scenario, side, seat, seed, draw) for side, seat in enumerate(seats)]
    nodes = scenario.nodes
    state = start(scenario)
    log: list[Event] = []
    while state.node != END and state.moves_made < MOVES_LIMIT and (offered := rules.moves(state)):
        found = players[nodes[state.node].side](state, offered, log)
        move, choice = (found.move, found) if isinstance(found, Choice) else (found, None)
        after, events = rules.play(state, move)
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
