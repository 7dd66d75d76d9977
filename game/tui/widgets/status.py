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
        """What fits."""
        width = self.content_size.width
        time = Content.assemble((self.hour.time, "bold"), "  ", (self.hour.says(), ".quiet"))
        meters = [Content.assemble((f"{gauge.title}: ", ".quiet"), gauge.says()) for gauge in self.gauges]
        still, of = self.open
        before, _, after = phrase("{open} open", sense="questions", open="{open}").partition("{open}")
        count = Content.assemble(before, phrase("{still} of {of}", still=still, of=of), (after, ".quiet"))
        right = Content("   ").join([*meters, count])
        if time.cell_length + right.cell_length + 2 > width:
            time = Content.assemble(
                (self.hour.time, "bold"), ("  " + phrase("{minutes} min", minutes=self.hour.left), ".quiet")
            )
        while meters and time.cell_length + right.cell_length + 2 > width:
            meters.pop()
            right = Content("   ").join([*meters, count])
        return spread(time, right, width)
