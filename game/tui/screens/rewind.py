"""Going back: sit down again before one of your moves. The game as it was is kept beside the new one."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from game.phrases import phrase
from game.records.faults import RecordError
from game.session import Session, Turn
from game.speech.telling import SPEECH
from game.tui.desk import Desk
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item


class RewindPage(Page[None]):
    """A list of moves. To choose one makes a game of its own."""

    @dataclass
    class Branched(Message):
        """There is a new game, which begins with the moves up to there."""

        session: Session
        kept: str
        """The name of the game that was left."""

    CSS_PATH = "list.tcss"
    LISTS = True
    BINDINGS = [
        Binding("escape,q,r", "close", "back", key_display="esc", id="close-rewind", tooltip="Change nothing"),
    ]

    choices = getters.query_one(Choices)

    def __init__(self, desk: Desk, *, knowing: bool = False) -> None:
        """The moves of a game, the latest first: the reader's own, or everybody's where nobody reads alone.

        With `knowing`, both briefs lie open in the new game.
        """
        super().__init__()
        self.desk = desk
        self.knowing = knowing
        self.turns = [turn for turn in reversed(desk.session.turns) if desk.reader is None or turn.side == desk.reader]

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield Static(Content.styled(phrase("Sit down again before…"), ".heading"), id="heading")
        yield Choices(
            [
                Item(
                    str(turn.number - 1),
                    self._label(turn),
                    aside=phrase("move {number}", number=turn.number),
                    one_line=True,
                )
                for turn in self.turns
            ]
        )
        note = phrase(
            "This makes a new game. Both briefs lie open in it. The one you leave is kept as it is."
            if self.knowing
            else "This makes a new game. The one you leave is kept as it is."
        )
        yield Static(Content.styled(note, ".quiet"), id="note")

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.choices.focus()

    def _label(self, turn: Turn) -> str:
        time = self.desk.time(turn.number - 1)
        told = self.desk.teller.tell(turn.seen_by(None))
        said = next((each for each in told if each.kind == SPEECH), None)
        if said is not None:
            text = f"{self.desk.teller.person(said.speaker)}: {said.text}"
        else:
            text = told[0].text if told else ""
        return f"{time}  {text}"

    @on(Choices.Chosen)
    def go(self, chosen: Choices.Chosen) -> None:
        """Go back to there."""
        session = self.desk.session
        try:
            self.post_message(self.Branched(session.rewind(int(chosen.id), knowing=self.knowing), session.game))
        except RecordError as fault:
            self.say(str(fault))

    def action_close(self) -> None:
        """Stay where the game is."""
        self.dismiss(None)
