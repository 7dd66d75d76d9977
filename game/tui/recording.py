"""A recorded game as it is watched: a session at any of its moves, and what is said of each."""

from collections.abc import Callable
from dataclasses import dataclass

from game.session import Session


@dataclass(frozen=True, slots=True)
class Recording:
    """A game with comments."""

    title: str
    comments: tuple[str, ...]
    """What is said of each move, from the first; the empty text for nothing."""
    at: Callable[[int], Session]
    """The game after so many of its moves."""

    @property
    def moves(self) -> int:
        """How many moves it has."""
        return len(self.comments)
