"""Claims: what an argument asserts; pending, answered, or standing because nobody answered it.

A claim is pending until the other side has had a turn with an answer to it on offer: all the moves
that it makes running are one turn. If that side then did something else, the claim stands. It may
still be answered later; an answer is never undone.
"""

from functools import lru_cache
from typing import NamedTuple

from game.engine.scenario import Node, Scenario
from game.engine.state import State, pending, standing


def on_offer(node: Node, waiting: int, state: State) -> int:
    """Of the claims that wait for an answer, those that some move here and now would answer, as bits."""
    said, offered = state.said, 0
    for move in node.answers:
        if move.answers & waiting and not said & move.bit and (move.when is None or move.when.test(state)):
            offered |= move.answers
    return waiting & offered


class Flow(NamedTuple):
    """How the claims of a side stand, by number, in declared order."""

    pending: tuple[int, ...]
    standing: tuple[int, ...]
    answered: tuple[int, ...]


def flow(scenario: Scenario, state: State, side: int) -> Flow:
    """How the claims that a side has made stand now."""
    own = sum(1 << claim.number for claim in scenario.claims if claim.side == side)
    return Flow(
        members(pending(state) & own),
        members(standing(state) & own),
        members(state.made & state.answered & own),
    )


@lru_cache(maxsize=4096)
def members(bits: int) -> tuple[int, ...]:
    """The numbers in a set of bits, in order. The same few sets come up in game after game."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return tuple(found)
