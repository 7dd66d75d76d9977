"""The title: what this is, and where to begin. The first thing on the screen, so it imports little."""

from collections.abc import Iterable, Sequence

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from game.scenarios.heads import Head
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item
from game.tui.widgets.tape import Tape
from game.tui.widgets.typeset import lines

RULE = 58
"""Cells of a rule on the card."""


class TitlePage(Page[None]):
    """The title. Gives nothing: the app goes where it is told."""

    class Wanted(Message):
        """Something was asked for: `new`, `resume`, `how`, `leave`, or the id of another scenario."""

        def __init__(self, what: str) -> None:
            """By its name in the menu."""
            super().__init__()
            self.what = what

    LISTS = True
    BINDINGS = [
        Binding("q,ctrl+q", "app.quit", "leave", key_display="q", id="quit", tooltip="Leave; every game is kept"),
    ]

    choices = getters.query_one(Choices)
    news = getters.query_one("#news", Static)

    def __init__(self, heads: Sequence[Head]) -> None:
        """What scenarios there are; the first is the one on the card."""
        super().__init__()
        self.heads = heads
        self.waiting = ""
        """What is said of games that wait."""

    def body(self) -> Iterable[Widget]:
        """A tape that says the name of the game, the name, what it is about, and the menu."""
        yield Tape("See and count")
        yield Static(self._card(), id="card")
        yield Choices(self._menu())
        yield Static("", id="news", markup=False)

    def on_mount(self) -> None:
        """Give the menu the keys."""
        self.choices.focus()

    def _menu(self) -> list[Item]:
        others = [Item(head.id, head.title) for head in self.heads[1:]]
        last = [Item("resume", "Resume"), Item("how", "How to play"), Item("leave", "Leave")]
        return [Item("new", "New game"), *others, *last]

    def _card(self) -> Content:
        title, subtitle = (self.heads[0].title, self.heads[0].subtitle) if self.heads else ("", "")
        rule = ("─" * RULE, ".rule")
        return lines(
            [
                Content.styled("S E E   A N D   C O U N T", "bold"),
                Content.styled("A negotiation you play by talking", ".quiet"),
                Content(""),
                Content.assemble(rule),
                Content.styled(title, ".heading"),
                Content(subtitle),
                Content.assemble(rule),
            ]
        )

    def tell(self, news: str) -> None:
        """A quiet line under the menu."""
        self.news.update(Content(news))

    @on(Choices.Pointed)
    def describe(self, pointed: Choices.Pointed) -> None:
        """Say what another scenario is about, or else whether games wait."""
        self.tell(next((head.subtitle for head in self.heads[1:] if head.id == pointed.id), self.waiting))

    @on(Choices.Chosen)
    def go(self, chosen: Choices.Chosen) -> None:
        """Go where the menu says."""
        self.post_message(self.Wanted(chosen.id))
