"""What every screen looks like, over the shipped meeting and its recorded games, in a small and in a usual window.

`make snapshots` takes the pictures anew, `make pictures` puts them on one sheet: look at it.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.places import data
from game.records.files import read_game
from game.records.journal import Summary
from game.scenarios.heads import Head, heads
from game.scenarios.load import Loaded, load
from game.session import HUMAN, Session
from game.tui.app import SeeAndCount
from game.tui.library import Playbill, Unplayable
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.brief import BriefPage
from game.tui.screens.end import EndPage
from game.tui.screens.games import GamesPage
from game.tui.screens.help import HelpPage
from game.tui.screens.propose import ProposePage
from game.tui.screens.reading import ReadingPage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.sides import SidesPage
from tests.tui.fake import AT_ONCE, OneBook, app_of, table, until, wish

MEETING = "new-york-1962"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
AMERICANS = (HUMAN, "conceder")
SOVIETS = ("conceder", HUMAN)
BOTH = (HUMAN, HUMAN)

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]


@lru_cache(maxsize=1)
def meeting() -> Loaded:
    return load(data("dialogues") / MEETING)


class Shelf(OneBook):
    """The shipped meeting, the titles beside it, and a list of games that does not change from day to day."""

    def heads(self) -> Sequence[Head]:
        return heads(data("dialogues"))

    def playbill(self, name: str) -> Playbill:
        if name == MEETING:
            return super().playbill(name)
        raise Unplayable("only the meeting is played here")

    def kept(self) -> list[Summary]:
        first = Summary("bxqrst", MEETING, AMERICANS, 25, 128, False, "", "2026-11-23T18:02:00Z", "", 0)
        return [
            first,
            first._replace(name="kmpvwz", seats=SOVIETS, moves=58, over=True, played="2026-11-21T20:15:00Z"),
            first._replace(name="dfghjk", seats=BOTH, moves=12, played="2026-11-20T09:41:00Z", parent="kmpvwz", at=9),
        ]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    loaded = meeting()
    assert loaded.scenario is not None
    shelf = Shelf(tmp_path / "games.sqlite3", loaded.scenario, dict(loaded.files))
    yield shelf
    shelf.journal.close()


def recorded(
    shelf: Shelf, game: str, count: int, seats: tuple[str, str] = AMERICANS, pace: Pace = AT_ONCE
) -> SeeAndCount:
    """An app that goes on with a recorded game after so many of its moves."""
    record = read_game((data("dialogues") / MEETING / "games" / f"{game}.yaml").read_bytes())
    session = Session.follow(shelf.scenario, record, keep=shelf.journal, files=shelf.files, at=count, seats=seats)
    return app_of(shelf, Options(game=session.game, scenario=MEETING), pace)


def after(*keys: str, page: type | None = None) -> Before:
    """Wait for the table, press some keys, and wait for a page."""

    async def run(pilot: Pilot[Any]) -> None:
        await table(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        if page is not None:
            await until(pilot, lambda: isinstance(pilot.app.screen, page))
        await pilot.pause()

    return run


async def from_the_title(pilot: Pilot[Any], what: str, page: type) -> None:
    """Choose an entry of the title's menu, and wait for a page."""
    await wish(pilot, what)
    await until(pilot, lambda: isinstance(pilot.app.screen, page))
    await pilot.pause()


@SIZES
def test_the_title(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: str(pilot.app.title_page.news.content))

    assert snap_compare(app_of(shelf), terminal_size=size, run_before=run)


@SIZES
def test_choosing_a_side(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await from_the_title(pilot, "new", SidesPage)
        await pilot.press("down")
        await pilot.pause()

    assert snap_compare(app_of(shelf), terminal_size=size, run_before=run)


@SIZES
def test_choosing_whom_to_meet(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, SidesPage))
        await pilot.pause()

    app = app_of(shelf, Options(scenario=MEETING, side="us", seed=1))
    assert snap_compare(app, terminal_size=size, run_before=run)


@SIZES
def test_the_brief_before_a_game(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefPage))
        await pilot.pause()

    app = app_of(shelf, Options(scenario=MEETING, side="us", against="conceder", seed=1))
    assert snap_compare(app, terminal_size=size, run_before=run)


@SIZES
def test_the_table_in_the_middle_of_a_game(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=size, run_before=after())


@SIZES
def test_six_points_wait_for_an_answer(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "as-recorded", 8), terminal_size=size, run_before=after())


@SIZES
def test_the_floor(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 16), terminal_size=size, run_before=after())


@SIZES
def test_what_to_ask_for_in_a_recess(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 16), terminal_size=size, run_before=after("w"))


@SIZES
def test_putting_a_proposal_together(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await after("p", page=ProposePage)(pilot)
        await until(pilot, lambda: pilot.app.screen.choices.items)
        for item in ("il28", "quarantine"):
            issue = next(n for n, each in enumerate(shelf.scenario.issues) if each.id == item)
            page = pilot.app.screen
            number = next(n for n, each in enumerate(page.choices.items) if each.id.startswith(f"{issue} "))
            await pilot.press(str(number + 1))
            await pilot.pause()

    assert snap_compare(recorded(shelf, "a-trade", 16), terminal_size=size, run_before=run)


@SIZES
def test_answering_a_proposal(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 18, SOVIETS), terminal_size=size, run_before=after())


@SIZES
def test_the_other_side_takes_a_moment(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: getattr(pilot.app.screen, "waiting", False))
        await pilot.pause()

    app = recorded(shelf, "as-recorded", 2, pace=Pace(grace=0, least=3600, most=3600))
    assert snap_compare(app, terminal_size=size, run_before=run)


@SIZES
def test_handing_the_keyboard_over(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 18, BOTH), terminal_size=size, run_before=after())


@SIZES
def test_the_questions_in_full(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    run = after("i")
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=size, run_before=run)


@SIZES
def test_the_passages_cited_so_far(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    run = after("a", "a")
    assert snap_compare(recorded(shelf, "as-recorded", 8), terminal_size=size, run_before=run)


@SIZES
def test_help(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    run = after("question_mark", page=HelpPage)
    assert snap_compare(recorded(shelf, "a-trade", 16), terminal_size=size, run_before=run)


@SIZES
def test_going_back(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    run = after("r", page=RewindPage)
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=size, run_before=run)


@SIZES
def test_the_end(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, EndPage))
        await pilot.pause()

    assert snap_compare(recorded(shelf, "a-trade", 30), terminal_size=size, run_before=run)


@SIZES
def test_the_whole_telegram(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, EndPage) and pilot.app.screen.query("#result"))
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen.number == 4)
        await pilot.pause()

    assert snap_compare(recorded(shelf, "a-trade", 30), terminal_size=size, run_before=run)


@SIZES
def test_your_telegram_beside_the_real_one(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, EndPage) and pilot.app.screen.query("#result"))
        await pilot.press("2")
        await until(pilot, lambda: pilot.app.screen.query("#beside"))
        await pilot.pause()

    assert snap_compare(recorded(shelf, "a-trade", 30), terminal_size=size, run_before=run)


@SIZES
def test_the_kept_games(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await from_the_title(pilot, "resume", GamesPage)

    assert snap_compare(app_of(shelf), terminal_size=size, run_before=run)


@SIZES
def test_how_to_play(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await from_the_title(pilot, "how", ReadingPage)

    assert snap_compare(app_of(shelf), terminal_size=size, run_before=run)


@SIZES
def test_by_day_on_paper(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=size, run_before=after("f2"))


@SIZES
@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_in_the_terminals_own_colours(snap_compare: Compare, shelf: Shelf, size: tuple[int, int], theme: str) -> None:
    app = recorded(shelf, "a-trade", 21)
    app.theme = theme
    assert snap_compare(app, terminal_size=size, run_before=after())


@SIZES
def test_without_colour(
    snap_compare: Compare, shelf: Shelf, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=size, run_before=after())


def test_a_window_that_is_too_small(snap_compare: Compare, shelf: Shelf) -> None:
    assert snap_compare(recorded(shelf, "a-trade", 21), terminal_size=(50, 15), run_before=after())


WIDE = 100
"""From so many columns on the first `m` opens the tab, and the second fills the window with it."""


@SIZES
def test_the_map(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(
        recorded(shelf, "as-recorded", 30), terminal_size=size, run_before=after(*("m" if size[0] < WIDE else "mm"))
    )


@SIZES
def test_the_map_beside_the_talk(snap_compare: Compare, shelf: Shelf, size: tuple[int, int]) -> None:
    assert snap_compare(recorded(shelf, "as-recorded", 30), terminal_size=size, run_before=after("m"))


@SIZES
def test_the_settings(
    snap_compare: Compare, shelf: Shelf, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.places.settings", lambda: Path("/home/you/.config/see-and-count/settings.toml"))

    async def run(pilot: Pilot[Any]) -> None:
        await from_the_title(pilot, "settings", SettingsPage)

    assert snap_compare(app_of(shelf), terminal_size=size, run_before=run)
