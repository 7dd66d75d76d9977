"""Every cell of every screen can be read: in our themes, in the terminal's own colours, and without colour."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

import pytest
from rich.color import Color as Ink
from rich.color import ColorType
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import Screen

from game.classroom.screen import WallPage
from game.classroom.wall import Wall
from game.places import data
from game.records.files import read_game
from game.session import HUMAN, Session
from game.settings import Settings
from game.tui.app import SeeAndCount
from game.tui.library import recording
from game.tui.options import Options
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
from game.tui.screens.watch import WatchPage
from tests.classroom.test_wall import begun
from tests.long import LONG
from tests.tui.fake import AT_ONCE, table, until
from tests.tui.test_pictures import MEETING, Shelf, meeting
from tests.tui.test_themes import contrast

RULES = set("╭╮╰╯┌┐└┘├┤┬┴┼─━│┃▔▕▏▎┈·▁▂▃▄▅▆▇")
"""Signs that only divide; nobody reads them."""
LOOKS = ("carbon", "paper", "ansi-dark", "ansi-light")

CAMPBELL = (
    "#0c0c0c", "#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd", "#cccccc",
    "#767676", "#e74856", "#16c60c", "#f9f1a5", "#3b78ff", "#b4009e", "#61d6d6", "#f2f2f2",
)  # fmt: skip
TANGO = (
    "#2e3436", "#cc0000", "#4e9a06", "#c4a000", "#3465a4", "#75507b", "#06989a", "#d3d7cf",
    "#555753", "#ef2929", "#8ae234", "#fce94f", "#729fcf", "#ad7fa8", "#34e2e2", "#eeeeec",
)  # fmt: skip
"""The sixteen colours of a terminal, as Windows and as many on Linux have them; the ground is black or white."""
DIM = 2 / 3
"""How much of its ink a dim letter has left, as xterm and VTE draw it; the rest is ground."""

Way = Callable[[Pilot[Any]], Awaitable[None]]


class Where(NamedTuple):
    """A screen, and how one comes to it."""

    name: str
    game: str = ""
    count: int = 0
    keys: tuple[str, ...] = ()
    page: type | None = None
    options: Options = Options()
    push: Callable[["Shelf"], Screen[Any]] | None = None
    """Makes the page, where no key leads to it."""
    on: tuple[tuple[str, ...], ...] = ()
    """The keys that lead on from there, place by place: each is looked at as well."""


def damaged(shelf: Shelf) -> Screen[Any]:
    return QuestionPage("The record is damaged after move 3.", {"on": "Go on from move 3", "back": "Leave it as it is"})


def watched(shelf: Shelf) -> Screen[Any]:
    record = read_game((data("dialogues") / MEETING / "games" / "as-recorded.yaml").read_bytes())
    return WatchPage(recording(shelf.scenario, record))


def wall(shelf: Shelf) -> Screen[Any]:
    return WallPage(Wall(begun()), 30)


BRIEF = Options(scenario=MEETING, side="us", against="conceder")

SCREENS = (
    Where("the title"),
    Where("the settings", keys=("f10",), page=SettingsPage),
    Where("the palette", keys=("ctrl+p",)),
    Where("the sides", options=Options(scenario=MEETING), page=SidesPage),
    Where("the kept games", keys=("f10", "escape", "5"), page=GamesPage),
    Where("how to play", keys=("f10", "escape", "6"), page=ReadingPage),
    Where("the brief before a game", options=BRIEF, page=BriefPage),
    Where("a question", push=damaged, page=QuestionPage),
    Where("watching", push=watched, keys=("right", "right", "right"), page=WatchPage),
    Where("watching with somebody's papers", push=watched, keys=("right", "o", "b"), page=WatchPage),
    Where("the wall", push=wall, page=WallPage),
    Where("the wall in the talks", push=wall, keys=("a", "d"), page=WallPage),
    Where("own words on the wall", push=wall, keys=("f4", "N", "o"), page=WallPage),
    Where("the table", "a-trade", 21),
    Where("a proposal to answer", "a-trade", 19),
    Where("a proposal to make", "a-trade", 16, ("p",), ProposePage),
    Where("the panes, and one in full", "a-trade", 21, ("i",), on=(*((key,) for key in "fbamde"), ("i", "i"))),
    Where("finding", "a-trade", 21, ("slash", "t", "h", "e")),
    Where("own words", "a-trade", 21, ("apostrophe", "h", "i")),
    Where("plain words", "a-trade", 21, ("l",)),
    Where("going back", "a-trade", 21, ("r",), RewindPage),
    Where("help", "a-trade", 21, ("f1",), HelpPage),
    Where("what to ask for", "a-trade", 16, ("w",)),
    Where("the sheets of the end", "a-trade", 999, ("1",), EndPage, on=tuple((key,) for key in "2345")),
    Where("the leaves of the debrief", "a-trade", 999, ("d",), DebriefPage, on=(("right",),) * 11),
)
SIZES = ((120, 40), (80, 24))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    loaded = meeting()
    assert loaded.scenario is not None
    shelf = Shelf(tmp_path_factory.mktemp("games") / "games.sqlite3", loaded.scenario, dict(loaded.files))
    yield shelf
    shelf.journal.close()


def app_at(shelf: Shelf, where: Where, settings: Settings) -> SeeAndCount:
    options = where.options
    if where.game:
        record = read_game((data("dialogues") / MEETING / "games" / f"{where.game}.yaml").read_bytes())
        session = Session.follow(
            shelf.scenario, record, keep=shelf.journal, files=shelf.files, at=where.count, seats=(HUMAN, "conceder")
        )
        options = Options(game=session.game)
    return SeeAndCount(options, library=shelf, pace=AT_ONCE, settings=settings)


async def come_to(pilot: Pilot[Any], shelf: Shelf, where: Where) -> None:
    if where.game and where.count < 999:
        await table(pilot)
    elif where.game:
        await until(pilot, lambda: isinstance(pilot.app.screen, EndPage))
    elif where.page is not BriefPage:
        await until(pilot, lambda: pilot.app.focused)
    if where.push is not None:
        pilot.app.push_screen(where.push(shelf))
        await until(pilot, lambda: isinstance(pilot.app.screen, where.page))
    for key in where.keys:
        await pilot.press(key)
        await pilot.pause()
    if where.page is not None:
        await until(pilot, lambda: isinstance(pilot.app.screen, where.page))
    await pilot.pause()


async def walk(pilot: Pilot[Any], where: Where) -> AsyncIterator[str]:
    """Stay where one has come to, then go on from place to place."""
    yield "where the keys lead"
    for number, keys in enumerate(where.on, 2):
        await resized(pilot, SIZES[0])
        before = [*cells_of(pilot.app)]
        await pilot.press(*keys)
        await until(pilot, lambda before=before: [*cells_of(pilot.app)] != before)
        yield f"place {number}"


async def resized(pilot: Pilot[Any], size: tuple[int, int]) -> None:
    """Have the window of a size."""
    if pilot.app.size != size:
        await pilot.resize_terminal(*size)
        await pilot.pause()


def cells_of(app: App[Any]) -> Iterator[tuple[str, Style]]:
    """Every sign on the screen with its style, as it is sent to the terminal."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            yield segment.text, segment.style or Style.null()


def colour(ink: Ink | None, usual: str) -> str:
    return usual if ink is None or ink.is_default else ink.get_truecolor().hex


def in_palette(style: Style, palette: Sequence[str], *, light: bool) -> tuple[str, str]:
    """The ink and the ground of a cell, as a terminal with these colours shows them."""

    def shown(ink: Ink | None, usual: str) -> str:
        return usual if ink is None or ink.is_default or ink.number is None else palette[ink.number]

    ground, usual = ("#ffffff", palette[0]) if light else ("#000000", palette[7])
    front, back = shown(style.color, usual), shown(style.bgcolor, ground)
    if style.reverse:
        front, back = back, front
    if style.dim:
        front = Color.parse(back).blend(Color.parse(front), DIM).hex
    return front, back


def unreadable(app: SeeAndCount, look: str) -> list[str]:
    """What on the screen cannot be told from its ground, or not well enough."""
    ground, ink = ("#ffffff", "#000000") if look == "ansi-light" else ("#000000", "#ffffff")
    found: set[str] = set()
    for text, style in cells_of(app):
        sign = text.replace(" ", "")
        if not sign or set(sign) <= RULES:
            continue
        if look in ("carbon", "paper"):
            front, back = colour(style.color, ink), colour(style.bgcolor, ground)
            if style.reverse:
                front, back = back, front
            if contrast(front, back) < 4.5:
                found.add(f"{sign[:30]}: {front} on {back}")
        elif look == "no colour":
            if any(each is not None and not each.is_default for each in (style.color, style.bgcolor)):
                found.add(f"{sign[:30]}: {style}")
        elif any(each is not None and each.type == ColorType.TRUECOLOR for each in (style.color, style.bgcolor)):
            found.add(f"{sign[:30]}: {style} is no colour of the terminal's own")
        else:
            for palette in (CAMPBELL, TANGO):
                front, back = in_palette(style, palette, light=look == "ansi-light")
                if contrast(front, back) < 4.5:
                    found.add(f"{sign[:30]}: {style}, {front} on {back}")
    return sorted(found)


@pytest.mark.slow
@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
async def test_every_cell_can_be_read_in_every_theme(shelf: Shelf, where: Where) -> None:
    app = app_at(shelf, where, Settings())
    async with app.run_test(size=SIZES[0]) as pilot:
        await come_to(pilot, shelf, where)
        async for place in walk(pilot, where):
            for size, look in product(SIZES if LONG else SIZES[:1], LOOKS):
                await resized(pilot, size)
                app.theme = look
                await pilot.pause()
                if where.name == "the palette":  # a list that is open keeps its colours until it is opened again
                    await pilot.press("escape", "ctrl+p")
                    await pilot.pause(0.2)
                assert unreadable(app, look) == [], f"{look} at {size}, {place}"


@pytest.mark.slow
@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
async def test_no_cell_has_a_colour_where_none_is_wanted(
    shelf: Shelf, where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_at(shelf, where, Settings())
    async with app.run_test(size=SIZES[0]) as pilot:
        await come_to(pilot, shelf, where)
        async for place in walk(pilot, where):
            for size in SIZES if LONG else SIZES[:1]:
                await resized(pilot, size)
                await pilot.pause()
                assert unreadable(app, "no colour") == [], f"{size}, {place}"
