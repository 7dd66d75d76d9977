"""kill -9 at any moment: no move that was shown is lost, none is doubled, and the game goes on.

A child plays the same game on and on: it resumes where the last one was killed, and says each move
after it was kept. What it said is what a person would have seen.
"""

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from game.engine.chance import Draw
from game.records.journal import Journal
from game.session import HUMAN, Session, Unkept
from tests.talks import FILES, talks

KILLS = 300

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
            session = Session.begin(talks(), (HUMAN, HUMAN), seed=1, keep=journal, files=FILES)
        else:
            session = Session.resume(last.name, journal)
        shown.send_bytes(f"{session.game} {session.count}".encode())
        while not session.over:
            turn = session.play(script(session))
            shown.send_bytes(f"{session.game} {turn.number} {turn.move}".encode())


def told() -> list[str]:
    """Every move of the scripted game."""
    session = Session.begin(talks(), (HUMAN, HUMAN), seed=1, keep=Unkept())
    while not session.over:
        session.play(script(session))
    return [turn.move for turn in session.turns]


@pytest.mark.skipif(not FROM_ONE_NURSERY, reason="needs cheap children")
def test_a_game_that_is_killed_at_any_moment_loses_no_move_that_was_shown(tmp_path: Path) -> None:
    path = tmp_path / "games.sqlite3"
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["game.scenarios.load", "game.session", "tests.records.test_kill"])
    chance = random.Random(5)
    whole = told()
    shown: dict[str, int] = {}
    cut_short = 0
    for _ in range(KILLS):
        ours, theirs = nursery.Pipe(duplex=False)
        child = nursery.Process(target=play_on, args=(path, theirs), daemon=True)
        child.start()
        theirs.close()
        ours.poll(chance.choice((0.0, 0.02, 10)))
        time.sleep(chance.random() * 0.02)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        for line in _until_the_end(ours):
            game, number, *move = line.split(" ", 2)
            if move:
                assert int(number) == shown[game] + 1
                assert whole[int(number) - 1] == move[0]
            else:
                assert int(number) in (shown.get(game, 0), shown.get(game, 0) + 1)
            shown[game] = int(number)
        journal = Journal(path)
        for name in list(shown)[-2:]:
            rows = journal.game(name).record.rows
            assert [row.move for row in rows] == whole[: len(rows)]
            assert len(rows) in (shown[name], shown[name] + 1)
            cut_short += len(rows) == shown[name] + 1
        journal.close()
    assert sum(shown.values()) > KILLS
    print(len(shown), sum(shown.values()), cut_short, len(whole))
    assert cut_short <= KILLS


def _until_the_end(shown: Connection) -> list[str]:
    """All that a child said before it was killed; its last word may be half a word."""
    lines = []
    with shown:
        while True:
            try:
                lines.append(shown.recv_bytes().decode())
            except (EOFError, OSError):
                return lines
