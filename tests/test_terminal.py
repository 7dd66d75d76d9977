"""The real program in a pseudo-terminal."""

import os
import re
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.child import with_signals

ESCAPES = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ALTERNATE_SCREEN_LEFT = "\x1b[?1049l"
CURSOR_SHOWN = "\x1b[?25h"


class Program:
    """The game as a child in a terminal of its own."""

    def __init__(self, home: Path, *arguments: str, **environment: str) -> None:
        own = {"SEE_AND_COUNT_HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": os.getcwd()}
        keep = {name: value for name, value in os.environ.items() if name != "SEE_AND_COUNT_PLAIN"}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "game", *arguments],
            env={**keep, **own, **environment},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=30,
            preexec_fn=with_signals,
        )
        self.written = ""

    def until(self, text: str) -> None:
        self.child.expect_exact(text)
        self.written += (self.child.before or "") + text

    def ended(self) -> int:
        self.child.expect(pexpect.EOF)
        self.written += self.child.before or ""
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder for kept games, with nothing in it."""
    return tmp_path / "games"


def quiet_terminal(program: Program) -> None:
    """A terminal that passes line feeds through, so that every byte seen was written by the program."""
    attributes = termios.tcgetattr(program.child.child_fd)
    attributes[1] &= ~termios.OPOST
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(program.child.child_fd, termios.TCSANOW, attributes)


@pytest.mark.parametrize("side", ["us", "ussr"])
def test_plain_mode_moves_no_cursor_and_plays_to_the_end(home: Path, side: str) -> None:
    program = Program(home, "play", "--plain", "--as", side, "--seed", "2")
    quiet_terminal(program)
    for _ in range(400):
        found = program.child.expect_exact(["Your choice: ", "The result:", pexpect.EOF])
        program.written += program.child.before or ""
        if found:
            break
        program.child.sendline("1")
    program.until("After the talks: ")
    program.child.sendline("quit")
    assert program.ended() == 0
    assert not ESCAPES.search(program.written)
    assert "\r" not in program.written


def test_the_end_of_the_input_keeps_the_game(home: Path) -> None:
    program = Program(home, "play", "--plain", "--as", "us", "--seed", "2")
    program.until("Your choice: ")
    program.child.sendline("1")
    program.until("Your choice: ")
    program.child.sendeof()
    assert program.ended() == 0
    assert "is kept" in program.written
    again = Program(home, "resume", "--plain")
    again.until("moves have been made")
    again.until("Your choice: ")
    again.child.sendline("quit")
    assert again.ended() == 0


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"SEE_AND_COUNT_PLAIN": "1"}])
def test_plain_mode_comes_by_itself(home: Path, environment: dict[str, str]) -> None:
    program = Program(home, **environment)
    program.until("2. New game")
    program.child.sendline("7")
    assert program.ended() == 0
    assert "\x1b" not in program.written


def test_the_title_opens_and_leaves_the_terminal_as_it_was(home: Path) -> None:
    program = Program(home)
    program.until("New game")
    program.child.send("\x11")
    assert program.ended() == 0
    assert program.written.rfind(ALTERNATE_SCREEN_LEFT) > program.written.rfind("\x1b[?1049h")
    assert CURSOR_SHOWN in program.written


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was_and_the_game_kept(home: Path, end: signal.Signals) -> None:
    program = Program(home, "play", "--as", "us", "--seed", "2", "--against", "conceder")
    program.until("Read this first")
    program.child.send("\r")
    program.until("Thank him for")
    program.child.kill(end)
    program.ended()
    assert program.written.rfind(ALTERNATE_SCREEN_LEFT) > program.written.rfind("\x1b[?1049h")
    again = Program(home, "games")
    assert again.ended() == 0
    assert "0 moves, open" in again.written


def test_wrong_use_gets_one_sentence(home: Path) -> None:
    for arguments, code, sentence in (
        (("play", "--as", "france", "--plain"), 2, "there is no side 'france' here; the sides are us and ussr"),
        (("play", "geneva", "--plain"), 2, "there is no scenario 'geneva'; there are new-york-1962"),
        (("play", "--as", "us", "--against", "nobody", "--plain"), 2, "there is no counterpart 'nobody'"),
        (("resume", "zzzzzz", "--plain"), 1, "No game 'zzzzzz' is kept"),
        (("resume", "--plain"), 1, "There is no unfinished game"),
        (("replay", "zzzzzz"), 1, "No game 'zzzzzz' is kept"),
        (("check", "nowhere"), 2, "there is no 'nowhere' here"),
    ):
        program = Program(home, *arguments)
        assert program.ended() == code, arguments
        text = " ".join(program.written.split())
        assert sentence in text, arguments
        assert "Traceback" not in text
