"""The room: the talk, and beside it what lies on the table. It is read here; the game is played on the table's page."""

from collections.abc import Iterable

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import noted, phrase
from game.settings import Settings
from game.tui import clipboard
from game.tui.desk import Desk
from game.tui.mapped import has_map
from game.tui.panes.side import BRIEF, FLOW, ISSUES, MAP, PAD, PAPERS, WORDS, Side
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices
from game.tui.widgets.divider import Divider
from game.tui.widgets.prose import Prose
from game.tui.widgets.status import Status
from game.tui.widgets.tabs import TabLine
from game.tui.widgets.talk import Talk
from game.tui.widgets.transcript import Transcript


def opens(pane: str, keys: str, description: str, tooltip: str, *, show: bool = False) -> Binding:
    """The key of a pane."""
    return Binding(keys, f"open('{pane}')", description, show=show, id=f"open-{pane}", tooltip=tooltip)


class RoomPage(Page[None]):
    """The talk, and the panes beside it: each has a key, which pressed again gives it the whole window."""

    CSS_PATH = "room.tcss"
    BINDINGS = [
        opens(
            ISSUES,
            "i",
            noted("issues"),
            noted("Every question: where it stands, and what that means to you"),
            show=True,
        ),
        opens(FLOW, "f", noted("flow"), noted("What was claimed, what answered it, what stands"), show=True),
        opens(BRIEF, "b", noted("brief"), noted("Your confidential brief"), show=True),
        Binding("o", "turn_brief", "their brief", id="turn-brief", tooltip="The other side's brief, or yours again"),
        opens(
            PAPERS,
            "a,t",
            noted("papers"),
            noted("The passages of the telegram behind what was said, and papers of that time"),
            show=True,
        ),
        opens(MAP, "m", noted("map"), noted("The map, with the places that were spoken of"), show=True),
        opens(PAD, "d", noted("pad"), noted("Your telegram home, as it grows"), show=True),
        opens(WORDS, "e", noted("terms"), noted("Explain the words that are on the screen now"), show=True),
        Binding(
            "escape",
            "back",
            "back",
            key_display="esc",
            id="back-to-talk",
            tooltip="Back to the talk, or to the choices",
        ),
        Binding("down,j", "rows(1)", "scroll", key_display="↑↓", id="pane-down", tooltip="A row down"),
        Binding("up,k", "rows(-1)", "up", show=False, id="pane-up", tooltip="A row up"),
        Binding("pageup", "pages(-1)", "scroll", show=False, id="scroll-up", tooltip="Read further up"),
        Binding("pagedown", "pages(1)", "scroll", show=False, id="scroll-down", tooltip="Read further down"),
        Binding("home", "first", "first", show=False, id="first", tooltip="To the first word"),
        Binding("end", "last", "last", show=False, id="last", tooltip="To the last word"),
        Binding("comma", "pages_beside(-1)", "pane up", show=False, id="pane-page-up", tooltip="A page up beside"),
        Binding(
            "full_stop", "pages_beside(1)", "pane down", show=False, id="pane-page-down", tooltip="A page down beside"
        ),
        Binding("l", "plain_words", "plain words", show=False, id="plain-words", tooltip="The thought above each line"),
    ]

    talk = getters.query_one(Talk)
    side = getters.query_one(Side)
    transcript = getters.query_one(Transcript)
    divider = getters.query_one(Divider)
    choices = getters.query_one(Choices)

    plain_words: reactive[bool] = reactive(False, init=False)
    """Whether the thought behind each move stands above its line, the other side's too."""

    def __init__(self, desk: Desk) -> None:
        """Read a game from a desk."""
        super().__init__()
        self.desk = desk

    def on_mount(self) -> None:
        """Follow the settings."""
        if hasattr(self.app, "settings"):
            self.watch(self.app, "settings", self.follow)

    def follow(self, settings: Settings) -> None:
        """Put the settings to use."""
        self.plain_words = settings.plain_words

    def body(self) -> Iterable[Widget]:
        """The talk, and beside it how things stand."""
        yield Status()
        with Horizontal(id="room"):
            yield Talk(self.desk.names(), id="talk")
            yield Side(self.desk, id="side")

    def show_table(self) -> None:
        """Bring what lies beside the talk up to date."""
        view = self.desk.view
        if self.talk.display and self.side.opened == WORDS:
            self.side.shown = self.words_on_screen()
        self.side.put(self.desk)
        status = self.query_one(Status)
        status.hour, status.gauges, status.open = (
            self.desk.hour(view),
            tuple(self.desk.gauges(view)),
            self.desk.open(view),
        )

    def watch_plain_words(self, plain: bool) -> None:
        """Set the whole talk anew."""
        self.desk.plain_words = plain
        self.transcript.put(self.desk.so_far())

    # Panes

    @property
    def full(self) -> bool:
        """Whether a pane has the window to itself."""
        return self.side.full

    def action_open(self, pane: str) -> None:
        """Open a pane; the one that is open takes the whole window, or gives it back. A narrow window has no beside."""
        beside = self.has_class("-wide")
        full = self.full
        if pane == self.side.opened and (full or beside):
            full = not full
        elif not beside:
            full = True
        if pane == WORDS and not (self.full and self.side.opened == WORDS):
            self.side.shown = self.words_on_screen()
        self._lay(pane, full)

    def action_turn_brief(self) -> None:
        """Turn the brief over, in a game that is played knowing."""
        self.side.turn()

    def action_back(self) -> None:
        """Give the window back to the talk."""
        self._lay(self.side.opened, False)

    def _lay(self, pane: str, full: bool) -> None:
        self.set_class(full, "-full")
        self.talk.display = not full
        if full:
            self.set_focus(None)
        self.side.open(pane, full=full)
        if not full:
            self.talk.take_keys()
        self.refresh_bindings()

    @on(TabLine.Picked)
    def open_tab(self, picked: TabLine.Picked) -> None:
        """Open the tab that was clicked."""
        self.action_open(picked.id)

    def words_on_screen(self) -> tuple[str, ...]:
        """The texts in sight now."""
        if self.full:
            return tuple(self.side.texts())
        said = [entry.text for entry in self.transcript.in_sight()]
        choices = [item.label for item in self.choices.items]
        stands = [part for row in self.desk.board(self.desk.view) for part in (row.name, row.stands)]
        return (*said, *choices, *self.side.texts(), *stands)

    def _take_keys_back(self) -> None:
        if self.focused is None and not self.full:
            self.talk.take_keys()

    # Reading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys do something now."""
        match action:
            case "turn_brief":
                return self.side.turns
            case "back" | "rows":
                return self.full
            case "pages_beside":
                return not self.full and self.has_class("-wide") and self.side.scrolled is not None
            case "open":
                return self.may_open(str(parameters[0]))
        return True

    def may_open(self, pane: str) -> bool:
        """Whether a pane can be opened now."""
        return pane != MAP or has_map(self.desk.session)

    def action_rows(self, rows: int) -> None:
        """Read a pane that has the window, row by row."""
        if pane := self.side.scrolled:
            pane.by_rows(rows)

    def action_pages(self, pages: int) -> None:
        """Read further up or down: in the pane that has the window, or in the talk."""
        (self._read or self.transcript).by_pages(pages)

    def action_pages_beside(self, pages: int) -> None:
        """Read further up or down in the pane beside the talk."""
        if pane := self.side.scrolled:
            pane.by_pages(pages)

    def action_first(self) -> None:
        """Go to the first word."""
        (self._read or self.transcript).to_top()

    def action_last(self) -> None:
        """Go to the last word."""
        (self._read or self.transcript).to_end()

    @property
    def _read(self) -> Prose | None:
        return self.side.scrolled if self.full else None

    def action_plain_words(self) -> None:
        """Put the thought behind each move above its line, or take it away."""
        self.plain_words = not self.plain_words

    # Copying

    @on(Talk.Copied)
    def copy(self, copied: Talk.Copied) -> None:
        """Bring it to the clipboard."""
        self.copy_text(copied.text)

    @work(exclusive=True, group="clipboard")
    async def copy_text(self, text: str) -> None:
        """Bring a text to the clipboard of the system, and say so."""
        copied = await clipboard.copy(text, self.app)
        first = copied.partition("\n")[0]
        self.say(phrase("Copied: {text}", text=f"{first[:60]}{'…' if len(copied) > 60 else ''}"))
