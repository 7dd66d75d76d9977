"""A page to read: one column of text, scrolled by keys, closed by Escape."""

from collections.abc import Iterable

from textual import getters
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.tui.screens.page import Page
from game.tui.widgets.prose import Block, Prose


class ReadingPage(Page[bool]):
    """A text to read. Gives True where the reader went on, and False where the page was closed."""

    CSS_PATH = "reading.tcss"
    BINDINGS = [
        Binding("down,j", "rows(1)", "scroll", key_display="↑↓", id="read-down", tooltip="A row down"),
        Binding("up,k", "rows(-1)", "up", show=False, id="read-up", tooltip="A row up"),
        Binding("pagedown,space", "pages(1)", "page", key_display="space", id="page-down", tooltip="A page down"),
        Binding("pageup", "pages(-1)", "page up", show=False, id="page-up", tooltip="A page up"),
        Binding("home", "top", "top", show=False, id="top", tooltip="To the first row"),
        Binding("end", "end", "end", show=False, id="end", tooltip="To the last row"),
        Binding("escape,q", "close", "back", key_display="esc", id="close", tooltip="Close this page"),
    ]

    prose = getters.query_one(Prose)

    def __init__(self, title: str, text: list[Block], *, note: str = "") -> None:
        """A title, a text, and a quiet note beside the title."""
        super().__init__()
        self.heading = title
        self.note = note
        self.text = text

    def body(self) -> Iterable[Widget]:
        """The title, and the column."""
        yield Static(Content.assemble((self.heading, ".heading"), "   ", (self.note, ".quiet")), id="heading")
        yield Prose(self.text)

    def action_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.prose.by_rows(rows)

    def action_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.prose.by_pages(pages)

    def action_top(self) -> None:
        """Go to the first row."""
        self.prose.to_top()

    def action_end(self) -> None:
        """Go to the last row."""
        self.prose.to_end()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(False)
