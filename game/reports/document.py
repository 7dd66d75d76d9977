"""A document: what a report says, before it is known whether it becomes HTML, Markdown or a screen.

Text in it is plain: nothing is escaped, and nothing is obeyed.
"""

from typing import NamedTuple, TypeAlias

from game.reports.charts import Chart


class Paragraph(NamedTuple):
    """A paragraph; `lead` stands before it in heavier letters."""

    text: str
    lead: str = ""


class Items(NamedTuple):
    """A list."""

    items: tuple[str, ...]
    numbered: bool = False


class Grid(NamedTuple):
    """A table. The first column names the rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()
    """The columns that hold figures."""


class Figure(NamedTuple):
    """A chart, a sentence with its figures, and the table behind it."""

    chart: Chart
    sentence: str
    grid: Grid


class Prose(NamedTuple):
    """A text of the scenario in Markdown, a brief for example."""

    title: str
    markdown: str


Block: TypeAlias = Paragraph | Items | Grid | Figure | Prose


class Section(NamedTuple):
    """A part with a heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A report."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
