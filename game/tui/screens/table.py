"""The table: what was said, what can be said, and how things stand. The game is played here."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from game.engine.moves import NotAMove
from game.records.faults import RecordError
from game.session import HUMAN, Session, Turn
from game.tui.desk import PROPOSE, WITHDRAW, Desk
from game.tui.pace import Pace
from game.tui.screens.page import Page
from game.tui.widgets.board import Board
from game.tui.widgets.choices import Choices, HeadRow, Item
from game.tui.widgets.claims import Claims
from game.tui.widgets.clock import Clock
from game.tui.widgets.divider import Divider
from game.tui.widgets.meters import Meters
from game.tui.widgets.status import Status
from game.tui.widgets.transcript import SIDE_INKS, Transcript

ONE_ASK = "You ask for one settlement. The other side sees only that you leave."

STAY, ENDED, AGAIN = "stay…", "ended…", "again…"


class TablePage(Page[None]):
    """The table."""

    CSS_PATH = "table.tcss"
    LISTS = True
    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        "•\tThe telegram reports this point.",
        "◦\tIt was argued in a neighbouring meeting or instruction.",
        "·\tA plausible line that no document holds. All wording is ours.",
        "!\tFor your side alone: what your capital said.",
        "▲ ▼\tWhat a change is worth to you, in points of 100.",
        "within reach\tSomebody has put it in words, so it can be proposed.",
        "again\tIt has been said before, and will come out worn.",
    )
    BINDINGS = [
        Binding(
            "enter,space",
            "go_on",
            "go on",
            key_display="⏎",
            id="go-on",
            tooltip="Hurry the other side; take the keyboard",
        ),
        Binding(
            "p", "propose", "propose", id="propose", tooltip="Put a proposal together, on the floor or as a counter"
        ),
        Binding(
            "i", "issues", "issues", id="issues", tooltip="Every question: where it stands, and what is within reach"
        ),
        Binding("b", "brief", "brief", id="brief", tooltip="Your confidential brief"),
        Binding(
            "t", "papers", "telegram", id="papers", tooltip="The passages of the telegram behind what was said so far"
        ),
        Binding(
            "r",
            "rewind",
            "go back",
            id="rewind",
            tooltip="Sit down again at an earlier move; this game is kept",
        ),
        Binding("escape", "stay", "stay", show=False, id="stay", tooltip="Close the list of recesses"),
        Binding("pageup", "scroll(-1)", "scroll", show=False, id="scroll-up", tooltip="Read further up"),
        Binding("pagedown", "scroll(1)", "scroll", show=False, id="scroll-down", tooltip="Read further down"),
        Binding("home", "first", "first", show=False, id="first", tooltip="To the first word that was said"),
        Binding("end", "last", "last", show=False, id="last", tooltip="To the last word that was said"),
        Binding("q", "app.quit", "leave", id="quit", tooltip="Leave; the game is kept"),
    ]

    transcript = getters.query_one(Transcript)
    divider = getters.query_one(Divider)
    choices = getters.query_one(Choices)

    @dataclass
    class Over(Message):
        """The player wants to see how it ended."""

        session: Session

    def __init__(self, session: Session, pace: Pace, news: str = "") -> None:
        """Sit down at a game. `news` is said beside the first choices."""
        super().__init__()
        self.news = news
        self.pace = pace
        self.session = session
        self.held = False
        """In a game of two people: whether the side in turn holds the keyboard."""
        self.waiting = False
        """Whether the other side is taking its moment."""
        self.asking = False
        """Whether the list of recesses is open."""
        self.desk = Desk(session, self._reader())
        self._hurry = asyncio.Event()

    def body(self) -> Iterable[Widget]:
        """The talk, and beside it how things stand."""
        yield Status()
        with Horizontal(id="room"):
            with Vertical(id="talk"):
                yield Transcript(names=self.desk.names())
                yield Divider()
                yield Choices()
            with Vertical(id="side"):
                yield Clock()
                yield Board()
                yield Meters()
                yield Claims()

    def on_mount(self) -> None:
        """Show what was said so far, and go on from there."""
        self.choices.focus()
        self.call_after_refresh(self.sit_down)

    # Whose turn it is

    @property
    def shared(self) -> bool:
        """Whether two people share this screen."""
        return self.session.seats == (HUMAN, HUMAN)

    @property
    def handing_over(self) -> bool:
        """Whether the keyboard lies between two people."""
        return self.shared and not self.held and not self.session.over

    def _reader(self) -> int | None:
        if self.shared:
            return self.session.turn if self.held and not self.session.over else None
        return self.session.seats.index(HUMAN) if HUMAN in self.session.seats else None

    def sit_down(self) -> None:
        """Show the whole talk for whoever reads now, and go on."""
        self.desk = Desk(self.session, self._reader())
        self.transcript.put(self.desk.so_far())
        self.go_on()

    def go_on(self) -> None:
        """Let whoever is in turn move."""
        self.show_table()
        if self.session.over:
            self.offer([Item(ENDED, "See how it ended")], says="The talks are over")
        elif self.handing_over:
            self.hand_over()
        elif self.session.waits:
            self.ask()
        else:
            self.other_side()
        self.refresh_bindings()

    def show_table(self) -> None:
        """Bring the clock, the questions, the meters and the claims up to date."""
        view = self.desk.view
        hour, gauges = self.desk.hour(view), tuple(self.desk.gauges(view))
        self.query_one(Clock).hour = hour
        self.query_one(Board).put(self.desk.board(view), self.desk.worth(view))
        self.query_one(Meters).put(gauges)
        self.query_one(Claims).put(self.desk.claims(view))
        status = self.query_one(Status)
        status.hour, status.gauges, status.open = hour, gauges, self.desk.open(view)

    def offer(
        self, items: Iterable[Item], *, says: str, head: Iterable[HeadRow] = (), hint: str = "", side: int = -1
    ) -> None:
        """Put choices before the player, after a moment of grace."""
        self.divider.says, self.divider.hint = says, hint or self.news
        self.news = ""
        self.divider.ink = SIDE_INKS[side] if side >= 0 else "bold"
        self.choices.offer(list(items), list(head), grace=self.pace.grace)

    def ask(self) -> None:
        """Ask the side in turn for its move."""
        view, side = self.desk.view, self.session.turn
        self.asking = False
        place = {
            "floor": "You have the floor",
            "answer": "A counter-proposal is on the table" if view.counter else "A proposal is on the table",
        }
        says = place.get(view.place) or ("Summing up" if view.closing else self.desk.teller.topic(view.topic))
        head = self.desk.tabled(view) if view.place == "answer" else []
        self.offer(self.desk.items(view), says=says, head=head, side=side)

    def hand_over(self) -> None:
        """Leave the keyboard to the side in turn."""
        whose = self.desk.teller.side(self.session.turn)
        goes_on = self.session.turns and self.session.turns[-1].side == self.session.turn
        says = "The keyboard stays where it is" if goes_on else "The keyboard changes hands"
        head = [
            HeadRow(Content("")),
            HeadRow(Content(f"   {whose} {'keeps' if goes_on else 'has'} the keyboard. Press Enter.")),
        ]
        self.offer([], says=says, head=head, side=self.session.turn)

    # Moves

    def play(self, move: str) -> None:
        """Make a move for the person in turn."""
        try:
            turn = self.session.play(move)
        except NotAMove as fault:
            self.say(f"That cannot be done now: {fault.why}.")
            return
        except RecordError as fault:
            self.say(f"The move was not made. {fault}")
            return
        self.asking = False
        self.tell(turn)
        self.go_on()

    def tell(self, turn: Turn) -> None:
        """Show what a move brought; in a game of two people, only what both may see."""
        if self.shared:
            self.held = False
            self.desk = Desk(self.session, self._reader())
            self.transcript.put(self.desk.so_far())
        else:
            self.transcript.add(self.desk.entries(turn))

    @work(exclusive=True, group="reply")
    async def other_side(self) -> None:
        """Let the counterpart move until a person is in turn. Each move is kept before its moment begins."""
        self.waiting = True
        while not self.session.over and not self.session.waits:
            side = self.session.turn
            self.offer([], says=self.desk.moment(side), hint="space hurries")
            self.divider.ink = ".scene"
            self.refresh_bindings()
            try:
                turn = self.session.reply()
            except RecordError as fault:
                self.waiting = False
                self.say(f"The other side could not move. {fault}")
                self.offer([Item(AGAIN, "Try again")], says="The talks stand still")
                return
            await self._pause()
            self.tell(turn)
            self.show_table()
        self.waiting = False
        self.go_on()

    async def _pause(self) -> None:
        self._hurry.clear()
        if length := self.pace.moment(self.session.count):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), length)

    # Choosing

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Do what was chosen."""
        match chosen.id:
            case id if id == PROPOSE:
                self.action_propose()
            case id if id == WITHDRAW:
                self.ask_for_recess()
            case id if id == STAY:
                self.ask()
            case id if id == AGAIN:
                self.go_on()
            case id if id == ENDED:
                self.post_message(self.Over(self.session))
            case move:
                self.play(move)

    def ask_for_recess(self) -> None:
        """Open the list of what can be asked for in a recess."""
        view = self.desk.view
        self.asking = True
        stay = Item(STAY, "Stay in the room", "0", apart=True)
        head = [HeadRow(Content.styled(f"   {ONE_ASK}", ".quiet")), HeadRow(Content(""))]
        self.offer(
            [*self.desk.asks(view), stay],
            says="A recess, 25 minutes",
            head=head,
            side=self.session.turn,
        )
        self.refresh_bindings()

    @on(Transcript.Scrolled)
    def hint_below(self, scrolled: Transcript.Scrolled) -> None:
        """Say how much is new below."""
        if not self.waiting:
            self.divider.hint = f"{scrolled.below} new below, end" if scrolled.below else ""

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys do something now."""
        mine = self.session.waits and not self.handing_over
        match action:
            case "go_on":
                return self.waiting or self.handing_over
            case "propose":
                view = self.desk.view
                return mine and (view.place == "floor" or (view.place == "answer" and bool(view.packages)))
            case "brief":
                return not self.handing_over and self.desk.reader is not None
            case "rewind":
                return bool(self.session.count) and not self.waiting and not self.handing_over
            case "stay":
                return self.asking
        return True

    def action_go_on(self) -> None:
        """Hurry the other side, or take the keyboard."""
        if self.waiting:
            self._hurry.set()
        elif self.handing_over and self.choices.open:
            self.held = True
            self.sit_down()

    def action_stay(self) -> None:
        """Close the list of recesses."""
        self.ask()
        self.refresh_bindings()

    @work
    async def action_propose(self) -> None:
        """Put a proposal together, and put it if one comes of it."""
        from game.tui.screens.propose import ProposePage

        if move := await self.app.push_screen_wait(ProposePage(self.desk)):
            self.play(move)

    def action_issues(self) -> None:
        """Show every question in full."""
        from game.tui.screens.issues import IssuesPage

        self.app.push_screen(IssuesPage(self.desk))

    def action_brief(self) -> None:
        """Show the reader's brief."""
        from game.tui.screens.papers import brief_page

        if self.desk.reader is not None:
            brief = self.session.brief(self.desk.reader)
            self.app.push_screen(brief_page(brief, self.desk.teller.side(self.desk.reader)))

    def action_papers(self) -> None:
        """Show the passages cited so far."""
        from game.tui.screens.papers import cited_page

        self.app.push_screen(cited_page(self.session))

    def action_rewind(self) -> None:
        """Go back to an earlier move, in a game of its own."""
        from game.tui.screens.rewind import RewindPage

        self.app.push_screen(RewindPage(self.desk))

    def action_scroll(self, pages: int) -> None:
        """Read further up or down."""
        self.transcript.by_pages(pages)

    def action_first(self) -> None:
        """Go to the first word."""
        self.transcript.to_top()

    def action_last(self) -> None:
        """Go to the last word."""
        self.transcript.to_end()
