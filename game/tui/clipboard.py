"""Copying to the clipboard of the system, by whatever way there is.

Terminals take OSC 52, an escape sequence that sets the clipboard even of a machine far away; a tmux
between must be asked to pass it on. Some take none (macOS Terminal), so a tool of the system is tried as well.
The text is data to both: it is base64 in the sequence, and goes to a tool on its standard input.
"""

import asyncio
import base64
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from textual.app import App

from game.speech.gate import clean

LENGTH: Final = 100_000
"""Characters that are copied at most; terminals drop sequences that are much longer."""

PATIENCE: Final = 2.0
"""Seconds after which a tool that does not answer is left alone."""

TOOLS: Final[Sequence[tuple[str, tuple[str, ...]]]] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
    ("", ("termux-clipboard-set",)),
)
"""The variable that a tool needs, and its command line. The first that is there is asked."""


def wrapped(text: str) -> str:
    """OSC 52 for a text, wrapped so that a tmux between passes it on to the terminal."""
    said = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"
    doubled = said.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}\x1b\\"


def tool(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The tool of this system that sets the clipboard, by its whole path; None for none."""
    for needs, (name, *rest) in TOOLS:
        if not needs or environment.get(needs):
            if path := shutil.which(name, path=environment.get("PATH")):
                return (path, *rest)
    return None


async def copy(text: str, app: App[Any], environment: Mapping[str, str] = os.environ) -> str:
    """Set the clipboard of the system to a text, by every way there is. Gives the text as it was copied."""
    text = clean(text, LENGTH, lines=True)
    app.copy_to_clipboard(text)
    if "TMUX" in environment and app._driver is not None:
        app._driver.write(wrapped(text))
    if "SSH_CONNECTION" in environment:
        return text  # the tools of a far machine would set the wrong clipboard
    if command := tool(environment):
        with suppress(OSError, TimeoutError):
            await _tell(command, text)
    return text


async def _tell(command: Sequence[str], text: str) -> None:
    quiet = asyncio.subprocess.DEVNULL
    asked = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.PIPE, stdout=quiet, stderr=quiet)
    # The tool of Windows takes a text without a mark of its encoding for one of the old code pages.
    said = text.encode("utf-16" if "clip.exe" in command[0].lower() else "utf-8")
    try:
        await asyncio.wait_for(asked.communicate(said), PATIENCE)
    except TimeoutError:
        with suppress(ProcessLookupError):
            asked.kill()
        raise
