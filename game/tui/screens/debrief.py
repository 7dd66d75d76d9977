"""The debrief, leaf by leaf: what happened, what was possible, and where to sit down again."""

from collections.abc import Callable, Iterable

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.phrases import phrase
from game.records.faults import RecordError
from game.session import Session
from game.tui.desk import Desk
from game.tui.leaves import Leaf, leaves
from game.tui.screens.page import Page
from game.tui.screens.rewind import RewindPage
from game.tui.widgets.prose import Prose
from game.tui.widgets.sheet import MEASURES


class DebriefPage(Page[None]):
    """A book of leaves. It is for after the talks: both sides' secrets are in it."""

    CSS_PATH = "debrief.tcss"
    BINDINGS = [
        Binding("right,n,space", "turn(1)", "turn", key_display="← →", id="leaf-next", tooltip="The next leaf"),
        Binding("left,p", "turn(-1)", "before", show=False, id="leaf-back", tooltip="The leaf before"),
        Binding("t", "table", "table", id="leaf-table", tooltip="The figures behind the chart, or the chart again"),
        Binding(
            "r", "sit_down", "go back there", id="sit-down",
            tooltip="Go back to where the nearest deal was missed, with both briefs open; this game is kept as it is",
        ),
        Binding("escape,q", "close", "back", key_display="esc", id="close-debrief", tooltip="Close the debrief"),
        Binding(
            "m", "any_move", "any move", id="any-move",
            tooltip="Go back to any move, with both briefs open; this game is kept as it is",
        ),
        Binding(
            "c", "change_sides", "change sides", id="change-sides",
            tooltip="Begin anew on the other side, with both briefs open; this game is kept as it is",
        ),
        Binding("down,j", "rows(1)", "scroll", key_display="↑↓", id="leaf-down", tooltip="A row down"),
        Binding("up,k", "rows(-1)", "up", show=False, id="leaf-up", tooltip="A row up"),
        Binding("pagedown", "pages(1)", "page down", show=False, id="leaf-page-down", tooltip="A page down"),
        Binding("pageup", "pages(-1)", "page up", show=False, id="leaf-page-up", tooltip="A page up"),
    ]  # fmt: skip

    prose = getters.query_one(Prose)

    def __init__(self, session: Session, leads_on: bool = True) -> None:
        """A game that is over; `leads_on` where another can be begun from it, as it cannot on a wall."""
        super().__init__()
        self.session = session
        self.leads_on = leads_on
        self.leaves: list[Leaf] = leaves(session.debrief(), MEASURES["usual"])
        self.number = 0
        self._tabled = False
        """Whether the table stands in place of the chart."""

    def body(self) -> Iterable[Widget]:
        """The heading, a place for a chart, and the column."""
        yield Static(id="heading")
        yield Vertical(id="chart")
        yield Prose([])

    async def on_mount(self) -> None:
        """Open the first leaf, its grids fitted to the measure that somebody likes."""
        self.leaves = leaves(self.session.debrief(), self.prose.measure)
        await self.show()

    async def show(self) -> None:
        """Show the leaf whose turn it is."""
        leaf = self.leaves[self.number]
        place = phrase("{number} of {last}", number=self.number + 1, last=len(self.leaves))
        self.query_one("#heading", Static).update(Content.assemble((leaf.title, ".heading"), "   ", (place, ".quiet")))
        holder = self.query_one("#chart", Vertical)
        holder.display = leaf.chart is not None and not self._tabled
        if leaf.chart is not None and holder.display:
            from game.tui.widgets.plot import Plot

            if not holder.query(Plot):
                await holder.mount(Plot())
            holder.query_one(Plot).put(leaf.chart)
        self.prose.put(leaf.text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here."""
        if action == "table":
            return self.leaves[self.number].chart is not None
        if action == "any_move":
            return self.leads_on
        if action == "sit_down":
            return self.leads_on and self.session.sit_down_at() is not None
        if action == "change_sides":
            return self.leads_on and len(set(self.session.seats)) == 2
        return True

    async def action_turn(self, leaves: int) -> None:
        """Turn to another leaf."""
        self.number = min(max(self.number + leaves, 0), len(self.leaves) - 1)
        self._tabled = False
        await self.show()
        self.refresh_bindings()

    async def action_table(self) -> None:
        """The figures in place of the chart, or the chart in place of the figures."""
        self._tabled = not self._tabled
        await self.show()

    def action_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.prose.by_rows(rows)

    def action_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.prose.by_pages(pages)

    def action_sit_down(self) -> None:
        """Sit down again where the nearest deal was missed."""
        at = self.session.sit_down_at()
        if at is not None:
            self._begin(lambda: self.session.rewind(at, knowing=True))

    def action_any_move(self) -> None:
        """Sit down again before any move."""
        self.app.push_screen(RewindPage(Desk(self.session, None), knowing=True))

    def action_change_sides(self) -> None:
        """Begin anew on the other side, against whoever played this one."""
        self._begin(self.session.on_the_other_side)

    def _begin(self, session: Callable[[], Session]) -> None:
        try:
            self.post_message(RewindPage.Branched(session(), self.session.game))
        except RecordError as fault:
            self.say(str(fault))

    def action_close(self) -> None:
        """Back to the end."""
        self.dismiss(None)
