"""Hardliner: contradicts, warns, and gives way late and little."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer


class Hardliner(Bargainer):
    """Wants six tenths of whatever both gain, from the first minute to the last."""

    name: ClassVar[str] = "hardliner"
    patience: ClassVar[int] = 5
    kinds: ClassVar[tuple[str, ...]] = (
        "rebut", "warn", "press", "assert", "deflect", "ask", "procedure", "praise", "offer", "concede",
    )  # fmt: skip

    def liking(self, gain: int, theirs: int) -> tuple[int, int]:
        """Its own gain first."""
        return gain, theirs

    def curve(self, spent: int, talk: int) -> int:
        """Six tenths, whatever the hour."""
        return 600
