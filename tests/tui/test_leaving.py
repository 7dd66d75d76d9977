"""Leaving a real terminal: by key or by signal it is left as it was found, and the game is kept."""

import signal
import sys
from pathlib import Path
from select import select
from time import monotonic

import pexpect
import pytest

from game.records.journal import Journal
from game.session import HUMAN, Session
from tests.small_scenario import small_files, small_scenario

PROGRAM = """
import sys
from pathlib import Path
from game.tui.app import Options, run
sys.exit(run(Options(game=sys.argv[2], journal=Path(sys.argv[1]))))
"""
IN, OUT = b"\x1b[?1049h", b"\x1b[?1049l"
"""To the other screen of the terminal, and back."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.fixture
def program(tmp_path: Path) -> pexpect.spawn:
    with Journal(tmp_path / "games.sqlite3") as journal:
        session = Session.begin(small_scenario(), (HUMAN, "conceder"), seed=1, keep=journal, files=small_files())
    arguments = ["-c", PROGRAM, str(tmp_path / "games.sqlite3"), session.game]
    environment = {"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(filter(None, sys.path))}
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), env=environment, timeout=20)
    child.game = session.game
    child.expect_exact(IN)
    child.expect_exact(b"Thank them for coming")
    return child


@pytest.mark.slow
@pytest.mark.parametrize("way", ["q", "ctrl+q", signal.SIGTERM, signal.SIGHUP], ids=str)
def test_the_terminal_is_as_it_was_and_the_game_is_named(program: pexpect.spawn, way: str | signal.Signals) -> None:
    if way == "q":
        program.send("q")
    elif way == "ctrl+q":
        program.send("\x11")
    else:
        program.kill(way)
    program.expect_exact(OUT)
    program.expect(f"Game {program.game} is kept".encode())
    program.expect(pexpect.EOF)
    program.wait()
    assert program.exitstatus == 0


@pytest.mark.slow
def test_a_closed_terminal_ends_the_program(program: pexpect.spawn) -> None:
    program.ptyproc.fileobj.close()
    gone = monotonic() + 20
    while program.ptyproc.isalive() and monotonic() < gone:
        select([], [], [], 0.05)
    assert not program.ptyproc.isalive()
