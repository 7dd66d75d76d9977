"""The table: what was said, what can be said, and how things stand. The game is played here."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from game.engine.moves import NotAMove, Recess
from game.phrases import noted, phrase
from game.records.faults import RecordError
from game.session import HUMAN, Session, Turn
from game.settings import Settings
from game.speech.refusing import why as why_not
from game.tui import offers
from game.tui.desk import Desk
from game.tui.offers import PROPOSE, WITHDRAW
from game.tui.pace import PACES, Pace
from game.tui.panes.side import CONFIDENTIAL
from game.tui.screens.speaking import ARGUE, STAY, SpeakingPage
from game.tui.widgets.choices import Choices, HeadRow, Item

ONE_ASK = noted("It is for one settlement. The other side sees only that you leave.")

ENDED, AGAIN = "ended…", "again…"


class TablePage(SpeakingPage):
    """The table."""

    CSS_PATH = SpeakingPage.CSS_PATH
    LISTS = True
    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        noted("•\tThe telegram reports this point."),
        noted("◦\tIt was argued in a neighbouring meeting or instruction."),
        noted("·\tA plausible line that no document holds. All wording is ours."),
        noted("✎\tYour own words; the move that they were taken for stands below."),
        noted("!\tFor your side alone: what your capital said."),
        noted("▲ ▼\tWhat a change is worth to you, in points of 100; beside a meter, how it moved."),
        noted("··●··\tOn which step a question stands; the best for you is at the right."),
        noted("within reach\tSomebody has put it in words, so it can be proposed."),
        noted("again\tIt has been said before, and will come out worn."),
    )
    BINDINGS = [
        Binding(
            "enter,space", "go_on", "go on", show=False, id="go-on",
            tooltip="Hurry the other side; take the keyboard",
        ),
        Binding(
            "p", "propose", "propose", show=False, id="propose",
            tooltip="Put a proposal together, on the floor or as a counter",
        ),
        Binding("h", "hint", "hint", id="hint", tooltip="What a thoughtful friend would point at now"),
        Binding(
            "r", "rewind", "go back", show=False, id="rewind",
            tooltip="Sit down again at an earlier move; this game is kept",
        ),
        Binding("q", "app.quit", "leave", id="quit", tooltip="Leave; the game is kept"),
    ]  # fmt: skip

    @dataclass
    class Over(Message):
        """The player wants to see how it ended."""

        session: Session

    def __init__(self, session: Session, pace: Pace | None = None, news: str = "") -> None:
        """Sit down at a game. `news` is said beside the first choices; without a pace it is that of the settings."""
        self.session = session
        self._given_pace = pace
        self.settings = Settings()
        self.held = False
        """In a game of two people: whether the side in turn holds the keyboard."""
        super().__init__(session, Desk(session, self._reader()))
        self.news = news
        self.waiting = False
        """Whether the other side is taking its moment."""
        self._hurry = asyncio.Event()

    def on_mount(self) -> None:
        """Show what was said so far, and go on from there."""
        self.choices.focus()
        self.sit_down()

    def follow(self, settings: Settings) -> None:
        """Put the settings to use: some from now on, and worth also for what is on the screen."""
        was, self.settings = self.settings, settings
        super().follow(settings)
        if settings.worth != was.worth and self.divider.says:
            self.desk = self.seated()
            self.show_table()
            if self.session.waits and not self.handing_over and not self.asking:
                self.ask()
        self.refresh_bindings()

    @property
    def pace(self) -> Pace:
        """How long things take."""
        return self._given_pace or PACES[self.settings.pace]

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

    def seated(self) -> Desk:
        """The place of whoever reads now."""
        shows_worth = self.settings.worth == "shown"
        return Desk(self.session, self._reader(), plain_words=self.plain_words, shows_worth=shows_worth)

    def sit_down(self) -> None:
        """Show the whole talk for whoever reads now, and go on."""
        self.desk = self.seated()
        self.transcript.put(self.desk.so_far())
        self.go_on()

    def go_on(self) -> None:
        """Let whoever is in turn move."""
        self.show_table()
        if self.session.over:
            self.offer([Item(ENDED, phrase("See how it ended"))], says=phrase("The talks are over"))
        elif self.handing_over:
            self.hand_over()
        elif self.session.waits:
            self.ask()
        else:
            self.other_side()
        self.refresh_bindings()

    def offer(
        self,
        items: Iterable[Item],
        *,
        says: str,
        head: Iterable[HeadRow] = (),
        hint: str = "",
        side: int = -1,
        speak: bool = False,
    ) -> None:
        """Put choices before the player, after a moment of grace."""
        hint, self.news = hint or self.news, ""
        self.talk.offer(items, says=says, head=head, hint=hint, side=side, grace=self.pace.grace, speak=speak)

    def ask(self, *first: HeadRow) -> None:
        """Ask the side in turn for its move."""
        view, side = self.desk.view, self.session.turn
        self.asking, self.typed = False, ""
        place = {
            "floor": phrase("You have the floor"),
            "answer": phrase("A counter-proposal is on the table")
            if view.counter
            else phrase("A proposal is on the table"),
        }
        says = place.get(view.place) or (phrase("Summing up") if view.closing else self.desk.teller.topic(view.topic))
        head = [*first, *(offers.tabled(self.desk, view) if view.place == "answer" else [])]
        self.offer(offers.items(self.desk, view), says=says, head=head, side=side, speak=True)

    def hand_over(self) -> None:
        """Leave the keyboard to the side in turn."""
        whose = self.desk.teller.side(self.session.turn)
        goes_on = self.session.turns and self.session.turns[-1].side == self.session.turn
        says = phrase("The keyboard stays where it is") if goes_on else phrase("The keyboard changes hands")
        keeps = noted("{side} keeps the keyboard. Press Enter." if goes_on else "{side} has the keyboard. Press Enter.")
        head = [HeadRow(Content("")), HeadRow(Content(f"   {phrase(keeps, side=whose)}"))]
        self.talk.say.clear()
        self.offer([], says=says, head=head, side=self.session.turn)

    # Moves

    def play(self, move: str) -> None:
        """Make a move for the person in turn, with what was typed to say it."""
        try:
            turn = self.session.play(move, self.typed)
        except NotAMove as fault:
            self.say(phrase("That cannot be done now: {why}.", why=why_not(fault)))
            return
        except RecordError as fault:
            self.say(phrase("The move was not made. {fault}", fault=fault))
            return
        self.talk.say.clear()  # what was begun there was for the move that is made
        self.asking, self.typed = False, ""
        self.tell(turn)
        self.go_on()

    def tell(self, turn: Turn, *, typed: bool = False) -> None:
        """Show what a move brought, typed out or at once; in a game of two people, only what both may see."""
        if self.shared:
            self.held = False
            self.desk = self.seated()
            self.transcript.put(self.desk.so_far())
        else:
            if self.session.seats[turn.side] == HUMAN:
                self.transcript.anchored = True  # who speaks wants to see what was said, wherever they had read
            self.transcript.add(self.desk.entries(turn), typed=typed)

    @work(exclusive=True, group="reply")
    async def other_side(self) -> None:
        """Let the counterpart move until a person is in turn. Each move is kept before its moment begins."""
        self.waiting = True
        while not self.session.over and not self.session.waits:
            side = self.session.turn
            self.offer([], says=self.desk.moment(side), hint=phrase("space hurries"))
            self.divider.ink = ".scene"
            self.refresh_bindings()
            try:
                turn = self.session.reply()
            except RecordError as fault:
                self.waiting = False
                self.say(phrase("The other side could not move. {fault}", fault=fault))
                self.offer([Item(AGAIN, phrase("Try again"))], says=phrase("The talks stand still"))
                return
            await self._pause()
            self.tell(turn, typed=self.settings.motion == "typed")
            self._hurry.clear()
            await self.talk.type_out(self.pace.letters, self._hurry)
            self.show_table()
        self.waiting = False
        self.go_on()

    async def _pause(self) -> None:
        self._hurry.clear()
        if length := self.pace.moment(self.session.count):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), length)

    def on_key(self) -> None:
        """Any key finishes what is being typed out."""
        if self.transcript.typing:
            self._hurry.set()

    # Choosing

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Do what was chosen."""
        match chosen.id:
            case id if id in (PROPOSE, "propose"):
                self.action_propose()
            case id if id in (WITHDRAW, "recess"):
                self.ask_for_recess()
            case id if id == STAY:
                self.stay()
            case id if id == AGAIN:
                self.go_on()
            case id if id == ARGUE:
                self.argue()
            case id if id == ENDED:
                self.post_message(self.Over(self.session))
            case move:
                self.play(move)

    def ask_for_recess(self) -> None:
        """Open the list of what can be asked for in a recess."""
        view = self.desk.view
        self.asking = True
        stay = Item(STAY, phrase("Stay in the room"), "0", apart=True)
        head = [HeadRow(Content.styled(phrase(ONE_ASK), ".quiet"), indent=3), HeadRow(Content(""))]
        items = [*offers.asks(self.desk, view), stay]
        self.talk.typing = False
        minutes = next(move.minutes for move in view.moves if isinstance(move, Recess))
        says = phrase("A recess, {minutes} minutes", minutes=minutes)
        self.offer(items, says=says, head=head, side=self.session.turn)
        self.refresh_bindings()

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
            case "hint":
                return mine and self.settings.hints and not self.shared and not self.full
            case "rewind":
                return bool(self.session.count) and not self.waiting and not self.handing_over
            case "back":
                return self.full or self.asking
        return super().check_action(action, parameters)

    def may_open(self, pane: str) -> bool:
        """Confidential papers lie face down while nobody holds the keyboard."""
        return super().may_open(pane) and (pane not in CONFIDENTIAL or self.desk.reader is not None)

    def action_go_on(self) -> None:
        """Hurry the other side, or take the keyboard."""
        if self.waiting:
            self._hurry.set()
        elif self.handing_over and self.choices.open:
            self.held = True
            self.sit_down()

    def action_back(self) -> None:
        """Give the window back to the talk, or close the list that is open."""
        if self.full:
            super().action_back()
        else:
            self.stay()

    def stay(self) -> None:
        """Close the list that is open; words that were typed stay in their line."""
        self.talk.typing = bool(self.typed)
        self.ask()
        self.refresh_bindings()

    def action_hint(self) -> None:
        """Point at one thing worth looking at now."""
        from game.speech.hints import hint

        known = self.session.known(self.session.turn)
        found = hint(known, self.desk.view)
        says = (
            found.words(self.desk.teller, counts=self.desk.counts is not None)
            if found
            else phrase("There is nothing to point at in the summing-up.")
        )
        self.ask(HeadRow(Content.styled(says, ".scene"), indent=3), HeadRow(Content("")))

    @work
    async def action_propose(self) -> None:
        """Put a proposal together, and put it if one comes of it."""
        from game.tui.screens.propose import ProposePage

        if move := await self.app.push_screen_wait(ProposePage(self.desk)):
            self.play(move)
        else:
            self.typed = ""

    def action_rewind(self) -> None:
        """Go back to an earlier move, in a game of its own."""
        from game.tui.screens.rewind import RewindPage

        self.app.push_screen(RewindPage(self.desk))
