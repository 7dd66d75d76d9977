"""Hostile text in every other line of the screens, and in what they show of files: neither terminal nor layout obeys.

The line for one's own words and the one for finding are tried in test_own_words.py.
"""

import pytest
from textual import events
from textual.app import App

from game.classroom.app import WallApp
from game.classroom.wall import Wall
from game.records.journal import Summary
from game.session import HUMAN
from game.settings import Settings
from game.tui.app import SeeAndCount
from game.tui.options import Options
from game.tui.screens.games import GamesPage
from game.tui.screens.palette import PalettePage
from game.tui.screens.question import QuestionPage
from game.tui.screens.settings import SettingsPage
from tests.classroom.test_screen import wall
from tests.classroom.test_wall import begun
from tests.tui.fake import AT_ONCE, OneBook, app_of, cells, until, wish
from tests.tui.test_own_words import HOSTILE, harmless

SMALLEST = (60, 20)
TEXTS = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))

pytestmark = pytest.mark.slow


def paste(app: App[None], text: str) -> None:
    """As a terminal hands a pasted text over: to the app."""
    app.post_message(events.Paste(text))


@TEXTS
async def test_pasted_into_the_palette(library: OneBook, text: str) -> None:
    app = app_of(library)
    async with app.run_test(size=SMALLEST) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, PalettePage) and app.focused)
        paste(app, text)
        await pilot.pause(0.1)
        harmless(cells(app), SMALLEST)


@TEXTS
async def test_pasted_as_own_words_on_the_wall(text: str) -> None:
    app = WallApp(Wall(begun()), 0)
    async with app.run_test(size=SMALLEST) as pilot:
        page = await wall(pilot, "f4", "N", "o")
        paste(app, text)
        await pilot.pause()
        harmless(cells(app), SMALLEST)
        await pilot.press("enter")
        await pilot.pause()
        harmless(cells(app), SMALLEST)
        assert not page.words.display


@TEXTS
async def test_written_in_the_settings(library: OneBook, text: str) -> None:
    settings = Settings(games=text, keys={text: text, "help": text})
    app = SeeAndCount(Options(), library=library, pace=AT_ONCE, settings=settings)
    async with app.run_test(size=SMALLEST) as pilot:
        await until(pilot, lambda: app.focused)
        harmless(cells(app), SMALLEST)
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, SettingsPage))
        await pilot.press("up")
        await pilot.pause()
        harmless(cells(app), SMALLEST)


@TEXTS
async def test_in_the_list_of_kept_games(library: OneBook, text: str) -> None:
    game = Summary(text, text, (HUMAN, text), 3, 12, False, "", text, text, 1)
    library.kept = lambda: [game]  # type: ignore[method-assign]
    app = app_of(library)
    async with app.run_test(size=SMALLEST) as pilot:
        await wish(pilot, "resume")
        await until(pilot, lambda: isinstance(app.screen, GamesPage))
        await pilot.pause()
        harmless(cells(app), SMALLEST)
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        harmless(cells(app), SMALLEST)


@TEXTS
async def test_in_a_question_about_a_damaged_game(library: OneBook, text: str) -> None:
    app = app_of(library)
    async with app.run_test(size=SMALLEST) as pilot:
        await until(pilot, lambda: app.focused)
        app.push_screen(QuestionPage(text, {"on": "Go on", "back": "Leave it"}))
        await until(pilot, lambda: isinstance(app.screen, QuestionPage))
        await pilot.pause()
        harmless(cells(app), SMALLEST)
