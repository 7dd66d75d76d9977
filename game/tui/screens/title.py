"""The title: what this is, and where to begin. The first thing on the screen, so it imports little."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import getters, on
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item
from game.tui.widgets.tape import Tape

MENU = (
    Item("new", "New game"),
    Item("resume", "Resume"),
    Item("how", "How to play"),
    Item("leave", "Leave"),
)


class TitlePage(Page[None]):
    """The title. Gives nothing: the app goes where it is told."""

    @dataclass
    class Wanted(Message):
        """Something was asked for: `new`, `resume`, `how` or `leave`."""

        what: str

    LISTS = True
    BINDINGS = [
        Binding("q,ctrl+q", "app.quit", "leave", key_display="q", id="quit", tooltip="Leave; every game is kept"),
    ]

    choices = getters.query_one(Choices)
    form = getters.query_one("#form", Static)
    news = getters.query_one("#news", Static)

    def __init__(self, title: str = "", subtitle: str = "") -> None:
        """The scenario's title and the line under it."""
        super().__init__()
        self.scenario_title = title
        self.subtitle = subtitle

    def body(self) -> Iterable[Widget]:
        """The name of the game, a tape that says it, what it is about, and the menu."""
        with Vertical(id="card"):
            yield Container(Tape("See and count"), id="tape")
            yield Static("S E E   A N D   C O U N T", id="name")
            yield Static("A negotiation you play by talking", id="line")
            yield Static(self._about(), id="form")
            yield Choices(MENU)
            yield Static("", id="news", markup=False)

    def on_mount(self) -> None:
        """Give the menu the keys."""
        self.choices.focus()

    def introduce(self, title: str, subtitle: str) -> None:
        """Say what scenario there is."""
        self.scenario_title, self.subtitle = title, subtitle
        self.form.update(self._about())

    def _about(self) -> Content:
        return Content.assemble((self.scenario_title, ".heading"), "\n", self.subtitle)

    def tell(self, news: str) -> None:
        """A quiet line under the menu."""
        self.news.update(Content(news))

    @on(Choices.Chosen)
    def go(self, chosen: Choices.Chosen) -> None:
        """Go where the menu says."""
        self.post_message(self.Wanted(chosen.id))
