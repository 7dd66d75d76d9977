"""Logroller: gives on what weighs little with it for what weighs much, and says which goes with which."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.bargainer import Bargainer, Gain
from game.engine.counterparts.recollection import refusals_of
from game.engine.moves import Open, Package
from game.engine.views import Known, View

HEAVIER = 25
"""How much heavier an issue is thought to weigh with the others for each refusal that names it, in hundredths."""
HEAVIEST = 4
"""After so many refusals nothing is thought heavier still."""


class Logroller(Bargainer):
    """Trades between issues by nice steps (Hindriks, Jonker and Tykhonov 2011).

    Of all packages that are good enough for itself it tables the one that is best for the others. It learns
    what weighs with them from what they refuse, and asks before it argues.
    """

    name: ClassVar[str] = "logroller"
    kinds: ClassVar[tuple[str, ...]] = (
        "ask", "offer", "praise", "rebut", "concede", "assert", "procedure", "press", "deflect", "warn",
    )  # fmt: skip
    seeks: ClassVar[bool] = True
    runs: ClassVar[int] = 2
    patience: ClassVar[int] = 3
    stays_for: ClassVar[tuple[str, ...]] = ("ask", "offer")

    def theirs(self, known: Known, seen: View) -> Gain:
        """What packages bring the others, an issue heavier the oftener they called it the trouble."""
        named = refusals_of(seen, 1 - known.side)
        if not named:
            return known.guess.over(seen.table)
        points = tuple(
            tuple(each * (100 + HEAVIER * min(HEAVIEST, named.count(issue))) // 100 for each in settlements)
            for issue, settlements in enumerate(known.guess.points)
        )
        return replace(known.guess, points=points).over(seen.table)

    def topic(self, known: Known, seen: View, openings: Sequence[Open], draw: Draw) -> Open:
        """What weighs more with the others than with itself, first: there it can give."""

        def cheap(move: Open) -> int:
            issue = known.topics[move.topic].argues
            if issue < 0:
                return -100_000
            return _spread(known.guess.points[issue]) - _spread(known.worth.points[issue])

        wanted = self.sought(known, seen)
        towards = [
            move
            for move in openings
            if (issue := known.topics[move.topic].argues) >= 0 and wanted & sum(known.issues[issue].bits)
        ]
        return max(towards or openings, key=cheap)

    def liking(self, package: Package, gain: int, theirs: int) -> tuple[int, ...]:
        """What is best for the others, and several issues before one."""
        return len(package) > 1, theirs, gain


def _spread(points: tuple[int, ...]) -> int:
    """How much there is between the best and the worst of an issue, in hundredths of a point."""
    return max(points) - min(points)
