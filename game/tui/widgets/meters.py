"""The meters: a word for each, and where it lies between its ends."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.typeset import lines, spread


class Gauge(NamedTuple):
    """A meter as it is shown."""

    title: str
    word: str
    place: int
    """Steps above its lower end."""
    steps: int
    """Steps from end to end; a meter of one step is shown by its word alone."""

    moved: int = 0
    """What it moved by the moves that are new."""

    def says(self) -> Content:
        """Its word, with an arrow where it just moved."""
        arrow = (" ▲", ".gain") if self.moved > 0 else (" ▼", ".loss") if self.moved < 0 else ("", "")
        return Content.assemble(
            self.word, arrow if self.steps >= 2 else (" " + phrase("now") if self.moved else "", ".quiet")
        )

    def bar(self) -> Content:
        """`───●───`, as long as the meter has values."""
        if self.steps < 2:
            return Content("")
        return Content.assemble(("─" * self.place, ".rule"), ("●", ".lamp"), ("─" * (self.steps - self.place), ".rule"))


class Meters(Widget, can_focus=False):
    """The meters of a scenario."""

    DEFAULT_CSS = """
    Meters { height: auto; }
    """

    gauges: reactive[tuple[Gauge, ...]] = reactive((), layout=True)

    def put(self, gauges: Sequence[Gauge]) -> None:
        """Show the meters as they stand."""
        self.gauges = tuple(gauges)

    def render(self) -> RenderResult:
        """One line for each."""
        width = self.content_size.width
        column = max((len(gauge.title) for gauge in self.gauges), default=0) + 2
        return lines(
            [
                spread(
                    Content.assemble((gauge.title.ljust(column), ".quiet"), gauge.says()),
                    gauge.bar(),
                    width,
                )
                for gauge in self.gauges
            ]
        )
