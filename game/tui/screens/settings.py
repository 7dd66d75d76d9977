"""The settings, as a list: choosing one takes its next value. Made from the table in `game.settings`."""

from collections.abc import Iterable

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from game import places
from game.phrases import phrase
from game.settings import TABLE, Setting, Settings
from game.speech.gate import clean
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item


class SettingsPage(Page[None]):
    """Everything that can be set."""

    class Set(Message):
        """Somebody set something."""

        def __init__(self, setting: Setting, value: str | bool) -> None:
            """What, and to what."""
            super().__init__()
            self.setting = setting
            self.value = value

    CSS_PATH = "list.tcss"
    LISTS = True
    BINDINGS = [
        Binding("right,l,space", "turn(1)", "change", key_display="← →", id="set-next", tooltip="The next value"),
        Binding("left,h", "turn(-1)", "change", show=False, id="set-last", tooltip="The value before"),
        Binding("escape,q", "close", "back", key_display="esc", id="close-settings", tooltip="Close this page"),
    ]

    choices = getters.query_one(Choices)

    def __init__(self, settings: Settings) -> None:
        """The settings as they are."""
        super().__init__()
        self.settings = settings

    def body(self) -> Iterable[Widget]:
        """The list, and what the setting at the caret means."""
        yield Static(Content.styled(phrase("Settings"), ".heading"), id="heading")
        yield Choices(self._items())
        yield Static("", id="note", markup=False)

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.choices.focus()
        self._explain()

    def _items(self) -> list[Item]:
        return [
            Item(each.name, phrase(each.title), aside=clean(each.word(self.settings.of(each.name)), 60), one_line=True)
            for each in TABLE
        ]

    def put_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self.settings = settings
        self.choices.offer(self._items(), pointed=self.choices.pointed)

    @on(Choices.Pointed)
    def _explain(self) -> None:
        setting = TABLE[self.choices.pointed]
        where = clean(str(places.settings()), 200)
        by_hand = (
            phrase("Written in {where}", where=where)
            if setting.choices
            else phrase("To be written by hand in {where}", where=where)
        )
        self.query_one("#note", Static).update(Content.styled(f"{phrase(setting.help)}\n{by_hand}", ".quiet"))

    @on(Choices.Chosen)
    def _next(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Take the next value of the setting at the caret, or the one before."""
        setting = TABLE[self.choices.pointed]
        values = [value for value, _ in setting.choices]
        if values:
            now = self.settings.of(setting.name)
            place = values.index(now) if now in values else 0
            self.post_message(self.Set(setting, values[(place + by) % len(values)]))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
