"""Bad places and bad luck: damaged, truncated, full, read-only and foreign files, and two programs at once."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.records.faults import BrokenRecord, Busy, CannotWrite, Damaged, DiskFull, NoSuchGame, RecordError
from game.records.journal import Journal
from game.records.record import Record
from tests.records.kept import FILES, header, one_sentence, row, rows

MOVES = 40

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "games.sqlite3"


def keep(path: Path, count: int = MOVES) -> tuple[Journal, str]:
    journal = Journal(path)
    game = journal.create(header(), FILES)
    for each in rows(count):
        journal.append(game, each, minutes=0, over=False)
    return journal, game


def test_a_flipped_bit_is_found_or_changed_nothing(path: Path, tmp_path: Path) -> None:
    journal, game = keep(path)
    journal.close()
    whole = path.read_bytes()
    chance = random.Random(1962)
    found = 0
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        copy = tmp_path / "copy.sqlite3"
        copy.write_bytes(damaged)
        with Journal(copy) as journal:
            sound = MOVES
            try:
                assert journal.game(game).record == Record(header(), rows(MOVES))
            except BrokenRecord as fault:
                one_sentence(fault)
                found, sound = found + 1, fault.sound
            except RecordError as fault:
                one_sentence(fault)
                found, sound = found + 1, 0
            if sound:
                again = journal.sound(game)
                assert again == Record(header(), rows(len(again.rows)))
                assert len(again.rows) >= sound
            for use in (
                journal.games,
                lambda: journal.files(header().rules, header().wording),
                lambda: journal.branch(game, 2),
                lambda: journal.append(game, row(MOVES + 1), minutes=0, over=False),
            ):
                try:
                    use()
                except RecordError as fault:
                    one_sentence(fault)
    assert found > 50


def test_a_log_that_was_cut_anywhere_leaves_a_clean_beginning(path: Path, tmp_path: Path) -> None:
    journal, game = keep(path)
    log = path.with_name(path.name + "-wal")
    file, whole = path.read_bytes(), log.read_bytes()
    seen = set()
    for end in range(0, len(whole) + 1, 1511):
        seen.add(_moves_after(tmp_path, game, file, whole[:end]))
    assert None in seen
    assert MOVES in {*seen, _moves_after(tmp_path, game, file, whole)}
    assert len(seen) > MOVES / 2
    journal.close()


def test_a_flipped_bit_in_the_log_leaves_a_clean_beginning(path: Path, tmp_path: Path) -> None:
    journal, game = keep(path)
    log = path.with_name(path.name + "-wal")
    file, whole = path.read_bytes(), log.read_bytes()
    chance = random.Random(1642)
    for _ in range(150):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        _moves_after(tmp_path, game, file, bytes(damaged))
    journal.close()


def _moves_after(folder: Path, game: str, file: bytes, log: bytes) -> int | None:
    """How many moves a journal has that was left with such a log; every one of them must be right."""
    copy = folder / "copy.sqlite3"
    for end in ("-wal", "-shm"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)
    copy.write_bytes(file)
    copy.with_name(copy.name + "-wal").write_bytes(log)
    journal = Journal(copy)
    try:
        found = journal.game(game).record
    except NoSuchGame:
        return None
    finally:
        journal.close()
    assert found == Record(header(), rows(len(found.rows)))
    return len(found.rows)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_gets_one_sentence(path: Path, share: float) -> None:
    journal, game = keep(path, 200)
    journal.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(RecordError) as caught:
        journal.game(game)
    one_sentence(caught.value)


@pytest.mark.parametrize("content", [b"not a database, but a text that is long enough" * 40, b"\x00" * 4096, b"x"])
def test_a_file_that_is_no_database_gets_one_sentence_and_is_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for attempt in (lambda: Journal(path).games(), lambda: Journal(path).create(header(), FILES)):
        with pytest.raises(Damaged, match="nothing in it was changed; move it away") as caught:
            attempt()
        one_sentence(caught.value)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    before = path.read_bytes()
    for attempt in (lambda: Journal(path).games(), lambda: Journal(path).create(header(), FILES)):
        with pytest.raises(Damaged, match="not one of this program's"):
            attempt()
    assert path.read_bytes() == before


def test_an_empty_file_is_a_journal_without_games(path: Path) -> None:
    path.touch()
    assert Journal(path).games() == []
    journal, game = keep(path, 1)
    assert len(journal.game(game).record.rows) == 1


@pytest.mark.parametrize("place", ["a-file/games.sqlite3", "a-file/under/it/games.sqlite3", "a-folder"])
def test_a_place_where_nothing_can_be_kept_gets_one_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    with pytest.raises(CannotWrite, match="SEE_AND_COUNT_HOME") as caught:
        Journal(tmp_path / place).create(header(), FILES)
    one_sentence(caught.value)


class _Full:
    """A connection whose disk has no room at a certain statement."""

    def __init__(self, connection: sqlite3.Connection, at: str, code: int) -> None:
        self.connection, self.at, self.code = connection, at, code

    def execute(self, statement: str, values: tuple[str | int | None, ...] = ()) -> sqlite3.Cursor:
        if statement.startswith(self.at):
            fault = sqlite3.OperationalError("database or disk is full")
            fault.sqlite_errorcode = self.code
            raise fault
        return self.connection.execute(statement, values)

    def __getattr__(self, name: str) -> object:
        return getattr(self.connection, name)


@pytest.mark.parametrize("at", ["BEGIN", "INSERT", "UPDATE", "COMMIT"])
@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC])
def test_when_the_disk_is_full_nothing_is_lost_and_the_game_goes_on_when_there_is_room(
    path: Path, monkeypatch: pytest.MonkeyPatch, at: str, code: int
) -> None:
    journal, game = keep(path, 5)
    whole = journal._database._connection
    assert whole is not None
    with monkeypatch.context() as patch:
        patch.setattr(journal._database, "_connection", _Full(whole, at, code))
        with pytest.raises(DiskFull, match="every move before this one is kept; make room") as caught:
            journal.append(game, row(6), minutes=0, over=False)
        one_sentence(caught.value)
        assert journal.game(game).record.rows == rows(5)
    journal.append(game, row(6), minutes=0, over=False)
    assert [each.sequence for each in Journal(path).game(game).record.rows] == [1, 2, 3, 4, 5, 6]


def test_a_program_that_never_finishes_writing_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, game = keep(path, 3)
    journal.close()
    monkeypatch.setattr("game.records.database.PATIENCE", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="close the other program and make the move again") as caught:
        journal.append(game, row(4), minutes=0, over=False)
    one_sentence(caught.value)
    assert len(journal.game(game).record.rows) == 3
    other.execute("ROLLBACK")
    other.close()
    journal.append(game, row(4), minutes=0, over=False)


def test_threads_share_a_journal(path: Path) -> None:
    journal = Journal(path)

    def play(seed: int) -> str:
        game = journal.create(header(seed), FILES)
        for each in rows(20):
            journal.append(game, each, minutes=0, over=False)
        return game

    with ThreadPoolExecutor(8) as threads:
        games = list(threads.map(play, range(8)))
    assert {each.name for each in journal.games()} == set(games)
    assert all(journal.game(game).record == Record(header(seed), rows(20)) for seed, game in enumerate(games))


QUOTA = """
import resource, sys
from pathlib import Path
from game.records.faults import DiskFull
from game.records.journal import Journal
from tests.records.kept import FILES, header, row, rows
path = Path(sys.argv[1])
journal = Journal(path)
game = journal.create(header(), FILES)
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, resource.RLIM_INFINITY))
kept = refused = 0
for _ in range(400):
    try:
        journal.append(game, row(kept + 1), minutes=0, over=False)
        kept += 1
    except DiskFull as fault:
        refused += 1
        assert len(journal.game(game).record.rows) == kept
        if refused == 3:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(game, kept, refused)
"""


def test_a_quota_is_a_full_disk(path: Path) -> None:
    game, kept, refused = _child(QUOTA, str(path)).split()
    assert int(refused) >= 3
    assert len(Journal(path).game(game).record.rows) == int(kept) == 400 - int(refused)


READ_ONLY = """
import os, sys
from pathlib import Path
path, game, how = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
from game.records.faults import RecordError
from game.records.journal import Journal
from tests.records.kept import FILES, header, row
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
journal = Journal(path)
try:
    print(len(journal.game(game).record.rows), len(journal.games()))
except RecordError as fault:
    print(type(fault).__name__, fault)
def append():
    journal.append(game, row(8), minutes=0, over=False)
def create():
    Journal(path).create(header(), FILES)
for write in (append, create):
    try:
        write()
        print("written")
    except RecordError as fault:
        print(type(fault).__name__, fault)
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs Unix permissions")
@pytest.mark.parametrize("how", ["folder", "file", "both", "hidden"])
def test_what_cannot_be_written_can_be_read(how: str) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "games.sqlite3"
        journal, game = keep(path, 7)
        journal.close()
        path.chmod(0o666 if how == "folder" else 0o000 if how == "hidden" else 0o444)
        folder.chmod(0o777 if how == "file" else 0o555)
        read, append, create = _child(READ_ONLY, str(path), game, how).splitlines()
        assert read == "7 1" if how != "hidden" else read.startswith("CannotWrite Games cannot be")
        assert append.startswith("CannotWrite Games cannot be")
        assert create.startswith("CannotWrite Games cannot be")
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)


TOGETHER = """
import sys
from pathlib import Path
from game.records.journal import Journal
from tests.records.kept import FILES, header, row
journal = Journal(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
game = journal.create(header(), FILES)
for sequence in range(1, 31):
    journal.append(game, row(sequence), minutes=0, over=False)
print(game)
"""


def test_programs_that_begin_together_do_not_hinder_each_other(path: Path) -> None:
    children = [
        subprocess.Popen(
            [sys.executable, "-c", TOGETHER, str(path)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    games = [child.communicate(timeout=60)[0].strip() for child in children]
    assert [child.returncode for child in children] == [0] * 6
    journal = Journal(path)
    assert {each.name for each in journal.games()} == set(games)
    assert all(len(journal.game(game).record.rows) == 30 for game in games)


def _child(script: str, *arguments: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
