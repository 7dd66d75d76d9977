"""The choices on the wall: with air between them, or close together where they would not all be seen."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget


class WallChoices(Widget):
    """Lines that a room chooses from. Nobody can vote for what lies below the edge."""

    DEFAULT_CSS = "WallChoices { height: auto; }"

    lines: reactive[Sequence[Content]] = reactive((), layout=True)

    _close = False
    """Whether they stand close together."""

    def render(self) -> Content:
        """The lines."""
        return Content("\n" if self._close else "\n\n").join(self.lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are with air between them, or without, where the container has fewer."""
        rows, between = sum(each.get_height({}, width) for each in self.lines), len(self.lines) - 1
        self._close = rows + between > container.height
        return rows if self._close else rows + between
