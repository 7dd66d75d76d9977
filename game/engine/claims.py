"""Claims: what an argument asserts; pending, answered, or standing because nobody answered it.

A claim is pending until the other side has had a turn with an answer to it on offer. If that side
then did something else, the claim stands. It may still be answered later; an answer is never undone.
"""

from typing import NamedTuple

from game.engine.moves import open_here
from game.engine.scenario import Scenario, Written
from game.engine.state import State, pending, standing


def left_standing(scenario: Scenario, state: State, move: Written) -> int:
    """The pending claims that could have been answered here and that this move does not answer, as bits."""
    node = scenario.nodes[state.node]
    waiting = pending(state) & node.answerable
    if not waiting:
        return 0
    offered = 0
    for each in open_here(node, state):
        if not state.said & each.bit:
            offered |= each.answers
    return waiting & offered & ~move.answers


class Flow(NamedTuple):
    """How the claims of a side stand, by number, in declared order."""

    pending: tuple[int, ...]
    standing: tuple[int, ...]
    answered: tuple[int, ...]


def flow(scenario: Scenario, state: State, side: int) -> Flow:
    """How the claims that a side has made stand now."""
    own = sum(1 << claim.number for claim in scenario.claims if claim.side == side)
    return Flow(
        members(pending(state) & own), members(standing(state) & own), members(state.made & state.answered & own)
    )


def members(bits: int) -> tuple[int, ...]:
    """The numbers in a set of bits, in order."""
    return tuple(number for number in range(bits.bit_length()) if bits >> number & 1)
