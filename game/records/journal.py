"""The journal: every game on this machine, in one SQLite file, each move there before anybody sees it.

A game is a heading and its moves, chained by seals; the end of the chain stands in the heading's row,
so that a missing end shows too. The sources of a scenario are kept once for each rules and wording.
"""

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self

from game.phrases import phrase
from game.records.database import Database
from game.records.faults import BrokenRecord, Damaged, NewerRecord, NoSuchGame, NoSuchMove, PlayedElsewhere
from game.records.record import (
    ARGUE,
    HUMAN,
    Header,
    Record,
    Row,
    first,
    first_seal,
    header_from,
    heading,
    moves_in,
    seal,
)
from game.records.sources import pack, unpack
from game.speech.gate import clean

VERSION = 1
"""The version of the journal's tables that this program writes, and the newest that it reads."""

_STRICT = ["STRICT"] if sqlite3.sqlite_version_info >= (3, 37) else []
"""Columns hold what they say, where SQLite is new enough to see to it; seals find it out anywhere."""

_SCHEMA = (
    f"""CREATE TABLE sources (
        rules TEXT NOT NULL,
        wording TEXT NOT NULL,
        packed BLOB NOT NULL,
        sum TEXT NOT NULL,
        PRIMARY KEY (rules, wording)
    ) {", ".join(_STRICT)}""",
    f"""CREATE TABLE games (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        heading TEXT NOT NULL,
        moves INTEGER NOT NULL,
        seal TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        over INTEGER NOT NULL,
        played TEXT NOT NULL,
        latest INTEGER NOT NULL UNIQUE
    ) {", ".join(_STRICT)}""",
    f"""CREATE TABLE moves (
        game INTEGER NOT NULL REFERENCES games,
        sequence INTEGER NOT NULL,
        side INTEGER NOT NULL,
        move TEXT NOT NULL,
        typed TEXT NOT NULL,
        reason TEXT NOT NULL,
        digest TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (game, sequence)
    ) {", ".join([*_STRICT, "WITHOUT ROWID"])}""",
)

_LETTERS = "bcdfghjkmnpqrstvwxz"
"""No vowels, so that no name is a word, and nothing that looks like something else."""

_NAME_LENGTH = 6


class KeptGame(NamedTuple):
    """A game as it was kept, every seal of it sound."""

    name: str
    record: Record


class Summary(NamedTuple):
    """A line of the list of games. Only `game` looks at the moves."""

    name: str
    scenario: str
    """The empty text where the heading is damaged."""
    seats: tuple[str, str]
    moves: int
    minutes: int
    over: bool
    begun: str
    played: str
    """When the last move was made, in UTC, as `1962-11-05T23:00:00Z`."""
    parent: str
    at: int
    form: str = ""


class Journal:
    """Every game on this machine. Threads may share one; so may programs share the file."""

    def __init__(self, path: Path) -> None:
        """The file. It is made, with its folder, when the first game is begun."""
        self._database = Database(path, _SCHEMA, VERSION)

    def close(self) -> None:
        """Let go of the file. It is opened again when it is needed."""
        self._database.close()

    def __enter__(self) -> Self:
        """Close it when the block ends."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Let go of the file."""
        self.close()

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

        `files` may be left out where they are kept for the same rules and wording already. Raises
        `JournalError`.
        """
        with self._database.writing() as database:
            self._keep_sources(database, header, files)
            name = self._new_name(database)
            number = database.execute(
                "INSERT INTO games (name, heading, moves, seal, minutes, over, played, latest)"
                " VALUES (?, ?, ?, '', ?, ?, ?, (SELECT coalesce(max(latest), 0) + 1 FROM games))",
                (name, heading(header), len(rows), minutes, int(over), now()),
            ).lastrowid
            last = first_seal(header)
            for row in rows:
                last = self._insert(database, number, row, last)
            database.execute("UPDATE games SET seal = ? WHERE number = ?", (last, number))
        return name

    def append(self, game: str, row: Row, *, minutes: int, over: bool) -> None:
        """Keep a move. Raises `PlayedElsewhere` where it is not the next one, `JournalError` and `BrokenRecord`."""
        with self._database.writing() as database:
            found = database.execute("SELECT number, moves, seal FROM games WHERE name = ?", (game,)).fetchone()
            if found is None:
                raise NoSuchGame(game)
            number, moves, last = found
            if type(moves) is not int or type(last) is not str:
                raise BrokenRecord(phrase("Game {game}", game=game), 0, phrase("its heading is not what was kept"))
            if row.sequence != moves + 1:
                raise _played_elsewhere(game, moves)
            try:
                last = self._insert(database, number, row, last)
            except sqlite3.IntegrityError:
                raise _played_elsewhere(game, moves) from None
            database.execute(
                "UPDATE games SET moves = ?, seal = ?, minutes = ?, over = ?, played = ? WHERE number = ?",
                (row.sequence, last, minutes, int(over), now(), number),
            )
            database.execute(
                "UPDATE games SET latest = (SELECT max(latest) + 1 FROM games)"
                " WHERE number = ? AND latest < (SELECT max(latest) FROM games)",
                (number,),
            )

    def game(self, name: str) -> KeptGame:
        """A game, verified. Raises `NoSuchGame`, `NewerRecord`, `JournalError`, and `BrokenRecord` for damage."""
        name = _plain(name)
        record, why = self._read(name)
        if why is not None:
            raise BrokenRecord(phrase("Game {game}", game=name), moves_in(record.rows), why)
        return KeptGame(name, record)

    def sound(self, name: str) -> Record:
        """What can be trusted of a game, damaged or not: all its moves, or those before the damage."""
        return self._read(_plain(name))[0]

    def games(self) -> list[Summary]:
        """Every game, the one played last first. Raises `JournalError`."""
        with self._database.reading() as database:
            if database is None:
                return []
            found = database.execute(
                "SELECT number, name, heading, moves, minutes, over, played FROM games ORDER BY +latest DESC"
            ).fetchall()
            summaries = [(number, _summary(*each)) for number, *each in found]
            return [each._replace(moves=each.moves - _argued(database, number, each)) for number, each in summaries]

    def branch(self, name: str, at: int) -> str:
        """Begin a game with the first moves of another, which stays as it is.

        A damaged game can be branched too, as far as it is sound. Raises what `game` raises, and `NoSuchMove`.
        """
        name = _plain(name)
        record, why = self._read(name)
        moves = moves_in(record.rows)
        if not 0 <= at <= moves:
            if why is not None:
                raise BrokenRecord(phrase("Game {game}", game=name), moves, why)
            raise NoSuchMove(name, moves, at)
        header = record.header._replace(parent=name, at=at, begun=now())
        return self.create(header, {}, first(record.rows, at))

    def files(self, rules: str, wording: str) -> Mapping[str, bytes]:
        """The sources of a scenario as they were when a game was begun. Raises `JournalError`."""
        query = "SELECT packed, sum FROM sources WHERE rules = ? AND wording = ?"
        with self._database.reading() as database:
            found = None if database is None else database.execute(query, (rules, wording)).fetchone()
        if found is None:
            raise _sources_damaged(phrase("The scenario's own files that this game was kept with are not there"))
        packed, total = found
        if not isinstance(packed, bytes) or hashlib.sha256(packed).hexdigest() != total:
            raise _sources_damaged(phrase("The scenario's own files that this game was kept with are damaged"))
        try:
            return unpack(packed)
        except ValueError as fault:
            raise _sources_damaged(
                phrase("The scenario's own files that this game was kept with are damaged ({why})", why=fault)
            ) from None

    def _keep_sources(self, database: sqlite3.Connection, header: Header, files: Mapping[str, bytes]) -> None:
        key = (header.rules, header.wording)
        if database.execute("SELECT 1 FROM sources WHERE rules = ? AND wording = ?", key).fetchone():
            return
        if not files:
            raise _sources_damaged(phrase("The scenario's own files that this game was kept with are not there"))
        packed = pack(files)
        database.execute(
            "INSERT INTO sources (rules, wording, packed, sum) VALUES (?, ?, ?, ?)",
            (*key, packed, hashlib.sha256(packed).hexdigest()),
        )

    def _new_name(self, database: sqlite3.Connection) -> str:
        while True:
            name = "".join(secrets.choice(_LETTERS) for _ in range(_NAME_LENGTH))
            if not database.execute("SELECT 1 FROM games WHERE name = ?", (name,)).fetchone():
                return name

    def _insert(self, database: sqlite3.Connection, number: int | None, row: Row, last: str) -> str:
        made = seal(last, row)
        database.execute(
            "INSERT INTO moves (game, sequence, side, move, typed, reason, digest, seal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, row.sequence, row.side, row.move, row.typed, row.reason, row.digest, made),
        )
        return made

    def _read(self, name: str) -> tuple[Record, str | None]:
        """The sound part of a game, and what is wrong with the rest of it."""
        query = "SELECT number, heading, moves, seal FROM games NOT INDEXED WHERE name = ?"  # an index may be damaged
        with self._database.reading() as database:
            if database is None or (found := database.execute(query, (name,)).fetchone()) is None:
                raise NoSuchGame(name)
            number, text, moves, end = found
            header = _header(name, text)
            rows: list[Row] = []
            at = 1
            last = first_seal(header)
            try:
                for row, kept in _rows(database, number):
                    if row.sequence != len(rows) + 1:
                        return Record(header, tuple(rows)), phrase("move {move} is missing", move=at)
                    if seal(last, row) != kept:
                        return Record(header, tuple(rows)), phrase("move {move} is not what was kept", move=at)
                    last = kept
                    rows.append(row)
                    at += row.is_move
            except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError) as fault:
                return Record(header, tuple(rows)), phrase("move {move} cannot be read ({why})", move=at, why=fault)
        record = Record(header, tuple(rows))
        if last == end and moves == len(rows):
            return record, None
        if not rows:
            raise BrokenRecord(phrase("Game {game}", game=name), 0, phrase("its heading is not what was kept"))
        return record, phrase("its end is not what was kept: {moves} moves were made", moves=moves)


def _argued(database: sqlite3.Connection, number: int, game: Summary) -> int:
    """How many own arguments stand among the rows of a game; none can where a counterpart plays."""
    if game.seats != (HUMAN, HUMAN):
        return 0
    try:
        count = "SELECT count(*) FROM moves WHERE game = ? AND move = ?"
        return int(database.execute(count, (number, ARGUE)).fetchone()[0])
    except sqlite3.DatabaseError:  # damage among the moves: the list tells of every game all the same
        return 0


def now() -> str:
    """The time in UTC, as it is kept: `1962-11-05T23:00:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(name: str) -> str:
    """A name as it was given, the way names are kept."""
    return clean(name).strip().lower()


def _rows(database: sqlite3.Connection, number: int) -> Iterator[tuple[Row, str]]:
    found = database.execute(
        "SELECT sequence, side, move, typed, reason, digest, seal FROM moves WHERE game = ? ORDER BY sequence",
        (number,),
    )
    for *columns, kept in found:
        yield Row(*columns), kept


def _header(name: str, text: str) -> Header:
    try:
        return header_from(text)
    except (ValueError, TypeError, RecursionError):
        raise BrokenRecord(phrase("Game {game}", game=name), 0, phrase("its heading cannot be read")) from None


def _summary(name: str, text: str, moves: int, minutes: int, over: int, played: str) -> Summary:
    try:
        header = header_from(text)
    except (ValueError, TypeError, RecursionError, NewerRecord):
        return Summary(name, "", ("", ""), moves, minutes, bool(over), "", played, "", 0)
    return Summary(
        name, header.scenario, header.seats, moves, minutes, bool(over), header.begun, played, header.parent, header.at,
        header.form,
    )  # fmt: skip


def _played_elsewhere(game: str, moves: int) -> PlayedElsewhere:
    return PlayedElsewhere(
        phrase("Game {game} was played on in another window", game=game),
        phrase("all {moves} moves made there are kept, and this one was not made", moves=moves),
        phrase("close one of the two and resume the game"),
    )


def _sources_damaged(what: str) -> Damaged:
    return Damaged(
        what, phrase("its moves are as they were"), phrase("export the game, and play on from the exported file")
    )
