"""Dealmaker: looks for what both can report, and says so early."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.concession import conceder


class Dealmaker(Bargainer):
    """Offers and asks before it argues, comes down soon, and takes the first package that is good enough."""

    name: ClassVar[str] = "dealmaker"
    patience: ClassVar[int] = 3
    until_two_packages: ClassVar[int] = 0
    stays_for: ClassVar[tuple[str, ...]] = ("offer", "ask")
    kinds: ClassVar[tuple[str, ...]] = (
        "offer", "ask", "rebut", "praise", "concede", "assert", "press", "procedure", "deflect", "warn",
    )  # fmt: skip
    runs: ClassVar[int] = 2

    def curve(self, spent: int, talk: int) -> int:
        """Most of it at once."""
        return conceder(spent, talk)
