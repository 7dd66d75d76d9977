"""Charts as values: series of points with the lines across them. `svg` draws them, and so may a screen."""

import math
from typing import NamedTuple

LINE, STEPS, CLOUD, MARKS = "line", "steps", "cloud", "marks"
"""How a series looks: points joined; joined by steps; small dots; large marks with names."""


class Series(NamedTuple):
    """Points that belong together."""

    name: str
    look: str
    points: tuple[tuple[float, float], ...]
    side: int = -1
    """The side that it is about; -1 for neither."""
    labels: tuple[str, ...] = ()
    """For each mark its name."""


class Across(NamedTuple):
    """A line across the chart."""

    name: str
    at: float
    upright: bool = False


class Chart(NamedTuple):
    """A chart. Ranges are from the least to the most of each axis."""

    title: str
    x: str
    y: str
    series: tuple[Series, ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    across: tuple[Across, ...] = ()


def around(values: list[float], step: int = 10, margin: float = 0) -> tuple[float, float]:
    """A range with whole steps at both ends that holds some values."""
    if not values:
        return 0.0, float(step)
    least, most = min(values) - margin, max(values) + margin
    low = step * int(least // step)
    high = -step * int(-most // step)
    return float(low), float(high if high > low else low + step)


def ruled(least: float, most: float, rows: int, about: int = 6) -> tuple[tuple[float, float], list[int]]:
    """A range that holds another, and numbers along it that stand on whole rows at equal distances.

    Cells are coarse: on ten rows the fifths of a range fall now two rows apart, now one. Of the ways to set numbers on
    whole rows that takes which widens the range least.
    """
    size, found = _step(least, most, about), []
    for _ in range(3):
        for apart in range(rows - 1, 0, -1):
            row = size / apart
            low = row * math.floor(least / row)
            high = low + row * (rows - 1)
            along = list(range(size * math.ceil(low / size), math.floor(high) + 1, size))
            if high >= most and len(along) > 1:
                found.append((high - low, size, (low, high), along))
                break
        size = _coarser(size)
    if not found:
        return (least, most), ticks(least, most, about)
    _, _, held, along = min(found)
    return held, along


def ticks(least: float, most: float, about: int = 6) -> list[int]:
    """Whole numbers to write along an axis: about so many, in steps of 1, 2, 5, 10, 20, 50 and so on."""
    size = _step(least, most, about)
    first = -size * int(-least // size)
    return list(range(first, int(most) + 1, size))


def _step(least: float, most: float, about: int) -> int:
    size = 1
    while (most - least) / size > about:
        size = _coarser(size)
    return size


def _coarser(size: int) -> int:
    return size * 5 // 2 if str(size).startswith("2") else size * 2
