"""The pad: the telegram home as it grows while the talks go on; when they are over, the telegram."""

from collections.abc import Iterator
from itertools import chain

from textual.content import Content

from game.reports import layout
from game.speech.gate import clean
from game.tui.desk import TEXT, Desk
from game.tui.widgets.prose import Block, quiet

POINT = 3
"""Cells of `A. ` before a lettered point."""


def text(desk: Desk) -> Iterator[Block]:
    """The reader's telegram; nothing where nobody reads."""
    if desk.reader is not None:
        yield from telegram(desk, desk.reader)


def telegram(desk: Desk, side: int) -> Iterator[Block]:
    """A side's telegram as it would lie on a desk."""
    blocks = layout.blocks(desk.session.cable(side))
    if blocks:
        yield from (Block(quiet(clean(line, TEXT)), close=number > 0) for number, line in enumerate(blocks[0]))
    yield from chain.from_iterable(paragraph(lines) for lines in blocks[1:])


def paragraph(lines: list[str]) -> Iterator[Block]:
    """A paragraph; its points hang."""
    for number, line in enumerate(lines):
        line = clean(line, TEXT)
        if number and line[1:2] in (".", " "):
            yield Block(Content(line[2:].lstrip()), Content(f" {line[:2].strip().ljust(POINT)}"), close=True)
        else:
            yield Block(Content(line), close=number > 0)
