"""Faults of records in the language that nobody speaks: no word of our own is left in English."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.moves import NotAMove, read
from game.engine.play import start
from game.records.card import read_card
from game.records.faults import RecordError, UnknownSeat
from game.records.files import _TOP, open_game, read_game
from game.records.journal import Journal
from game.records.record import Record
from game.records.replay import replay
from game.speech.refusing import why
from tests.pseudo import plain_words, speaking_pseudo
from tests.records.kept import FILES, header, rows
from tests.small_scenario import small_scenario

MOVES = 5


def change(journal: Path, query: str) -> None:
    import sqlite3

    with sqlite3.connect(journal) as database:
        database.execute(query)
    database.close()


@pytest.fixture(autouse=True)
def every_game_is_called_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.records.journal.secrets.choice", lambda letters: "x")


def of_a_kept_game(path: Path, *queries: str) -> None:
    journal = Journal(path)
    game = journal.create(header(), FILES)
    for each in rows(MOVES):
        journal.append(game, each, minutes=0, over=False)
    journal.close()
    for query in queries:
        change(path, query)
    with Journal(path) as again:
        again.game(game)
        again.branch(game, 99)


Fault = Callable[[Path], object]


@pytest.mark.parametrize(
    "fault",
    [
        lambda path: of_a_kept_game(path),
        lambda path: of_a_kept_game(path, "DELETE FROM moves WHERE sequence = 3"),
        lambda path: of_a_kept_game(path, "DELETE FROM moves WHERE sequence = 5"),
        lambda path: of_a_kept_game(path, "DELETE FROM moves"),
        lambda path: of_a_kept_game(path, "UPDATE moves SET typed = 'xyz' WHERE sequence = 2"),
        lambda path: of_a_kept_game(path, "UPDATE games SET heading = '{}'"),
        lambda path: of_a_kept_game(path, "PRAGMA user_version = 99"),
        lambda path: path.write_bytes(b"x" * 999) and Journal(path).games(),
        lambda path: Journal(path / "x" / "y").create(header(), FILES) if path.write_bytes(b"") == 0 else None,
        lambda path: Journal(path).game("xyz"),
        lambda path: open_game(path),
        lambda path: read_game(""),
        lambda path: read_game("game: 99"),
        lambda path: read_game("game: xyz"),
        lambda path: read_game("scenario: x\nxyz: x"),
        lambda path: read_game("scenario: x\nmoves: x"),
        lambda path: read_game("scenario: x\nseats: [x]\nmoves: []"),
        lambda path: read_game("scenario: x\nmoves: [[x]]"),
        lambda path: read_game("scenario: x\nmoves: [{move: x, side: 9}]"),
        lambda path: read_game("scenario: [x]\nmoves: []"),
        lambda path: read_game("moves: []"),
        lambda path: read_game("scenario: x\nknowing: x\nmoves: []"),
        lambda path: read_card("x"),
        lambda path: read_card("x\nx\nx\nx\nx\nx"),
        lambda path: read_card("x\nx\nx\nx\nx - x x 1\n####"),
        lambda path: replay(small_scenario(), Record(header(), ())),
        lambda path: UnknownSeat("xyz", ("xyz",)) and (_ for _ in ()).throw(UnknownSeat("xyz", ("xyz",))),
    ],
)  # fmt: skip
def test_what_can_go_wrong_with_what_is_kept_is_said_in_the_language_that_is_spoken(
    fault: Fault, tmp_path: Path
) -> None:
    with speaking_pseudo(), pytest.raises(RecordError) as found:
        fault(tmp_path / "xyz.sqlite3")
    text = re.sub(r"`[^`]*`|'[^']*'|/\S+|\([^)]*\)", " ", str(found.value))  # names, files, what the system says
    assert plain_words(text, ["SEE_AND_COUNT_HOME", "xyz", "yes", "no", ", ".join(_TOP)]) == [], str(found.value)


@pytest.mark.parametrize(
    "text", ["", "xyz", "xyz/xyz", "propose", "propose xyz=xyz", "propose well=xyz", "propose well=half well=half",
             "propose well=half"],
)  # fmt: skip
def test_why_a_text_is_no_move_is_said_in_it_too(text: str) -> None:
    scenario = small_scenario()
    with speaking_pseudo(), pytest.raises(NotAMove) as found:
        read(scenario, start(scenario), text)
    with speaking_pseudo():
        said = why(found.value)
    assert plain_words(said, ["xyz", "well", "half", "ISSUE=SETTLEMENT"]) == []
    assert said != found.value.why
