"""Games played at random: for properties that must hold in any game, and for measuring."""

from collections.abc import Iterator
from typing import NamedTuple

from game.engine.chance import Draw
from game.engine.events import Event
from game.engine.moves import Move, Packages, moves, packages
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State

PACKAGES_IN = 4
"""One in so many choices on the floor or at an answer is a package, where there is one."""


class Step(NamedTuple):
    """One move of a game: the position before it, the move, the position after it, and what happened."""

    before: State
    move: Move
    after: State
    events: list[Event]


def any_move(scenario: Scenario, state: State, draw: Draw) -> Move:
    """One of the moves and packages of a position."""
    number = draw.number()
    if state.node < END and number % PACKAGES_IN == 0:
        offered = packages(scenario, state)
        if isinstance(offered, Packages) and (package := offered.sample(number >> 8)):
            return package
    found = moves(scenario, state)
    return found[(number >> 8) % len(found)]


def random_game(scenario: Scenario, seed: int) -> Iterator[Step]:
    """A game from its start to its end."""
    draw = Draw(seed)
    state = start(scenario)
    while state.node != END:
        move = any_move(scenario, state, draw)
        after, events = play(scenario, state, move)
        yield Step(state, move, after, events)
        state = after
