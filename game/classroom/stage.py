"""What fills the wall: what was said, as much of it as there is room for, and under it what the room can choose.

Nobody can vote for what lies below the edge, so the choices come first, then all of the last move, then air between
the choices, and what is left goes to what was said before.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget


class Shown(NamedTuple):
    """What there is room for."""

    said: Sequence[Content]
    choices: Sequence[Content]
    airy: bool
    """Whether blank rows stand between the choices."""

    def text(self) -> Content:
        """As one text."""
        choices = Content("\n\n" if self.airy else "\n").join(self.choices)
        return Content("\n\n").join([*self.said, choices] if choices.plain else self.said)


def fitted(before: Sequence[Content], last: Sequence[Content], choices: Sequence[Content], size: Size) -> Shown:
    """What there is room for of all this in a window of so many columns and rows."""
    width, height = size

    def rows(texts: Sequence[Content], between: int) -> int:
        return sum(each.get_height({}, width) for each in texts) + between * max(len(texts) - 1, 0)

    room = height - rows(choices, 0) - 1
    last = _newest(last, room, width)
    left = room - rows(last, 1)
    air = max(len(choices) - 1, 0)
    airy = left >= air
    earlier = _newest(before, left - (air if airy else 0) - 1, width) if last else ()
    return Shown((*earlier, *last), choices, airy)


def _newest(texts: Sequence[Content], rows: int, width: int) -> Sequence[Content]:
    """The newest of some texts that fit whole into so many rows, with a blank row between them."""
    taken = 0
    for text in reversed(texts):
        rows -= text.get_height({}, width) + (1 if taken else 0)
        if rows < 0:
            break
        taken += 1
    return texts[len(texts) - taken :]


class Stage(Widget):
    """What was said, and what can be chosen."""

    DEFAULT_CSS = "Stage { height: auto; }"

    before: reactive[Sequence[Content]] = reactive((), layout=True)
    """What was said before the last move."""
    last: reactive[Sequence[Content]] = reactive((), layout=True)
    """What came of the last move."""
    choices: reactive[Sequence[Content]] = reactive((), layout=True)

    shown = Shown((), (), True)

    def render(self) -> Content:
        """As much as there is room for."""
        return self.shown.text()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as are shown; more than the container has only where the choices alone are more."""
        self.shown = fitted(self.before, self.last, self.choices, Size(width, container.height))
        return self.shown.text().get_height({}, width)
