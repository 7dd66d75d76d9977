"""Every screen in the language that nobody speaks: no word of our own is left in English, and what is longer fits."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.engine.scenario import Scenario
from game.places import data
from game.records.files import read_game
from game.records.journal import Summary
from game.scenarios.heads import Head
from game.scenarios.load import load, load_files
from game.scenarios.pseudo import FIRST, LAST
from game.session import HUMAN, Session
from game.tui.app import SeeAndCount
from game.tui.library import recording
from game.tui.options import Options
from game.tui.screens.brief import BriefPage
from game.tui.screens.debrief import DebriefPage
from game.tui.screens.end import EndPage
from game.tui.screens.games import GamesPage
from game.tui.screens.help import HelpPage
from game.tui.screens.propose import ProposePage
from game.tui.screens.reading import ReadingPage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.sides import SidesPage
from game.tui.screens.watch import WatchPage
from tests.long import LONG
from tests.pseudo import plain_words, speaking_pseudo, translation
from tests.tui.fake import AT_ONCE, OneBook, app_of, cells, table, until, wish

MEETING = "new-york-1962"
AMERICANS = (HUMAN, "conceder")
SOVIETS = ("conceder", HUMAN)
BOTH = (HUMAN, HUMAN)
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)] if LONG else [(80, 24)], ids="{0[0]}x{0[1]}".format)

NAMES = [
    "SEE AND COUNT",
    "esc",
    "pgdn",
    "pgup",
    "space",
    "tab",
    "ctrl",
    "backspace",
    "delete",
    "end",
    "home",
    "down",
    "up",
]
NAMES += ["left", "right", "bxqrst", "/HOME/settings.toml", "xyzzy"]
"""What is no word of a language: the name of the game, of keys and of games."""

Shown = dict[str, str]
"""What stood on each page."""


class Shelf(OneBook):
    """The shipped meeting in that language."""

    def heads(self) -> Sequence[Head]:
        words = self.scenario.words
        title, subtitle = words["scenario:title"], words["scenario:subtitle"]
        return [Head(MEETING, title, subtitle, Path()), Head("first", title, subtitle, Path(), teaches=True)]

    def kept(self) -> list[Summary]:
        first = Summary("bxqrst", MEETING, AMERICANS, 25, 128, False, "", "2026-11-23T18:02:00Z", "", 0)
        return [first, first._replace(seats=BOTH, over=True, parent="bxqrst", at=9)]


@cache
def meeting_in_pseudo() -> tuple[Scenario, dict[str, bytes]]:
    loaded = load(data("dialogues") / MEETING)
    assert loaded.scenario is not None
    files = {**loaded.files, "language.po": translation(loaded.scenario)}
    scenario = load_files(files).scenario
    assert scenario is not None
    return scenario, files


@pytest.fixture(name="shelf")
def shelf_in_pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr("game.places.settings", lambda: Path("/HOME/settings.toml"))
    with speaking_pseudo():
        shelf = Shelf(tmp_path / "games.sqlite3", *meeting_in_pseudo())
        yield shelf
        shelf.journal.close()


def at(shelf: Shelf, game: str, count: int, seats: tuple[str, str] = AMERICANS) -> SeeAndCount:
    record = read_game((data("dialogues") / MEETING / "games" / f"{game}.yaml").read_bytes())
    session = Session.follow(shelf.scenario, record, keep=shelf.journal, files=shelf.files, at=count, seats=seats)
    return app_of(shelf, Options(game=session.game, scenario=MEETING), AT_ONCE)


async def press(pilot: Pilot[Any], shown: Shown, *keys: str, page: type | None = None) -> None:
    """Press keys, wait for a page, and keep what stands on it."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    if page is not None:
        await until(pilot, lambda: isinstance(pilot.app.screen, page))
        await pilot.pause()
    await until(pilot, lambda: cells(pilot.app).strip())  # a page is blank until it is laid out
    shown[f"{type(pilot.app.screen).__name__} after {' '.join(keys)} ({len(shown)})"] = cells(pilot.app)


def cut(shown: Shown) -> dict[str, str]:
    """By page the line of keys, or the heading, where a word is cut and no sign says so."""
    found = {}
    for page, text in shown.items():
        rows = [row for row in text.split("\n") if row.strip()]
        for row in (rows[0], rows[-1]):
            if row.count(FIRST) != row.count(LAST) and "…" not in row:
                found[page] = row
    return found


def left(shelf: Shelf, shown: Shown) -> dict[str, list[str]]:
    """By page the words that are still English."""
    words = shelf.scenario.words
    lines = [line for move in shelf.scenario.moves for line in (*move.lines, *(move.again.lines if move.again else ()))]
    tags = {tag.strip() for line in lines for tag in line.source.split(";")}
    tags |= {tag.strip() for id_, text in words.items() if id_.endswith(":source") for tag in text.split(";")}
    tags |= {id_.partition("/")[2] for id_ in words if id_.startswith(("passages/", "glossary/"))}
    found = {
        page: sorted(set(plain_words(re.sub(r"see-and-count resume \w+ --at", "", text), [*NAMES, *tags])))
        for page, text in shown.items()
    }
    return {page: each for page, each in found.items() if each}


@SIZES
async def test_the_title_and_what_it_leads_to(shelf: Shelf, size: tuple[int, int]) -> None:
    shown: Shown = {}
    async with app_of(shelf).run_test(size=size) as pilot:
        await until(pilot, lambda: pilot.app.focused)
        await press(pilot, shown)
        for what, page in (("settings", SettingsPage), ("how", ReadingPage), ("resume", GamesPage), ("new", SidesPage)):
            await wish(pilot, what)
            await press(pilot, shown, page=page)
            if what != "new":
                await press(pilot, shown, "down", "down")
                await press(pilot, shown, "escape")
        await press(pilot, shown, "down", "down")
        await press(pilot, shown, "1")
        await press(pilot, shown, "down")
        await press(pilot, shown, "2", page=BriefPage)
    assert left(shelf, shown) == {}
    assert cut(shown) == {}


@SIZES
async def test_the_table_and_the_papers_on_it(shelf: Shelf, size: tuple[int, int]) -> None:
    shown: Shown = {}
    async with at(shelf, "a-trade", 16).run_test(size=size) as pilot:
        await table(pilot)
        await press(pilot, shown)
        for key in "ifbamde":
            await press(pilot, shown, key)
            await press(pilot, shown, key)
            await press(pilot, shown, "escape")
        await press(pilot, shown, "question_mark", page=HelpPage)
        await press(pilot, shown, "pagedown")
        await press(pilot, shown, "escape")
        await press(pilot, shown, "w")
        await press(pilot, shown, "0")
        await press(pilot, shown, "p", page=ProposePage)
        await press(pilot, shown, "1", "4")
        await press(pilot, shown, "p")
        await table(pilot)
        await press(pilot, shown)
        await press(pilot, shown, "h")
        await press(pilot, shown, "r", page=RewindPage)
    assert left(shelf, shown) == {}
    assert cut(shown) == {}


@SIZES
async def test_answering_and_two_people(shelf: Shelf, size: tuple[int, int]) -> None:
    shown: Shown = {}
    for count, seats in ((18, SOVIETS), (18, BOTH), (21, AMERICANS)):
        async with at(shelf, "a-trade", count, seats).run_test(size=size) as pilot:
            await table(pilot)
            await press(pilot, shown)
            await press(pilot, shown, "enter")
            await press(pilot, shown, "apostrophe", *"xyzzy", "enter")
    assert left(shelf, shown) == {}
    assert cut(shown) == {}


@SIZES
async def test_the_end_and_the_debrief(shelf: Shelf, size: tuple[int, int]) -> None:
    shown: Shown = {}
    async with at(shelf, "a-trade", 30).run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, EndPage))
        for key in "12345":
            await press(pilot, shown, key)
        await press(pilot, shown, "d", page=DebriefPage)
        for _ in range(14):
            await press(pilot, shown, "right")
    assert left(shelf, shown) == {}
    assert cut(shown) == {}


@SIZES
async def test_watching(shelf: Shelf, size: tuple[int, int]) -> None:
    shown: Shown = {}
    record = read_game((data("dialogues") / MEETING / "games" / "a-trade.yaml").read_bytes())
    bare = record._replace(title="", rows=tuple(row._replace(comment="") for row in record.rows))
    app = app_of(shelf, Options(watching=recording(shelf.scenario, bare)))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchPage))
        await press(pilot, shown)
        for _ in range(6):
            await press(pilot, shown, "right", "right", "right")
        await press(pilot, shown, "o")
        await press(pilot, shown, "question_mark", page=HelpPage)
    assert left(shelf, shown) == {}
    assert cut(shown) == {}
