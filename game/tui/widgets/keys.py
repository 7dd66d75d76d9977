"""The line of keys at the foot of a screen. It shows the keys that do something now, and no other."""

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

NAMES = {
    "question_mark": "?",
    "enter": "⏎",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "pagedown": "pgdn",
    "pageup": "pgup",
}
"""Keys by the names that people know."""


def name_of(binding: Binding) -> str:
    """The name of a key as it stands on the screen."""
    return binding.key_display or NAMES.get(binding.key, binding.key)


LATE = {"close": 1, "rows(1)": 2, "pages(1)": 3, "help": 4, "app.quit": 5}
"""What stands late in the line, and how late."""


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
        """As many keys as there is room for."""
        parts = [
            Content.assemble((name_of(each), ".key"), " ", (each.description, ".quiet")).stylize(
                Style.from_meta({"press": each.key})
            )
            for each in self.shown()
        ]
        width = self.content_size.width
        while len(parts) > 2 and sum(part.cell_length + 3 for part in parts) - 3 > width:
            del parts[-3]
        return Content("   ").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that the mouse is on."""
        if key := event.style.meta.get("press"):
            self.app.simulate_key(key)
