"""Dealmaker: looks for what both can report, and says so early."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.concession import conceder


class Dealmaker(Bargainer):
    """Offers and asks before it argues, and comes down soon."""

    name: ClassVar[str] = "dealmaker"
    kinds: ClassVar[tuple[str, ...]] = (
        "offer", "ask", "rebut", "praise", "concede", "assert", "press", "procedure", "deflect", "warn",
    )  # fmt: skip
    runs: ClassVar[int] = 2

    def curve(self, spent: int, talk: int) -> int:
        """Most of it at once."""
        return conceder(spent, talk)
