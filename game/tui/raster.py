"""Lines drawn with characters: eight dots of braille to a cell, or plain signs where a terminal has none.

Nothing here knows Textual or a scenario: points in, rows of text out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a braille cell, by row and column."""
SIGNS = " '''.:::.:::.:::"
"""Plain signs for a cell, by which of its quarters are drawn: upper left, upper right, lower left, lower right."""

Point = tuple[float, float]
"""Degrees north and degrees west."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the earth on so many cells, as large as it can be in them and in the middle."""

    north: float
    south: float
    west: float
    """Degrees west of Greenwich, so the larger of the two."""
    east: float
    columns: int
    rows: int

    @property
    def scale(self) -> float:
        """Dots for a degree of latitude. One of longitude has fewer, as it is shorter here."""
        across = (self.west - self.east) * self.narrow
        return min(2 * self.columns / across, 4 * self.rows / (self.north - self.south))

    @property
    def narrow(self) -> float:
        """How long a degree of longitude is beside one of latitude."""
        return cos(radians((self.north + self.south) / 2))

    def dot(self, point: Point) -> tuple[float, float]:
        """Where a point lies, in dots from the left and from the top."""
        north, west = point
        x = self.columns + ((self.west + self.east) / 2 - west) * self.narrow * self.scale
        y = 2 * self.rows + ((self.north + self.south) / 2 - north) * self.scale
        return x, y

    def cell(self, point: Point) -> tuple[int, int]:
        """The column and the row of a point; it may lie outside."""
        x, y = self.dot(point)
        return int(x // 2), int(y // 4)


class Raster:
    """Dots in a window."""

    def __init__(self, window: Window) -> None:
        """An empty one."""
        self.window = window
        self._cells = [[0] * window.columns for _ in range(window.rows)]

    def draw(self, points: Sequence[Point], *, closed: bool = False, every: int = 1) -> None:
        """A line through points; with `every`, only each so-manieth dot of it."""
        dots = [self.window.dot(point) for point in points]
        if closed:
            dots.append(dots[0])
        count = 0
        for (x, y), (to_x, to_y) in pairwise(dots):
            steps = max(int(max(abs(to_x - x), abs(to_y - y))), 1)
            for step in range(steps):
                if count % every == 0:
                    self._put(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps)
                count += 1
        self._put(*dots[-1])

    def _put(self, x: float, y: float) -> None:
        column, row = int(x // 2), int(y // 4)
        if 0 <= column < self.window.columns and 0 <= row < self.window.rows:
            self._cells[row][column] |= DOTS[int(y) % 4][int(x) % 2]

    def rows(self, *, braille: bool = True) -> list[str]:
        """The picture, a text for each row of cells."""
        return ["".join(_braille(cell) if braille else _plain(cell) for cell in row) for row in self._cells]


def _braille(cell: int) -> str:
    return chr(0x2800 + cell) if cell else " "


def _plain(cell: int) -> str:
    quarters = (0x03, 0x18, 0x44, 0xA0)
    return SIGNS[sum(bool(cell & dots) << number for number, dots in enumerate(quarters))]


@dataclass(frozen=True, slots=True)
class Coast:
    """A line of the land."""

    name: str
    points: tuple[Point, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Land:
    """All coasts of a part of the earth, and words to put on it."""

    coasts: tuple[Coast, ...]
    names: tuple[tuple[str, Point], ...]

    def draw(self, raster: Raster) -> None:
        """Draw every coast."""
        for coast in self.coasts:
            raster.draw(coast.points, closed=coast.closed)


def read_land(lines: Iterable[str]) -> Land:
    """A land from the lines of its file; `assets/caribbean.txt` explains them."""
    coasts: list[Coast] = []
    names: list[tuple[str, Point]] = []
    kind, name = "", ""
    numbers: list[float] = []

    def end() -> None:
        points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "name":
            names.append((name, points[0]))
        elif kind:
            coasts.append(Coast(name, points, kind == "land"))
        numbers.clear()

    for line in lines:
        first, _, rest = line.strip().partition(" ")
        if first in ("land", "coast", "name"):
            end()
            kind, name = first, rest
        elif first and not first.startswith("#"):
            numbers += map(float, line.split())
    end()
    return Land(tuple(coasts), tuple(names))
