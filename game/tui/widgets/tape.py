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


def punched(text: str) -> list[str]:
    """The rows of a tape that says a text; a character takes two cells."""
    codes = [ITA2[letter] for letter in text.upper()]
    return [" ".join(FEED if not track else HOLE if code & track else NONE for code in codes) for track in TRACKS]


class Tape(Widget, can_focus=False):
    """A strip of punched tape."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Tape { width: auto; height: 6; background: $panel; color: $quiet; padding: 0 2; }
    Tape:ansi, Tape:nocolor { background: transparent; }
    """

    def __init__(self, text: str) -> None:
        """A tape that says `text`, in letters and blanks."""
        super().__init__()
        self._content = lines([Content(row) for row in punched(text)])

    def render(self) -> RenderResult:
        """Its holes."""
        return self._content
