"""A SQLite file in which what has been committed survives kill -9 and loss of power.

One writer at a time, a commit is one sync to the disk (0.2 ms on a laptop's). Opened late, made later:
nothing is written to a disk until there is something to keep. Every fault of SQLite or of the file
system comes out as a `JournalError`.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from game.phrases import phrase
from game.records.faults import Busy, CannotWrite, Damaged, DiskFull, JournalError, NewerRecord

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_SETTINGS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
"""Builds of SQLite differ in their defaults, so all are set. On macOS a plain sync does not reach the platter."""

_MAGIC = b"SQLite format 3\x00"


class Database:
    """The file, its connection, and the lock that lets threads share it."""

    def __init__(self, path: Path, schema: Sequence[str], version: int) -> None:
        """`schema` makes an empty file into one of `version`. Nothing is opened yet."""
        self.path = path.absolute()
        self._schema = schema
        self._version = version
        self._connection: sqlite3.Connection | None = None
        self._opened_file: tuple[int, int] | None = None
        self._lock = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """A connection to read from; None where nothing has been written yet. Raises `JournalError`."""
        with self._lock, self._faults():
            yield self._opened(make=False)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed when the block ends, undone when it raises. Raises `JournalError`."""
        with self._lock, self._faults():
            connection = self._opened(make=True)
            assert connection is not None
            self._still_there()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of the file. It is opened again when it is needed."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        if self._connection is not None:
            return self._connection
        if not self.path.exists():
            if not make:
                return None
            self._make()
        self._looks_right()
        connection = self._connect(self.path)
        try:
            ready = self._ready(connection, make=make)
        except sqlite3.OperationalError as fault:
            connection.close()
            if make or _code(fault) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            return self._opened_for_reading_only()
        except BaseException:
            connection.close()
            raise
        if not ready:
            connection.close()
            return None
        self._connection, self._opened_file = connection, self._file()
        return connection

    def _make(self) -> None:
        """A file that only its owner can read, in a folder that only its owner can enter."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))

    def _looks_right(self) -> None:
        """SQLite takes the shortest files for empty ones, and would write over them."""
        with self.path.open("rb") as file:
            beginning = file.read(len(_MAGIC))
        if beginning and beginning != _MAGIC:
            raise self._damaged(phrase("The file of kept games, {file}, is not a database", file=self.path))

    def _connect(self, where: Path | str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            where, uri=isinstance(where, str), timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = _text
        return connection

    def _ready(self, connection: sqlite3.Connection, *, make: bool) -> bool:
        """Whether the file is one of ours, made so where it is empty and `make` says so."""
        version = self._found(connection)
        if not version and not make:
            return False
        for setting in _SETTINGS:
            self._set(connection, setting)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA synchronous = EXTRA")  # a network drive: no shared memory, so no WAL
        if not version:
            connection.execute("BEGIN IMMEDIATE")
            if not self._found(connection):
                for statement in (*self._schema, f"PRAGMA user_version = {self._version}"):
                    connection.execute(statement)
            connection.execute("COMMIT")
        return True

    def _set(self, connection: sqlite3.Connection, setting: str) -> None:
        """SQLite waits for other programs everywhere but where a new file is first turned to WAL."""
        patience_ends = time.monotonic() + PATIENCE
        while True:
            try:
                connection.execute(f"PRAGMA {setting}")
                return
            except sqlite3.OperationalError as fault:
                if _code(fault) != sqlite3.SQLITE_BUSY or time.monotonic() > patience_ends:
                    raise
                time.sleep(0.01)

    def _found(self, connection: sqlite3.Connection) -> int:
        """The version of the file; 0 for an empty one. Raises where it is newer, or another program's."""
        version, tables = connection.execute(
            "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"
        ).fetchone()  # in one statement: another program may be making the tables
        if version > self._version:
            raise NewerRecord(phrase("The file of kept games, {file},", file=self.path), version, self._version)
        if version <= 0 and tables:
            raise self._damaged(phrase("The file of kept games, {file}, is not one of this program's", file=self.path))
        return int(max(version, 0))

    def _opened_for_reading_only(self) -> sqlite3.Connection | None:
        """From a folder that cannot be written. A log there cannot be read without its shared memory."""
        log = self.path.with_name(self.path.name + "-wal")
        how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
        connection = self._connect(f"{self.path.as_uri()}?{how}")
        try:
            if self._found(connection):
                self._connection = connection
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None

    def _still_there(self) -> None:
        """A file that was deleted under an open connection takes writes and keeps nothing."""
        if self._opened_file not in (None, self._file()):
            raise CannotWrite(
                phrase(
                    "The file of kept games, {file}, was moved, deleted or replaced while it was in use", file=self.path
                ),
                phrase("this move was not made"),
                phrase("put it back as it was and make the move again"),
            )

    def _file(self) -> tuple[int, int] | None:
        """Which file stands under the path now; None for none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as fault:
            raise self._named(fault) from fault
        except UnicodeDecodeError as fault:  # in a message of SQLite's that quotes what is damaged
            raise self._damaged(phrase("The file of kept games, {file}, cannot be read", file=self.path)) from fault
        except OSError as fault:
            raise self._unwritable(fault.strerror or type(fault).__name__) from fault

    def _named(self, fault: sqlite3.DatabaseError) -> JournalError:
        file = self.path
        match _code(fault):
            case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOLFS:
                return DiskFull(
                    phrase(
                        "There is no room to write, or the disk failed, at {file} ({why})", file=self.path, why=fault
                    ),
                    phrase("every move before this one is kept"),
                    phrase("make room and make the move again"),
                )
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return Busy(
                    phrase("Another program is writing to {file} and does not finish", file=file),
                    phrase("every move before this one is kept"),
                    phrase("close the other program and make the move again"),
                )
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
                return self._unwritable(str(fault))
        what = phrase("The file of kept games, {file}, cannot be read ({why})", file=file, why=fault)
        return self._damaged(what)

    def _unwritable(self, why: str) -> CannotWrite:
        return CannotWrite(
            phrase("Games cannot be kept in {folder} ({why})", folder=self.path, why=why),
            phrase("every move kept before is as it was"),
            phrase("make the folder writable, or name another in SEE_AND_COUNT_HOME"),
        )

    def _damaged(self, what: str) -> Damaged:
        return Damaged(
            what, phrase("nothing in it was changed"), phrase("move it away, and the next game begins a new one")
        )


def _code(fault: sqlite3.Error) -> int:
    """The primary error code of SQLite; 0 where Python found the fault itself."""
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF


def _text(raw: bytes) -> str:
    """Damaged text must not stop the reading: its seal will not match."""
    return raw.decode("utf-8", "replace")
