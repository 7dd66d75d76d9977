"""The app: it opens the title, goes from screen to screen, and leaves the terminal as it was."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.reactive import var

from game import settings as shelf
from game.phrases import counted, noted, phrase
from game.settings import Settings
from game.speech.gate import clean
from game.terminal import colourless
from game.tui import themes
from game.tui.library import Library, Shelves, Unplayable
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.title import TitlePage

if TYPE_CHECKING:
    from game.session import Session
    from game.tui.recording import Recording
    from game.tui.screens.rewind import RewindPage
    from game.tui.screens.settings import SettingsPage
    from game.tui.screens.table import TablePage


PASTED = 8_192
"""Characters of a text that is pasted; every line has a smaller limit of its own."""


class SeeAndCount(App[None]):
    """The game on a terminal screen."""

    TITLE = "See and Count"
    ENABLE_COMMAND_PALETTE = False  # Textual's; ours is a page like the others
    # The first screen's own CSS_PATH is not read by Textual: only that of screens which are pushed.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/title.tcss"]
    BINDINGS = [
        Binding("f2", "lamp", "light or dark", show=False, id="lamp", tooltip="Light paper, or dark"),
        Binding("f10,ctrl+comma", "settings", "settings", show=False, id="settings", tooltip="Colours, pace, hints"),
        Binding(
            "ctrl+p", "command_palette", "find anything", show=False, priority=True, id="palette",
            tooltip="Find anything: what can be done here, kept games, papers, settings",
        ),
        Binding("ctrl+z", "suspend_process", "pause", show=False, id="pause", tooltip="To the shell; fg comes back"),
        Binding("ctrl+q", "quit", "leave", show=False, priority=True, id="leave", tooltip="Leave; every game is kept"),
    ]  # fmt: skip

    settings: var[Settings] = var(Settings(), init=False)
    """How somebody likes the game. Screens watch it."""

    def __init__(
        self,
        options: Options | None = None,
        *,
        library: Library | None = None,
        pace: Pace | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Everything has a usual value; tests give others."""
        # With a theme that paints its ground, NO_COLOR would leave greys on it: use the terminal's own.
        super().__init__(ansi_color=True if colourless() else None)
        self.options = options or Options()
        found, self.faults = (settings, ()) if settings else shelf.read()
        if settings is None and found.language:
            from game.scenarios.speaking import speak_as_set

            self.faults += tuple(filter(None, [speak_as_set(found.language)]))
        self._given_pace = pace
        name, edition = self.options.scenario, self.options.edition
        editions = {name: edition} if name is not None and edition is not None else {}
        self.library: Library = library or Shelves(self.options.journal or shelf.games(), editions)
        self.told_on_leaving = ""
        """What is printed when the screen is gone."""
        self.animation_level = "none"
        self.register_theme(themes.CARBON)
        self.register_theme(themes.PAPER)
        self.theme = found.theme
        self.set_reactive(SeeAndCount.settings, found)
        self.set_class(found.width == "wide", "-wide-text")

    def get_driver_class(self) -> type[Driver]:
        """The terminal, with our title card before it; Textual's own where there are no signals."""
        if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
            return super().get_driver_class()
        from game.tui.driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, under themes that do not know them."""
        return themes.defaults(self.current_theme)

    def get_default_screen(self) -> TitlePage:
        """The title."""
        return TitlePage(self.library.heads(), going=self.options.going, towards=self.options.scenario)

    async def on_event(self, event: events.Event) -> None:
        """What is pasted passes the gate, into whatever line it goes: Textual's own have none."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text, PASTED, lines=True)
        await super().on_event(event)

    # Starting and leaving

    def on_mount(self) -> None:
        """Lay the papers out while the title is read, and do what was asked for."""
        self.call_after_refresh(self.drawn)
        self.call_after_refresh(self.begin)
        if self.settings.keys:
            self.set_keys()

    def drawn(self) -> None:
        """The first frame stands. Where the collector was put off for it, it begins, without what was imported."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def begin(self) -> None:
        """Do what was asked for on the command line."""
        for fault in self.faults:
            self.warn(fault)
        options = self.options
        if options.watching is not None:
            self.show_recording(options.watching)
        elif options.game is not None:
            self.resume(options.game)
        elif (file := options.file) is not None:
            self.follow(file)
        elif options.scenario is not None:
            self.new_game(options.scenario)
        else:
            self.lay_out()

    @property
    def scenario(self) -> str:
        """The scenario to play: the one asked for, or the first there is."""
        heads = self.library.heads()
        return self.options.scenario or (heads[0].id if heads else "")

    @property
    def title_page(self) -> TitlePage:
        """The title, under all other screens."""
        page = self.screen_stack[0]
        assert isinstance(page, TitlePage)
        return page

    def stay(self) -> None:
        """Let the title's menu take keys again, unless all screens are gone by now."""
        if self.screen_stack:
            self.title_page.going = False

    def tell(self, sentence: str) -> None:
        """Say something under the title's menu. It may hold outside text."""
        self.title_page.tell(clean(sentence, 400))

    def warn(self, sentence: str) -> None:
        """Say in a corner what is wrong with something that was set. It may hold outside text."""
        self.notify(clean(sentence, 600), markup=False, timeout=15, severity="warning")

    @work(exclusive=True, group="papers")
    async def lay_out(self) -> None:
        """Load the scenario, and look for kept games, while the title is read."""
        with suppress(Unplayable, OSError):
            await asyncio.to_thread(self.library.playbill, self.scenario)
        from game.records.faults import RecordError

        try:
            kept = await asyncio.to_thread(self.library.kept)
        except RecordError as fault:
            self.tell(str(fault))
            return
        unfinished = sum(not game.over for game in kept)
        if unfinished:
            self.title_page.waiting = counted(unfinished, "One game waits for you.", "{number} games wait for you.")
            self.tell(self.title_page.waiting)

    # From screen to screen

    @on(TitlePage.Wanted)
    def go(self, wanted: TitlePage.Wanted) -> None:
        """Go where the title's menu says."""
        ways: dict[str, Callable[[], object]] = {
            "new": lambda: self.new_game(self.scenario),
            "resume": self.kept_games,
            "watch": self.watch_the_meeting,
            "how": self.how,
            "settings": self.action_settings,
            "leave": self.exit,
        }
        if wanted.what in ways:
            ways[wanted.what]()
        else:
            self.new_game(wanted.what)

    @work(exclusive=True, group="door")
    async def new_game(self, scenario: str) -> None:
        """Choose a side and a counterpart, read the brief, and sit down."""
        from game.records.faults import RecordError
        from game.tui.seating import take_seats

        self.tell(phrase("The papers are being laid out."))
        try:
            bill = await asyncio.to_thread(self.library.playbill, scenario)
            self.tell("")
            seats = await take_seats(self, bill, self.options)
            if seats is not None:
                seed = int.from_bytes(os.urandom(4), "big") if self.options.seed is None else self.options.seed
                self.sit_at(await asyncio.to_thread(self.library.begin, scenario, seats, seed))
        except (Unplayable, RecordError, OSError) as fault:
            self.tell(str(fault))
        finally:
            self.stay()

    @work(exclusive=True, group="door")
    async def kept_games(self) -> None:
        """Choose a kept game, and go on with it."""
        from game.records.faults import RecordError
        from game.tui.screens.games import GamesPage

        try:
            kept = await asyncio.to_thread(self.library.kept)
        except RecordError as fault:
            self.tell(str(fault))
            return
        bills = {}
        for head in self.library.heads():
            with suppress(Unplayable, OSError):
                bills[head.id] = await asyncio.to_thread(self.library.playbill, head.id)
        if game := await self.push_screen_wait(GamesPage(kept, bills)):
            self.resume(game)

    @work(exclusive=True, group="game")
    async def resume(self, game: str) -> None:
        """Go on with a kept game; with one that is damaged, from its last sound move, if the player wants that."""
        fault = await self.open(lambda: self.library.resume(game))
        sound: int = getattr(fault, "sound", 0)
        if not sound:
            return
        from game.tui.screens.question import QuestionPage

        answers = {
            "on": phrase("Go on from move {move}, as a new game", move=sound),
            "back": phrase("Leave it as it is"),
        }
        if await self.push_screen_wait(QuestionPage(str(fault), answers)) == "on":
            await self.open(lambda: self.library.resume(game, at=sound))

    @work(exclusive=True, group="game")
    async def follow(self, path: Path) -> None:
        """Play on from a game file."""
        await self.open(lambda: self.library.follow(path))

    async def open(self, session: "Callable[[], Session]") -> Exception | None:
        """Sit down at a session. Gives what was wrong, after it was said under the title."""
        from game.records.faults import RecordError

        self.tell(phrase("The papers are being laid out."))
        try:
            opened = await asyncio.to_thread(session)
        except (Unplayable, RecordError, OSError) as fault:
            self.tell(str(fault))
            return fault
        finally:
            self.stay()
        self.tell("")
        self.sit_at(opened)
        return None

    def show_recording(self, recording: "Recording") -> None:
        """Show a recorded game, move by move."""
        from game.tui.screens.watch import WatchPage

        self.push_screen(WatchPage(recording))

    @work(exclusive=True, group="door")
    async def watch_the_meeting(self) -> None:
        """Show the recorded game of the scenario on the title."""
        from game.records.faults import RecordError

        try:
            self.show_recording(await asyncio.to_thread(self.library.recorded, self.scenario))
        except (Unplayable, RecordError, OSError) as fault:
            self.tell(str(fault))

    def how(self) -> None:
        """Show how to play."""
        from game.speech.rules import how_to_play
        from game.tui.screens.reading import ReadingPage
        from game.tui.widgets.prose import blocks

        try:
            text = how_to_play()
        except OSError as fault:
            self.tell(str(fault))
            return
        self.push_screen(ReadingPage(phrase("How to play"), blocks(text.partition("\n")[2])))

    def sit_at(self, session: "Session", news: str = "") -> None:
        """Show a game's table, or its end where it is over. `news` stands beside the first choices."""
        from game.tui.screens.end import EndPage
        from game.tui.screens.table import TablePage

        says = noted(
            "Game {game} is kept. Look at it again with: {command}"
            if session.over
            else "Game {game} is kept. Go on with: {command}"
        )
        self.told_on_leaving = phrase(says, game=session.game, command=f"see-and-count resume {session.game}")
        self.back_to_title()
        self.push_screen(EndPage(session) if session.over else TablePage(session, self._given_pace, news))

    def back_to_title(self) -> None:
        """Close every screen but the title."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def on_table_page_over(self, over: "TablePage.Over") -> None:
        """Show how a game ended."""
        self.sit_at(over.session)

    def on_rewind_page_branched(self, branched: "RewindPage.Branched") -> None:
        """Sit down again at an earlier move."""
        says = noted(
            "a game of its own; {game} is kept; their brief lies behind yours"
            if branched.session.knowing
            else "a game of its own; {game} is kept"
        )
        self.sit_at(branched.session, phrase(says, game=branched.kept))

    # Settings

    def watch_settings(self, settings: Settings) -> None:
        """Put another setting to use."""
        self.theme = settings.theme
        self.set_class(settings.width == "wide", "-wide-text")

    def action_settings(self) -> None:
        """Show the settings."""
        from game.tui.screens.settings import SettingsPage

        if not isinstance(self.screen, SettingsPage):
            self.push_screen(SettingsPage(self.settings))

    def on_settings_page_set(self, wanted: "SettingsPage.Set") -> None:
        """Set what was set on their page, and show it there."""
        self.set(wanted.setting.name, wanted.value)

    def set(self, name: str, value: shelf.Value) -> None:
        """Set something, and keep it."""
        self.settings = self.settings.put(name, value)
        for page in self.screen_stack:
            if put := getattr(page, "put_settings", None):
                put(self.settings)
        if fault := shelf.write(name, value):
            self.warn(fault)

    @work(exclusive=True, group="keys")
    async def set_keys(self) -> None:
        """Give the keys the work that the settings say."""
        from game.tui.keymap import fitted

        keys, faults = await asyncio.to_thread(fitted, self.settings.keys, type(self))
        self.set_keymap(keys)
        for fault in faults:
            self.warn(fault)

    def action_command_palette(self) -> None:
        """Open the palette, or close it."""
        from game.tui.screens.palette import PalettePage

        if isinstance(self.screen, PalettePage):
            self.screen.dismiss(None)
        else:
            self.push_screen(PalettePage(self, self.screen))

    def action_lamp(self) -> None:
        """Light or dark."""
        self.set("theme", "paper" if self.theme == "carbon" else "carbon")


def run(options: Options) -> int:
    """Open the game on the terminal. Gives the exit code."""
    app = SeeAndCount(options)
    app.run()
    # Or Python would look for circles among all that there was: on a busy machine most of a second.
    gc.freeze()
    if app.told_on_leaving:
        with suppress(OSError):  # the terminal may have gone
            print(app.told_on_leaving, flush=True)
    return app.return_code or 0
