"""Tit for tat: gives as it is given, and takes back as it is taken from."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.choice import Reason
from game.engine.counterparts.recollection import given_by, last_step
from game.engine.moves import Written
from game.engine.views import Known, View

OPENING = 650
"""The share that it wants of somebody who has given nothing, in thousandths."""
MOST, FAIR = 750, 250
"""What it wants at most, and what it never gives way beyond."""


class TitForTat(Bargainer):
    """The imitative tactic (Faratin, Sierra and Jennings 1998): the clock means nothing to it.

    What the other side has given, by its packages and by the settlements that it put in words, comes off
    the share; what it took back goes on again.
    """

    name: ClassVar[str] = "tit-for-tat"
    warm: ClassVar[tuple[str, ...]] = (
        "offer", "concede", "praise", "ask", "rebut", "assert", "procedure", "press", "deflect", "warn",
    )  # fmt: skip
    """What it reaches for after a step towards it."""
    cold: ClassVar[tuple[str, ...]] = (
        "warn", "press", "rebut", "assert", "deflect", "ask", "procedure", "praise", "offer", "concede",
    )  # fmt: skip
    """What it reaches for after a step away."""
    seeks: ClassVar[bool] = True
    runs: ClassVar[int] = 2
    patience: ClassVar[int] = 4
    wanders: ClassVar[int] = 0
    stays_for: ClassVar[tuple[str, ...]] = ()
    until_two_packages: ClassVar[int] = 0

    def order(self, known: Known, seen: View) -> tuple[str, ...]:
        """As the last thing that the other side did was."""
        step = last_step(known, seen)
        return self.warm if step > 0 else self.cold if step < 0 else self.kinds

    def sought(self, known: Known, seen: View) -> int:
        """Nothing after a step away from it."""
        return super().sought(known, seen) if last_step(known, seen) >= 0 else 0

    def why(self, known: Known, seen: View, move: Written) -> Reason:
        """That it returns a step, where it does."""
        step = last_step(known, seen)
        if (step > 0 and move.kind in self.warm[:3]) or (step < 0 and move.kind in self.cold[:2]):
            return super().why(known, seen, move)._replace(why="mirrors", value=step, threshold=0)
        return super().why(known, seen, move)

    def curve(self, spent: int, talk: int) -> int:
        """The share of somebody who has given nothing, whatever the hour."""
        return OPENING

    def trust(self, known: Known, seen: View) -> int:
        """What trust takes off, and what was given."""
        off = super().trust(known, seen) + given_by(known, seen)
        return max(OPENING - MOST, min(OPENING - FAIR, off))
