"""What one move does to a cleared position: the rules, asked as seldom as can be.

What a move does depends on a few parts of a position and changes a few. So `play` answers once for each value of
these, with all else as the game begins, and its answer is looked up wherever else they have that value: what a move
does not touch passes by. Values of parts multiply. Therefore what depends on different parts is asked by itself:
what a move argues and does to the meters; how long it takes, once for all that take as long; which of its ways it
goes; and what it is to go there, once for all that do.

In the largest topic that we ship it is put together some 3,300 times, from 700 answers of the rules.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from game.engine.asked import Asked
from game.engine.moves import Move
from game.engine.play import next_state
from game.engine.projection import WHOLE, Cleared, Projection, leading, meter
from game.engine.scenario import FLOOR, FLOORS, Branch, Scenario, Written

Flips: TypeAlias = tuple[Cleared, bool]
"""The bits that become the opposite, and whether the turn is over."""

Done: TypeAlias = tuple[Cleared, bool, Cleared]
"""The same, and those of the bits that say that claims are answered."""


class Step(NamedTuple):
    """One move, and what it does."""

    text: str
    bits: Cleared
    """Those that it reads or changes, without those of claims that come to stand."""
    does: Asked[Done]
    """By what they are."""


class Steps(dict[Move, Step]):
    """By move what it does. Nothing is made before it comes up."""

    def __init__(self, scenario: Scenario, projection: Projection) -> None:
        self._scenario = scenario
        self._projection = projection
        self._keep = WHOLE
        self._leading: dict[tuple[int, int], Asked[Flips]] = {}
        """By where moves lead, and how many minutes they take where that can say where they lead."""
        self._lasting: dict[int, Asked[Flips]] = {}
        """By how many minutes they take."""
        parts = projection.parts
        self._said, self._made, self._answered, self._reach = (
            parts[name].put for name in ("said", "made", "answered", "deals[0]")
        )
        self._node = parts["node"].bits
        self._place = sum(parts[name].bits for name in ("node", "run", "floor", "passes"))
        self._time = parts["minutes"].bits
        self._late = self._time > 0 and projection.last_minute + _longest(scenario) >= scenario.talk
        if self._late:  # the clock can say where a move leads
            self._place, self._time = self._place | self._time, 0

    def __missing__(self, move: Move) -> Step:
        answered = self._projection.parts["answered"].bits
        parts = [part for part in self._parts(move) if part.bits]
        bits = 0
        for part in parts:
            bits |= part.bits

        def put_together(here: Cleared) -> Done:
            flips, over = 0, False
            for part in parts:
                more, over = part[here & part.bits]
                flips |= more
            return flips & self._keep, over, flips & answered

        self[move] = step = Step(move.text, bits, Asked(bits, put_together))
        return step

    def keep(self, bits: Cleared) -> None:
        """From now on nothing changes but these: some moves are forgotten as soon as they are made."""
        for step in self.values():
            if step.bits & (bits ^ self._keep):
                step.does.clear()
        self._keep = bits

    def _parts(self, move: Move) -> Iterator[Asked[Flips]]:
        """What is asked by itself. Where a move leads comes last, for so a turn is over or goes on."""
        if not isinstance(move, Written):
            yield self._part(move, self._place | self._time)
            return
        said = self._said(move.bit)
        twice = said if move.again is not None else 0
        argues = self._made(move.claims | move.answers) | self._answered(move.answers) | self._reach(move.reach)
        changed = [(meter(number), WHOLE) for number, _ in self._changes(move, twice)]
        yield self._part(move, said | argues | self._projection.put(changed))
        if self._time:
            yield self._lasts(move, said)
        yield self._leads(move, said)

    def _lasts(self, move: Written, said: Cleared) -> Asked[Flips]:
        """How long it takes."""
        if move.again is not None and move.again.minutes != move.minutes:
            return self._part(move, self._time, said)
        if move.minutes not in self._lasting:
            self._lasting[move.minutes] = self._part(move, self._time)
        return self._lasting[move.minutes]

    def _leads(self, move: Written, said: Cleared) -> Asked[Flips]:
        """Where it leads: the same for all moves that lead to one place."""
        if len(move.goto) == 1 and (move.again is None or move.again.goto is move.goto):
            return self._leads_to(move.goto[0].to, move)
        asks = said | self._node | self._projection.read_by(*leading(move))
        ways = (*move.goto, *(move.again.goto if move.again is not None else ()))
        if any(way.to in FLOORS for way in ways):  # that the talks are there would not say which way they went
            return self._part(move, self._place, asks)
        # As a game begins nobody has run, and the first side had the floor: where the talks are then tells the way.
        at_first = Asked(asks, lambda here: next_state(self._scenario, self._projection.whole(here), move).node)

        def lead(here: Cleared) -> Flips:
            to = at_first[here & asks]
            return self._leads_to(FLOOR if to == FLOORS[1] else to, move)[here & self._place]

        return Asked(self._place | asks, lead)

    def _leads_to(self, to: int, move: Written) -> Asked[Flips]:
        """What moves do that lead there, of which one is at hand."""
        alike = to, move.minutes if self._late else 0
        if alike not in self._leading:
            if len(move.goto) > 1 or move.goto[0].to != to:
                move = replace(move, goto=(Branch(None, to),), again=None)
            self._leading[alike] = self._part(move, self._place)
        return self._leading[alike]

    def _part(self, move: Move, changes: Cleared, asks: Cleared = 0) -> Asked[Flips]:
        """What a move makes of some bits, which may depend on others too."""

        def ask(here: Cleared) -> Flips:
            after = next_state(self._scenario, self._projection.whole(here), move)
            return (self._projection.clear(after) ^ here) & changes, after.run == 0

        return Asked(changes | asks, ask)

    def _changes(self, move: Written, twice: Cleared) -> Iterator[tuple[int, int]]:
        """How a move changes meters, the second time too where it is kept that there was a first."""
        yield from move.changes
        if twice and move.again is not None:
            yield from move.again.changes
            yield from self._scenario.repeating


def _longest(scenario: Scenario) -> int:
    """The most minutes that anything takes that is said."""
    again = [move.again.minutes for move in scenario.moves if move.again is not None]
    return max([*(move.minutes for move in scenario.moves), *again], default=0)
