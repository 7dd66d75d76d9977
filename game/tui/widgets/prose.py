"""Texts to read, from plain Markdown: headings, paragraphs, lists, emphasis, and nothing more.

Small on purpose: Textual's own Markdown costs 40 ms to import and a widget for every paragraph.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from game.tui.widgets.sheet import Sheet
from game.tui.widgets.typeset import broken, spread

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_LISTED = re.compile(r"(\s*)([-*]|\d+[.)])\s+(.*)")
_EMPHASIS = re.compile(r"\*\*(?P<strong>\S.*?)\*\*|(?<!\w)[*_](?P<emphasis>\S(?:[^*_]*\S)?)[*_](?!\w)")


class Block(NamedTuple):
    """A paragraph, a heading, or an entry of a list."""

    text: Content
    mark: Content = Content("")
    """What stands before its first row; the others are indented by as much."""
    close: bool = False
    """Whether it follows the block above without a blank row."""
    aside: Content = Content("")
    """What stands at the right of its first row."""


def quiet(text: str) -> Content:
    """Text that does not ask to be read first."""
    return Content.styled(text, ".quiet")


def emphasised(text: str, ink: str = "") -> Content:
    """Text with what stands between stars set in other inks."""
    parts: list[Content | tuple[str, str]] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        parts.append((text[at : found.start()], ink))
        parts.append((found["strong"], "bold") if found["strong"] else (found["emphasis"], "italic"))
        at = found.end()
    return Content.assemble(*parts, (text[at:], ink))


def blocks(markdown: str) -> list[Block]:
    """The blocks of a text, in order."""
    found: list[Block] = []
    running: list[str] = []
    mark = ""
    listed = False

    def end() -> None:
        nonlocal mark
        if running:
            found.append(Block(emphasised(" ".join(running)), quiet(mark), bool(mark) and listed))
            running.clear()
        mark = ""

    for line in markdown.splitlines():
        if not line.strip():
            end()
            listed = False
        elif heading := _HEADING.match(line):
            end()
            ink = ".heading" if len(heading[1]) == 1 else "bold"
            found.append(Block(Content.styled(heading[2].replace("*", ""), ink)))
            listed = False
        elif entry := _LISTED.match(line):
            was_listed = bool(mark) or (listed and not running)
            end()
            listed = was_listed
            mark = f"{'•' if entry[2] in '-*' else entry[2]} "
            running.append(entry[3])
        else:
            running.append(line.strip())
    end()
    return found


def set_in_column(text: Sequence[Block], width: int) -> list[Content]:
    """Blocks broken at a width, a blank row between those that are not close."""
    rows: list[Content] = []
    for block in text:
        if rows and not block.close:
            rows.append(Content(""))
        indent = block.mark.cell_length
        room = width - indent - (block.aside.cell_length + 2 if block.aside else 0)
        for number, line in enumerate(broken(block.text, max(room, 8))):
            start = Content.assemble(" " * indent if number else block.mark, line)
            rows.append(spread(start, block.aside, width) if number == 0 and block.aside else start)
    return rows


class Prose(Sheet, can_focus=False):
    """A text to read."""

    DEFAULT_CSS = """
    Prose { height: 1fr; max-width: 80; padding: 0 2 0 3; }
    """

    def __init__(self, text: list[Block], *, id: str | None = None) -> None:
        """Blocks as `blocks` makes them."""
        super().__init__(id=id)
        self._blocks = text
        self._rows: list[Content] = []

    def put(self, text: list[Block], *, place: int = 0) -> None:
        """Another text, read from a row; -1 for the last."""
        self._blocks = text
        self.laid()
        self.anchored = place < 0
        if place < 0:
            self.to_end()
        else:
            self._to(place)

    def lay_out(self, width: int) -> int:
        """Break every block at the measure, or a cell before the scrollbar."""
        self._rows = set_in_column(self._blocks, min(width - 1, self.measure))
        return len(self._rows)

    def row(self, number: int) -> Content:
        """A row of the column."""
        return self._rows[number]
