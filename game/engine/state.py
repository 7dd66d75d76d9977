"""A position of the game: whole numbers and tuples of them, nothing else.

Sets are bits of one number, in declared order of the scenario. What seldom changes stands in an
inner tuple, because making a tuple costs by its length. States are equal when the positions are;
they carry neither names nor text, so a state means nothing without its scenario.
"""

import hashlib
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from game.engine.issues import Package, Table


class Deals(NamedTuple):
    """What the sides have put in words, tabled, agreed and been allowed."""

    reach: int
    """Settlements within reach, as bits."""
    table: Table
    """Where each issue stands."""
    agreed: tuple[Package, ...]
    """The packages that both sides have accepted, in order."""
    recesses: tuple[int, int]
    """How many recesses each side has taken."""
    grants: tuple[int, int]
    """For each side the settlements that its capital has allowed in a recess, as bits."""
    tabled: Package
    """The package that waits for an answer; empty when none does."""
    counter: int
    """1 when the package on the table is a counter-proposal, else 0."""
    barred: tuple[Package, ...]
    """Packages refused since anything new was said, reached or allowed: not to be tabled again yet."""
    refusals: tuple[int, int]
    """For each side its refusals running, without a counter-proposal."""


class State(NamedTuple):
    """One position. `play` makes the next; nothing changes one."""

    node: int
    """The number of the node at which the talks are: the node says whose turn it is."""
    minutes: int
    """Minutes spent."""
    moves_made: int
    """Moves made."""
    run: int
    """Written moves that the side in turn has made running."""
    floor: int
    """The side that held the floor last."""
    passes: int
    """Passes running."""
    said: int
    """Written moves made, as bits."""
    worn: int
    """Written moves made a second time, as bits."""
    made: int
    """Claims made, as bits."""
    offered: int
    """Claims of the other side that the side in turn could have answered since its turn began, as bits."""
    due: int
    """Claims that the other side has had a turn to answer, as bits."""
    answered: int
    """Claims answered, as bits."""
    meters: tuple[int, ...]
    deals: Deals


Parts: TypeAlias = tuple[
    int, int, int, int, int, int, int, int, int, int, int, int, tuple[int, ...], Deals
]  # fmt: skip
"""The parts of a `State` on the way to one: made and taken apart in half the time, for they have no names."""


def standing(state: State) -> int:
    """The claims that stand because nobody answered them, as bits."""
    return state.made & state.due & ~state.answered


def pending(state: State) -> int:
    """The claims that the other side has had no chance to answer yet, as bits."""
    return state.made & ~state.due & ~state.answered


def under(deals: Deals) -> tuple[int, ...]:
    """For each issue the number of the agreement by which it stands, from 1; 0 while it is open."""
    last = {issue: number for number, package in enumerate(deals.agreed, 1) for issue, _ in package}
    return tuple(last.get(issue, 0) for issue in range(len(deals.table)))


def digest(state: State) -> str:
    """A fingerprint of a position, the same on every machine and Python: SHA-256 of its numbers."""
    return hashlib.sha256(f"{repr(state[:-1])[:-1]}, {_figures(state.deals)})".encode("ascii")).hexdigest()


@lru_cache(maxsize=256)
def _figures(deals: Deals) -> str:
    """The numbers of what seldom changes, as text: to write them anew takes longer than all the rest."""
    reach, table, agreed, recesses, grants, *others = deals
    return repr((reach, table, under(deals), len(agreed), grants, recesses, *others))
