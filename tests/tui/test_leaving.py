"""Leaving a real terminal: by key, by signal or for a while, it is left as it was found, and the game is kept."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from select import select
from time import monotonic

import pexpect
import pytest

from game.records.journal import Journal
from game.session import HUMAN, Session
from tests.child import with_signals
from tests.small_scenario import small_files, small_scenario

PROGRAM = """
import sys
from pathlib import Path
from game import card
from game.tui.app import SeeAndCount, run
from game.tui.options import Options
card.show()
{more}
sys.exit(run(Options(game=sys.argv[2], journal=Path(sys.argv[1]))))
"""
HANGS = """
import time
SeeAndCount.action_lamp = lambda self: time.sleep(600)
"""
IN, OUT = b"\x1b[?1049h", b"\x1b[?1049l"
"""To the other screen of the terminal, and back."""
F2 = "\x1bOQ"
SOON = 3
"""Seconds in which a program has ended that may take two, on a machine that does other things too.

`python -m tests.benchmarks.leaving` prints how many it takes.
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
]


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., pexpect.spawn]:
    with Journal(tmp_path / "games.sqlite3") as journal:
        session = Session.begin(small_scenario(), (HUMAN, "conceder"), seed=1, keep=journal, files=small_files())

    def start(more: str = "") -> pexpect.spawn:
        arguments = ["-c", PROGRAM.format(more=more), str(tmp_path / "games.sqlite3"), session.game]
        environment = {
            "TERM": "xterm-256color",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": ":".join(filter(None, sys.path)),
            "SEE_AND_COUNT_HOME": str(tmp_path),
        }
        child = pexpect.spawn(
            sys.executable, arguments, dimensions=(24, 80), env=environment, timeout=20, preexec_fn=with_signals
        )
        child.game = session.game
        child.found = termios.tcgetattr(child.child_fd)
        child.expect_exact(IN)
        child.expect_exact(b"Thank them for coming")
        return child

    return start


def ended(program: pexpect.spawn) -> int | None:
    """Wait for the end; how the program ended."""
    program.expect(pexpect.EOF, timeout=SOON)
    program.wait()
    return program.exitstatus


@pytest.mark.parametrize("way", ["q", "ctrl+q", signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_the_terminal_is_as_it_was_and_the_game_is_named(
    start: Callable[..., pexpect.spawn], way: str | signal.Signals
) -> None:
    program = start()
    if way == "q":
        program.send("q")
    elif way == "ctrl+q":
        program.send("\x11")
    else:
        program.kill(way)
    program.expect_exact(OUT, timeout=SOON)
    program.expect(f"Game {program.game} is kept".encode())
    assert termios.tcgetattr(program.child_fd) == program.found
    assert ended(program) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_a_program_that_hangs_leaves_all_the_same(start: Callable[..., pexpect.spawn], number: signal.Signals) -> None:
    program = start(HANGS)
    program.send(F2)
    select([], [], [], 0.5)
    program.kill(number)
    program.expect_exact(OUT, timeout=SOON)
    assert termios.tcgetattr(program.child_fd) == program.found
    assert ended(program) == 128 + number


def test_a_closed_terminal_ends_the_program(start: Callable[..., pexpect.spawn]) -> None:
    program = start()
    program.ptyproc.fileobj.close()
    gone = monotonic() + SOON
    while program.ptyproc.isalive() and monotonic() < gone:
        select([], [], [], 0.05)
    assert not program.ptyproc.isalive()


def test_a_pause_gives_the_terminal_back_and_coming_back_draws_everything(
    start: Callable[..., pexpect.spawn],
) -> None:
    program = start()
    for _ in range(2):
        program.send("\x1a")
        program.expect_exact(OUT, timeout=SOON)
        _, status = os.waitpid(program.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert termios.tcgetattr(program.child_fd) == program.found
        program.kill(signal.SIGCONT)
        program.expect_exact(IN)
        program.expect_exact(b"Thank them for coming")
    program.send("q")
    program.expect(f"Game {program.game} is kept".encode())
    assert ended(program) == 0
