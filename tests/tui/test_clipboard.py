"""Copying: a sequence for the terminal, one that passes tmux, and the tool of the system."""

import asyncio
import base64
import stat
from pathlib import Path

import pytest

from game.session import HUMAN
from game.tui import clipboard
from tests.tui.fake import OneBook, at_the_table, table, until

HILL = (HUMAN, "dealmaker")


class Driver:
    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, sequence: str) -> None:
        self.written.append(sequence)


class Terminal:
    """What an app is to the clipboard."""

    def __init__(self) -> None:
        self.copied: list[str] = []
        self._driver = Driver()

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)


def tool_in(folder: Path, name: str, body: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_in_tmux_the_sequence_is_wrapped_and_its_escapes_doubled() -> None:
    wrapped = clipboard.wrapped("наверху")
    assert wrapped.startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert wrapped.endswith("\a\x1b\\")
    assert base64.b64decode(wrapped.partition("c;")[2].removesuffix("\a\x1b\\")).decode() == "наверху"


async def test_outside_tmux_nothing_is_wrapped(tmp_path: Path) -> None:
    terminal = Terminal()
    await clipboard.copy("words", terminal, {"PATH": str(tmp_path)})  # type: ignore[arg-type]
    assert terminal.copied == ["words"]
    assert terminal._driver.written == []


async def test_in_tmux_both_ways_are_taken(tmp_path: Path) -> None:
    terminal = Terminal()
    await clipboard.copy("words", terminal, {"PATH": str(tmp_path), "TMUX": "x"})  # type: ignore[arg-type]
    assert terminal.copied == ["words"]
    assert terminal._driver.written == [clipboard.wrapped("words")]


@pytest.mark.parametrize(
    ("name", "needs"), [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("pbcopy", "")]
)
async def test_the_tool_of_the_system_is_given_the_text(tmp_path: Path, name: str, needs: str) -> None:
    got = tmp_path / "got"
    tool_in(tmp_path / "bin", name, f'exec /bin/cat > "{got}"')
    environment = {"PATH": str(tmp_path / "bin"), **({needs: "0"} if needs else {})}
    await clipboard.copy("two\nlines, тоже", Terminal(), environment)  # type: ignore[arg-type]
    assert got.read_text("utf-8") == "two\nlines, тоже"


async def test_a_tool_without_its_display_is_not_asked(tmp_path: Path) -> None:
    tool_in(tmp_path / "bin", "xclip", "exit 1")
    assert clipboard.tool({"PATH": str(tmp_path / "bin")}) is None


async def test_on_a_far_machine_only_the_terminal_is_asked(tmp_path: Path) -> None:
    got = tmp_path / "got"
    tool_in(tmp_path / "bin", "pbcopy", f'exec /bin/cat > "{got}"')
    terminal = Terminal()
    environment = {"PATH": str(tmp_path / "bin"), "SSH_CONNECTION": "x"}
    await clipboard.copy("words", terminal, environment)  # type: ignore[arg-type]
    assert not got.exists()
    assert terminal.copied == ["words"]


async def test_a_tool_that_hangs_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)
    tool_in(tmp_path / "bin", "pbcopy", "exec /bin/sleep 600")
    copying = clipboard.copy("words", Terminal(), {"PATH": str(tmp_path / "bin")})  # type: ignore[arg-type]
    assert await asyncio.wait_for(copying, 30) == "words"


async def test_what_a_terminal_would_obey_is_not_copied(tmp_path: Path) -> None:
    terminal = Terminal()
    await clipboard.copy("a\x1b[2Jb", terminal, {"PATH": str(tmp_path)})  # type: ignore[arg-type]
    assert terminal.copied == ["a␛[2Jb"]


async def test_y_copies_the_last_move_in_sight_with_who_said_it(
    library: OneBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    app = at_the_table(library, HILL, "opening/greet.thanks", "opening/reply.polite", "open well", "well/demand.wait")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard)
        assert page.session.turns[-1].move == "well/demand.wait"
        assert app.clipboard.startswith("Berta: We are listening.")


async def test_y_copies_what_is_marked(library: OneBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    app = at_the_table(library, HILL, "opening/greet.thanks", "opening/reply.polite")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        row = next(n for n in range(30) if "climbing up" in page.transcript.row(n).plain)
        start = page.transcript.row(row).plain.index("climbing")
        await pilot.mouse_down(page.transcript, offset=(start, row + 1))
        await pilot.hover(page.transcript, offset=(start + 7, row + 1))
        await pilot.mouse_up(page.transcript, offset=(start + 7, row + 1))
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard)
        assert app.clipboard.strip() in ("climbing", "climbin")
