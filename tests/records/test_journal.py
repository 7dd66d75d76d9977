"""The journal: what was kept comes back, in order, or the fault is named."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from game.records.faults import BrokenRecord, NewerRecord, NoSuchGame, NoSuchMove, PlayedElsewhere, RecordError
from game.records.journal import VERSION, Journal
from game.records.record import FORMAT, Record, Row, first_seal, header_from, heading, seal
from tests.records.kept import FILES, header, row, rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "games.sqlite3"


def keep(journal: Journal, count: int) -> str:
    """A game of so many made-up moves."""
    game = journal.create(header(), FILES)
    for each in rows(count):
        journal.append(game, each, minutes=4 * each.sequence, over=False)
    return game


def test_nothing_is_written_before_there_is_something_to_keep(path: Path) -> None:
    journal = Journal(path)
    assert journal.games() == []
    with pytest.raises(NoSuchGame):
        journal.game("bcdfgh")
    assert not path.parent.exists()


def test_a_game_comes_back_as_it_was_kept(path: Path) -> None:
    game = keep(Journal(path), 12)
    assert Journal(path).game(game) == (game, Record(header(), rows(12)))
    assert Journal(path).game(f" {game.upper()} ").name == game


def test_every_commit_is_synced_to_the_disk(path: Path) -> None:
    journal = Journal(path)
    keep(journal, 1)
    with journal._database.writing() as database:
        settings = {
            name: database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "trusted_schema")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "trusted_schema": 0,
    }


def test_only_its_owner_can_read_it(path: Path) -> None:
    journal = Journal(path)
    keep(journal, 1)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_list_of_games_begins_with_the_one_played_last(path: Path) -> None:
    journal = Journal(path)
    first, second = keep(journal, 3), keep(journal, 2)
    assert [each.name for each in journal.games()] == [second, first]
    journal.append(first, row(4), minutes=16, over=True)
    played_last = journal.games()[0]
    assert (played_last.name, played_last.moves, played_last.minutes, played_last.over) == (first, 4, 16, True)
    assert played_last.scenario == "made-up"
    assert played_last.seats == header().seats


def test_the_sources_of_a_scenario_are_kept_once_and_small(path: Path) -> None:
    journal = Journal(path)
    keep(journal, 1)
    journal.create(header(8), {})
    assert Journal(path).files("a" * 64, "b" * 64) == FILES
    database = sqlite3.connect(path)
    ((count, size),) = database.execute("SELECT count(*), sum(length(packed)) FROM sources").fetchall()
    assert count == 1
    assert size < sum(map(len, FILES.values())) / 4


def test_a_game_without_the_files_of_its_scenario_is_not_kept(path: Path) -> None:
    journal = Journal(path)
    with pytest.raises(RecordError, match="files that this game was kept with are not there"):
        journal.create(header(), {})
    assert journal.games() == []


def test_a_branch_keeps_the_old_line(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 9)
    branch = journal.branch(game, 4)
    journal.append(branch, row(5, "otherwise"), minutes=20, over=False)
    kept = journal.game(branch).record
    assert (kept.header.parent, kept.header.at) == (game, 4)
    assert kept.rows == (*rows(4), row(5, "otherwise"))
    assert journal.game(game).record == Record(header(), rows(9))


def test_a_game_branches_off_only_where_it_has_been(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    for wrong in (-1, 4):
        with pytest.raises(NoSuchMove, match="has 3 moves, not"):
            journal.branch(game, wrong)
    assert len(journal.games()) == 1


def test_a_move_is_kept_once(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    for wrong in (3, 5, 0):
        with pytest.raises(PlayedElsewhere, match="all 3 moves made there are kept"):
            journal.append(game, row(wrong), minutes=0, over=False)
    assert len(journal.game(game).record.rows) == 3


def test_the_second_of_two_programs_on_one_game_is_told_so(path: Path) -> None:
    one, other = Journal(path), Journal(path)
    game = keep(one, 3)
    assert len(other.game(game).record.rows) == 3
    one.append(game, row(4), minutes=16, over=False)
    with pytest.raises(PlayedElsewhere, match="close one of the two and resume"):
        other.append(game, row(4), minutes=16, over=False)
    assert len(one.game(game).record.rows) == 4


def test_a_move_that_is_there_already_breaks_the_rule_of_the_table(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE games SET moves = 2")
    with pytest.raises(PlayedElsewhere):
        journal.append(game, row(3), minutes=0, over=False)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE moves SET move = 'accept' WHERE sequence = 5",
        "UPDATE moves SET typed = '' WHERE sequence = 5",
        "UPDATE moves SET reason = 'worth' WHERE sequence = 5",
        "UPDATE moves SET side = 1 - side WHERE sequence = 5",
        "UPDATE moves SET digest = upper(digest) || 'A' WHERE sequence = 5",
        "UPDATE moves SET seal = '' WHERE sequence = 5",
        "DELETE FROM moves WHERE sequence = 5",
        "UPDATE moves SET sequence = 50 WHERE sequence = 5",
        "DELETE FROM moves WHERE sequence >= 5",
        "DELETE FROM moves WHERE sequence >= 5; UPDATE games SET moves = 4",
    ],
)
def test_whatever_is_changed_is_found_and_what_is_before_it_is_kept(path: Path, damage: str) -> None:
    journal = Journal(path)
    game = keep(journal, 9)
    journal.close()
    database = sqlite3.connect(path)
    database.executescript(damage)
    database.close()
    with pytest.raises(BrokenRecord, match="its first 4 moves are sound and kept; play on from move 4") as caught:
        journal.game(game)
    assert caught.value.sound == 4
    assert journal.sound(game) == Record(header(), rows(4))
    branch = journal.branch(game, 4)
    assert journal.game(branch).record.rows == rows(4)


def test_a_changed_heading_makes_every_move_doubtful(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE games SET heading = replace(heading, 'hardliner', 'dealmaker')")
    with pytest.raises(BrokenRecord, match="none of its moves can be trusted"):
        journal.game(game)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE games SET heading = '[]'")
    with pytest.raises(BrokenRecord, match="heading"):
        journal.game(game)
    assert [each.scenario for each in journal.games()] == [""]


def test_a_changed_heading_of_a_game_without_moves_is_found(path: Path) -> None:
    journal = Journal(path)
    game = journal.create(header(), FILES)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE games SET heading = replace(heading, 'hardliner', 'dealmaker')")
    with pytest.raises(BrokenRecord, match="heading"):
        journal.game(game)


@pytest.mark.parametrize("damage", ["packed = x'00'", "packed = substr(packed, 1, 30)", "sum = ''"])
def test_damaged_sources_are_named_and_the_moves_are_still_there(path: Path, damage: str) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute(f"UPDATE sources SET {damage}")
    with pytest.raises(RecordError, match="its moves are as they were"):
        journal.files("a" * 64, "b" * 64)
    assert len(journal.game(game).record.rows) == 3


def test_a_newer_journal_is_refused_and_not_touched(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    before = path.read_bytes()
    for attempt in (journal.games, lambda: journal.game(game), lambda: journal.create(header(), FILES)):
        with pytest.raises(NewerRecord, match=f"format {VERSION + 1}, and this one reads up to {VERSION}"):
            attempt()
    assert path.read_bytes() == before


def test_a_game_of_a_newer_format_does_not_hide_the_others(path: Path) -> None:
    journal = Journal(path)
    game, newer = keep(journal, 3), keep(journal, 1)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE games SET heading = ? WHERE name = ?", (f'{{"format":{FORMAT + 1}}}', newer))
    with pytest.raises(NewerRecord):
        journal.game(newer)
    assert len(journal.game(game).record.rows) == 3
    assert {each.name for each in journal.games()} == {game, newer}


def test_a_journal_moved_away_under_the_game_is_noticed(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    path.rename(path.with_name("elsewhere.sqlite3"))
    with pytest.raises(RecordError, match="moved, deleted or replaced while it was in use"):
        journal.append(game, row(4), minutes=16, over=False)
    path.with_name("elsewhere.sqlite3").replace(path)
    journal.append(game, row(4), minutes=16, over=False)


def test_a_closed_journal_opens_again_when_it_is_needed(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 3)
    journal.close()
    journal.close()
    assert len(journal.game(game).record.rows) == 3


def test_a_folder_with_an_odd_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a b?#%é…" / os.fsdecode(b"\xff") / "games.sqlite3"
    game = keep(Journal(path), 2)
    assert len(Journal(path).game(game).record.rows) == 2


def test_a_heading_reads_back() -> None:
    assert header_from(heading(header())) == header()


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format": "1"}', heading(header()).replace("7", '"7"')])
def test_what_is_no_heading_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"heading|Expecting value"):
        header_from(text)


def test_the_seals_never_change() -> None:
    """A golden value: the same game must have the same seals on every machine and Python, for ever."""
    first = first_seal(header())
    assert first == "544760fc52395e5c6a01b200904743f073e85ee8a9e5fe105b0954dfaf04a79d"
    assert seal(first, Row(1, 0, "open il28", "Ω\ud800", "", "")) == (
        "312b919e82ac956d131199cf608df1e0a290163bf8b8fc92fa2c4f6663ae0e9c"
    )


def test_a_move_takes_less_than_half_a_kilobyte(path: Path) -> None:
    journal = Journal(path)
    game = keep(journal, 1)
    journal.close()
    before = path.stat().st_size
    for sequence in range(2, 502):
        journal.append(game, row(sequence, "Would you want them counted?"), minutes=0, over=False)
    journal.close()
    assert (path.stat().st_size - before) / 500 < 512
