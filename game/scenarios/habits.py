"""Players who are no counterparts: chance, four fixed habits, and whoever does what the hints say.

They are yardsticks. A negotiation is worth playing well when no habit plays it well.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from game.engine.chance import Draw
from game.engine.events import Event
from game.engine.moves import Accept, Move, Open, Pass, Refuse, SumUp, can_table, packages
from game.engine.scenario import END, Scenario
from game.engine.scoring import worth
from game.engine.state import State
from game.engine.views import known, view
from game.speech.hints import hint

PACKAGES_IN = 3
"""One in so many choices at random on the floor or at an answer is a package, where there is one."""

FRIENDLY = ("accept", "offer", "concede", "praise", "ask", "procedure", "assert", "deflect", "rebut", "press", "warn")
FIRM = ("refuse", "rebut", "warn", "press", "assert", "deflect", "procedure", "ask", "praise", "concede", "offer")


class Seat(NamedTuple):
    """What a player has before it: the position, the moves on offer, and everything that happened."""

    scenario: Scenario
    state: State
    offered: Sequence[Move]
    log: Sequence[Event]
    draw: Draw

    @property
    def side(self) -> int:
        """The side in turn."""
        return self.scenario.nodes[self.state.node].side


Habit: TypeAlias = Callable[[Seat], Move]
"""Chooses a move."""


def any_move(scenario: Scenario, state: State, offered: Sequence[Move], draw: Draw) -> Move:
    """One of the moves and packages of a position."""
    number = draw.number()
    if state.node < END and number % PACKAGES_IN == 0 and can_table(scenario, state):
        package = packages(scenario, state).sample(number >> 8)
        if package is not None:
            return package
    return offered[(number >> 8) % len(offered)]


def at_random(seat: Seat) -> Move:
    """Anything."""
    return any_move(seat.scenario, seat.state, seat.offered, seat.draw)


def first(seat: Seat) -> Move:
    """Always the first move on the list."""
    return seat.offered[0]


def friendly(seat: Seat) -> Move:
    """Offers, praises, asks, and says yes to everything."""
    return _by_kind(seat, FRIENDLY)


def firm(seat: Seat) -> Move:
    """Contradicts, warns, and says no to everything."""
    return _by_kind(seat, FIRM)


def never_proposes(seat: Seat) -> Move:
    """Talks at random, tables nothing, and takes whatever brings something."""
    gain = worth(seat.scenario, seat.side).over(seat.state.deals.table)(seat.state.deals.tabled)
    answers = [move for move in seat.offered if isinstance(move, Accept if gain > 0 else Refuse)]
    return seat.draw.one_of(answers or seat.offered)


def hinted(seat: Seat) -> Move:
    """Does what the hint says; anything where it says nothing."""
    found = hint(known(seat.scenario, seat.side), view(seat.scenario, seat.state, seat.side, seat.log))
    return found.move if found is not None and found.move is not None else at_random(seat)


HABITS: Mapping[str, Habit] = {
    "random": at_random,
    "first": first,
    "friendly": friendly,
    "firm": firm,
    "never-proposes": never_proposes,
    "hints": hinted,
}
"""Who can take a seat in a rehearsal, beside the counterparts."""


def _by_kind(seat: Seat, kinds: Sequence[str]) -> Move:
    """A move of the kind that stands first; on the floor a topic, and when there is none the floor passes on."""
    openings = [move for move in seat.offered if isinstance(move, Open)]
    if openings:
        return seat.draw.one_of(openings)
    if any(isinstance(move, SumUp) for move in seat.offered):
        return next(move for move in seat.offered if isinstance(move, Pass))

    def rank(move: Move) -> int:
        return kinds.index(move.kind) if move.kind in kinds else len(kinds)

    best = min(map(rank, seat.offered))
    return seat.draw.one_of([move for move in seat.offered if rank(move) == best])
