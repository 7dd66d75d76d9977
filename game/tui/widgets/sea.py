"""A piece of the sea: coasts, words and marks on them, drawn in characters at whatever size there is."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.phrases import phrase
from game.places import data
from game.terminal import draws
from game.tui.raster import Land, Point, Raster, Window, read_land
from game.tui.widgets.typeset import lines


class Mark(NamedTuple):
    """Something on the sea: a sign at a point, or a line with the sign at its middle."""

    sign: str
    points: tuple[Point, ...]
    ink: str = ".lamp"
    brief: str = ""
    """A shorter sign for a small sea, where another mark is named in full; the empty text for none."""

    def said(self, rows: int) -> str:
        """Its sign on a sea of so many rows."""
        return self.brief if self.brief and rows < SMALL else self.sign


SMALL = 20
"""Rows of a sea on which marks are named only once."""


class View(NamedTuple):
    """What of the earth is shown, in degrees."""

    north: float
    south: float
    west: float
    east: float


@lru_cache(maxsize=4)
def land(name: str) -> Land:
    """The coasts of a file in the assets, or those that a scenario has written itself; none where there are none."""
    if "\n" in name:
        return read_land(name.splitlines())
    try:
        return read_land((data("assets") / f"{name}.txt").read_text("utf-8").splitlines())
    except OSError:
        return Land((), ())


class Sea(Widget, can_focus=False):
    """Coasts, and marks on them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Sea { width: 1fr; height: 1fr; }
    """

    def __init__(
        self, coast: str, view: View, marks: Sequence[Mark] = (), *, names: bool = True, id: str | None = None
    ) -> None:
        """The name of a file of coasts, what of it is shown, and what lies on it."""
        super().__init__(id=id)
        self._coast = coast
        self._view = view
        self._names = names
        self.marks = tuple(marks)

    def put(self, marks: Sequence[Mark]) -> None:
        """Lay other marks on the sea."""
        self.marks = tuple(marks)
        self.refresh()

    def render(self) -> RenderResult:
        """The whole piece."""
        width, height = self.content_size
        return lines(drawn(land(self._coast), self._view, self.marks, width, height, self._names))


def drawn(land: Land, view: View, marks: Sequence[Mark], columns: int, rows: int, names: bool = True) -> list[Content]:
    """Rows of a map: the coast quietly, words on it, marks over both."""
    if columns < 1 or rows < 1:
        return []
    window = Window(view.north, view.south, view.west, view.east, columns, rows)
    braille = draws()
    coast = Raster(window)
    land.draw(coast)
    cells = [[(sign, ".quiet") for sign in row] for row in coast.rows(braille=braille)]
    for mark in marks:
        if len(mark.points) > 1:
            line = Raster(window)
            line.draw(mark.points, every=3)
            for row, text in enumerate(line.rows(braille=braille)):
                for column, sign in enumerate(text):
                    if sign != " ":
                        cells[row][column] = (sign, mark.ink)
    taken: set[tuple[int, int]] = set()
    words = [(mark.said(rows), mark.points[len(mark.points) // 2], mark.ink, False) for mark in marks]
    words += [(phrase(name), at, ".scene", True) for name, at in (land.names if names else ())]
    for text, at, ink, on_blank in words:
        for column, row in _near(*window.cell(at), len(text)):
            there = [(column + number, row) for number in range(-on_blank, len(text) + on_blank)]
            if all(0 <= x < columns and 0 <= row < rows for x, _ in there) and taken.isdisjoint(there):
                if not on_blank or all(cells[row][x][0] == " " for x, _ in there):
                    taken.update(there)
                    cells[row][column : column + len(text)] = [(sign, ink) for sign in text]
                    break
    return [Content.assemble(*_runs(row)) for row in cells]


def _near(column: int, row: int, width: int) -> Iterator[tuple[int, int]]:
    """Where a text of some cells can begin so that it stands at a cell, or else as near as may be."""
    start = column - width // 2
    yield from sorted(
        ((start + across, row + down) for across in range(-8, 9) for down in range(-3, 4)),
        key=lambda cell: (abs(cell[0] - start) + 2 * abs(cell[1] - row), cell),
    )


def _runs(cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cells of one ink put together: a row is a few spans and not eighty."""
    runs: list[tuple[str, str]] = []
    for sign, ink in cells:
        if runs and (runs[-1][1] == ink or sign == " "):
            runs[-1] = (runs[-1][0] + sign, runs[-1][1])
        else:
            runs.append((sign, ink))
    return runs
