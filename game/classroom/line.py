"""The line on the wall: what somebody said in their own words, or a judge's marks."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from game.tui.widgets.say import Line


class WallLine(Line):
    """A line that is there only while somebody types on it."""

    class Left(Message):
        """Whoever typed goes back to the choices."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "keep it", key_display="⏎", id="wall-keep", tooltip="Keep what you typed"),
        Binding("escape", "leave", "back to the choices", key_display="esc", id="wall-line-leave", tooltip="Back"),
    ]

    def action_leave(self) -> None:
        """Go back, and keep nothing."""
        self.post_message(self.Left())
