"""The questions on the table: where each stands, what that is worth to you, and how it last moved."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.widgets.typeset import cut, lines, spread


class BoardRow(NamedTuple):
    """One question as it is shown."""

    name: str
    stands: str
    open: bool
    worth: str = ""
    """`18.7 of 34`; the empty text where worth is not shown."""
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
        for row in self.rows:
            out += self._question(row, width)
        if now:
            out.append(Content.styled("─" * width, ".rule"))
            out.append(spread(Content("As the table stands"), Content.styled(now, ".strong"), width))
            out.append(
                spread(Content.styled("With everything left open", ".quiet"), Content.styled(floor, ".quiet"), width)
            )
        return lines(out)

    def _question(self, row: BoardRow, width: int) -> list[Content]:
        worth, _, of = row.worth.partition(" ")
        name = Content.assemble((row.name, ".strong"), (f"  {row.stands.lower()}" if row.open else "", ".quiet"))
        rows = [spread(name, Content.assemble(worth, " ", (of, ".quiet")).rstrip(), width)]
        change = Content.styled(row.change, ".gain" if row.change.startswith("▲") else ".loss")
        reach = Content.styled(f"{row.reach} within reach" if row.reach else "", ".quiet")
        if not row.open:
            room = width - change.cell_length - 3
            rows.append(spread(Content.assemble("  ", cut(Content.styled(row.stands, ".lamp"), room)), change, width))
        elif row.reach or row.change:
            rows.append(spread(Content.assemble("  ", reach), change, width))
        return rows
