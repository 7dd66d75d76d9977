"""An answer of the rules, kept by the bits of a position on which it depends: nothing is asked twice."""

from collections.abc import Callable
from typing import Generic, TypeVar

from game.engine.projection import Cleared

Answer = TypeVar("Answer")


class Asked(dict[Cleared, Answer], Generic[Answer]):
    """The answers to one question so far. `asked[position & asked.bits]` is the one for a position."""

    __slots__ = ("_ask", "bits")

    def __init__(self, bits: Cleared, ask: Callable[[Cleared], Answer]) -> None:
        """Nothing is asked before it comes up; then with everything but these bits as the game begins."""
        self.bits = bits
        self._ask = ask

    def __missing__(self, here: Cleared) -> Answer:
        self[here] = answer = self._ask(here)
        return answer
