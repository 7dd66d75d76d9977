"""A page: what every screen has. The line of keys, help, the inks, and a sentence for small windows."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from game.speech.gate import clean
from game.tui.widgets.choices import Choices
from game.tui.widgets.keys import Keys
from game.tui.widgets.small import LEAST_COLUMNS, LEAST_ROWS, TooSmall, too_small

Answer = TypeVar("Answer")


class Page(Screen[Answer]):
    """A screen of the game."""

    COMPONENT_CLASSES = {
        "quiet",
        "rule",
        "heading",
        "scene",
        "secret",
        "key",
        "lamp",
        "first-side",
        "second-side",
        "gain",
        "loss",
        "found",
        "found-here",
    }
    """The inks: styles that any text on a page can be set in, as `.quiet` and so on. See `app.tcss`."""
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (LEAST_COLUMNS, "-narrow"),
        (76, "-normal"),
        (108, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-flat"),
        (LEAST_ROWS, "-low"),
        (32, "-tall"),
    ]
    BINDINGS = [
        Binding(
            "question_mark,f1", "help", "help", id="help", tooltip="The keys of this screen, and what its marks mean"
        ),
    ]
    LISTS: ClassVar[bool] = False
    """Whether there is something to choose by digits."""
    HELP_NOTES: ClassVar[tuple[str, ...]] = ()
    """Sentences of help beyond the keys; the first word or mark is set apart by a tab."""

    def compose(self) -> ComposeResult:
        """The body, and the keys under it, laid out from the first for the window that there is."""
        for size, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max(each for each in breakpoints if each[0] <= size)[1], update=False)
        yield from self.body()
        yield Keys()

    def body(self) -> Iterable[Widget]:
        """What is on this page."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small. When it has grown, the list holds the keys again."""
        if too_small(event.size) and not self.query(TooSmall):
            self.mount(TooSmall())
        self.call_after_refresh(self._take_keys_back)

    def _take_keys_back(self) -> None:
        if self.focused is None:
            for choices in self.query(Choices):
                choices.focus()

    def say(self, sentence: str) -> None:
        """Say a sentence in a corner for a while. It may hold outside text, so it is never markup."""
        self.notify(clean(sentence), markup=False, timeout=8)

    def action_help(self) -> None:
        """Open the help for this page."""
        from game.tui.screens.help import HelpPage

        self.app.push_screen(HelpPage(self))
