"""A chart drawn in characters. The library that draws it is imported with this file, so only where a chart is shown."""

from typing import Literal, TypeAlias

from textual.theme import Theme
from textual_plotext import PlotextPlot

from game.reports.charts import CLOUD, LINE, MARKS, STEPS, Chart, Series, ruled, ticks
from game.speech.figures import figure
from game.terminal import colourless
from game.tui.widgets.script import SIDE_INKS

Ink: TypeAlias = str | int | tuple[int, int, int]
"""`default`, the number of one of the terminal's own colours, or red, green and blue."""
SHAPES = {0: "■", 1: "▲", -1: "○"}
"""Shapes as well as colours, as on paper."""
STROKES = {0: "hd", 1: "•", -1: "hd"}
"""Lines as well: one drawn through, one of dots."""
FRAME = 4
"""Rows that are no part of the plane: its frame, the numbers below, the names of the axes."""


class Plot(PlotextPlot):
    """One chart."""

    DEFAULT_CSS = """
    Plot { height: 1fr; max-width: 120; }
    """

    def __init__(self) -> None:
        """On the page's own ground."""
        super().__init__()
        self.theme = "clear"
        self._chart: Chart | None = None
        self._row = 0.0
        """What a row of cells stands for, upwards."""
        self._crowd: tuple[tuple[float, float], ...] = ()
        """The small dots."""

    def on_mount(self) -> None:
        """Draw it anew in the inks of another theme."""
        self.app.theme_changed_signal.subscribe(self, self._in_other_inks)

    def on_resize(self) -> None:
        """Rule it for another height."""
        if self._chart is not None:
            self.put(self._chart)

    def _in_other_inks(self, theme: Theme) -> None:
        if self._chart is not None:
            self.put(self._chart)

    def ink(self, name: str) -> Ink:
        """An ink of the page by its name; that of the text where no colour is wanted."""
        if colourless():
            return "default"
        color = self.screen.get_component_styles(name.removeprefix(".")).color
        return color.rgb if color.ansi is None else color.ansi if color.ansi >= 0 else "default"

    def put(self, chart: Chart) -> None:
        """Draw a chart in place of the one before."""
        self._chart = chart
        plt = self.plt
        plt.clear_figure()
        rows = max(self.size.height - FRAME, 2)
        y_range, along = ruled(*chart.y_range, rows, 5)
        self._row = (y_range[1] - y_range[0]) / (rows - 1)
        self._crowd = tuple(point for series in chart.series if series.look == CLOUD for point in series.points)
        plt.xlim(*chart.x_range)
        plt.ylim(*y_range)
        across = ticks(*chart.x_range)
        plt.xticks([float(each) for each in across], [figure(each) for each in across])
        plt.yticks([float(each) for each in along], [figure(each) for each in along])
        # As one label: where two have no room side by side, the library leaves one of them out.
        plt.xlabel(f"↑ {chart.y}   → {chart.x}")
        for line in chart.across:
            (plt.vline if line.upright else plt.hline)(line.at, self.ink(".rule"))
        for series in chart.series:
            self._draw(series, chart.x_range, y_range)
        self.refresh()

    def _draw(self, series: Series, x_range: tuple[float, float], y_range: tuple[float, float]) -> None:
        plt, ink = self.plt, self.ink(SIDE_INKS[series.side]) if series.side >= 0 else "default"
        xs, ys = [x for x, _ in series.points], [y for _, y in series.points]
        if series.look == CLOUD:
            plt.scatter(xs, ys, marker="·", color="default")
        elif series.look == LINE:
            plt.plot(xs, ys, marker=STROKES[series.side], color=ink)
        elif series.look == STEPS:
            across = [x for pair in zip(xs, xs[1:] + xs[-1:], strict=True) for x in pair]
            plt.plot(across, [y for y in ys for _ in (0, 1)], marker=STROKES[series.side], color=ink)
        elif series.look == MARKS:
            plt.scatter(xs, ys, marker=SHAPES[series.side], color=ink)
            for (x, y), name in zip(series.points, series.labels, strict=False):
                # Beside the mark, on the side where it hides least; a row above, where there are lines to lie on.
                at = y if self._crowd else y + self._row if y + self._row <= y_range[1] else y - self._row
                side = self._side(name, x, at, x_range)
                beside = x + (x_range[1] - x_range[0]) / 60 * (1 if side == "left" else -1)
                plt.text(name, beside, at, alignment=side, color=ink, background="default")

    def _side(self, name: str, x: float, y: float, x_range: tuple[float, float]) -> Literal["left", "right"]:
        """How a name beside a mark is aligned: where it fits, and lies on the fewest points of a crowd."""
        low, high = x_range
        wide = (len(name) + 2) * (high - low) / max(self.size.width - FRAME, 1)

        def hidden(left: float, right: float) -> tuple[bool, int]:
            on = sum(left <= at <= right and abs(up - y) < self._row / 2 for at, up in self._crowd)
            return left < low or right > high, on

        return "left" if hidden(x, x + wide) <= hidden(x - wide, x) else "right"
