"""Two texts side by side, row for row; one under the other where there is no room."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from game.tui.widgets.prose import Block, set_in_column
from game.tui.widgets.sheet import Sheet

BESIDE = 74
"""From this width on, two columns."""
MEASURE = 58
"""The widest column, in cells."""


class Pair(NamedTuple):
    """What stands beside one another."""

    left: list[Block]
    right: list[Block]


BLANK = Pair([], [])
"""A blank row, with the rule between the columns drawn through it."""


class Columns(Sheet, can_focus=False):
    """Two columns to read."""

    DEFAULT_CSS = """
    Columns { height: 1fr; }
    """

    def __init__(self, pairs: Sequence[Pair] = (), *, id: str | None = None) -> None:
        """Pairs of texts, each pair beginning on a row of its own."""
        super().__init__(id=id)
        self._pairs = list(pairs)
        self._rows: list[Content] = []

    def put(self, pairs: Sequence[Pair]) -> None:
        """Other texts, from the first row."""
        self._pairs = list(pairs)
        self.laid()
        self.to_top()

    def lay_out(self, width: int) -> int:
        """Set each pair."""
        self._rows = []
        for pair in self._pairs:
            beside = width >= BESIDE
            if self._rows:
                self._rows += self._beside(BLANK, width) if beside else [Content("")]
            self._rows += self._beside(pair, width) if beside else self._under(pair, width)
        return len(self._rows)

    def _beside(self, pair: Pair, width: int) -> list[Content]:
        measure = min((width - 4) // 2, MEASURE)  # the rule between them, and a cell before the scrollbar
        left, right = set_in_column(pair.left, measure), set_in_column(pair.right, measure)
        rows = []
        for number in range(max(len(left), len(right), 1)):
            first = left[number] if number < len(left) else Content("")
            second = right[number] if number < len(right) else Content("")
            rows.append(Content.assemble(first.pad_right(measure - first.cell_length), (" │ ", ".rule"), second))
        return rows

    def _under(self, pair: Pair, width: int) -> list[Content]:
        left, right = set_in_column(pair.left, width), set_in_column(pair.right, width - 2)
        bar = Content.styled("│ ", ".rule")
        return [*left, *(Content.assemble(bar, line) for line in right)]

    def row(self, number: int) -> Content:
        """A row of both."""
        return self._rows[number]
