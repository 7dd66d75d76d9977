"""The table in one line, for windows that have no room beside the talk."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.clock import Hour
from game.tui.widgets.meters import Gauge
from game.tui.widgets.typeset import spread


class Status(Widget, can_focus=False):
    """The clock, the meters, and how many questions are open."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Status { height: 1; padding: 0 1; }
    """

    hour: reactive[Hour] = reactive(Hour("", 0, 1))
    gauges: reactive[tuple[Gauge, ...]] = reactive(())
    open: reactive[tuple[int, int]] = reactive((0, 0))
    """How many questions are open, and how many there are."""

    def render(self) -> RenderResult:
        """What fits: the minutes grow shorter, then the marks of what just moved go, then meters."""
        width = self.content_size.width
        shortest, gauges = self.time(self.hour.says_shortest()), self.gauges
        right = self.standing(gauges)
        if shortest.cell_length + right.cell_length + 2 > width:
            gauges = tuple(gauge._replace(moved=0) for gauge in gauges)
            right = self.standing(gauges)
        while gauges and shortest.cell_length + right.cell_length + 2 > width:
            gauges = gauges[:-1]
            right = self.standing(gauges)
        room = width - right.cell_length - 2
        longer = (self.time(says) for says in (self.hour.says(), self.hour.says_shorter()))
        return spread(next((time for time in longer if time.cell_length <= room), shortest), right, width)

    def time(self, left: str) -> Content:
        """The hour, and what is left."""
        return Content.assemble((self.hour.time, "bold"), "  ", (left, ".quiet"))

    def standing(self, gauges: tuple[Gauge, ...]) -> Content:
        """Some meters, and how many questions are open."""
        still, of = self.open
        meters = [Content.assemble((f"{gauge.title}: ", ".quiet"), gauge.says()) for gauge in gauges]
        before, _, after = phrase("{open} open", sense="questions", open="{open}").partition("{open}")
        count = Content.assemble(before, phrase("{still} of {of}", still=still, of=of), (after, ".quiet"))
        return Content("   ").join([*meters, count])
