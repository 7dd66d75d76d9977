"""What one topic reads of a position, side by side in one whole number: a cleared position.

Whole positions never meet again, because minutes and what was said only grow. Cleared of everything that no
condition of a topic reads, they do, and a search of the topic comes to its end. Minutes are counted up to where
no comparison answers otherwise any more.

In a search nothing is tabled and nobody asks at home: tables and grants stay as they begin.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import or_
from typing import NamedTuple, TypeAlias

from game.engine.conditions import Condition
from game.engine.play import start
from game.engine.scenario import RUN_LIMIT, Scenario, Written
from game.engine.state import State

Cleared: TypeAlias = int
"""A cleared position. It means nothing without its projection."""

WHOLE = -1
"""Every bit of a part."""

_SETS = re.compile(r"\(([^()]+)\) & (0x[0-9a-f]+)")
_SET = re.compile(r"[a-z]+(?:\[\d\])*")
_STILL = frozenset({"deals[4][0]", "deals[4][1]"})
"""What nothing in a search changes."""
_NUMBER = re.compile(r"minutes|meters\[\d+\]")
_TIME = re.compile(r"(?:max\(0, (\d+) - )?minutes\)? [=!<>]+ (-?\d+)")


def reads(conditions: Iterable[Condition | None]) -> Iterator[tuple[str, int]]:
    """What conditions read: parts by name, with bits. Their code is the engine's own, so it can be told from that."""
    for code in (each.code for each in conditions if each is not None):
        for sets, mask in _SETS.findall(code):
            yield from ((name, int(mask, 16)) for name in _SET.findall(sets) if name not in _STILL)
        yield from ((name, WHOLE) for name in _NUMBER.findall(code))


def last_minute(conditions: Iterable[Condition | None]) -> int:
    """From which minute on no condition answers otherwise: minutes, or those left, are compared with numbers."""
    found = [time for each in conditions if each is not None for time in _TIME.findall(each.code)]
    return max([(int(talk) - int(other) if talk else int(other)) + 1 for talk, other in found], default=0)


def leading(move: Written) -> list[Condition | None]:
    """The conditions of where a move leads."""
    return [way.when for way in (*move.goto, *(move.again.goto if move.again is not None else ()))]


def meter(number: int) -> str:
    """What the code of conditions calls a meter."""
    return f"meters[{number}]"


class Part(NamedTuple):
    """Where a part of a position stands in the number."""

    mask: int
    """The bits of it that are kept."""
    low: int
    """The lowest of them."""
    at: int
    """Where that one stands."""

    @property
    def bits(self) -> Cleared:
        """All that is kept of it, at its place."""
        return self.mask >> self.low << self.at

    @property
    def first(self) -> int:
        """Where the first bit of all would stand."""
        return self.at - self.low

    def put(self, value: int) -> Cleared:
        """What is kept of a value, at its place."""
        return (value & self.mask) >> self.low << self.at


class Projection:
    """Which parts of a position one topic reads, and where they stand in a cleared one."""

    def __init__(self, scenario: Scenario, topic: int, remembered: Iterable[Written] = ()) -> None:
        """Keep what the topic reads, and whether some moves were said for which it does not ask."""
        self._start = start(scenario)
        self._inside = frozenset(node.number for node in scenario.nodes if node.topic == topic)
        written = [move for number in self._inside for move in scenario.nodes[number].moves]
        asked = {each for move in written for each in (move.when, *leading(move)) if each is not None}
        read = {each: [*reads([each])] for each in asked}
        kept: dict[str, int] = {}
        for name, mask in chain.from_iterable(read.values()):
            kept[name] = kept.get(name, 0) | mask
        self.last_minute = max(last_minute(asked), 0) if "minutes" in kept else 0
        """Up to it minutes are counted, and no further."""
        if "minutes" in kept:
            kept["minutes"] = _below(self.last_minute + 1)
        self._unasked = sum(move.bit for move in remembered) & ~kept.get("said", 0)
        kept["said"] = kept.get("said", 0) | self._unasked
        self.parts = _side_by_side(scenario, kept)
        """By the names that the code of conditions has for them."""
        self._node = self.parts["node"].mask
        self._reads = {each: self.put(found) for each, found in read.items()}
        levels = {meter(number): each.low for number, each in enumerate(scenario.meters)}
        self._kept = [(i, *part, levels.get(name, 0)) for i, (name, part) in enumerate(self.parts.items()) if part.mask]
        """Those of which anything is kept, by their places among all, and from where each is counted."""
        self._begun = self._values(self._start)

    def _values(self, state: State) -> list[int]:
        """The parts of a position in the order in which they stand in the number."""
        run = state.run if state.node in self._inside else 0
        waiting = state.offered & ~state.answered  # what is answered never stands: no need to know that it was offered
        return [
            state.node, run, state.floor, state.passes, state.said, state.made, state.due, waiting, state.answered,
            state.deals.reach, *state.meters, min(state.minutes, self.last_minute),
        ]  # fmt: skip

    def clear(self, state: State) -> Cleared:
        """A position without what the topic does not read."""
        values = self._values(state)
        return sum([(values[i] - least & mask) >> low << at for i, mask, low, at, least in self._kept])

    def whole(self, position: Cleared) -> State:
        """The position that is cleared to this one and that stands as the game begins wherever nobody looks."""
        values = [*self._begun]
        for i, mask, low, at, least in self._kept:
            values[i] = (position >> at << low & mask) + least
        node, run, floor, passes, said, made, due, offered, answered, reach, *meters, minutes = values
        deals = self._start.deals
        if reach:
            deals = deals._replace(reach=reach)
        return State(node, minutes, 0, run, floor, passes, said, 0, made, offered, due, answered, tuple(meters), deals)

    def keeping(self, *remembered: Written) -> Cleared:
        """The bits of all that the topic reads and of whether these moves were said, but no others."""
        return ~self.parts["said"].put(self._unasked & ~sum(move.bit for move in remembered))

    def node(self, position: Cleared) -> int:
        """The number of the node at which the talks are."""
        return position & self._node

    def read_by(self, *conditions: Condition | None) -> Cleared:
        """The bits that conditions of the topic ask for."""
        return reduce(or_, [self._reads[each] for each in conditions if each is not None], 0)

    def put(self, masks: Iterable[tuple[str, int]]) -> Cleared:
        """Bits of parts, given by name, where they stand."""
        parts = self.parts
        return reduce(or_, [parts[name].put(mask) for name, mask in masks], 0)


def _side_by_side(scenario: Scenario, kept: dict[str, int]) -> dict[str, Part]:
    """Where each part stands."""
    masks = {
        "node": _below(len(scenario.nodes)), "run": _below(RUN_LIMIT + 1), "floor": 1, "passes": _below(3),
        **{name: kept.get(name, 0) for name in ("said", "made", "due")},
        "offered": kept.get("due", 0),
        **{name: kept.get(name, 0) for name in ("answered", "deals[0]")},
    }  # fmt: skip
    for number, each in enumerate(scenario.meters):
        masks[meter(number)] = _below(each.high - each.low + 1) if meter(number) in kept else 0
    masks["minutes"] = kept.get("minutes", 0)
    parts, at = {}, 0
    for name, mask in masks.items():
        low = (mask & -mask).bit_length() - 1 if mask else 0
        parts[name] = Part(mask, low, at)
        at += mask.bit_length() - low if mask else 0
    return parts


def _below(number: int) -> int:
    """As many bits as whole numbers below this one need."""
    return (1 << (number - 1).bit_length()) - 1
