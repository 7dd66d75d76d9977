"""The palette: type, and what can be done or looked up from where you are stands in a list."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from game.phrases import phrase
from game.tui import palette
from game.tui.palette import Finding
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item
from game.tui.widgets.say import Line

if TYPE_CHECKING:
    from game.tui.app import SeeAndCount


class PalettePage(Page[None]):
    """A line to type in, and what is found by it. What is chosen is done once this page is closed."""

    CSS_PATH = "palette.tcss"
    BINDINGS = [
        Binding("enter,ctrl+j", "choose", "choose", key_display="↑↓ ⏎", id="palette-choose",
                tooltip="Do what ❯ points at"),
        Binding("up", "point(-1)", "up", show=False, id="palette-up", tooltip="Point at the one above"),
        Binding("down", "point(1)", "down", show=False, id="palette-down", tooltip="Point at the one below"),
        Binding("pageup", "leap(-1)", "up", show=False, id="palette-page-up", tooltip="A page of the list up"),
        Binding("pagedown", "leap(1)", "down", show=False, id="palette-page-down", tooltip="A page of the list down"),
        Binding("escape", "close", "back", key_display="esc", id="close-palette", tooltip="Close this page"),
    ]  # fmt: skip

    line = getters.query_one(Line)
    choices = getters.query_one(Choices)

    def __init__(self, app: "SeeAndCount", screen: Screen[object]) -> None:
        """What can be found from a screen."""
        super().__init__()
        self.game = app
        self._here, self._settings = [*palette.here(app, screen)], [*palette.settings(app)]
        self.findings = self._here + self._settings
        self.shown: Sequence[Finding] = self.findings

    def body(self) -> Iterable[Widget]:
        """The line, what was found, and a sentence about what the caret points at."""
        yield Line(phrase("What are you looking for? Something to do, a game, a paper, a setting"))
        choices = Choices(self._items(), keyed=False)
        choices.can_focus = False  # the keys go into the line
        yield choices
        yield Static("", id="note", markup=False)

    def on_mount(self) -> None:
        """Type at once; the kept games come when the disk has been asked."""
        self.line.focus()
        self._explain()
        self.look_up_games()

    @work(exclusive=True, group="games")
    async def look_up_games(self) -> None:
        """Put the kept games among what can be found, before the settings."""
        from game.records.faults import RecordError

        try:
            kept = await asyncio.to_thread(self.game.library.kept)
        except (RecordError, OSError):
            return  # whoever asks for the kept games is told why there are none
        self.findings = [*self._here, *palette.games(self.game, kept), *self._settings]
        self._show(self.shown[self.choices.pointed] if self.shown else None)

    def _items(self) -> list[Item]:
        return [Item(str(number), each.name, aside=each.aside, one_line=True) for number, each in enumerate(self.shown)]

    @on(Input.Changed)
    def look(self) -> None:
        """Show what has the words that are typed so far."""
        self._show(None)

    def _show(self, pointed: Finding | None) -> None:
        self.shown = palette.found(self.findings, self.line.value)
        self.choices.offer(self._items(), pointed=self.shown.index(pointed) if pointed in self.shown else 0)
        self._explain()
        self.refresh_bindings()

    @on(Choices.Pointed)
    def _explain(self) -> None:
        says = self.shown[self.choices.pointed].help if self.shown else phrase("Nothing like that is here.")
        self.query_one("#note", Static).update(Content.styled(says, ".quiet"))

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Close this page and do it."""
        self.dismiss(None)
        self.game.call_later(self.shown[int(chosen.id)].do)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Choose what the caret points at."""
        self.choices.action_choose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to choose."""
        return bool(self.shown) if action in ("choose", "point", "leap") else super().check_action(action, parameters)

    def action_point(self, by: int) -> None:
        """Point at the next one, or the one before."""
        self.choices.action_point(by)

    def action_leap(self, pages: int) -> None:
        """Point at one further up or down."""
        by = pages * max(self.choices.size.height - 1, 1)
        self.choices.point_at(min(max(self.choices.pointed + by, 0), len(self.shown) - 1))

    def action_close(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    def _take_keys_back(self) -> None:
        self.line.focus()
