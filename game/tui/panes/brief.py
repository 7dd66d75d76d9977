"""The brief of whoever reads; in a game that is played knowing, the other side's behind it."""

from collections.abc import Iterator

from game.phrases import phrase
from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, blocks, quiet

LENGTH = 100_000
"""Characters of a brief."""


def text(desk: Desk) -> Iterator[Block]:
    """The reader's confidential brief; nothing where nobody reads."""
    if desk.reader is not None:
        yield from blocks(clean(desk.session.brief(desk.reader), LENGTH, lines=True))


def other(desk: Desk) -> Iterator[Block]:
    """The brief of the reader's other side. Raises `TooEarly` where it may not be read yet."""
    if desk.reader is not None:
        yield Block(quiet(phrase("You play knowing: this is what the other side may and must.")))
        yield from blocks(clean(desk.session.other_brief(desk.reader), LENGTH, lines=True))
