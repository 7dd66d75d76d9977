"""The last row of the choices: a line to say it in your own words."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, getters, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from game.limits import MESSAGE
from game.phrases import phrase
from game.speech.gate import clean
from game.tui.widgets.choices import CARET


class Line(Input):
    """A line to type in. Whatever comes into it, typed or pasted, passes the gate."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        """An empty line; `placeholder` stands in it until something is typed."""
        super().__init__(placeholder=placeholder, max_length=MESSAGE, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Nothing in it is obeyed by the terminal, reversed or piled up."""
        return clean(value)

    def _on_paste(self, event: events.Paste) -> None:
        # As one line, however many it was; Textual would drop all but the first.
        event.prevent_default()
        event.stop()
        text = clean(" ".join(event.text.split()))
        self.replace(text[: max(MESSAGE - len(self.value), 0)], *self.selection)


class Sentence(Line):
    """A line whose text is sent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j", "submit", "send", key_display="⏎", id="send", tooltip="Send what you typed"),
    ]


class Say(Horizontal):
    """A row `' or say it in your own words…`, as wide as the choices above it."""

    class Said(Message):
        """Something was said."""

        def __init__(self, text: str) -> None:
            """What was typed."""
            super().__init__()
            self.text = text

    class Begun(Message):
        """Somebody is about to type."""

    class Left(Message):
        """Whoever was here goes back to the list above."""

        def __init__(self, key: str) -> None:
            """`up`, `down` or `escape`."""
            super().__init__()
            self.key = key

    DEFAULT_CSS = """
    Say {
        height: 1;
        & > #caret { width: 6; }
        & > Sentence { width: 1fr; background: transparent; background-tint: transparent; padding: 0 1 0 0; }
        & > Sentence > .input--placeholder { color: $quiet; }
        & > Sentence:focus { background: $panel; background-tint: transparent; }
        & > Sentence:ansi, & > Sentence:ansi:focus { background: transparent; }
        & > Sentence:ansi > .input--cursor, & > Sentence:nocolor > .input--cursor { text-style: reverse; }
    }
    """
    BINDINGS = [
        Binding("up", "leave('up')", "list", show=False, id="say-up", tooltip="Back to the list above"),
        Binding("down", "leave('down')", "list", show=False, id="say-down", tooltip="Back to the list above"),
        Binding("escape", "leave('escape')", "back to the list", key_display="esc", id="say-leave", tooltip="Back"),
    ]

    line = getters.query_one(Sentence)

    def __init__(self, key: str = "'") -> None:
        """`key` is the key that leads here, as it is shown."""
        super().__init__()
        self.key = key

    def compose(self) -> Iterable[Widget]:
        """The caret, and the line."""
        yield Static(id="caret")
        yield Sentence(phrase("or say it in your own words…"))

    def on_mount(self) -> None:
        """Show where it is reached from."""
        self._mark()

    def on_descendant_focus(self) -> None:
        """The caret comes here."""
        self._mark()

    def on_descendant_blur(self) -> None:
        """The caret goes."""
        self._mark()

    def _mark(self) -> None:
        here = self.line.has_focus
        key = ("   " if len(self.key) != 1 else f"{self.key}  ", "bold" if here else ".key")
        self.query_one("#caret", Static).update(Content.assemble(f" {CARET} " if here else "   ", key))

    @property
    def busy(self) -> bool:
        """Whether the keys go into the line."""
        return self.line.has_focus

    def take(self) -> None:
        """Let the keys go into the line."""
        self.line.focus()
        self.post_message(self.Begun())

    def clear(self) -> None:
        """Empty the line."""
        self.line.value = ""

    @on(Input.Submitted)
    def send(self, submitted: Input.Submitted) -> None:
        """Send it, unless there is nothing in it."""
        submitted.stop()
        if text := " ".join(submitted.value.split()):
            self.post_message(self.Said(text))

    def action_leave(self, key: str) -> None:
        """Go back to the list."""
        self.post_message(self.Left(key))
