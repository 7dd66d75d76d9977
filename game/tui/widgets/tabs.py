"""A line of tabs: what lies on the table beside the talk, the open one underlined, the key of each set in its name."""

from collections.abc import Mapping
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from game.tui.widgets.key_names import name_of, set_in
from game.tui.widgets.typeset import cut, lines


class Tab(NamedTuple):
    """One of several things of which one is open."""

    id: str
    title: str


class TabLine(Widget, can_focus=False):
    """A line of tabs, and under it a rule that is heavy below the open one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TabLine { height: 2; }
    """

    class Picked(Message):
        """A tab was chosen with the mouse."""

        def __init__(self, id: str) -> None:
            """The tab's id."""
            super().__init__()
            self.id = id

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    open: reactive[str] = reactive("")
    """The id of the open tab."""

    def on_mount(self) -> None:
        """Follow the screen's keys: while somebody types, a letter opens nothing."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def keys(self) -> Mapping[str, str]:
        """The key that opens each tab, by the tab's id: read from the screen's keys, so it follows a change of them."""
        found: dict[str, str] = {}
        for active in self.screen.active_bindings.values():
            action, _, rest = active.binding.action.partition("('")
            if action == "open" and rest:
                found.setdefault(rest.removesuffix("')"), name_of(active.binding))
        return found

    def render(self) -> RenderResult:
        """The names with their keys, and the rule."""
        keys, width = self.keys(), self.content_size.width
        named = [(tab, self._titled(tab, keys.get(tab.id, ""))) for tab in self.tabs]
        room = sum(name.cell_length for _, name in named)
        while room + len(named) - 1 > width and len(spare := [each for each in named if each[0].id != self.open]) > 1:
            named.remove(spare[-1])  # its key still opens it
            room -= spare[-1][1].cell_length
        gap = max(1, min(3, (width - room) // max(len(named) - 1, 1)))
        row, rule = Content(""), Content("")
        for number, (tab, name) in enumerate(named):
            space = " " * gap if number else ""
            row = Content.assemble(row, space, name)
            line = ("━", ".lamp") if tab.id == self.open else ("─", ".rule")
            rule = Content.assemble(rule, ("─" * len(space), ".rule"), (line[0] * name.cell_length, line[1]))
        rest = max(width - rule.cell_length, 0)
        return lines([cut(row, width), cut(Content.assemble(rule, ("─" * rest, ".rule")), width)])

    def _titled(self, tab: Tab, key: str) -> Content:
        name = Content.styled(tab.title, "bold" if tab.id == self.open else ".quiet")
        name = set_in(name, key)
        return name.stylize(Style.from_meta({"tab": tab.id}))

    def on_click(self, event: events.Click) -> None:
        """Open the tab that the mouse is on."""
        if tab := event.style.meta.get("tab"):
            self.post_message(self.Picked(tab))
