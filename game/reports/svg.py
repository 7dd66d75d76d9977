"""Charts drawn as SVG: no script, no style from elsewhere, shapes as well as colours, every text escaped."""

from collections.abc import Iterator
from html import escape

from game.reports.charts import CLOUD, LINE, MARKS, STEPS, Across, Chart, Series, ticks
from game.reports.labels import SIZE, Box, Labels
from game.speech.writing import in_drawing

WIDTH, HEIGHT = 680, 400
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 48
"""Units of the drawing; it grows and shrinks with the page."""

INKS = {0: "#1d4f91", 1: "#a3261d", -1: "#4a4a4a"}
"""Blue for the first side, red for the second: each at least 7 to 1 on white."""

DASHES = {0: "", 1: "7 4", -1: "2 4"}
"""So that lines can be told apart without colour."""


def svg(chart: Chart, id: str) -> str:
    """A chart as an `svg` element; `id` must be the only one of its kind on the page."""
    return "".join(_parts(chart, id))


def _parts(chart: Chart, id: str) -> Iterator[str]:
    yield f'<svg role="img" direction="ltr" aria-labelledby="{id}-title" viewBox="0 0 {WIDTH} {HEIGHT}">'
    yield f'<title id="{id}-title">{escape(chart.title)}</title>'
    plane = _Plane(chart)
    yield from plane.axes()
    for across in chart.across:
        yield from plane.across(across)
    for series in chart.series:
        yield from plane.series(series)
    yield "</svg>"


class _Plane:
    """Where things of a chart stand in the drawing."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.labels = Labels(Box(LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM))

    def x(self, value: float) -> float:
        low, high = self.chart.x_range
        return round(LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        low, high = self.chart.y_range
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    def axes(self) -> Iterator[str]:
        chart, foot, right = self.chart, HEIGHT - BOTTOM, WIDTH - RIGHT
        for at in ticks(*chart.x_range):
            yield _line(self.x(at), TOP, self.x(at), foot, "#e4e0d8")
            yield _text(self.x(at), foot + 16, "middle", str(at))
        for at in ticks(*chart.y_range):
            yield _line(LEFT, self.y(at), right, self.y(at), "#e4e0d8")
            yield _text(LEFT - 6, self.y(at) + 4, "end", str(at))
        yield _line(LEFT, foot, right, foot, "#4a4a4a")
        yield _line(LEFT, TOP, LEFT, foot, "#4a4a4a")
        yield _text((LEFT + right) / 2, HEIGHT - 8, "middle", chart.x)
        yield _text(14, (TOP + foot) / 2, "middle", chart.y, turn=True)

    def across(self, across: Across) -> Iterator[str]:
        if across.upright:
            at = self.x(across.at)
            yield _line(at, TOP, at, HEIGHT - BOTTOM, "#4a4a4a", "6 3")
            yield _text(*self.labels.upright(at, across.name), across.name)
        else:
            at = self.y(across.at)
            yield _line(LEFT, at, WIDTH - RIGHT, at, "#4a4a4a", "6 3")
            yield _text(*self.labels.across(at, across.name), across.name)

    def series(self, series: Series) -> Iterator[str]:
        ink = INKS[series.side]
        places = [(self.x(x), self.y(y)) for x, y in series.points]
        if series.look == CLOUD:
            yield f'<g fill="#b9b2a4">{"".join(_dot(x, y, 1.8) for x, y in places)}</g>'
        elif series.look in (LINE, STEPS):
            yield _path(places, series.look == STEPS, ink, DASHES[series.side])
            if series.look == LINE:
                yield f'<g fill="{ink}">{"".join(_dot(x, y, 2.6) for x, y in places)}</g>'
        elif series.look == MARKS:
            for number, (x, y) in enumerate(places):
                yield _mark(x, y, series.side, ink)
                if number < len(series.labels) and (label := series.labels[number]):
                    yield _text(*self.labels.beside(x, y, label), label, heavy=True)


def _line(x: float, y: float, to_x: float, to_y: float, ink: str, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}" stroke="{ink}"{dashed}/>'


def _text(x: float, y: float, anchor: str, text: str, *, turn: bool = False, heavy: bool = False) -> str:
    turned = f' transform="rotate(-90 {x} {y})"' if turn else ""
    # A rim of paper under the letters, so that they can be read across lines and dots.
    weight = ' font-weight="700" stroke="#fff" stroke-width="4" paint-order="stroke"' if heavy else ""
    said = escape(in_drawing(text))
    return f'<text x="{x}" y="{y}" font-size="{SIZE}" fill="#222" text-anchor="{anchor}"{turned}{weight}>{said}</text>'


def _dot(x: float, y: float, size: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{size}"/>'


def _path(places: list[tuple[float, float]], steps: bool, ink: str, dash: str) -> str:
    parts = []
    for number, (x, y) in enumerate(places):
        parts.append(f"M{x} {y}" if not number else f"H{x}V{y}" if steps else f"L{x} {y}")
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{"".join(parts)}" fill="none" stroke="{ink}" stroke-width="2"{dashed}/>'


def _mark(x: float, y: float, side: int, ink: str) -> str:
    """A square for the first side, a triangle for the second, a ring for neither."""
    if side == 0:
        return f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{ink}"/>'
    if side == 1:
        return f'<path d="M{x} {y - 7}L{x + 6} {y + 5}L{x - 6} {y + 5}Z" fill="{ink}"/>'
    return f'<circle cx="{x}" cy="{y}" r="5.5" fill="#fff" stroke="#222" stroke-width="2.5"/>'
