"""A room in which one speaks in one's own words: they are taken as a move, asked about, or turned aside."""

import asyncio
from abc import abstractmethod
from collections.abc import Iterable, Sequence

from textual import on, work
from textual.content import Content

from game.engine.moves import NotAMove
from game.phrases import noted, phrase
from game.records.faults import RecordError
from game.session import Session
from game.speech.refusing import why as why_not
from game.speech.understanding import Ranked, own_words
from game.tui.desk import Desk
from game.tui.screens.room import RoomPage
from game.tui.widgets.choices import Choices, HeadRow, Item
from game.tui.widgets.say import Say

STAY, ARGUE = "stay…", "argue…"
"""Choices that close a list again, and that enter words as an own argument."""
OWN_ARGUMENT = noted("Enter it as an argument of your own, for people to mark")


class SpeakingPage(RoomPage):
    """A room with a line for one's own words. What comes of a move is the table's business."""

    CSS_PATH = RoomPage.CSS_PATH

    def __init__(self, session: Session, desk: Desk) -> None:
        """Speak in a game, from a desk."""
        super().__init__(desk)
        self.session = session
        self.asking = False
        """Whether a list is open that can be closed again: what to ask for in a recess, or what was meant."""
        self.typed = ""
        """What was typed for the move that is being chosen."""
        self.news = ""
        """What is said beside the next choices."""

    @property
    @abstractmethod
    def handing_over(self) -> bool:
        """Whether the keyboard lies between two people."""

    @abstractmethod
    def offer(self, items: Iterable[Item], *, says: str, head: Iterable[HeadRow] = (), side: int = -1) -> None:
        """Put choices before the player."""

    @abstractmethod
    def ask(self, *first: HeadRow) -> None:
        """Ask the side in turn for its move."""

    @abstractmethod
    def choose(self, chosen: Choices.Chosen) -> None:
        """Do what was chosen."""

    @on(Say.Begun)
    @work(exclusive=True, group="listening")
    async def listen(self) -> None:
        """Look at what could be said now while it is typed, so that Enter is answered at once."""
        await asyncio.to_thread(self.session.listening())

    @on(Say.Said)
    def hear(self, said: Say.Said) -> None:
        """Take typed words as a move, ask which one is meant, or let the other side turn them aside."""
        if not self.session.waits or self.handing_over:
            return
        try:
            decision, _, offered = self.session.understand(said.text)
        except NotAMove as fault:
            self.say(phrase("That cannot be said now: {why}.", why=why_not(fault)))
            return
        self.typed = said.text
        if decision == "taken":
            self.typed = own_words(said.text, offered[0].label)
            if not self.typed:
                self.talk.say.clear()
            self.choose(Choices.Chosen(self.choices, offered[0].move))
        elif decision == "ask":
            self.ask_which(offered)
        else:
            self.turn_aside(said.text)

    def ask_which(self, offered: Sequence[Ranked]) -> None:
        """Ask which move was meant."""
        self.asking = True
        self.talk.typing = False
        items = [Item(each.move, each.label) for each in offered]
        head = [HeadRow(Content.styled(f"“{self.typed}”", ".scene"), indent=3)]
        own = [Item(ARGUE, phrase(OWN_ARGUMENT), apart=True)] if self.session.takes_arguments else []
        stay = Item(STAY, phrase("None of these; say it otherwise"), "0", apart=not own)
        self.offer(
            [*items, *own, stay],
            says=phrase("Did you mean…") if offered else phrase("No move comes near to that"),
            head=head,
            side=self.session.turn,
        )
        self.refresh_bindings()

    def argue(self) -> None:
        """Enter what was typed as an own argument; it is still the same side's turn."""
        try:
            argument = self.session.argue(self.typed)
        except NotAMove as fault:
            self.say(phrase("That is not entered: {why}.", why=why_not(fault)))
            return
        except RecordError as fault:
            self.say(phrase("That was not entered. {fault}", fault=fault))
            return
        self.talk.say.clear()
        self.transcript.add([self.desk.argued(argument)])
        self.news = phrase("entered on the flow, for people to mark")
        self.ask()

    def turn_aside(self, typed: str) -> None:
        """Let the other side turn aside what fits no move, at no cost; of two people one may enter it as it is."""
        if self.session.takes_arguments:
            self.ask_which([])
            return
        line = self.session.deflection()
        self.typed = ""
        self.transcript.add(self.desk.aside(typed, line))
        self.divider.hint = phrase("no move comes near to that; it cost nothing")
