"""The brief of whoever reads."""

from collections.abc import Iterator

from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, blocks

LENGTH = 100_000
"""Characters of a brief."""


def text(desk: Desk) -> Iterator[Block]:
    """The reader's confidential brief; nothing where nobody reads."""
    if desk.reader is not None:
        yield from blocks(clean(desk.session.brief(desk.reader), LENGTH, lines=True))
