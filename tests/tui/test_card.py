"""The title card: on the screen before Textual is, and under the title page without a seam."""

import os
import signal
import sys
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte
import pytest

from game import card
from tests.child import with_signals

SLOW = """
import sys
from game import card
card.show()
sys.stdin.readline()
from game.tui.app import run
from game.tui.options import Options
sys.exit(run(Options()))
"""
BROKEN = """
import sys
sys.modules["textual"] = None
from game.__main__ import main
main()
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
]


class Seen(NamedTuple):
    """What a screen shows in one place: the sign, its ink, its ground."""

    sign: str
    ink: str
    ground: str


class Watched:
    """A program whose bytes are drawn on a screen as they come."""

    def __init__(self, home: Path, code: str, size: tuple[int, int] = (24, 80), **more: str) -> None:
        environment = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": ":".join(filter(None, sys.path)),
            "SEE_AND_COUNT_HOME": str(home),
            **more,
        }
        self.child = pexpect.spawn(
            sys.executable, ["-c", code], dimensions=size, env=environment, timeout=20, preexec_fn=with_signals
        )
        self.screen = pyte.Screen(size[1], size[0])
        self.stream = pyte.ByteStream(self.screen)
        self.bytes = b""

    def until(self, text: str) -> None:
        while not any(text in row for row in self.screen.display):
            read = self.child.read_nonblocking(65536, timeout=20)
            self.bytes += read
            self.stream.feed(read)

    def end(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def letters(self) -> list[Seen]:
        """The cells in which the name of the game stands."""
        rows = range(card.TOP, card.TOP + card.LETTER_ROWS)
        columns = range(card.LEFT, card.LEFT + len(card.letters()[0]))
        cells = [self.screen.buffer[row][column] for row in rows for column in columns]
        return [Seen(cell.data, cell.fg, cell.bg) for cell in cells]


@pytest.mark.parametrize("theme", ["carbon", "paper"])
@pytest.mark.parametrize("size", [(24, 80), (40, 120)])
def test_the_title_draws_the_same_letters_in_the_same_cells(tmp_path: Path, theme: str, size: tuple[int, int]) -> None:
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"\n')
    program = Watched(tmp_path, SLOW, size)
    program.until(card.SAYS)
    before = program.letters()
    assert any(cell.sign != " " for cell in before)
    program.child.sendline()
    program.until("Settings")
    assert program.letters() == before
    assert program.bytes.count(b"\x1b[?1049h") == 1
    program.end()


def test_what_is_typed_on_the_card_does_not_show(tmp_path: Path) -> None:
    program = Watched(tmp_path, SLOW)
    program.until(card.SAYS)
    program.child.sendline("hello")
    program.until("Settings")
    assert b"hello" not in program.bytes
    program.end()


def test_where_the_screens_cannot_be_shown_the_card_goes_again(tmp_path: Path) -> None:
    program = Watched(tmp_path, BROKEN)
    program.child.expect(pexpect.EOF)
    assert program.child.before.find(b"\x1b[?1049l") > program.child.before.find(b"\x1b[?1049h") >= 0


def test_without_colour_the_card_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert "8;2;" not in card.picture()


def test_where_a_terminal_has_no_blocks_the_letters_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_ASCII", "1")
    assert card.picture().isascii()


def test_the_card_is_drawn_with_the_colours_of_our_themes() -> None:
    from textual.color import Color

    from game.tui.themes import CARBON, PAPER

    for theme in (CARBON, PAPER):
        colours = (theme.background, theme.variables["lamp"], theme.foreground)
        assert card.GROUNDS[theme.name] == tuple(";".join(map(str, Color.parse(each or "").rgb)) for each in colours)


def test_the_card_is_one_short_write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written: list[bytes] = []
    monkeypatch.setattr(card, "_up", False)
    monkeypatch.setattr(os, "write", lambda _, data: written.append(data) or len(data))
    monkeypatch.setattr("signal.signal", lambda *_: None)
    card.show()
    card.give_over()
    assert len(written) == 1
    assert len(written[0]) < 2048
