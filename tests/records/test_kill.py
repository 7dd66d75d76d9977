"""kill -9 at any moment: no move that was shown is lost, none is doubled, and the game goes on.

A child plays the same game on and on: it resumes where the last one was killed, and says each move
after it was kept. What it said is what a person would have seen.
"""

import itertools
import multiprocessing
import os
import random
import signal
import sqlite3
import time
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from game.engine.chance import Draw
from game.records.database import Database
from game.records.journal import Journal
from game.session import HUMAN, Session, Unkept
from tests.long import LONG
from tests.small_scenario import small_files, small_scenario

VILLAGES = small_scenario()
FILES = small_files()

KILLS = 300 if LONG else 100

IN_A_ROW = 10
"""Kills on one journal; the next has a folder that is yet to be made."""

FROM_ONE_NURSERY = "forkserver" in multiprocessing.get_all_start_methods()


def script(session: Session) -> str:
    """The move that is made in a position: always the same, so that a game can be told beforehand."""
    draw = Draw(1642, session.count)
    view = session.view(session.turn)
    if view.packages and draw.below(4) == 0:
        return draw.one_of(view.packages).text
    going_on = [move for move in view.moves if move.text not in ("pass", "sum-up")]
    return draw.one_of(going_on or view.moves).text


def play_on(path: Path, shown: Connection) -> None:
    """Resume the game that was played last, or begin one, and play until somebody kills this process."""
    journal = Journal(path)
    while True:
        last = next(iter(journal.games()), None)
        if last is None or last.over:
            session = Session.begin(VILLAGES, (HUMAN, HUMAN), seed=1, keep=journal, files=FILES)
        else:
            session = Session.resume(last.name, journal)
        shown.send_bytes(f"{session.game} {session.count}".encode())
        while not session.over:
            turn = session.play(script(session))
            shown.send_bytes(f"{session.game} {turn.number} {turn.move}".encode())


def told() -> list[str]:
    """Every move of the scripted game."""
    session = Session.begin(VILLAGES, (HUMAN, HUMAN), seed=1, keep=Unkept())
    while not session.over:
        session.play(script(session))
    return [turn.move for turn in session.turns]


@pytest.fixture(scope="module")
def nursery() -> ForkServerContext:
    """Where children come from: a process that has imported everything and is copied, so that each is cheap."""
    if not FROM_ONE_NURSERY:
        pytest.skip("needs cheap children")
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["game.scenarios.load", "game.session", "tests.records.test_kill"])
    return nursery


@pytest.mark.slow
def test_a_game_that_is_killed_at_any_moment_loses_no_move_that_was_shown(
    nursery: ForkServerContext, tmp_path: Path
) -> None:
    chance = random.Random(5)
    whole = told()
    seen = 0
    shown: dict[str, int] = {}
    for kill in range(KILLS):
        if kill % IN_A_ROW == 0:
            seen += sum(shown.values())
            shown = {}
        path = tmp_path / str(kill // IN_A_ROW) / "games.sqlite3"
        ours, theirs = nursery.Pipe(duplex=False)
        child = nursery.Process(target=play_on, args=(path, theirs), daemon=True)
        child.start()
        theirs.close()
        after = chance.randrange(10)
        said = [ours.recv_bytes().decode() for _ in range(after)]
        time.sleep(chance.random() * (0.002 if after else 0.02))
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        take_in([*said, *_until_the_end(ours)], whole, shown)
        look_at(path, whole, shown)
    assert seen > 2 * KILLS


@pytest.mark.slow
def test_a_game_that_is_killed_before_any_statement_loses_no_move_that_was_shown(
    nursery: ForkServerContext, tmp_path: Path
) -> None:
    whole = told()
    for statement in range(1, 1000):
        path = tmp_path / str(statement) / "games.sqlite3"
        shown: dict[str, int] = {}
        ours, theirs = nursery.Pipe(duplex=False)
        child = nursery.Process(target=play_to_statement, args=(path, theirs, statement), daemon=True)
        child.start()
        theirs.close()
        child.join()
        take_in(_until_the_end(ours), whole, shown)
        look_at(path, whole, shown)
        if sum(shown.values()) == 5:
            break
        assert child.exitcode == -signal.SIGKILL
    assert statement > 40


def play_to_statement(path: Path, shown: Connection, statement: int) -> None:
    """Play a game until the database is asked for so many things, and then no more."""
    connect = Database._connect
    asked = itertools.count(1)

    def watched(self: Database, where: Path | str) -> sqlite3.Connection:
        connection = connect(self, where)
        connection.set_trace_callback(
            lambda _: os.kill(os.getpid(), signal.SIGKILL) if next(asked) == statement else None
        )
        return connection

    Database._connect = watched  # type: ignore[method-assign]
    play_on(path, shown)


def take_in(said: list[str], whole: list[str], shown: dict[str, int]) -> None:
    """Note what a child showed before it was killed: it went on where the game stood, move by move."""
    for line in said:
        game, number, *move = line.split(" ", 2)
        if move:
            assert int(number) == shown[game] + 1
            assert whole[int(number) - 1] == move[0]
        else:
            assert int(number) in (shown.get(game, 0), shown.get(game, 0) + 1)
        shown[game] = int(number)


def look_at(path: Path, whole: list[str], shown: dict[str, int]) -> None:
    """Whether a journal has every move that was shown, none twice, and at most one that nobody saw any more."""
    with Journal(path) as journal:
        kept = {each.name: journal.game(each.name).record.rows for each in journal.games()}
    assert set(shown) <= set(kept)
    for game, rows in kept.items():
        assert [row.move for row in rows] == whole[: len(rows)]
        assert len(rows) in (shown.get(game, 0), shown.get(game, 0) + 1)


def _until_the_end(shown: Connection) -> list[str]:
    """All that a child said before it was killed; its last word may be half a word."""
    lines = []
    with shown:
        while True:
            try:
                lines.append(shown.recv_bytes().decode())
            except (EOFError, OSError):
                return lines
