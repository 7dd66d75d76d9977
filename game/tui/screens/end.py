"""The end, sheet by sheet: the result, your telegram beside the real one, what each leaves open, the whole of both."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.phrases import noted, phrase
from game.session import HUMAN, Session
from game.tui.desk import Desk
from game.tui.panes import beside, ending, pad, papers
from game.tui.screens.page import Page
from game.tui.widgets.columns import Columns, Pair
from game.tui.widgets.prose import Block, Prose
from game.tui.widgets.script import SIDE_INKS
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import Tab, TabLine


class EndSheet(NamedTuple):
    """One of the sheets that lie there at the end."""

    id: str
    title: str
    made: Callable[[Desk], Sheet]


def _of_each_side(text: Callable[[Desk, int], Iterator[Pair]]) -> Callable[[Desk], Sheet]:
    """Columns for the reader's side; where two people played, for both."""

    def made(desk: Desk) -> Sheet:
        found: list[Pair] = []
        for side in _sides(desk):
            if desk.reader is None:
                found.append(Pair([Block(Content.styled(desk.teller.side(side), SIDE_INKS[side]))], []))
            found += text(desk, side)
        return Columns(found)

    return made


def _telegrams(desk: Desk) -> Sheet:
    found: list[Block] = []
    for side in _sides(desk):
        if desk.reader is None:
            found.append(Block(Content.styled(desk.teller.side(side), SIDE_INKS[side])))
        found += pad.telegram(desk, side)
    return Prose(found)


def _sides(desk: Desk) -> tuple[int, ...]:
    return (0, 1) if desk.reader is None else (desk.reader,)


SHEETS: Sequence[EndSheet] = (
    EndSheet("result", noted("Result"), lambda desk: Prose(list(ending.text(desk)))),
    EndSheet("beside", noted("Side by side"), _of_each_side(beside.pairs)),
    EndSheet("left-open", noted("Left open"), _of_each_side(beside.open_questions)),
    EndSheet("yours", noted("Your telegram"), _telegrams),
    EndSheet("telegram", noted("The real one"), lambda desk: Prose(list(papers.telegram(desk)))),
)
"""The sheets in the order in which they are read. Another one is another line here."""

REAL = ("beside", "left-open", "telegram")
"""Those that need a real telegram to stand beside."""


def _opens(number: int, sheet: EndSheet, *more: str) -> Binding:
    keys = ",".join((str(number), *more))
    return Binding(keys, f"open('{sheet.id}')", sheet.title, show=False, id=f"end-{sheet.id}", tooltip=sheet.title)


class EndPage(Page[bool]):
    """The end. Gives False where the player goes back to the title."""

    CSS_PATH = "end.tcss"
    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        noted("●●●\tGold. Two are silver, one is bronze, none is none."),
        noted("───\tHeld: nothing gained and nothing lost."),
        noted("•\tA point of the real telegram that was made today too."),
    )
    BINDINGS = [
        Binding("right,enter,n", "turn(1)", "next sheet", key_display="→", id="sheet-next", tooltip="The next sheet"),
        Binding("left", "turn(-1)", "before", show=False, id="sheet-before", tooltip="The sheet before"),
        *(_opens(number, sheet, *(["t"] if sheet.id == "telegram" else [])) for number, sheet in enumerate(SHEETS, 1)),
        Binding(
            "d", "debrief", "debrief", id="debrief", tooltip="What was possible, why, and what came of it in truth"
        ),
        Binding(
            "r",
            "rewind",
            "sit down again",
            id="rewind-end",
            tooltip="Go back to an earlier move; this game is kept as it is",
        ),
        Binding("down,j", "rows(1)", "scroll", key_display="↑↓", id="end-down", tooltip="A row down"),
        Binding("up,k", "rows(-1)", "up", show=False, id="end-up", tooltip="A row up"),
        Binding("pagedown,space", "pages(1)", "page", show=False, id="end-page-down", tooltip="A page down"),
        Binding("pageup", "pages(-1)", "page up", show=False, id="end-page-up", tooltip="A page up"),
        Binding("home", "top", "top", show=False, id="end-top", tooltip="To the first row"),
        Binding("end", "bottom", "end", show=False, id="end-bottom", tooltip="To the last row"),
        Binding("escape", "close", "title", key_display="esc", id="close-end", tooltip="Back to the title"),
        Binding("q", "app.quit", "leave", id="quit", tooltip="Leave; the game is kept"),
    ]

    def __init__(self, session: Session) -> None:
        """A game that is over."""
        super().__init__()
        self.session = session
        reader = session.seats.index(HUMAN) if session.seats.count(HUMAN) == 1 else None
        self.desk = Desk(session, reader)
        real = bool(session.all_passages())
        self.sheets = [sheet for sheet in SHEETS if real or sheet.id not in REAL]
        self.number = 0

    def body(self) -> Iterable[Widget]:
        """The heading, the tabs, and a place for a sheet."""
        hour = self.desk.hour(self.desk.view).time
        yield Static(
            Content.assemble((phrase("The talks are over"), ".heading"), "   ", (hour, ".quiet")), id="heading"
        )
        yield TabLine()
        yield Vertical(id="sheet")

    def on_mount(self) -> None:
        """Open the first sheet."""
        line = self.query_one(TabLine)
        line.tabs = tuple(Tab(sheet.id, phrase(sheet.title)) for sheet in self.sheets)
        self.turn_to(0)

    def turn_to(self, number: int) -> None:
        """Show a sheet; it is made when it is first turned to, and keeps its place."""
        self.number = min(max(number, 0), len(self.sheets) - 1)
        sheet, holder = self.sheets[self.number], self.query_one("#sheet", Vertical)
        self.query_one(TabLine).open = sheet.id
        if not holder.query(f"#{sheet.id}"):
            made = sheet.made(self.desk)
            made.id = sheet.id
            holder.mount(made)
        for each in holder.children:
            each.display = each.id == sheet.id
        self.refresh_bindings()

    @property
    def sheet(self) -> Sheet:
        """The sheet that lies on top."""
        return self.query_one(f"#{self.sheets[self.number].id}", Sheet)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys do something here."""
        if action == "open":
            return any(sheet.id == parameters[0] for sheet in self.sheets)
        if action == "turn":
            return self.number + int(str(parameters[0])) in range(len(self.sheets))
        return True

    def action_open(self, sheet: str) -> None:
        """Open a sheet."""
        self.turn_to(next(number for number, each in enumerate(self.sheets) if each.id == sheet))

    @on(TabLine.Picked)
    def open_tab(self, picked: TabLine.Picked) -> None:
        """Open the sheet whose tab was clicked."""
        self.action_open(picked.id)

    def action_turn(self, sheets: int) -> None:
        """Turn to the next sheet, or to the one before."""
        self.turn_to(self.number + sheets)

    def action_debrief(self) -> None:
        """Read the debrief."""
        from game.tui.screens.debrief import DebriefPage

        self.app.push_screen(DebriefPage(self.session))

    def action_rewind(self) -> None:
        """Sit down again at an earlier move."""
        from game.tui.screens.rewind import RewindPage

        self.app.push_screen(RewindPage(self.desk))

    def action_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.sheet.by_rows(rows)

    def action_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.sheet.by_pages(pages)

    def action_top(self) -> None:
        """Go to the first row."""
        self.sheet.to_top()

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.sheet.to_end()

    def action_close(self) -> None:
        """Go back to the title."""
        self.dismiss(False)
