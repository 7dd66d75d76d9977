"""A report as leaves to turn: each holds a heading, perhaps a chart, and a text that fits a column."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from game.reports.charts import Chart
from game.reports.document import Block as Part
from game.reports.document import Document, Figure, Grid, Items, Paragraph, Prose
from game.tui.widgets.prose import Block, blocks, quiet

GAP = 2
"""Cells between two columns of a table."""
SHORT = 11
"""Cells of a column that stays a column where the table is too wide."""


class Leaf(NamedTuple):
    """What stands on the page at once."""

    title: str
    text: list[Block]
    chart: Chart | None = None


def leaves(found: Document, measure: int) -> list[Leaf]:
    """A leaf for each section, and one for each of its charts; grids wider than the measure are stacked."""
    made = []
    for section in found.sections:
        text: list[Block] = []
        charts = [each for each in section.blocks if isinstance(each, Figure)]
        for part in section.blocks:
            if not isinstance(part, Figure):
                text += _text(part, measure)
        if charts:
            # What is said around a chart comes behind the figures of the first.
            first = charts[0]
            made.append(Leaf(section.title, [*_figure(first, measure), *text], first.chart))
            made += [Leaf(each.chart.title, _figure(each, measure), each.chart) for each in charts[1:]]
        else:
            made.append(Leaf(section.title, text))
    return made


def _figure(figure: Figure, measure: int) -> list[Block]:
    return [Block(Content(figure.sentence)), *_grid(figure.grid, measure)]


def _text(part: Part, measure: int) -> list[Block]:
    match part:
        case Paragraph(text, lead):
            return [Block(Content.assemble((f"{lead} " if lead else "", "bold"), text))]
        case Items(items, numbered):
            marks = [f"{number}. " if numbered else "• " for number in range(1, len(items) + 1)]
            return [
                Block(Content(each), quiet(mark), close=number > 0)
                for number, (each, mark) in enumerate(zip(items, marks, strict=True))
            ]
        case Grid():
            return _grid(part, measure)
        case Prose(title, text):
            return [Block(Content.styled(title, ".heading")), *blocks(text)]
        case Figure():
            return _figure(part, measure)


def _grid(grid: Grid, measure: int) -> list[Block]:
    caption = Block(Content.styled(grid.caption, "bold"))
    widths = [max(Content(cell).cell_length for cell in column) for column in zip(grid.heads, *grid.rows, strict=True)]
    if sum(widths) + GAP * (len(widths) - 1) <= measure:
        return [caption, *_aligned(grid, widths)]
    return [caption, *_stacked(grid)]


def _aligned(grid: Grid, widths: list[int]) -> Iterator[Block]:
    for number, row in enumerate((grid.heads, *grid.rows)):
        cells = []
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            space = " " * (width - Content(cell).cell_length)
            cells.append(f"{space}{cell}" if column in grid.figures else f"{cell}{space}")
        line = (" " * GAP).join(cells).rstrip()
        yield Block(quiet(line) if number == 0 else Content(line), close=True)


def _stacked(grid: Grid) -> Iterator[Block]:
    """A table that is too wide: what is short stays in columns at the right, and what is long comes below its row."""
    widths = [max(map(len, column)) for column in zip(grid.heads, *grid.rows, strict=True)]
    short = [n for n, width in enumerate(widths) if n and (n in grid.figures or width <= SHORT)]
    long = [n for n in range(1, len(widths)) if n not in short]

    def aside(row: Sequence[str]) -> str:
        cells = (row[n].rjust(widths[n]) if n in grid.figures else row[n].ljust(widths[n]) for n in short)
        return (" " * GAP).join(cells)

    if short:
        yield Block(quiet(grid.heads[0]), close=True, aside=quiet(aside(grid.heads)))
    for row in grid.rows:
        yield Block(Content.styled(row[0], ".lamp"), close=True, aside=Content(aside(row)))
        for n in long:
            if row[n]:
                head = "" if len(long) == 1 else f"{grid.heads[n]}: "
                yield Block(Content.assemble((head, ".quiet"), row[n]), Content("  "), close=True)
