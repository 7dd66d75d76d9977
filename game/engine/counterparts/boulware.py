"""Boulware: reads a prepared text, point after point, and moves when the hour is nearly over."""

from collections.abc import Sequence
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.concession import boulware
from game.engine.moves import Open, Package
from game.engine.views import Known, View

LATE = 5
"""The last one of so many parts of the talk is late."""


class Boulware(Bargainer):
    """The time-dependent tactic that gives way last (Faratin, Sierra and Jennings 1998)."""

    name: ClassVar[str] = "boulware"
    kinds: ClassVar[tuple[str, ...]] = (
        "assert", "rebut", "deflect", "press", "warn", "procedure", "ask", "praise", "offer", "concede",
    )  # fmt: skip
    late: ClassVar[tuple[str, ...]] = (
        "offer", "concede", "ask", "praise", "rebut", "assert", "procedure", "press", "deflect", "warn",
    )  # fmt: skip
    """What it reaches for when the hour is nearly over."""
    runs: ClassVar[int] = 6
    patience: ClassVar[int] = 8
    wanders: ClassVar[int] = 0
    stays_for: ClassVar[tuple[str, ...]] = ("assert",)

    def order(self, known: Known, seen: View) -> tuple[str, ...]:
        """Its points while there is time; then what may still be had."""
        return self.late if LATE * seen.minutes >= (LATE - 1) * known.talk else self.kinds

    def topic(self, known: Known, seen: View, openings: Sequence[Open], draw: Draw) -> Open:
        """The next on its paper."""
        return openings[0]

    def curve(self, spent: int, talk: int) -> int:
        """Hardly anything until the end."""
        return boulware(spent, talk)

    def liking(self, package: Package, gain: int, theirs: int) -> tuple[int, ...]:
        """Its own gain first."""
        return gain, theirs
