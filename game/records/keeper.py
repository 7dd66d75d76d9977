"""Who keeps a game: the journal, or nobody."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from game.records.record import Header, Row


class Keeper(Protocol):
    """What a session asks of whoever keeps its moves."""

    def create(
        self,
        header: Header,
        files: Mapping[str, bytes],
        rows: Sequence[Row] = (),
        *,
        minutes: int = 0,
        over: bool = False,
    ) -> str:
        """Begin a game, with the moves that it takes over from another, and return its name.

        `files` are the scenario's own, by their paths in its folder; they may be left out where the
        keeper has them already for the same rules and wording. `minutes` spent and whether the
        talks are `over` are for lists of games, and for nothing else.
        """
        ...

    def append(self, game: str, row: Row, *, minutes: int, over: bool) -> None:
        """Keep a move; when this returns, nothing but the loss of the disk can lose it."""
        ...


class Unkept:
    """Keeps nothing: for tests, for rehearsals and for playing a scenario many times."""

    def create(
        self,
        header: Header,
        files: Mapping[str, bytes],
        rows: Sequence[Row] = (),
        *,
        minutes: int = 0,
        over: bool = False,
    ) -> str:
        """Begin a game that nobody will find again."""
        return "unkept"

    def append(self, game: str, row: Row, *, minutes: int, over: bool) -> None:
        """Let a move go by."""
