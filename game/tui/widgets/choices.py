"""A list to choose from: by digit or letter, by arrows or j and k and Enter, or by the mouse.

For half a second after the list has changed nothing in it can be chosen, so that typing ahead never
answers a question that was not read.
"""

from collections.abc import Sequence
from time import monotonic
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.style import Style

from game.tui.widgets.sheet import Sheet
from game.tui.widgets.typeset import cut, spread, styled

CARET = "❯"
DIGITS = "1234567890"
AIRY = 28
"""Rows of a window in which there is room for blank rows."""
LABEL_COLUMN = 6
"""Where labels begin: ` ❯ 1  They are obsolete machines`."""


class Item(NamedTuple):
    """One thing to choose."""

    id: str
    label: str
    key: str = ""
    """The key that chooses it; the next digit where it is empty."""
    aside: str | Content = ""
    """A word at the right; a plain text is set quietly."""
    apart: bool = False
    """Whether a blank row stands above it, where there is room."""
    above: Content | None = None
    """A row above it that cannot be chosen."""
    one_line: bool = False
    """Whether a label that is too long is cut; otherwise it takes more rows."""


class HeadRow(NamedTuple):
    """A row above the list that only says something."""

    left: Content
    right: Content = Content("")
    indent: int = 0
    """Where it is a sentence: by how many cells its rows are indented. It may take several; otherwise it is cut."""

    def rows(self, width: int) -> list[Content]:
        """As it stands at a width."""
        if not self.indent:
            return [spread(self.left, self.right, width)]
        room = max(width - 2 * self.indent, 8)
        return [Content.assemble(" " * self.indent, line) for line in self.left.wrap(room)]


class Choices(Sheet, can_focus=True):
    """A list to choose from, with rows above it that only say something."""

    class Chosen(Message):
        """Something was chosen."""

        def __init__(self, choices: "Choices", id: str) -> None:
            """The list, and the id of the item."""
            super().__init__()
            self.choices = choices
            self.id = id

    class Pointed(Message):
        """The caret came to something else."""

        def __init__(self, choices: "Choices", id: str) -> None:
            """The list, and the id of the item."""
            super().__init__()
            self.choices = choices
            self.id = id

    class Past(Message):
        """The arrows went past an end of the list, where something else follows."""

    HEIGHT_MATTERS = True
    COMPONENT_CLASSES = {"choices--pointed"}
    DEFAULT_CSS = """
    Choices {
        height: auto;
        & > .choices--pointed { background: $panel; text-style: bold; }
        &:ansi > .choices--pointed { background: transparent; }
    }
    """
    BINDINGS = [
        Binding("enter,ctrl+j", "choose", "choose", key_display="↑↓ ⏎", id="choose", tooltip="Choose what ❯ points at"),
        Binding("up,k", "point(-1)", "up", show=False, id="up", tooltip="Point at the one above"),
        Binding("down,j", "point(1)", "down", show=False, id="down", tooltip="Point at the one below"),
    ]

    def __init__(
        self, items: Sequence[Item] = (), *, keyed: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        """A list of items; `offer` puts others in their place. `keyed` where each can be chosen by a key of its own."""
        super().__init__(id=id, classes=classes)
        self.keyed = keyed
        self.items: tuple[Item, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.pointed = 0
        """The number of the item at the caret."""
        self.leads_on = False
        """Whether something follows the last item, to which the arrows lead."""
        self._head: tuple[HeadRow, ...] = ()
        self._rows: list[tuple[int, Content]] = []
        self._opens = 0.0
        self._take(items, ())

    # The list

    def offer(
        self, items: Sequence[Item], head: Sequence[HeadRow] = (), *, grace: float = 0.0, pointed: int = 0
    ) -> None:
        """Put other items in the list; for `grace` seconds none can be chosen."""
        self._opens = monotonic() + grace
        self._take(items, head)
        self.pointed = min(pointed, max(len(items) - 1, 0))
        self.laid()
        self.refresh(layout=True)
        self.to_top()
        if items:
            self.post_message(self.Pointed(self, self.items[self.pointed].id))

    def _take(self, items: Sequence[Item], head: Sequence[HeadRow]) -> None:
        digits = iter(DIGITS)
        self.items = tuple(items)
        self.keys = tuple(item.key or next(digits, "") for item in items) if self.keyed else ("",) * len(items)
        self._head = tuple(head)

    # Rows

    def lay_out(self, width: int) -> int:
        """Rows of the head, then those of each item; a label that is too long takes several."""
        airy = self.app.size.height >= AIRY
        column = LABEL_COLUMN if self.keyed else LABEL_COLUMN - len("1  ")
        self._rows = [(-1, row) for head in self._head for row in head.rows(width - 1)]
        for number, item in enumerate(self.items):
            if item.apart and self._rows and airy:
                self._rows.append((-1, Content("")))
            if item.above is not None:
                self._rows.append((-1, cut(item.above, width)))
            aside = styled(item.aside, ".quiet") if isinstance(item.aside, str) else item.aside
            room = width - column - 1 - (aside.cell_length + 2 if aside else 0)
            label = Content(item.label)
            first, *rest = [cut(label, room)] if item.one_line else label.wrap(max(room, 8))
            indent = " " * column
            start = Content.assemble(f"   {self.keys[number] or ' '}  " if self.keyed else indent, first)
            self._rows.append((number, spread(start, aside, width - 1)))
            self._rows += [(number, spread(Content.assemble(indent, line), Content(""), width - 1)) for line in rest]
        return len(self._rows)

    def row(self, number: int) -> Content:
        """A row, with the caret where it belongs."""
        item, text = self._rows[number]
        if item != self.pointed or not self.shows_caret:
            return text.stylize(".key", 3, 4) if item >= 0 and self.keyed else text
        first = number == 0 or self._rows[number - 1][0] != item
        # Where the row is turned round, a coloured word in it would be a block of that colour.
        rest = Content(text.plain[3:]) if self.app.native_ansi_color else text[3:]
        return Content.assemble(f" {CARET} " if first else "   ", rest) if text.plain else text

    def row_style(self, number: int) -> Style:
        """The row at the caret lies on another ground."""
        if self._rows[number][0] != self.pointed or not self.shows_caret:
            return self.visual_style
        pointed = self.get_visual_style("choices--pointed")
        # Without a ground of its own it is turned round; `get_visual_style` leaves that style out.
        return pointed + Style(reverse=True) if self.app.native_ansi_color else pointed

    @property
    def shows_caret(self) -> bool:
        """Whether the caret is here, and not in what follows."""
        return self.has_focus or not self.leads_on

    def on_focus(self) -> None:
        """The caret comes."""
        self._strips.clear()
        self.refresh()

    def on_blur(self) -> None:
        """The caret goes."""
        self._strips.clear()
        self.refresh()

    def _region(self, item: int) -> Region:
        rows = [number for number, (of, _) in enumerate(self._rows) if of == item]
        return Region(0, rows[0], self.laid_out, len(rows)) if rows else Region()

    @property
    def open(self) -> bool:
        """Whether the moment of grace is over."""
        return monotonic() >= self._opens

    # Pointing and choosing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list do something only while there is something in it."""
        return bool(self.items) if action in ("choose", "point") else super().check_action(action, parameters)

    def point_at(self, number: int) -> None:
        """Move the caret, drawing only the rows that change."""
        if number == self.pointed or not 0 <= number < len(self.items):
            return
        was, self.pointed = self._region(self.pointed), number
        now = self._region(number)
        self.refresh_lines(was.y, was.height)
        self.refresh_lines(now.y, now.height)
        if now.height:
            shown = Region(0, 0, now.width, now.bottom) if number == 0 else now
            self.scroll_to_region(shown, animate=False, force=True)
        self.post_message(self.Pointed(self, self.items[number].id))

    def choose(self, number: int) -> None:
        """Choose an item, unless it is too early."""
        if 0 <= number < len(self.items) and self.open:
            self.point_at(number)
            self.post_message(self.Chosen(self, self.items[number].id))

    def action_point(self, by: int) -> None:
        """Point at the next item, round the ends or past them."""
        if self.leads_on and not 0 <= self.pointed + by < len(self.items):
            self.post_message(self.Past())
        elif self.items:
            self.point_at((self.pointed + by) % len(self.items))

    def action_choose(self) -> None:
        """Choose the item at the caret."""
        self.choose(self.pointed)

    def on_key(self, event: events.Key) -> None:
        """Choose by the key that stands before an item."""
        if event.character and event.character in self.keys:
            event.stop()
            self.choose(self.keys.index(event.character))

    def on_click(self, event: events.Click) -> None:
        """Choose by the mouse."""
        row = event.y + self.scroll_offset.y
        if row < len(self._rows) and (item := self._rows[row][0]) >= 0:
            self.choose(item)
