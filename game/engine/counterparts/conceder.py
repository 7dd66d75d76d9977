"""Conceder: looks for what both can report, says so early, and comes down early."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.concession import conceder


class Conceder(Bargainer):
    """The time-dependent tactic that gives way first (Faratin, Sierra and Jennings 1998).

    It offers and asks before it argues, and takes the first package that is good enough.
    """

    name: ClassVar[str] = "conceder"
    kinds: ClassVar[tuple[str, ...]] = (
        "offer", "ask", "rebut", "praise", "concede", "assert", "press", "procedure", "deflect", "warn",
    )  # fmt: skip
    seeks: ClassVar[bool] = True
    runs: ClassVar[int] = 2
    patience: ClassVar[int] = 3
    stays_for: ClassVar[tuple[str, ...]] = ("offer", "ask")
    until_two_packages: ClassVar[int] = 0

    def curve(self, spent: int, talk: int) -> int:
        """Most of it at once."""
        return conceder(spent, talk)
