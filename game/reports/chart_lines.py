"""A chart as lines of text, for a terminal or a page of print: one letter for each cell, and what the letters mean."""

from game.phrases import phrase
from game.reports.charts import CLOUD, LINE, MARKS, Chart
from game.speech.gate import clean

COLUMNS, ROWS = 64, 20
"""Cells of the plane."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def chart_lines(chart: Chart, columns: int = COLUMNS, rows: int = ROWS) -> list[str]:
    """The plane with its axes, and below it the legend. Marks are letters, in the order of the legend."""
    grid = [[" "] * columns for _ in range(rows)]
    (left, right), (low, high) = chart.x_range, chart.y_range

    def across(x: float) -> int:
        return min(max(round((x - left) * (columns - 1) / (right - left)), 0), columns - 1)

    def down(y: float) -> int:
        return rows - 1 - min(max(round((y - low) * (rows - 1) / (high - low)), 0), rows - 1)

    for line in chart.across:
        for number in range(rows if line.upright else columns):
            row, column = (number, across(line.at)) if line.upright else (down(line.at), number)
            grid[row][column] = ("|" if line.upright else "-") if grid[row][column] == " " else "+"
    legend = [f"| - {clean(line.name)}" for line in chart.across if line.name]
    letters = iter(_LETTERS)
    for series in sorted(chart.series, key=lambda each: (each.look == MARKS, each.look == LINE)):
        sign = "." if series.look == CLOUD else "o"
        for number, (x, y) in enumerate(series.points):
            if series.look == MARKS:
                sign = next(letters, "*")
                if number < len(series.labels):
                    legend.append(f"{sign} {clean(series.labels[number])}")
            grid[down(y)][across(x)] = sign
        if series.look != MARKS and series.name:
            legend.append(f"{sign} {clean(series.name)}")
    ends = f"{high:.0f}", f"{low:.0f}"
    margin = max(map(len, ends))
    labels = [ends[0], *[""] * (rows - 2), ends[1]]
    foot = f"{left:.0f}", f"{right:.0f}"
    return [
        phrase("{y}, upwards", y=clean(chart.y)),
        *(f"{label:>{margin}} |{''.join(cells).rstrip()}" for label, cells in zip(labels, grid, strict=True)),
        f"{'':>{margin}} +{'-' * columns}",
        f"{'':>{margin}}  {foot[0]}{foot[1]:>{columns - len(foot[0])}}",
        f"{'':>{margin}}  {phrase('{x}, to the right', x=clean(chart.x))}",
        "   ".join(legend),
    ]
