"""Every cell of every screen can be read: in our themes, in the terminal's own colours, and without colour."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any, NamedTuple

import pytest
from rich.color import Color as Ink
from rich.color import ColorType
from rich.style import Style
from textual.pilot import Pilot

from game.settings import Settings
from game.tui.app import Options, SeeAndCount
from game.tui.screens.end import EndPage
from game.tui.screens.games import GamesPage
from game.tui.screens.help import HelpPage
from game.tui.screens.propose import ProposePage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.sides import SidesPage
from tests.tui.fake import AT_ONCE, table, until
from tests.tui.test_pictures import MEETING, Shelf, meeting
from tests.tui.test_themes import contrast

RULES = set("─━│┃▔▕▏▎┈·▁▂▃▄▅▆▇")
"""Signs that only divide; nobody reads them."""
LOOKS = ("carbon", "paper", "ansi-dark", "ansi-light")

Way = Callable[[Pilot[Any]], Awaitable[None]]


class Where(NamedTuple):
    """A screen, and how one comes to it."""

    name: str
    game: str = ""
    count: int = 0
    keys: tuple[str, ...] = ()
    page: type | None = None
    options: Options = Options()


SCREENS = (
    Where("the title"),
    Where("the settings", keys=("f10",), page=SettingsPage),
    Where("the palette", keys=("ctrl+p",)),
    Where("the sides", options=Options(scenario=MEETING), page=SidesPage),
    Where("the kept games", keys=("f10", "escape", "5"), page=GamesPage),
    Where("the table", "a-trade", 21),
    Where("a proposal to answer", "a-trade", 19),
    Where("a proposal to make", "a-trade", 16, ("p",), ProposePage),
    *(Where(f"pane {key}", "a-trade", 21, (key,)) for key in "ifbamde"),
    Where("a pane in full", "a-trade", 21, ("i", "i")),
    Where("finding", "a-trade", 21, ("slash", "t", "h", "e")),
    Where("own words", "a-trade", 21, ("apostrophe", "h", "i")),
    Where("plain words", "a-trade", 21, ("l",)),
    Where("going back", "a-trade", 21, ("r",), RewindPage),
    Where("help", "a-trade", 21, ("f1",), HelpPage),
    Where("the end", "a-trade", 999, page=EndPage),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    loaded = meeting()
    assert loaded.scenario is not None
    shelf = Shelf(tmp_path_factory.mktemp("games") / "games.sqlite3", loaded.scenario, dict(loaded.files))
    yield shelf
    shelf.journal.close()


def app_at(shelf: Shelf, where: Where, settings: Settings) -> SeeAndCount:
    from game.places import data
    from game.records.files import read_game
    from game.session import HUMAN, Session

    options = where.options
    if where.game:
        record = read_game((data("dialogues") / MEETING / "games" / f"{where.game}.yaml").read_bytes())
        session = Session.follow(
            shelf.scenario, record, keep=shelf.journal, files=shelf.files, at=where.count, seats=(HUMAN, "conceder")
        )
        options = Options(game=session.game)
    return SeeAndCount(options, library=shelf, pace=AT_ONCE, settings=settings)


async def come_to(pilot: Pilot[Any], where: Where) -> None:
    if where.game and where.page is not EndPage:
        await table(pilot)
    elif where.page is not EndPage:
        await until(pilot, lambda: pilot.app.focused)
    for key in where.keys:
        await pilot.press(key)
        await pilot.pause()
    if where.page is not None:
        await until(pilot, lambda: isinstance(pilot.app.screen, where.page))
    await pilot.pause()


def cells_of(app: SeeAndCount) -> Iterator[tuple[str, Style]]:
    """Every sign on the screen with its style, as it is sent to the terminal."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            yield segment.text, segment.style or Style.null()


def colour(ink: Ink | None, usual: str) -> str:
    return usual if ink is None or ink.is_default else ink.get_truecolor().hex


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
        elif style.color == style.bgcolor and style.color is not None and not style.color.is_default:
            found.add(f"{sign[:30]}: {style}")
        elif any(each is not None and each.type == ColorType.TRUECOLOR for each in (style.color, style.bgcolor)):
            found.add(f"{sign[:30]}: {style} is no colour of the terminal's own")
    return sorted(found)


@pytest.mark.slow
@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
async def test_every_cell_can_be_read_in_every_theme(shelf: Shelf, where: Where) -> None:
    app = app_at(shelf, where, Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await come_to(pilot, where)
        for look in LOOKS:
            app.theme = look
            await pilot.pause()
            if where.name == "the palette":  # a list that is open keeps its colours until it is opened again
                await pilot.press("escape", "ctrl+p")
                await pilot.pause(0.2)
            assert unreadable(app, look) == [], look


@pytest.mark.slow
@pytest.mark.parametrize("where", SCREENS, ids=lambda where: where.name)
async def test_no_cell_has_a_colour_where_none_is_wanted(
    shelf: Shelf, where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_at(shelf, where, Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await come_to(pilot, where)
        assert unreadable(app, "no colour") == []
