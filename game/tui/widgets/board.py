"""The questions on the table: where each stands, what that is worth to you, and how it last moved."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.widgets.typeset import lines, spread


class BoardRow(NamedTuple):
    """One question as it is shown."""

    name: str
    stands: str
    open: bool
    worth: str = ""
    """`18.7`; the empty text where worth is not shown."""
    of: str = ""
    """`34`: the most that it could be."""
    change: str = ""
    """`▲ 4.4` or `▼ 2.0`, from its last move."""
    reach: int = 0
    """How many other settlements are within reach."""


class Board(Widget, can_focus=False):
    """The questions on the table."""

    DEFAULT_CSS = """
    Board { height: auto; }
    """

    rows: reactive[tuple[BoardRow, ...]] = reactive((), layout=True)
    worth: reactive[tuple[str, str]] = reactive(("", ""))
    """What the table is worth to you as it stands, and what it is if all stays open."""

    def put(self, rows: Sequence[BoardRow], worth: tuple[str, str]) -> None:
        """Show the table as it stands."""
        self.worth = worth
        self.rows = tuple(rows)

    def render(self) -> RenderResult:
        """A line for each question, another where there is more to say, and what they come to."""
        width = self.content_size.width
        now, floor = self.worth
        head = Content.styled("worth to you" if now else "", ".quiet")
        out = [spread(Content.styled("The questions", ".heading"), head, width)]
        column = max((len(row.of) for row in self.rows), default=0)
        for row in self.rows:
            out += self._question(row, width, column)
        if now:
            out.append(Content.styled("─" * width, ".rule"))
            out.append(spread(Content("As the table stands"), Content.styled(now, "bold"), width))
            out.append(
                spread(Content.styled("With everything left open", ".quiet"), Content.styled(floor, ".quiet"), width)
            )
        return lines(out)

    def _question(self, row: BoardRow, width: int, column: int) -> list[Content]:
        name = Content.assemble((row.name, "bold"), (f"  {row.stands.lower()}" if row.open else "", ".quiet"))
        right = Content("")
        if row.worth:
            change = (row.change, ".gain" if row.change.startswith("▲") else ".loss")
            right = Content.assemble(change, row.worth.rjust(7), (f" of {row.of.ljust(column)}", ".quiet"))
        rows = [spread(name, right, width)]
        if not row.open:
            stands = Content.styled(row.stands, ".lamp").wrap(max(width - 2, 8))
            rows += [Content.assemble("  ", line) for line in stands]
        elif row.reach:
            rows.append(Content.styled(f"  {row.reach} within reach", ".quiet"))
        return rows
