"""The kept games, the one played last first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.phrases import phrase
from game.speech.characters import character
from game.speech.gate import clean
from game.tui.library import Playbill
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item

if TYPE_CHECKING:
    from game.records.journal import Summary

HUMAN = "human"


class GamesPage(Page[str | None]):
    """A list of kept games. Gives the name of one, or None."""

    CSS_PATH = "list.tcss"
    LISTS = True
    BINDINGS = [
        Binding("escape,q", "close", "back", key_display="esc", id="close-games", tooltip="Back to the title"),
    ]

    choices = getters.query_one(Choices)

    def __init__(self, games: "Sequence[Summary]", bills: Mapping[str, Playbill]) -> None:
        """The games, and their scenarios by id."""
        super().__init__()
        self.games = games
        self.bills = bills

    def body(self) -> Iterable[Widget]:
        """The list, or a sentence."""
        yield Static(Content.styled(phrase("Kept games"), ".heading"), id="heading")
        yield Choices(
            [Item(game.name, self._label(game), aside=self._aside(game), one_line=True) for game in self.games]
        )
        note = (
            phrase("Every move is kept as it is made.")
            if self.games
            else phrase("No game has been kept yet. Begin one from the title.")
        )
        yield Static(Content.styled(note, ".quiet"), id="note")

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.choices.focus()

    def _label(self, game: "Summary") -> str:
        bill = self.bills.get(game.scenario)
        others = [character(seat)[0] for seat in game.seats if seat != HUMAN]
        if len(others) == 1:
            mine = bill.delegations[game.seats.index(HUMAN)].title if bill else phrase("A game")
            label = phrase("{mine} against {other}", mine=mine, other=others[0])
        else:
            label = phrase("A game of the program with itself") if others else phrase("Two people")
        if game.parent:
            label = phrase("{label}, from {parent}", label=label, parent=game.parent)
        if len(self.bills) > 1 or not bill:
            label = f"{label}. {bill.title if bill else game.scenario or phrase('A damaged game')}"
        return clean(label, 200)

    def _aside(self, game: "Summary") -> str:
        how = phrase("over") if game.over else phrase("move {number}", number=game.moves)
        return clean(f"{how}   {game.played[:10]}   {game.name}", 60)

    @on(Choices.Chosen)
    def go(self, chosen: Choices.Chosen) -> None:
        """Go on with it."""
        self.dismiss(chosen.id)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
