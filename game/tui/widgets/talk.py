"""The talk: what was said, what can be said, and the line for one's own words. With the keys for reading in it."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.choices import Choices, HeadRow, Item
from game.tui.widgets.divider import Divider
from game.tui.widgets.find import Find
from game.tui.widgets.say import Say
from game.tui.widgets.transcript import SIDE_INKS, Entry, Transcript

STROKE = 0.05
"""Seconds from one stroke to the next of a reply that is typed out; as many letters a stroke as the pace asks for."""


class Talk(Vertical):
    """What was said, and under it what can be said."""

    class Copied(Message):
        """Something of what was said is to be taken elsewhere."""

        def __init__(self, text: str) -> None:
            """The text."""
            super().__init__()
            self.text = text

    BINDINGS = [
        Binding("slash", "find", "find", show=False, id="find", tooltip="Look for words in what was said"),
        Binding("n", "look_on(-1)", "earlier", id="find-next", tooltip="To the words before, further up"),
        Binding("N", "look_on(1)", "later", id="find-before", tooltip="To the words after, further down"),
        Binding(
            "y", "copy", "copy", show=False, id="copy", tooltip="Copy what is marked, or else the last move in sight"
        ),
        Binding("apostrophe", "speak", "own words", show=False, id="speak", tooltip="Say it in your own words"),
        Binding("escape", "forget", "found enough", show=False, id="forget", tooltip="Look for nothing more"),
    ]

    transcript = getters.query_one(Transcript)
    divider = getters.query_one(Divider)
    choices = getters.query_one(Choices)
    say = getters.query_one(Say)
    find = getters.query_one(Find)

    def __init__(self, names: int, *, id: str | None = None) -> None:
        """`names` is the width of the longest name."""
        super().__init__(id=id)
        self.names = names
        self.typing = False
        """Whether whoever plays speaks in words of their own: then the keys go back to the line after each turn."""

    def compose(self) -> Iterable[Widget]:
        """The transcript, the line under it, the choices and their last row."""
        yield Transcript(names=self.names)
        yield Divider()
        with Vertical(id="answers"):
            yield Choices()
            yield Say()
            yield Find()

    def offer(
        self,
        items: Iterable[Item],
        *,
        says: str,
        head: Iterable[HeadRow] = (),
        hint: str = "",
        side: int = -1,
        grace: float = 0,
        speak: bool = False,
    ) -> None:
        """Put choices before whoever plays; with `speak` the line for their own words as well."""
        self.divider.says, self.divider.hint = says, hint
        self.divider.ink = SIDE_INKS[side] if side >= 0 else "bold"
        self.choices.leads_on = self.say.visible = speak
        self.choices.offer(list(items), list(head), grace=grace)
        self.take_keys()

    def take_keys(self) -> None:
        """Let the keys go where they went last."""
        if not self.display:
            return
        if self.find.has_class("-open"):
            self.find.line.focus()
        elif self.typing and self.say.visible:
            self.say.take()
        else:
            self.choices.focus()

    # What is being said

    async def type_out(self, letters: int, hurry: asyncio.Event) -> None:
        """Type out what was last said, so many letters a second, until it is whole or there is hurry."""
        transcript = self.transcript  # asked for once: whoever leaves meanwhile takes it off the page
        while transcript.typing and not hurry.is_set():
            transcript.type_on(max(round(letters * STROKE), 1))
            with suppress(TimeoutError):
                await asyncio.wait_for(hurry.wait(), STROKE)
        if transcript.typing:
            transcript.type_out()

    # One's own words

    def action_speak(self) -> None:
        """Go to the line."""
        if self.say.visible:
            self.typing = True
            self.say.take()

    @on(Choices.Past)
    def lead_on(self) -> None:
        """The line is the last row of the list."""
        self.action_speak()

    @on(Say.Left)
    def go_back(self, left: Say.Left) -> None:
        """Back to the list."""
        self.typing = False
        self.choices.focus()
        if left.key != "escape":
            self.choices.point_at(0 if left.key == "down" else len(self.choices.items) - 1)

    # Reading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys do something now."""
        match action:
            case "look_on" | "forget":
                return bool(self.transcript.sought)
            case "speak":
                return self.say.visible and not self.say.busy
            case "find" | "copy":
                return bool(self.transcript.entries)
        return True

    def action_find(self) -> None:
        """Look for words."""
        self.say.display = False
        self.find.take()

    @on(Find.Sought)
    def look(self, sought: Find.Sought) -> None:
        """Mark them as they are typed."""
        self.transcript.look_for(sought.words)
        self._tell_found()

    @on(Find.Done)
    def look_no_more(self, done: Find.Done) -> None:
        """The keys go back to the list."""
        self.say.display = True
        if not done.keep:
            self.action_forget()
        self.take_keys()
        self.screen.refresh_bindings()

    def action_look_on(self, by: int) -> None:
        """To the next place, or the one before."""
        self.transcript.look_on(by)
        self._tell_found()

    def action_forget(self) -> None:
        """Look for nothing more."""
        self.transcript.look_for("")
        self.divider.hint = ""
        self.screen.refresh_bindings()

    def _tell_found(self) -> None:
        count = len(self.transcript.found)
        where = phrase("{at} of {count}", at=self.transcript.at + 1, count=count) if count else phrase("not said")
        self.divider.hint = where if self.transcript.sought else ""

    @on(Transcript.Scrolled)
    def hint_below(self, scrolled: Transcript.Scrolled) -> None:
        """Say how much is new below."""
        if self.choices.items:
            self.divider.hint = phrase("{below} new below, end", below=scrolled.below) if scrolled.below else ""

    def action_copy(self) -> None:
        """Copy what is marked, or the last move in sight."""
        marked = self.screen.get_selected_text()
        if text := marked or copied(self.transcript.turn_in_sight() or self.transcript.in_sight()):
            self.post_message(self.Copied(text))


def copied(entries: Sequence[Entry]) -> str:
    """Entries as a text that is taken elsewhere."""
    return "\n".join(entry.copied() for entry in entries)
