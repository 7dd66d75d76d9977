"""The wall on the screen: few words, a letter before each choice, made to be mirrored and enlarged."""

import time
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, getters, on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from game.classroom.line import WallLine
from game.classroom.stage import Stage
from game.classroom.wall import LEAVING, PROPOSE, RECESS, NotOnTheWall, TurnClock, Wall, minutes
from game.phrases import noted, phrase
from game.records.faults import RecordError
from game.reports import flow
from game.speech.gate import clean
from game.speech.telling import NOTE, SPEECH, TOPIC, Told
from game.tui.screens.page import Page
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.prose import Block, quiet

BEFORE = 12
"""How many of the last moves stay on a wall that has room for them."""


class WallPage(Page[None]):
    """A game shown to a room."""

    CSS_PATH = "wall.tcss"
    AUTO_FOCUS = ""
    HELP_NOTES: ClassVar[tuple[str, ...]] = noted(
        (
            "A\tThe room votes by hand; type the letter that won.",
            "ABC\tFor a package type its letters, then Enter.",
        )
    )
    BINDINGS = [
        Binding("f4,quotation_mark,apostrophe", "words", "own words", id="wall-words",
                tooltip="Keep what somebody said in their own words"),
        Binding("f5", "mark", "mark", id="wall-mark", tooltip="Mark what was said last: claim 3, or 3 for all"),
        Binding("backspace", "back", "take back", key_display="⌫", id="wall-back",
                tooltip="Take the last move back; the game as it was is kept"),
        Binding("space", "pause", "pause", key_display="space", id="wall-pause", tooltip="Stop the clock, or go on"),
        Binding("plus", "more", "a minute more", key_display="+", id="wall-more", tooltip="More time for this turn"),
        Binding("tab", "flow", "flow", key_display="tab", id="wall-flow",
                tooltip="What has been claimed, and what stands"),
        Binding("enter", "put", "put it", key_display="⏎", id="wall-put", tooltip="Put the package that is picked"),
        Binding("enter", "reveal", "reveal", key_display="⏎", id="wall-reveal",
                tooltip="The talks are over: show everything that was secret"),
        Binding("escape", "leave_room", "leave", key_display="esc", id="close-wall", tooltip="Leave; the game is kept"),
    ]  # fmt: skip

    words = getters.query_one(Input)

    def __init__(self, wall: Wall, limit: int = 0, now: Callable[[], float] = time.monotonic) -> None:
        """A game between people. `limit` is in seconds a turn, 0 for none."""
        super().__init__()
        self.wall = wall
        self.clock = TurnClock(limit, now)
        self.picked = ""
        """The letters of the package that is being put together."""
        self._does: Callable[[str], str] = self._argue
        """What becomes of the line that is typed."""

    def body(self) -> Iterable[Widget]:
        """The hour and whose turn, what was said last, the choices, and a line for own words."""
        yield Static(id="hour")
        yield Static(id="turn")
        with VerticalScroll(id="stage", can_focus=False):
            yield Stage()
        words = WallLine("", id="words")
        words.compact = False
        yield words

    def on_mount(self) -> None:
        """Show where the game stands, and look at the clock twice a second."""
        self._hide_words()
        if self.clock.limit:
            self.set_interval(0.5, self._hour)
        self.show()

    # What stands on the wall

    def show(self) -> None:
        """Show everything anew."""
        self._hour()
        wall = self.wall
        whose = wall.side or phrase("The talks are over")
        ink = "" if wall.session.over else (".first-side", ".second-side")[wall.session.turn]
        self.query_one("#turn", Static).update(Content.styled(whose, ink))
        stage = self.query_one(Stage)
        stage.before, stage.last = self._said()
        stage.choices = self._choices()
        self.query_one("#stage", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _hour(self) -> None:
        wall, left = self.wall, self.clock.left
        parts: list[tuple[str, str]] = [(wall.hour, ".heading")]
        if wall.to_go:
            parts.append((f"   {wall.to_go}", ".quiet"))
        if self.clock.paused:
            parts.append(("   " + phrase("The clock stands"), ".lamp"))
        elif left is not None and not wall.session.over:
            says = phrase("This turn: {left}", left=minutes(left)) if left >= 0 else phrase("The time is up")
            parts.append((f"   {says}", ".lamp" if left >= 0 else ".loss"))
        self.query_one("#hour", Static).update(Content.assemble(*parts))

    def _said(self) -> tuple[list[Content], list[Content]]:
        session = self.wall.session
        if not session.turns:
            scene = session.text("scenario:opening-scene") if session.has_text("scenario:opening-scene") else ""
            return [], [Content.styled(scene, ".scene")]
        *before, last = [[self._line(each) for each in self.wall.told(turn)] for turn in session.turns[-BEFORE:]]
        # The room looks at what is new. What was said before it is set quietly.
        return [line.stylize(".quiet") for lines in before for line in lines], last

    def _line(self, told: Told) -> Content:
        if told.kind == SPEECH:
            ink = (".first-side", ".second-side")[told.side] if told.side >= 0 else ""
            return Content.assemble((f"{self.wall.teller.person(told.speaker)}: ", ink), clean(told.text, 8_192))
        return Content.styled(clean(told.text, 8_192), {NOTE: ".lamp", TOPIC: ".heading"}.get(told.kind, ".scene"))

    def _choices(self) -> list[Content]:
        if self.wall.session.over:
            return [
                Content(
                    phrase("What was secret can be shown: both briefs, what was possible, and how it really ended.")
                )
            ]
        found = [
            Content.assemble(
                (f" {option.letter} ", "reverse bold"),
                (" ✓ " if option.letter in self.picked else "   ", "bold"),
                (option.label, "bold"),
            )
            for option in self.wall.options()
        ]
        if self.wall.list == PROPOSE:
            found.append(Content.styled(phrase("A package has one to three parts: type their letters."), ".lamp"))
        if self.wall.list == RECESS:
            found.append(Content.styled(phrase(LEAVING), ".lamp"))
        return found

    # What the teacher does

    def on_key(self, event: events.Key) -> None:
        """A letter that the room has chosen."""
        letter = (event.character or "").upper()
        if self.words.display or letter not in {option.letter for option in self.wall.options()}:
            return
        event.stop()
        if self.wall.list == PROPOSE and letter != self.wall.options()[-1].letter:
            self.picked = self.picked.replace(letter, "") if letter in self.picked else self.picked + letter
            self.show()
        else:
            self._choose(letter)

    def _choose(self, letters: str) -> None:
        try:
            turn = self.wall.choose(letters)
        except NotOnTheWall as fault:
            self.say(str(fault))
            return
        except RecordError as fault:
            self.say(str(fault))
            return
        self.picked = ""
        if turn is not None:
            self.clock.begin()
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now; while somebody types, what the line offers, and help."""
        if action != "help" and isinstance(self.focused, WallLine):
            return False
        if action == "put":
            return bool(self.picked)
        if action == "reveal":
            return self.wall.session.over
        if action == "mark":
            return self.wall.takes_marks
        if action in ("pause", "more"):
            return bool(self.clock.limit) and not self.wall.session.over
        if action == "words":
            return not self.wall.session.over
        return True

    def action_put(self) -> None:
        """Put the package that is picked."""
        self._choose(self.picked)

    def action_reveal(self) -> None:
        """Show everything that was secret."""
        from game.tui.screens.debrief import DebriefPage

        self.app.push_screen(DebriefPage(self.wall.session, leads_on=False))

    def action_back(self) -> None:
        """Take the last move back."""
        self.picked = ""
        try:
            if not self.wall.back():
                self.say(phrase("Nothing has been said yet."))
        except RecordError as fault:
            self.say(str(fault))
        self.clock.begin()
        self.show()

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.clock.pause()
        self._hour()

    def action_more(self) -> None:
        """A minute more for this turn."""
        self.clock.more(60)
        self._hour()

    def action_flow(self) -> None:
        """The flow, over the whole wall."""
        found = flow.lines(self.wall.teller, self.wall.session.flow())
        text = [
            Block(
                Content(line.strip()) if line.startswith(" ") else Content.styled(line, ".heading"),
                close=line[0] == " ",
            )
            for line in found
        ] or [Block(quiet(phrase("Nothing has been claimed yet.")))]
        self.app.push_screen(ReadingPage(phrase("What has been claimed, and what stands"), text))

    def action_words(self) -> None:
        """Write down what somebody said in their own words."""
        self._ask(phrase("What was said, in their own words; Enter keeps it"), self._argue)

    def action_mark(self) -> None:
        """Write down a judge's marks."""
        criteria = self.wall.criteria
        says = phrase("Mark: {criteria}", criteria=", ".join(criteria))
        self._ask(says, self._mark, phrase("{criterion} 3, or 3 for all; Enter keeps it", criterion=criteria[0]))

    def _argue(self, text: str) -> str:
        self.wall.argue(text)
        return phrase("Kept, and on the flow.")

    def _mark(self, text: str) -> str:
        self.wall.mark(text)
        return phrase("Kept.")

    def _ask(self, for_what: str, does: Callable[[str], str], example: str = "") -> None:
        # Above the line, so that it can be read while the line is written.
        self.words.border_title, self.words.placeholder, self._does = for_what, example, does
        self.words.display, self.words.disabled = True, False
        self.words.focus()

    @on(Input.Submitted)
    def keep(self, submitted: Input.Submitted) -> None:
        """Keep it."""
        if submitted.value.strip():
            try:
                self.say(self._does(submitted.value))
            except (NotOnTheWall, RecordError) as fault:
                self.say(str(fault))
        self._close_words()

    @on(WallLine.Left)
    def _close_words(self) -> None:
        self._hide_words()
        self.show()

    def _hide_words(self) -> None:
        self.words.value = ""
        # Out of sight it could still hold the keys.
        self.words.display, self.words.disabled = False, True
        self.set_focus(None)

    def action_leave_room(self) -> None:
        """Leave the wall; the game is kept."""
        self.app.exit()
