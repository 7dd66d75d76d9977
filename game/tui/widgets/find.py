"""A line to look for words in what was said. It takes the place of the choices' last row while it is open."""

from collections.abc import Iterable

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from game.phrases import phrase
from game.tui.widgets.say import Line


class Find(Horizontal):
    """A row `/ words to look for`."""

    class Sought(Message):
        """Other words are looked for."""

        def __init__(self, words: str) -> None:
            """What was typed so far."""
            super().__init__()
            self.words = words

    class Done(Message):
        """The line is closed; `keep` where the marks stay, for going from one to the next."""

        def __init__(self, keep: bool) -> None:
            """Whether the marks stay."""
            super().__init__()
            self.keep = keep

    DEFAULT_CSS = """
    Find {
        height: 1;
        display: none;
        &.-open { display: block; }
        & > Static { width: 6; }
        & > Line { width: 1fr; background: $panel; background-tint: transparent; }
        & > Line > .input--placeholder { color: $quiet; }
        & > Line:focus { background-tint: transparent; }
        & > Line:ansi, & > Line:ansi:focus { background: transparent; }
        & > Line:ansi > .input--cursor, & > Line:nocolor > .input--cursor { text-style: reverse; }
    }
    """
    BINDINGS = [
        Binding("enter,ctrl+j", "close(True)", "find", key_display="⏎", id="find-keep", tooltip="Go on by n and N"),
        Binding("escape", "close(False)", "done", key_display="esc", id="find-leave", tooltip="Look for nothing more"),
    ]

    line = getters.query_one(Line)

    def compose(self) -> Iterable[Widget]:
        """A stroke, and the line."""
        yield Static(Content.assemble("   ", ("/", ".key")))
        yield Line(phrase("words to look for in what was said"))

    def take(self) -> None:
        """Open it, empty."""
        self.add_class("-open")
        self.line.value = ""
        self.line.focus()

    @on(Input.Changed)
    def look(self, changed: Input.Changed) -> None:
        """Look for what is typed so far."""
        changed.stop()
        self.post_message(self.Sought(changed.value))

    @on(Input.Submitted)
    def keep(self, submitted: Input.Submitted) -> None:
        """Close the line and keep the marks."""
        submitted.stop()
        self.action_close(True)

    def action_close(self, keep: bool) -> None:
        """Close the line."""
        self.remove_class("-open")
        self.post_message(self.Done(keep and bool(self.line.value.strip())))
