"""A strip of punched tape. It says what it is given, in the code that teleprinters used in 1962."""

from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.tui.widgets.typeset import lines

ITA2: Final = {
    " ": 0b00100,
    **dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            (
                *(0b00011, 0b11001, 0b01110, 0b01001, 0b00001, 0b01101, 0b11010, 0b10100, 0b00110),
                *(0b01011, 0b01111, 0b10010, 0b11100, 0b01100, 0b11000, 0b10110, 0b10111, 0b01010),
                *(0b00101, 0b10000, 0b00111, 0b11110, 0b10011, 0b11101, 0b10101, 0b10001),
            ),
            strict=True,
        )
    ),
}
"""International Telegraph Alphabet No. 2, letters only; the first of the five holes is the lowest bit."""

HOLE, FEED, NONE = "●", "·", " "
TRACKS: Final = (1, 2, 4, 0, 8, 16)
"""The five tracks with the small feed holes between the third and the fourth, as on the tape; 0 is the feed."""


def punched(text: str, rows: int) -> list[str]:
    """A hanging tape that says a text from top to bottom, a row for each letter, with the letter beside its holes."""
    above = max((rows - len(text)) // 2, 0)
    says = f"{' ' * above}{text.upper()}".ljust(rows, "\0")[:rows]
    codes = [ITA2[letter] if number >= above and letter != "\0" else 0 for number, letter in enumerate(says)]
    return [
        "".join(FEED if not track else HOLE if code & track else NONE for track in TRACKS)
        + f" {letter if letter.isalpha() else ' '}"
        for code, letter in zip(codes, says, strict=True)
    ]


class Tape(Widget, can_focus=False):
    """A strip of punched tape, hanging from top to bottom."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Tape { width: 9; height: 1fr; background: $panel; color: $quiet; padding: 0 1 0 0; }
    Tape:ansi, Tape:nocolor { background: transparent; }
    """

    def __init__(self, text: str) -> None:
        """A tape that says `text`, in letters and blanks."""
        super().__init__()
        self._text = text

    def render(self) -> RenderResult:
        """Its holes."""
        rows = punched(self._text, self.content_size.height)
        return lines([Content.assemble(row[:-1], (row[-1], ".lamp")) for row in rows])
