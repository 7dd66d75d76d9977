"""A chart drawn in characters. The library that draws it is imported with this file, so only where a chart is shown."""

from typing import Literal, TypeAlias

from textual.theme import Theme
from textual_plotext import PlotextPlot

from game.reports.charts import CLOUD, LINE, MARKS, STEPS, Chart, Series, ticks
from game.terminal import colourless
from game.tui.widgets.script import SIDE_INKS

Ink: TypeAlias = str | int | tuple[int, int, int]
"""`default`, the number of one of the terminal's own colours, or red, green and blue."""
SHAPES = {0: "■", 1: "▲", -1: "○"}
"""Shapes as well as colours, as on paper."""


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

    def on_mount(self) -> None:
        """Draw it anew in the inks of another theme."""
        self.app.theme_changed_signal.subscribe(self, self._in_other_inks)

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
        plt.xlim(*chart.x_range)
        plt.ylim(*chart.y_range)
        plt.xticks([float(each) for each in ticks(*chart.x_range)])
        plt.yticks([float(each) for each in ticks(*chart.y_range, 5)])
        # As one label: where two have no room side by side, the library leaves one of them out.
        plt.xlabel(f"↑ {chart.y}   → {chart.x}")
        for across in chart.across:
            (plt.vline if across.upright else plt.hline)(across.at, self.ink(".rule"))
        for series in chart.series:
            self._draw(series, chart.x_range)
        self.refresh()

    def _draw(self, series: Series, x_range: tuple[float, float]) -> None:
        plt, ink = self.plt, self.ink(SIDE_INKS[series.side]) if series.side >= 0 else "default"
        xs, ys = [x for x, _ in series.points], [y for _, y in series.points]
        if series.look == CLOUD:
            plt.scatter(xs, ys, marker="·", color="default")
        elif series.look == LINE:
            plt.plot(xs, ys, marker="hd", color=ink)
        elif series.look == STEPS:
            across = [x for pair in zip(xs, xs[1:] + xs[-1:], strict=True) for x in pair]
            plt.plot(across, [y for y in ys for _ in (0, 1)], marker="hd", color=ink)
        elif series.look == MARKS:
            plt.scatter(xs, ys, marker=SHAPES[series.side], color=ink)
            low, high = x_range
            for number, (x, y) in enumerate(series.points):
                if number < len(series.labels) and (name := series.labels[number]):
                    # Beside the mark, on the side where there is room.
                    aside, way = (high - low) / 60, x > (low + high) / 2
                    side: Literal["left", "right"] = "right" if way else "left"
                    plt.text(name, x - aside if way else x + aside, y, alignment=side, color=ink, background="default")
