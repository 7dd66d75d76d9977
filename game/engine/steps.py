"""What one move does to a cleared position: the rules, asked as seldom as can be.

What a move does depends on a few parts of a position and changes a few. So `play` answers once for each value of
these, with all else as the game begins, and its answer is looked up wherever else they have that value: what a move
does not touch passes by. Values of parts multiply. Therefore what depends on different parts is asked by itself:
what a move argues and does to the meters, how long it takes, and where it leads; the last two together for all
moves that are alike in it.

In the largest topic that we ship it is put together some 3,300 times, from 1,400 answers of the rules.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from game.engine.asked import Asked
from game.engine.moves import Move
from game.engine.play import next_state
from game.engine.projection import WHOLE, Cleared, Projection, leading, meter
from game.engine.scenario import Branch, Scenario, Written

Flips: TypeAlias = tuple[Cleared, bool]
"""The bits that become the opposite, and whether the turn is over."""


class Step(NamedTuple):
    """One move, and what it does."""

    text: str
    bits: Cleared
    """Those that it reads or changes, without those of claims that come to stand."""
    does: Asked[Flips]
    """By what they are."""


class Steps(dict[Move, Step]):
    """By move what it does. Nothing is made before it comes up."""

    def __init__(self, scenario: Scenario, projection: Projection) -> None:
        self._scenario = scenario
        self._projection = projection
        self._keep = WHOLE
        self._alike: dict[tuple[tuple[Branch, ...], int], Asked[Flips]] = {}
        """By where moves lead, or nowhere, and how many minutes they take."""
        parts = projection.parts
        self._place = sum(parts[name].bits for name in ("node", "run", "floor", "passes"))
        self._time = parts["minutes"].bits
        longest = max((each for move in scenario.moves for each in _minutes(move)), default=0)
        if projection.last_minute + longest >= scenario.talk:  # the clock can say where a move leads
            self._place, self._time = self._place | self._time, 0

    def __missing__(self, move: Move) -> Step:
        parts = [part for part in self._parts(move) if part.bits]
        bits = 0
        for part in parts:
            bits |= part.bits

        def put_together(here: Cleared) -> Flips:
            flips, over = 0, False
            for part in parts:
                more, over = part[here & part.bits]
                flips |= more
            return flips & self._keep, over

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
        put = self._projection.put
        said = put([("said", move.bit)])
        twice = said if move.again is not None else 0
        touched = [("made", move.claims | move.answers), ("answered", move.answers), ("deals[0]", move.reach)]
        touched += [(meter(number), WHOLE) for number, _ in self._changes(move, twice)]
        yield self._part(move, said | put(touched))
        if self._time:
            yield self._as_others(((), move.minutes), move, self._time, twice)
        asks = twice | self._projection.read_by(*leading(move))
        if asks:
            asks |= said | put([("made", move.answers)])  # for that it asks of what has become of it
        yield self._as_others((move.goto, move.minutes), move, self._place, asks)

    def _as_others(
        self, alike: tuple[tuple[Branch, ...], int], move: Move, changes: Cleared, asks: Cleared
    ) -> Asked[Flips]:
        """What moves do that are alike, unless it depends on more."""
        if asks:
            return self._part(move, changes, asks)
        if alike not in self._alike:
            self._alike[alike] = self._part(move, changes)
        return self._alike[alike]

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


def _minutes(move: Written) -> Iterator[int]:
    yield move.minutes
    if move.again is not None:
        yield move.again.minutes
