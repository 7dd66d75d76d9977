"""One look at one screen: its signs, and the ink of each, as they are sent to the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any, Final, NamedTuple

from rich.color import ANSI_COLOR_NAMES, Color
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App

PLAIN: Final = "plain"
"""The ink of what has neither colour nor weight: the terminal's own."""
WEIGHTS: Final = ("bold", "dim", "italic", "underline", "strike", "reverse", "blink")

OF_THE_TERMINAL: Final = {number: name for name, number in reversed(ANSI_COLOR_NAMES.items()) if number < 16}
"""What the sixteen colours of a terminal are called."""

Cell = tuple[str, str]
"""A sign and its ink."""


class Run(NamedTuple):
    """Signs of one ink, side by side."""

    text: str
    ink: str


Row = tuple[Run, ...]


class Picture(NamedTuple):
    """A screen as it was seen."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """What can be read on it."""
        return "\n".join("".join(run.text for run in row) for row in self.rows)

    @property
    def cells(self) -> list[list[Cell]]:
        """Every sign with its ink, row by row."""
        return [[(sign, run.ink) for run in row for sign in run.text] for row in self.rows]


def row_of(cells: Iterable[Cell]) -> Row:
    """Cells as runs, neighbours of one ink together."""
    return tuple(Run("".join(sign for sign, _ in run), ink) for ink, run in groupby(cells, lambda cell: cell[1]))


@cache
def ink(style: Style) -> str:
    """A style in words that Rich reads back: `bold #e0b567 on #16191f`."""

    def colour(of: Color | None) -> str:
        if of is None or of.is_default:
            return ""
        return OF_THE_TERMINAL.get(of.number, of.name) if of.number is not None else of.name

    front, ground = colour(style.color), colour(style.bgcolor)
    words = [word for word in WEIGHTS if getattr(style, word)]
    return " ".join(filter(None, [*words, front, ground and f"on {ground}"])) or PLAIN


@cache
def style(ink: str) -> Style:
    """The style that an ink stands for."""
    return Style.null() if ink == PLAIN else Style.parse(ink)


def seen(app: App[Any]) -> Picture:
    """What the screen of an app shows now."""
    visible_screen_stack.set(app._background_screens)
    return Picture(
        tuple(
            row_of((sign, ink(segment.style or Style.null())) for segment in strip for sign in segment.text)
            for strip in app.screen._compositor.render_strips()
        )
    )


def changes(was: Picture, now: Picture) -> Iterator[str]:
    """What is another on the second picture than on the first, row by row, in words."""
    if len(was.rows) != len(now.rows):
        yield f"It has {len(now.rows)} rows, and had {len(was.rows)}."
    for number, (before, after) in enumerate(zip(was.cells, now.cells, strict=False), 1):
        said, says = _words(before), _words(after)
        if said != says:
            yield f"Row {number} says  │{says}│\n      and said  │{said}│"
        else:
            yield from (f"Row {number}, {each}" for each in _inks(before, after))


def _words(cells: Sequence[Cell]) -> str:
    return "".join(sign for sign, _ in cells).rstrip()


def _inks(before: Sequence[Cell], after: Sequence[Cell]) -> Iterator[str]:
    pairs = [(old[1], new[1]) for old, new in zip(before, after, strict=False)]
    at = 0
    for (old, new), run in groupby(pairs):
        end = at + len(list(run))
        if old != new:
            text = _words(after[at:end]).strip()
            what = f"columns {at + 1} to {end} (“{text}”)" if text else f"the ground of columns {at + 1} to {end}"
            yield f"{what}: is {new}, was {old}"
        at = end
