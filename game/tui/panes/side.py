"""Beside the talk: tabs, and under them the pane that is open. A pane is made when it is first opened."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.widget import Widget

from game.phrases import noted, phrase
from game.tui.mapped import has_map
from game.tui.widgets.board import Board
from game.tui.widgets.claims import Claims
from game.tui.widgets.clock import Clock
from game.tui.widgets.map import CaribbeanMap
from game.tui.widgets.meters import Meters
from game.tui.widgets.prose import Block, Prose, quiet
from game.tui.widgets.tabs import Tab, TabLine

if TYPE_CHECKING:
    from game.tui.desk import Desk

ISSUES, FLOW, BRIEF, PAPERS, MAP, PAD, WORDS = "issues", "flow", "brief", "papers", "map", "pad", "words"
TITLES = {
    ISSUES: noted("Issues"),
    FLOW: noted("Flow"),
    BRIEF: noted("Brief"),
    PAPERS: noted("Papers"),
    MAP: noted("Map"),
    PAD: noted("Pad"),
    WORDS: noted("Terms"),
}
GROWING = (FLOW, PAD)
"""Panes that grow at the end, and show their end."""
CONFIDENTIAL = (BRIEF, PAD)
FACE_DOWN = noted("It lies face down while the keyboard changes hands.")


class Glance(Vertical):
    """The table at a glance: the clock, the questions, the meters, the claims that matter now."""

    def compose(self) -> Iterable[Widget]:
        """One under the other."""
        yield Clock()
        yield Board()
        yield Meters()
        yield Claims()

    def put(self, desk: "Desk") -> None:
        """Show how things stand."""
        view = desk.view
        self.query_one(Clock).hour = desk.hour(view)
        self.query_one(Board).put(desk.board(view), desk.worth(view))
        self.query_one(Meters).put(desk.gauges(view))
        self.query_one(Claims).put(desk.claims(view))


class Side(Vertical):
    """Tabs and panes. It shows what the desk it is given may know, and nothing it was given before."""

    def __init__(self, desk: "Desk", *, id: str | None = None) -> None:
        """Nothing is open but the table at a glance."""
        super().__init__(id=id)
        self.desk = desk
        self.opened = ISSUES
        self.full = False
        """Whether the pane has the window to itself: then the questions are shown in full."""
        self.turned = False
        """Whether the other side's brief lies on top of the reader's own."""
        self.shown: tuple[str, ...] = ()
        """The texts on the screen when they were last looked at: their terms are explained."""
        self._stale: set[str] = set()

    @property
    def ids(self) -> tuple[str, ...]:
        """The panes that have a tab: all, but the map only where there is one."""
        return tuple(each for each in TITLES if each != MAP or has_map(self.desk.session))

    def compose(self) -> Iterable[Widget]:
        """The tabs, and the first pane."""
        yield TabLine()
        yield Glance(id="glance")

    def put(self, desk: "Desk") -> None:
        """Show how things stand for whoever reads now. Where that is somebody else, every pane is emptied first."""
        other, self.desk = desk.reader != self.desk.reader, desk
        self.turned = self.turned and not other
        for pane in self.query_children(Prose):
            self._stale.add(pane.id or "")
            if other:
                pane.put([])
        self.query_one(Glance).put(desk)
        self.show()

    def open(self, pane: str, *, full: bool) -> None:
        """Open a pane, beside the talk or in its place."""
        self.opened, self.full = pane, full
        self.show()

    @property
    def turns(self) -> bool:
        """Whether the open brief can be turned over for the other side's."""
        return self.opened == BRIEF and self.desk.session.knowing and self.desk.reader is not None

    def turn(self) -> None:
        """Turn the brief over, to the other side's or back."""
        self.turned = not self.turned
        self._stale.add(BRIEF)
        if pane := self.scrolled:
            pane.to_top()
        self.show()

    def show(self) -> None:
        """Show the pane that is open, and no other."""
        line = self.query_one(TabLine)
        line.tabs, line.open = tuple(Tab(each, phrase(TITLES[each])) for each in self.ids), self.opened
        line.refresh()
        glance = self.opened == ISSUES and not self.full
        now = self.query_one(Glance) if glance else self._pane(self.opened)
        for pane in self.children:
            pane.display = pane is line or pane is now
        if isinstance(now, CaribbeanMap):
            now.put(self.desk)
        elif isinstance(now, Prose) and (now.id in self._stale or self.opened == WORDS):
            self._stale.discard(now.id or "")
            now.put(self.text(self.opened), place=-1 if self.opened in GROWING else now.scroll_offset.y)

    def _pane(self, pane: str) -> Widget:
        try:
            return self.query_one(f"#{pane}")
        except NoMatches:
            made = CaribbeanMap(self.desk) if pane == MAP else Prose([])
            made.id = pane
            self._stale.add(pane)
            self.mount(made)
            return made

    def text(self, pane: str) -> list[Block]:
        """The text of a pane for whoever reads now."""
        from game.tui.panes import brief, flow, issues, pad, papers, words

        if pane in CONFIDENTIAL and self.desk.reader is None:
            return [Block(quiet(phrase(FACE_DOWN)))]
        made: dict[str, Callable[[], Iterator[Block]]] = {
            ISSUES: lambda: issues.text(self.desk),
            FLOW: lambda: flow.text(self.desk),
            BRIEF: lambda: brief.other(self.desk) if self.turned and self.turns else brief.text(self.desk),
            PAPERS: lambda: papers.text(self.desk),
            PAD: lambda: pad.text(self.desk),
            WORDS: lambda: words.text(self.desk, self.shown),
        }
        return list(made[pane]())

    @property
    def scrolled(self) -> Prose | None:
        """What can be scrolled now; None for the table at a glance."""
        return next((pane for pane in self.query(Prose) if pane.is_on_screen), None)

    def texts(self) -> Sequence[str]:
        """The texts of the rows in sight of the open pane."""
        pane = self.scrolled
        if pane is None or not pane.laid_out:
            return ()
        top = pane.scroll_offset.y
        rows = range(top, min(top + pane.size.height, pane.virtual_size.height))
        return [pane.row(number).plain for number in rows]
