"""The line of keys at the foot of a screen. It shows the keys that do something now, and no other."""

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.key_names import NAMES, name_of, set_in
from game.tui.widgets.tabs import TabLine

__all__ = ["NAMES", "Keys", "name_of"]

LATE = {
    "step(1)": -2,
    "step(-1)": -1,
    "close": 1,
    "rows(1)": 2,
    "pages(1)": 3,
    "help": 4,
    "leave_room": 5,
    "app.quit": 5,
}
"""What stands late in the line, and how late; below nothing, what stands early."""
KNOWN_ANYWAY = ("rows(1)", "pages(1)")
"""What goes first where there is not room for all: everybody tries the arrows."""

OPENS = "open("
"""How the actions begin that open a paper beside the talk."""


def mnemonic(binding: Binding) -> Content:
    """A binding as its description with the key set in it."""
    name = set_in(Content.styled(phrase(binding.description), ".quiet"), name_of(binding))
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
        others = [each for each in shown if not each.action.startswith(OPENS)]
        line = self._set(papers, others, "   ")
        while line.cell_length > (width := self.content_size.width) and len(others) > 2:
            if (close := self._set(papers, others, "  ")).cell_length <= width:
                return close
            known = [each for each in others if each.action in KNOWN_ANYWAY]
            others.remove(known[-1] if known else others[-3])
            line = self._set(papers, others, "   ")
        while papers and line.cell_length > self.content_size.width:  # in a language of longer words
            del papers[-1]
            line = self._set(papers, others, "  ")
        return line

    def _set(self, papers: list[Binding], others: list[Binding], gap: str) -> Content:
        """The line: what is first, then what opens papers, then the rest."""
        parts = [self._part(each) for each in others]
        group = [Content(" ").join([mnemonic(each) for each in papers])] if papers else []
        early = sum(LATE.get(each.action, 0) < 0 for each in others)
        at = early or (1 if len(parts) > 2 else 0)
        return Content(gap).join([*parts[:at], *group, *parts[at:]])

    def _part(self, binding: Binding) -> Content:
        part = Content.assemble((name_of(binding), ".key"), " ", (phrase(binding.description), ".quiet"))
        return part.stylize(Style.from_meta({"press": binding.key}))

    def on_click(self, event: events.Click) -> None:
        """Press the key that the mouse is on."""
        if key := event.style.meta.get("press"):
            self.app.simulate_key(key)
