"""Notes: what people wrote about a game beside playing it. Marks of judges, answers before and after, reflections.

They are kept in a file of their own beside the games, by the name of the game: a record stays what it is.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.records.database import Database
from game.records.journal import now
from game.speech.gate import clean

VERSION = 1
_SCHEMA = (
    """CREATE TABLE notes (
        number INTEGER PRIMARY KEY,
        game TEXT NOT NULL,
        kind TEXT NOT NULL,
        who TEXT NOT NULL,
        move INTEGER NOT NULL,
        topic TEXT NOT NULL,
        said TEXT NOT NULL,
        written TEXT NOT NULL
    )""",
)

MARK, BEFORE, AFTER, REFLECTION = "mark", "before", "after", "reflection"
"""The kinds of notes."""


class Note(NamedTuple):
    """One note."""

    kind: str
    who: str
    """Who wrote it, as they called themselves."""
    move: int
    """The move it is about; 0 for the whole game."""
    topic: str
    """The criterion that is marked, or the question that is answered."""
    said: str
    """The mark from 1 to 4, or the answer."""


class Notes:
    """Every note on this machine."""

    def __init__(self, path: Path) -> None:
        """The file. It is made when the first note is kept."""
        self._database = Database(path, _SCHEMA, VERSION)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def keep(self, game: str, notes: Sequence[Note]) -> None:
        """Keep notes of a game. A mark or an answer given again takes the place of the first. Raises `JournalError`."""
        with self._database.writing() as connection:
            for note in notes:
                note = Note(note.kind, clean(note.who, 60), note.move, clean(note.topic), clean(note.said))
                connection.execute(
                    "DELETE FROM notes WHERE game = ? AND kind = ? AND who = ? AND move = ? AND topic = ?",
                    (game, *note[:4]),
                )
                connection.execute(
                    "INSERT INTO notes (game, kind, who, move, topic, said, written) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (game, *note, now()),
                )

    def of(self, game: str) -> list[Note]:
        """The notes of a game, in the order in which they were kept. Raises `JournalError`."""
        with self._database.reading() as connection:
            if connection is None:
                return []
            rows = connection.execute(
                "SELECT kind, who, move, topic, said FROM notes WHERE game = ? ORDER BY number", (game,)
            )
            return [Note(*row) for row in rows.fetchall()]
