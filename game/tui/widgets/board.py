"""The questions on the table: where each stands, what that is worth to you, and how it last moved."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import phrase
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
    step: int = 0
    """On which step it stands, from 0; the best for you is the last."""
    steps: int = 0
    was: str = ""
    """Where it stood before the moves that are new; the empty text where they did not move it."""

    def ladder(self) -> Content:
        """`··●···`: as many steps as it has settlements."""
        if self.steps < 2:
            return Content("")
        rest = self.steps - self.step - 1
        return Content.assemble(("·" * self.step, ".quiet"), ("●", ".lamp"), ("·" * rest, ".quiet"))


class Worth(NamedTuple):
    """What the table comes to for you, in words; empty texts where worth is not shown."""

    now: str
    """As it stands."""
    floor: str
    """If all stays open."""
    linked: str
    """`▲ 2.0` or `▼ 4.0`: what combinations add or take; the empty text for nothing."""


UNTOLD = Worth("", "", "")
"""Where worth is not shown."""


class Board(Widget, can_focus=False):
    """The questions on the table."""

    DEFAULT_CSS = """
    Board { height: auto; }
    """

    rows: reactive[tuple[BoardRow, ...]] = reactive((), layout=True)
    worth: reactive[Worth] = reactive(UNTOLD)

    def put(self, rows: Sequence[BoardRow], worth: Worth) -> None:
        """Show the table as it stands."""
        self.worth = worth
        self.rows = tuple(rows)

    def render(self) -> RenderResult:
        """A line for each question, another where there is more to say, and what they come to."""
        width = self.content_size.width
        now, floor, linked = self.worth
        head = Content.styled(phrase("worth to you") if now else "", ".quiet")
        out = [spread(Content.styled(phrase("The questions"), ".heading"), head, width)]
        column = max((len(row.of) for row in self.rows), default=0)
        names = max((len(row.name) for row in self.rows), default=0)
        for row in self.rows:
            out += self._question(row, width, column, names)
        if now:
            if linked:
                # Or the figures above would not come to the one below.
                ink = ".gain" if linked.startswith("▲") else ".loss"
                out.append(
                    spread(Content.styled(phrase("What hangs together"), ".quiet"), Content.styled(linked, ink), width)
                )
            out.append(Content.styled("─" * width, ".rule"))
            out.append(spread(Content(phrase("As the table stands")), Content.styled(now, "bold"), width))
            out.append(
                spread(
                    Content.styled(phrase("With everything left open"), ".quiet"),
                    Content.styled(floor, ".quiet"),
                    width,
                )
            )
        return lines(out)

    def _question(self, row: BoardRow, width: int, column: int, names: int) -> list[Content]:
        name = Content.assemble((row.name.ljust(names), "bold"), "  ", row.ladder())
        right = Content.styled(phrase("open", sense="a question") if row.open else "", ".quiet")
        if row.worth:
            change = (row.change, ".gain" if row.change.startswith("▲") else ".loss")
            right = Content.assemble(
                change, row.worth.rjust(6), (" " + phrase("of {most}", most=row.of.ljust(column)), ".quiet")
            )
        rows = [spread(name, right, width)]
        if row.was:
            stands = Content.assemble((phrase("new: "), ".lamp"), (row.stands, "bold")).wrap(max(width - 2, 8))
            return rows + [Content.assemble("  ", line) for line in stands]
        within = phrase("{reach} within reach", reach=row.reach) if row.reach else ""
        if row.open:
            says = phrase("open, {reach} within reach", reach=row.reach) if row.worth else within
            return [*rows, Content.styled(f"  {says}", ".quiet")] if within else rows
        stands = Content.styled(row.stands, ".lamp").wrap(max(width - 2, 8))
        return rows + [Content.assemble("  ", line) for line in stands]
