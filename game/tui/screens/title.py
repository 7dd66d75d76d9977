"""The title: what this is, and where to begin. The first thing on the screen, so it imports little."""

from collections.abc import Iterable, Sequence

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from game import card
from game.phrases import phrase
from game.scenarios.heads import Head
from game.terminal import draws
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item
from game.tui.widgets.sea import Mark, Sea, View
from game.tui.widgets.tape import Tape
from game.tui.widgets.typeset import lines

COAST = "caribbean"
WINDOW = View(north=26.9, south=18.6, west=85.6, east=72.6)
"""The sea that all of it is about."""
SHIPS = tuple(Mark("▴" if draws() else "^", (at,)) for at in ((24.3, 80.9), (23.6, 79.0), (22.7, 76.6)))
"""Three ships in it. Where ships are in a game, its own chart says."""


class TitlePage(Page[None]):
    """The title. Gives nothing: the app goes where it is told."""

    class Wanted(Message):
        """Something was asked for: `new`, `watch`, `resume`, `how`, `settings`, `leave`, or a scenario by its id."""

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
    place = getters.query_one("#place", Static)

    going: reactive[bool] = reactive(False, init=False)
    """Whether the way leads on from here already: then no menu takes the keys of somebody who types ahead."""

    def __init__(self, heads: Sequence[Head], *, going: bool = False, towards: str | None = None) -> None:
        """What scenarios there are; the first is the one on the card, but on the way it is the one gone `towards`."""
        super().__init__()
        self.heads = heads
        self.towards = towards
        self.set_reactive(TitlePage.going, going)
        self.waiting = ""
        """What is said of games that wait."""

    @property
    def on_card(self) -> Head | None:
        """The scenario whose title stands there; none on the way to a kept game, which may be of any."""
        if not self.going:
            return self.heads[0] if self.heads else None
        return next((head for head in self.heads if self.towards in (head.id, str(head.folder))), None)

    def body(self) -> Iterable[Widget]:
        """A tape that says the name of the game; the card; the menu, and the sea beside it; where and when it is."""
        yield Tape(card.NAME)
        with Vertical(id="page"):
            yield Static(self._card(), id="card")
            with Horizontal(id="sea"):
                yield Choices(self._menu())
                yield Sea(COAST, WINDOW, SHIPS, names=False)
            yield Static(self._place(), id="place")
            yield Static("", id="news", markup=False)

    def on_mount(self) -> None:
        """Give the menu the keys."""
        self.watch_going(self.going)

    def watch_going(self, going: bool) -> None:
        """Show the menu, or put it away."""
        self.choices.display = not going
        self.choices.disabled = going
        self.place.update(self._place())
        if not going:
            self.choices.focus()

    def _menu(self) -> list[Item]:
        first = [
            Item(head.id, phrase("First steps: {title}", title=head.title)) for head in self.heads[1:] if head.teaches
        ]
        others = [Item(head.id, head.title) for head in self.heads[1:] if not head.teaches]
        last = [
            Item("watch", phrase("Watch the meeting")),
            Item("resume", phrase("Resume")),
            Item("how", phrase("How to play")),
            Item("settings", phrase("Settings")),
            Item("leave", phrase("Leave")),
        ]
        return [*first, Item("new", phrase("New game")), *others, *last]

    def _card(self) -> Content:
        rows = [Content.styled(row, ".lamp") for row in card.letters()]
        return lines([*rows, Content(""), Content(phrase(card.SAYS))])

    def _place(self) -> Content:
        title, subtitle = (self.on_card.title, self.on_card.subtitle) if self.on_card else ("", "")
        return lines([Content.styled(title, ".heading"), Content(subtitle)])

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
