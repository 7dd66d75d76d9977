"""Charts as values: series of points with the lines across them. `svg` draws them, and so may a screen."""

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


def ticks(least: float, most: float, about: int = 6) -> list[int]:
    """Whole numbers to write along an axis: about so many, in steps of 1, 2, 5, 10, 20, 50 and so on."""
    size = 1
    while (most - least) / size > about:
        size = size * 5 // 2 if str(size).startswith("2") else size * 2
    first = -size * int(-least // size)
    return list(range(first, int(most) + 1, size))
