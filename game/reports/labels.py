"""Where the names in a chart stand, so that they neither lie on each other nor reach beyond the plane."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

SIZE = 13
"""Of the letters, in units of the drawing."""
_LETTER, _HEAVY, _WIDE = 0.54, 0.58, 1.0
"""How wide letters are at most as a rule, for each unit of their size: plain, heavy, and those of East Asia."""
_UP, _DOWN = 11, 4
"""How far letters reach over and under their line."""
_ROW = 16


class Box(NamedTuple):
    """A piece of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Whether another lies in it from side to side and from top to bottom."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether another lies on it."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Place(NamedTuple):
    """Where a name stands: its anchor, `start` or `end` or `middle`, is at a point."""

    x: float
    y: float
    anchor: str


class Labels:
    """The names of one chart, placed one after the other: who comes first has the better place."""

    def __init__(self, plane: Box) -> None:
        """The plane is where names may stand."""
        self.plane = plane
        self._taken: list[Box] = []

    def beside(self, x: float, y: float, text: str) -> Place:
        """At a mark: above it to the right, or to the left where there is little room; else where there is some."""
        left, right = Place(x - 9, y, "end"), Place(x + 9, y, "start")
        sides = (left, right) if x > self.plane.right * 2 / 3 else (right, left)
        middle = Place((self.plane.left + self.plane.right) / 2, y, "middle")  # for a name too long for either side
        rows = list(_rows())
        return self._first(
            (place._replace(y=y + down) for places in (sides, (middle,)) for down in rows for place in places),
            text,
            heavy=True,
        )

    def upright(self, x: float, text: str) -> Place:
        """At the head of a line that stands upright."""
        rows = (self.plane.top + 12 + _ROW * row for row in range(4))
        return self._first((Place(x + by, y, a) for y in rows for by, a in ((5, "start"), (-5, "end"))), text)

    def across(self, y: float, text: str) -> Place:
        """At the end of a line that lies across."""
        ends = ((self.plane.right - 4, "end"), (self.plane.left + 4, "start"))
        return self._first((Place(x, y + down, anchor) for x, anchor in ends for down in (-5, 15)), text)

    def _first(self, places: Iterable[Place], text: str, *, heavy: bool = False) -> Place:
        """The first place that is free; where none is, the first that lies in the plane, and else the first of all."""
        there = [(place, _box(place, text, heavy)) for place in places]
        inside = [(place, box) for place, box in there if self.plane.holds(box)]
        free = [each for each in inside if not any(map(each[1].meets, self._taken))]
        place, box = (free or inside or there)[0]
        self._taken.append(box)
        return place


def _rows() -> Iterator[float]:
    """How far from a mark a name may stand: above it, below it, and further off by turns."""
    for row in range(7):
        yield -6 - _ROW * row
        yield 16 + _ROW * row


def _box(place: Place, text: str, heavy: bool) -> Box:
    width = SIZE * sum(_width(each, heavy) for each in text)
    left = {"start": place.x, "end": place.x - width, "middle": place.x - width / 2}[place.anchor]
    return Box(left, place.y - _UP, left + width, place.y + _DOWN)


def _width(letter: str, heavy: bool) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _HEAVY if heavy else _LETTER
