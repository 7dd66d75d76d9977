"""Chance for those who play, never for the rules: small whole numbers from a seed, the same for ever.

Splitmix64 (Steele, Lea and Flood 2014). Python's own generator promises the same numbers over
versions for `random()` alone, and a game must meet the same counterpart when it is opened again.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Draw:
    """Draws that depend on nothing but a seed, the number of moves made, and how often one was asked."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, moves_made: int = 0) -> None:
        """Begin where this many moves have been made."""
        self._state = (seed * 0x9E3779B97F4A7C15 + moves_made * 0xD1B54A32D192ED03) & _MASK

    def number(self) -> int:
        """The next number of 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
        return mixed ^ mixed >> 31

    def below(self, limit: int) -> int:
        """A number from 0 up to, and without, the limit."""
        return self.number() * limit >> 64

    def one_of(self, choices: Sequence[T]) -> T:
        """One of some choices."""
        return choices[self.below(len(choices))]
