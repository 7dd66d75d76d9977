"""Hardliner: contradicts, warns, and never wants less than at the first minute."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer
from game.engine.moves import Package


class Hardliner(Bargainer):
    """Wants six tenths of whatever both gain, from the first minute to the last."""

    name: ClassVar[str] = "hardliner"
    kinds: ClassVar[tuple[str, ...]] = (
        "rebut", "warn", "press", "assert", "deflect", "ask", "procedure", "praise", "offer", "concede",
    )  # fmt: skip
    patience: ClassVar[int] = 5
    stays_for: ClassVar[tuple[str, ...]] = ("warn",)

    def liking(self, package: Package, gain: int, theirs: int) -> tuple[int, ...]:
        """Its own gain first."""
        return gain, theirs

    def curve(self, spent: int, talk: int) -> int:
        """Six tenths, whatever the hour."""
        return 600
