"""Before a game: on which side to sit, and against whom."""

from collections.abc import Iterable
from typing import NamedTuple

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.engine.counterparts import LEVELS
from game.phrases import noted, phrase
from game.speech.characters import character, offered
from game.tui.library import Delegation, Playbill
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item
from game.tui.widgets.prose import Block, Prose

BOTH = "both"

TWO_PEOPLE = (
    noted("The screen shows what both may see, and no more."),
    noted(
        "Each side takes the keyboard for its move. What is confidential is on the screen while "
        "that side holds it, and gone when the move is made."
    ),
    noted("Read your briefs one after the other, while the other looks out of the window."),
)
"""What is to be said of two people at one keyboard."""


class Seating(NamedTuple):
    """Where the player sits, and against whom."""

    side: int
    """The side that the player takes; -1 where two people share the keyboard."""
    against: str
    """The counterpart's name; the empty text for two people."""


class SidesPage(Page[Seating | None]):
    """On which side, and against whom. Gives None where the player went back."""

    CSS_PATH = "sides.tcss"
    LISTS = True
    BINDINGS = [
        Binding("escape", "back", "back", key_display="esc", id="back", tooltip="One step back"),
        Binding("q", "app.quit", "leave", id="quit", tooltip="Leave; every game is kept"),
    ]

    choices = getters.query_one(Choices)
    prose = getters.query_one(Prose)

    def __init__(self, bill: Playbill, side: int | None = None) -> None:
        """`side` skips the first step where it was asked for already."""
        super().__init__()
        self.bill = bill
        self.side = side
        self.skipped = side is not None

    def body(self) -> Iterable[Widget]:
        """The question with its choices, and what is to be said of each."""
        yield Static(Content.styled(self.bill.title, ".heading"), id="heading")
        yield Static(Content.styled(self.bill.place, ".quiet"), id="where")
        with Horizontal(id="room"):
            with Vertical(id="ask"):
                yield Static(id="about", markup=False)
                yield Choices()
            yield Prose([])

    def on_mount(self) -> None:
        """Ask the first question that is open."""
        self.choices.focus()
        self.ask()
        self.describe(self.choices.items[0].id)

    def ask(self) -> None:
        """Ask for the side, then for the counterpart."""
        first = self.side is None
        about = self.bill.about if first else phrase("Who sits across the table?")
        self.query_one("#about", Static).update(Content(about))
        if first:
            items = [Item(str(n), each.title) for n, each in enumerate(self.bill.delegations)]
            items.append(Item(BOTH, phrase("Two people at this keyboard"), apart=True))
        else:
            names = offered(self.bill.counterparts)
            items = [Item(each, character(each).title, apart=n == len(LEVELS)) for n, each in enumerate(names)]
        self.choices.offer(items)

    @on(Choices.Pointed)
    def point(self, pointed: Choices.Pointed) -> None:
        """Say something of what the caret points at."""
        self.describe(pointed.id)

    def describe(self, id: str) -> None:
        """Say something of a chair, or of who may sit across."""
        if self.side is not None:
            title, sentence = character(id)
            text = [Block(Content.styled(title, "bold")), Block(Content(sentence))]
        elif id == BOTH:
            text = [Block(Content(phrase(paragraph))) for paragraph in TWO_PEOPLE]
        else:
            text = _introduce(self.bill.delegations[int(id)], close=not self.has_class("-wide"))
        self.prose.put(text)

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Take the chair, or the counterpart."""
        if self.side is not None:
            self.dismiss(Seating(self.side, chosen.id))
        elif chosen.id == BOTH:
            self.dismiss(Seating(-1, ""))
        else:
            self.side = int(chosen.id)
            self.ask()

    def action_back(self) -> None:
        """One step back."""
        if self.side is None or self.skipped:
            self.dismiss(None)
        else:
            self.side = None
            self.ask()


def _introduce(delegation: Delegation, close: bool) -> list[Block]:
    people = [Content.assemble((name, ".lamp"), "  ", (role, ".quiet")) for name, role in delegation.people]
    return [Block(person, close=close) for person in people]
