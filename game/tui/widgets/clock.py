"""The clock on the wall, and how much of the evening is left."""

from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import counted, phrase
from game.tui.widgets.typeset import lines, spread


class Hour(NamedTuple):
    """A time of the evening."""

    time: str
    """`6.24 p.m.`"""
    left: int
    """Minutes of talk left."""
    talk: int
    """Minutes of talk in all."""
    instead: str = ""
    """What is said where minutes count no more: `summing up`, `over`."""
    moves: int | None = None
    """Moves left, in a form that ends by a move; None where only the clock ends the talks."""

    def says(self) -> str:
        """What is left, in words."""
        if self.instead:
            return self.instead
        if self.moves is None:
            return counted(self.left, "one minute left", "{number} minutes left")
        minutes = counted(self.left, "one minute", "{number} minutes")
        return phrase("{minutes}, {moves} left", minutes=minutes, moves=self.counts_moves())

    def says_shorter(self) -> str:
        """What is left, where there is not room for all of it."""
        return phrase("{minutes} min left", minutes=self.left) if self.counts_minutes else self.counts_moves()

    def says_shortest(self) -> str:
        """What is left, where there is least room: what a form counts before the clock."""
        return phrase("{minutes} min", minutes=self.left) if self.counts_minutes else self.counts_moves()

    @property
    def counts_minutes(self) -> bool:
        """Whether minutes say how long it still goes, and not moves."""
        return self.moves is None or bool(self.instead)

    def counts_moves(self) -> str:
        """`12 moves`."""
        return counted(self.moves or 0, "one move", "{number} moves")


class Clock(Widget, can_focus=False):
    """The time, and a line as long as the evening."""

    DEFAULT_CSS = """
    Clock { height: 2; }
    """

    hour: reactive[Hour] = reactive(Hour("", 0, 1))

    def render(self) -> RenderResult:
        """The time, what is left, and the line."""
        width = self.content_size.width
        hour = self.hour
        spent = round(width * (hour.talk - hour.left) / max(hour.talk, 1))
        return lines(
            [
                spread(Content.styled(hour.time, "bold"), Content.styled(hour.says(), ".quiet"), width),
                Content.assemble(("━" * spent, ".quiet"), ("─" * (width - spent), ".rule")),
            ]
        )
