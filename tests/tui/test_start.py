"""The start: the title needs neither the rules nor YAML, and a broken scenario is one sentence."""

import ast
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.card import letters
from game.scenarios.heads import Head
from game.scenarios.load import load_files
from game.tui.app import SeeAndCount
from game.tui.library import Edition, Playbill, Shelves
from game.tui.options import Options
from game.tui.screens.brief import BriefPage
from game.tui.screens.sides import SidesPage
from tests.scenarios.test_forms import BRIEFS
from tests.scenarios.test_forms import DECLARED as FORM
from tests.small_scenario import small_files, write_files
from tests.tui.fake import OneBook, app_of, cells, table, until, wish

HEAVY = (
    "click",
    "game.cli",
    "game.engine",
    "game.plain",
    "game.reports",
    "game.scenarios.load",
    "game.session",
    "game.tui.keymap",
    "game.tui.palette",
    "game.tui.screens.palette",
    "game.tui.screens.settings",
    "game.tui.screens.table",
    "markdown_it",
    "pydantic",
    "pygments",
    "sqlite3",
    "textual.widgets._markdown",
    "tomllib",
    "yaml",
)
"""What nobody needs before the first frame."""

TITLE = """
import sys
from game.tui.app import SeeAndCount
SeeAndCount.begin = SeeAndCount.exit
SeeAndCount().run(headless=True, size=(80, 24))
"""


def imported(code: str, *names: str, alone: bool = False) -> list[str]:
    """Which of some modules another Python has imported when it has run some code; `alone` is without libraries."""
    code = f"{code}\nprint([name for name in {names!r} if name in sys.modules], file=sys.__stdout__)"
    found = subprocess.run(
        [sys.executable, *(["-S"] if alone else []), "-c", code], capture_output=True, text=True, check=True
    )
    return list(ast.literal_eval(found.stdout.strip().splitlines()[-1]))


def test_the_first_frame_comes_without_anything_heavy() -> None:
    assert imported(TITLE, *HEAVY) == []


def test_the_collector_works_again_when_the_title_stands() -> None:
    code = f"import gc; gc.disable(){TITLE}print(gc.isenabled(), file=sys.__stdout__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "True"


def test_playing_needs_nothing_of_what_reading_needs(tmp_path: Path) -> None:
    write_files(small_files(), tmp_path / "villages")
    code = f"""
import sys
from pathlib import Path
import game.tui.screens.end, game.tui.screens.table
from game.tui.library import Shelves
shelves = Shelves(Path({str(tmp_path / "games.sqlite3")!r}))
shelves.playbill({str(tmp_path / "villages")!r})
session = shelves.begin({str(tmp_path / "villages")!r}, ("human", "dealmaker"), 1)
shelves.resume(session.game)
"""
    assert imported(code, "game.scenarios.files", "game.scenarios.link", "pydantic", "yaml") == []


def test_the_card_comes_before_nearly_everything() -> None:
    code = "import sys; from game import __main__, card; card.letters(); card.picture()"
    assert (
        imported(code, *HEAVY, "asyncio", "enum", "pathlib", "platformdirs", "re", "rich", "textual", alone=True) == []
    )


async def test_the_title_is_whole_before_anything_was_read(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test():
        text = cells(app)
        assert all(row in text for row in letters())
        assert all(way in text for way in ("New game", "Resume", "How to play", "Settings", "Leave"))
        assert "Two villages" in text


async def test_every_other_scenario_stands_in_the_menu_and_says_what_it_is_about(library: OneBook) -> None:
    other = Head("well-again", "The well again", "A year later, and drier", Path())
    library.heads = lambda: [*OneBook.heads(library), other]  # type: ignore[method-assign]
    app = app_of(library)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.press("down")
        await until(pilot, lambda: "A year later, and drier" in cells(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SidesPage))
        assert app.screen.bill.name == "well-again"


async def test_first_steps_stand_before_everything_else(library: OneBook) -> None:
    taught = Head("steps", "One step", "Then another", Path(), teaches=True)
    library.heads = lambda: [*OneBook.heads(library), taught]  # type: ignore[method-assign]
    app = app_of(library)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.focused)
        assert [item.label for item in app.title_page.choices.items][:3] == [
            "First steps: One step",
            "New game",
            "Watch the meeting",
        ]


async def test_how_to_play_is_there_without_a_game(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await wish(pilot, "how")
        await until(pilot, lambda: "Talk by choosing moves." in cells(app))


async def test_a_scenario_that_cannot_be_played_is_one_sentence(tmp_path: Path) -> None:
    files = small_files(("topics/well.yaml", "goto: road/speak", "goto: road/speek"))
    write_files(files, tmp_path / "villages")
    app = SeeAndCount(Options(scenario=str(tmp_path / "villages")), library=Shelves(tmp_path / "games.sqlite3"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "cannot be played yet" in cells(app))
        assert "topics/well.yaml" in " ".join(cells(app).split())


async def test_whoever_types_ahead_of_the_game_that_was_asked_for_chooses_nothing_from_the_menu(
    library: OneBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, read = threading.Event(), threading.Event()
    playbill = library.playbill

    def slowly(name: str) -> Playbill:
        reading.set()
        assert read.wait(20)
        return playbill(name)

    monkeypatch.setattr(library, "playbill", slowly)
    app = app_of(library, Options(library.scenario.id, "hill", "conceder", 1))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, reading.is_set)
        await pilot.press("1", "2", "enter", "down", "enter")
        assert app.screen is app.title_page
        assert not app.title_page.choices.display
        read.set()
        await until(pilot, lambda: isinstance(app.screen, BriefPage))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.title_page and app.title_page.choices.has_focus)


async def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write_files(small_files(), tmp_path / "villages")
    options = Options(scenario=str(tmp_path / "villages"), hot_seat=True)
    app = SeeAndCount(options, library=Shelves(tmp_path / "file" / "games.sqlite3"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: str(tmp_path.name) in cells(app) or "cannot" in cells(app))


async def test_outside_text_under_the_title_is_cleaned(tmp_path: Path) -> None:
    app = SeeAndCount(Options(scenario="\x1b[2J[red]no[/]"), library=Shelves(tmp_path / "games.sqlite3"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "There is no scenario" in cells(app))
        assert "␛[2J[red]no[/]" in cells(app)


async def test_a_form_is_begun_as_the_whole_is_by_side_counterpart_and_its_own_brief(tmp_path: Path) -> None:
    loaded = load_files(small_files(FORM) | BRIEFS, "short")
    options = Options("villages", "hill", "conceder", 1, journal=tmp_path / "games", edition=Edition(loaded, ""))
    app = SeeAndCount(options)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "In short, hill" in cells(app))
        await pilot.press("enter")
        page = await table(pilot)
        assert page.session.form == "short"
        assert "8 moves left" in cells(app)
