"""The line of keys at the foot of a screen. It shows the keys that do something now, and no other."""

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from game.tui.widgets.key_names import NAMES, name_of, set_in
from game.tui.widgets.tabs import TabLine

__all__ = ["NAMES", "Keys", "name_of"]

LATE = {"close": 1, "rows(1)": 2, "pages(1)": 3, "help": 4, "app.quit": 5}
"""What stands late in the line, and how late."""


OPENS = "open("
"""How the actions begin that open a paper beside the talk."""


def mnemonic(binding: Binding) -> Content:
    """A binding as its description with the key set in it."""
    name = set_in(Content.styled(binding.description, ".quiet"), name_of(binding))
    return name.stylize(Style.from_meta({"press": binding.key}))


class Keys(Widget, can_focus=False):
    """The keys of the screen that can be pressed now. The last two stay where there is not room for all."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Keys { dock: bottom; height: 1; padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def shown(self) -> list[Binding]:
        """One binding for each thing that can be done, in the order in which the screen names them."""
        found: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                found.setdefault(active.binding.action, active.binding)
        return sorted(found.values(), key=lambda binding: LATE.get(binding.action, 0))

    def render(self) -> RenderResult:
        """As many keys as there is room for. What opens papers goes before what merely chooses."""
        shown = self.shown()
        papers = [each for each in shown if each.action.startswith(OPENS)]
        if any(line.display and line.region for line in self.screen.query(TabLine)):
            papers.clear()  # the tabs show them already
        parts = [(self._part(each), each) for each in shown if not each.action.startswith(OPENS)]
        group = Content(" ").join([mnemonic(each) for each in papers])
        width = self.content_size.width - (group.cell_length + 3 if group else 0)
        while len(parts) > 2 and sum(part.cell_length + 3 for part, _ in parts) - 3 > width:
            del parts[-3]
        at = 1 if len(parts) > 2 else 0
        return Content("   ").join(
            [each for each, _ in parts[:at]] + [group] * bool(group) + [p for p, _ in parts[at:]]
        )

    def _part(self, binding: Binding) -> Content:
        part = Content.assemble((name_of(binding), ".key"), " ", (binding.description, ".quiet"))
        return part.stylize(Style.from_meta({"press": binding.key}))

    def on_click(self, event: events.Click) -> None:
        """Press the key that the mouse is on."""
        if key := event.style.meta.get("press"):
            self.app.simulate_key(key)
