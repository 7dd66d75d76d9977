"""A sheet of rows: the scroller under the transcript, the choices and everything that is read.

One widget draws any number of rows, and only those in sight (Textual's Line API), so a key costs the
same beside ten rows as beside ten thousand. It scrolls without motion, and what the mouse marks on
it can be copied.
"""

from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from game.settings import Settings

KEPT_STRIPS = 512
"""Rows kept as they were drawn last; some four screens."""
MEASURES = {"narrow": 56, "usual": 72, "wide": 96}
"""Cells of the widest line of text, by its name in the settings; long lines are hard to read."""


class Sheet(ScrollView):
    """A scroller over rows of text. A kind of sheet says how many rows it has at a width, and what is in each."""

    DEFAULT_CSS = """
    Sheet {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
        background: transparent;
        &:ansi { scrollbar-color: $rule; scrollbar-background: $background; }
    }
    """

    HEIGHT_MATTERS = False
    """Whether the rows depend on the height of the window as well."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Nothing is laid out before the width is known."""
        super().__init__(id=id, classes=classes)
        self.measure = MEASURES["usual"]
        """The widest line of text, in cells."""
        self.laid_out = 0
        """The width in cells for which the rows were laid out; 0 for none."""
        self.anchored = False
        """Whether the end stays in sight when there is more, or less room for it."""
        self._rows_laid = 0
        self._strips: LRUCache[tuple[int, Style], Strip] = LRUCache(KEPT_STRIPS)

    # What a kind of sheet says of itself

    def lay_out(self, width: int) -> int:
        """Break the text into rows for a width, and say how many there are."""
        raise NotImplementedError

    def row(self, number: int) -> Content:
        """The text of a row."""
        raise NotImplementedError

    def row_style(self, number: int) -> Style:
        """What a row is drawn on."""
        return self.visual_style

    # Laying out

    def on_mount(self) -> None:
        """Follow the settings."""
        if hasattr(self.app, "settings"):
            self.watch(self.app, "settings", self.follow)

    def follow(self, settings: Settings) -> None:
        """Set the text as wide as somebody likes it."""
        if self.measure != (measure := MEASURES[settings.width]):
            self.measure = measure
            self.laid()
            if self.anchored:
                self.to_end()

    def laid(self) -> None:
        """Lay the rows out again, for other text or another width."""
        width = self.scrollable_content_region.width
        self._strips.clear()
        if not width or not self.display:
            self.laid_out = self._rows_laid = 0  # what it showed before must not come back with it
            return
        self.laid_out = width
        self._rows_laid = self.lay_out(width)
        self.virtual_size = Size(width, self._rows_laid)
        self.refresh()

    def grown(self, rows: int) -> None:
        """Take note of more rows, where those before them stay as they are."""
        self._rows_laid = rows
        self.virtual_size = Size(self.laid_out, rows)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Lay out for another width, and keep the end in sight where it was.

        Textual says the size twice: here before it draws, and as an event when it has drawn. Waiting for the event
        would show an empty sheet first.
        """
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if (self.HEIGHT_MATTERS and resized) or self.scrollable_content_region.width != self.laid_out:
            self.laid()
        if resized and self.anchored:
            self.to_end()
        return resized

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, where the stylesheet asks for that."""
        if not width:
            return 0
        rows = self.lay_out(width - self.styles.scrollbar_size_vertical)
        if self.laid_out:
            self._rows_laid = self.lay_out(self.laid_out)
        return rows

    def notify_style_update(self) -> None:
        """Draw every row anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    # Scrolling

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No row is wider than the sheet, so the arrows to the sides are the page's."""
        return action not in ("scroll_left", "scroll_right")

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.scroll_offset.y >= self.max_scroll_y

    def to_end(self) -> None:
        """Bring the last row in sight."""
        self._to(self.virtual_size.height)

    def to_top(self) -> None:
        """Bring the first row in sight."""
        self._to(0)

    def by_pages(self, pages: int) -> None:
        """Scroll by pages, a row of each kept in sight."""
        rows = max(self.scrollable_content_region.height - 1, 1)
        self._to(self.scroll_offset.y + pages * rows)

    def by_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self._to(self.scroll_offset.y + rows)

    def _to(self, row: int) -> None:
        # Forced, because Textual scrolls nothing before it has shown the scrollbar.
        self.scroll_to(y=row, animate=False, force=True)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """A scrollbar that appears shows where the sheet is: Textual tells it only of later scrolling."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the row that is at `y` now."""
        number = y + self.scroll_offset.y
        if not self.laid_out or number >= self._rows_laid:
            return Strip.blank(self.size.width, self.rich_style)
        marked = self.text_selection
        if marked is not None and (span := marked.get_span(number)) is not None:
            return self._drawn(number, span)
        key = (number, self.row_style(number))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._drawn(number, None)
        return strip

    def _drawn(self, number: int, marked: tuple[int, int] | None) -> Strip:
        text = self.row(number)
        if marked is not None:
            start, end = marked
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            text = text.stylize(style, start, len(text.plain) if end == -1 else end)
        [strip] = Visual.to_strips(
            self, text, self.laid_out, 1, self.row_style(number), pad=True, apply_selection=False
        )
        return strip.apply_offsets(0, number)

    # Copying

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The marked text, row by row."""
        rows = "\n".join(self.row(number).plain.rstrip() for number in range(self.virtual_size.height))
        return selection.extract(rows), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is marked, and what is so no longer."""
        self.refresh()
