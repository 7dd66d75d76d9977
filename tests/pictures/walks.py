"""Every place in the program, and the keys that lead there, as a few walks.

A walk begins with an app, and goes on from place to place without leaving it. What a place is called is also the name
of the file in which its looks are kept.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.app import App
from textual.screen import Screen

from game.classroom.app import WallApp
from game.classroom.screen import WallPage
from game.classroom.wall import Wall
from game.tui.library import recording
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.brief import BriefPage
from game.tui.screens.debrief import DebriefPage
from game.tui.screens.end import EndPage
from game.tui.screens.games import GamesPage
from game.tui.screens.help import HelpPage
from game.tui.screens.propose import ProposePage
from game.tui.screens.question import QuestionPage
from game.tui.screens.reading import ReadingPage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.sides import SidesPage
from game.tui.screens.table import TablePage
from game.tui.screens.title import TitlePage
from game.tui.screens.watch import WatchPage
from tests.classroom.test_wall import begun
from tests.tui.fake import app_of
from tests.tui.shipped import AMERICANS, BOTH, SOVIETS, Shelf, another, game_of, recorded

Size = tuple[int, int]

USUAL: tuple[Size, ...] = ((120, 40), (80, 24))
SMALLEST: Size = (60, 20)
DRIVERS, NEXT_DAY = "two-drivers", "new-york-next-day"
NEVER = Pace(grace=0, least=3600, most=3600)
"""The other side takes its moment, and goes on taking it."""


class Place(NamedTuple):
    """Somewhere on a walk."""

    name: str
    """Empty where one only passes through."""

    keys: tuple[str, ...] = ()
    page: type[Screen[Any]] | None = None
    anew: tuple[str, ...] = ()
    """Keys by which it is left and come to again, where it has to be opened to show another look."""


class Walk(NamedTuple):
    """A walk through the program."""

    name: str
    start: Callable[[Shelf], App[Any]]
    places: tuple[Place, ...]
    sizes: tuple[Size, ...] = USUAL


def by(name: str, *keys: str, page: type[Screen[Any]] | None = None) -> Place:
    return Place(name, keys, page)


def at(game: str, count: int, seats: tuple[str, str] = AMERICANS) -> Callable[[Shelf], App[Any]]:
    return lambda shelf: recorded(shelf, game, count, seats)


def _watching(shelf: Shelf) -> App[Any]:
    return app_of(shelf, Options(watching=recording(shelf.scenario, game_of("as-recorded"))))


class _Asking(WallApp):
    """Opens a question that no key leads to."""

    def begin(self) -> None:
        answers = {"on": "Go on from move 3, as a new game", "back": "Leave it as it is"}
        self.push_screen(QuestionPage("The record of game bxqrst is damaged after move 3.", answers))


class _Timed(WallApp):
    """A wall whose clock stands at half a minute."""

    def begin(self) -> None:
        self.push_screen(WallPage(self.wall, 30, lambda: 0.0))


WALKS = (
    Walk(
        "title",
        app_of,
        (
            by("title", page=TitlePage),
            by("settings", "f10", page=SettingsPage),
            by("help on the settings", "f1", page=HelpPage),
            by("", "escape"),
            by("", "escape", page=TitlePage),
            Place("palette", ("ctrl+p",), anew=("escape", "ctrl+p")),
            by("", "escape", page=TitlePage),
            by("kept games", "5", page=GamesPage),
            by("", "escape", page=TitlePage),
            by("how to play", "6", page=ReadingPage),
            by("", "escape", page=TitlePage),
            by("sides", "2", page=SidesPage),
            by("the other side", "down"),
            by("two people", "down"),
            by("counterparts", "1"),
            by("brief before a game", "enter", page=BriefPage),
            by("first choice", "enter", page=TablePage),
        ),
    ),
    Walk(
        "two drivers",
        lambda shelf: app_of(another(shelf, DRIVERS), Options(scenario=DRIVERS, seed=1)),
        (
            by("", page=SidesPage),
            by("brief before a game", "1", "enter", page=BriefPage),
            by("first choice", "enter", page=TablePage),
            by("first answer", "1", page=TablePage),
            by("hint", "h", page=TablePage),
        ),
        ((80, 24),),
    ),
    Walk(
        "the next day",
        lambda shelf: recorded(another(shelf, NEXT_DAY), "as-recorded", 20),
        (
            by("table", page=TablePage),
            by("issues in full", "i"),
            by("map", "m"),
            by("papers", "a"),
            by("", "escape", page=TablePage),
        ),
        ((80, 24),),
    ),
    Walk(
        "the next day's end",
        lambda shelf: recorded(another(shelf, NEXT_DAY), "ladders-and-decks", 200),
        (
            by("result", page=EndPage),
            by("side by side", "2"),
            by("left open", "3"),
            by("debrief", "d", page=DebriefPage),
            by("course", "right", "right"),
        ),
        ((80, 24),),
    ),
    Walk(
        "table",
        at("a-trade", 21),
        (
            by("table", page=TablePage),
            by("issues in full", "i"),
            by("flow", "f"),
            by("brief", "b"),
            by("papers", "a"),
            by("map", "m"),
            by("pad", "d"),
            by("terms", "e"),
            by("", "i", "escape"),
            by("plain words", "l"),
            by("", "l"),
            Place("palette", ("ctrl+p",), anew=("escape", "ctrl+p")),
            by("", "escape", page=TablePage),
            by("finding", "slash", *"the"),
            by("", "escape"),
            by("own words", "apostrophe", *"hi"),
            by("", "escape"),
            by("going back", "r", page=RewindPage),
            by("", "escape", page=TablePage),
            by("help", "f1", page=HelpPage),
            by("", "escape", page=TablePage),
            by("answered", "1", page=TablePage),
        ),
        (*USUAL, SMALLEST),
    ),
    Walk(
        "floor",
        at("a-trade", 16),
        (
            by("floor", page=TablePage),
            by("what to ask for", "w"),
            by("", "0"),
            by("proposal begun", "p", page=ProposePage),
            by("proposal", "1", "4"),
            by("", "escape", page=TablePage),
            by("hint", "h"),
        ),
        (*USUAL, SMALLEST),
    ),
    Walk(
        "panes",
        at("as-recorded", 22, SOVIETS),
        (
            by("table of the Soviets", page=TablePage),
            # In a narrow window each has the window at once; in a wide one the same key again gives it.
            by("flow", "f"),
            by("", "escape"),
            by("papers", "a"),
            by("", "escape"),
            by("map", "m"),
            by("", "escape"),
            by("pad", "d"),
            by("", "escape"),
            by("brief", "b"),
            by("", "escape"),
            by("terms", "e"),
        ),
    ),
    Walk("answering", at("a-trade", 18, SOVIETS), (by("proposal to answer", page=TablePage),)),
    Walk("hot seat", at("a-trade", 18, BOTH), (by("handing over", page=TablePage), by("handed over", "enter"))),
    Walk("six points", at("as-recorded", 8), (by("six points", page=TablePage),)),
    Walk("reply", lambda shelf: recorded(shelf, "as-recorded", 2, pace=NEVER), (by("waiting for a reply"),)),
    Walk(
        "end",
        at("a-trade", 30),
        (
            by("result", page=EndPage),
            by("side by side", "2"),
            by("left open", "3"),
            by("your telegram", "4"),
            by("the real one", "5"),
            by("debrief", "d", page=DebriefPage),
            *(by(f"leaf {number}", "right") for number in range(2, 13)),
        ),
    ),
    Walk(
        "watching",
        _watching,
        (
            by("beginning", page=WatchPage),
            by("three moves on", *["right"] * 3),
            by("nine moves on", *["right"] * 6),
            by("somebody's papers", "o", "b"),
            by("help", "f1", page=HelpPage),
        ),
    ),
    Walk("question", lambda shelf: _Asking(Wall(begun()), 0), (by("damaged record", page=QuestionPage),)),
    Walk(
        "wall",
        lambda shelf: WallApp(Wall(begun()), 0),
        (
            by("wall", page=WallPage),
            by("talks", "a", "d"),
            by("proposal", *"cbde", "a"),
            by("proposal to answer", "enter"),
            by("own words", "f4", *"No"),
            by("", "escape"),
            by("flow", "tab", page=ReadingPage),
            by("", "escape", page=WallPage),
            by("help", "f1", page=HelpPage),
        ),
    ),
    Walk(
        "wall at the end",
        lambda shelf: WallApp(Wall(begun()), 0),
        (
            by("", page=WallPage),
            by("what to ask for", "e"),
            by("", "c"),
            by("the talks are over", "g", *"aaa"),
            by("revealed", "enter", page=DebriefPage),
        ),
    ),
    Walk("clock", lambda shelf: _Timed(Wall(begun()), 30), (by("wall with a clock", page=WallPage),)),
    Walk("too small", at("a-trade", 21), (by("too small"),), ((50, 15),)),
)
