"""A library with one small book in it, and an app whose other side takes no time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot

from game.engine.scenario import Scenario
from game.records.journal import Journal, Summary
from game.scenarios.heads import Head
from game.session import HUMAN, Session
from game.tui.app import SeeAndCount
from game.tui.library import Playbill, playbill
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.table import TablePage
from tests.small_scenario import small_files, small_scenario

AT_ONCE = Pace(grace=0, least=0, most=0)

VILLAGES = small_scenario()
FILES = small_files()


@dataclass
class OneBook:
    """A library that holds a scenario of the tests, and keeps games in a file of its own."""

    path: Path
    scenario: Scenario = VILLAGES
    files: dict[str, bytes] = field(default_factory=lambda: dict(FILES))

    def __post_init__(self) -> None:
        self.journal = Journal(self.path)

    def heads(self) -> Sequence[Head]:
        words = self.scenario.words
        return [Head(self.scenario.id, words["scenario:title"], words["scenario:subtitle"], Path())]

    def playbill(self, name: str) -> Playbill:
        return playbill(name, self.scenario)

    def begin(self, name: str, seats: tuple[str, str], seed: int) -> Session:
        return Session.begin(self.scenario, seats, seed=seed, keep=self.journal, files=self.files)

    def follow(self, path: Path) -> Session:
        raise NotImplementedError

    def kept(self) -> Sequence[Summary]:
        return self.journal.games()

    def resume(self, game: str, *, at: int | None = None) -> Session:
        return Session.resume(game, self.journal, at=at)


def app_of(library: OneBook, options: Options | None = None, pace: Pace | None = AT_ONCE) -> SeeAndCount:
    """An app that plays from a library of the tests."""
    return SeeAndCount(options or Options(seed=1), library=library, pace=pace)


def at_the_table(library: OneBook, seats: tuple[str, str], *moves: str, pace: Pace = AT_ONCE) -> SeeAndCount:
    """An app that resumes a game in which some moves were made; a move of a counterpart is written `reply`."""
    session = library.begin(library.scenario.id, (HUMAN, HUMAN) if "reply" not in moves else seats, 1)
    for move in moves:
        session.play(move)
    if session.seats != seats:
        session = Session.follow(
            library.scenario, session.record, keep=library.journal, files=library.files, seats=seats
        )
    return app_of(library, Options(game=session.game), pace)


async def until(pilot: Pilot[Any], ready: Callable[[], object]) -> None:
    """Let the app work until something is so. Fails after half a minute."""
    for _ in range(3000):
        await pilot.pause()
        if ready():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the app did not come to it")


async def wish(pilot: Pilot[Any], what: str) -> None:
    """Press the key of an entry of the title's menu, when the menu has the keys."""
    await until(pilot, lambda: pilot.app.focused)
    menu = pilot.app.title_page.choices
    await pilot.press(menu.keys[[item.id for item in menu.items].index(what)])


async def table(pilot: Pilot[Any]) -> TablePage:
    """Wait until somebody is asked for a move, or the keyboard lies between two people, or the talks are over."""

    def ready() -> bool:
        page = pilot.app.screen
        if not isinstance(page, TablePage) or not page.query("Choices"):
            return False
        return not page.waiting and bool(page.choices.items or (page.handing_over and page.divider.says))

    await until(pilot, ready)
    await pilot.pause()
    page = pilot.app.screen
    assert isinstance(page, TablePage)
    return page


def cells(app: App[Any]) -> str:
    """Every row of text that the screen shows."""
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips).replace("\xa0", " ")


def pointed(page: TablePage) -> str:
    """The label that the caret points at."""
    return page.choices.items[page.choices.pointed].label


def labels(page: TablePage) -> list[str]:
    """The labels on offer."""
    return [item.label for item in page.choices.items]
