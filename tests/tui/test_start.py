"""The start: the title needs neither the rules nor YAML, and a broken scenario is one sentence."""

import subprocess
import sys
from pathlib import Path

from game.scenarios.heads import Head
from game.tui.app import Options, SeeAndCount
from game.tui.library import Shelves
from game.tui.screens.sides import SidesPage
from tests.small_scenario import small_files, write_files
from tests.tui.fake import OneBook, app_of, cells, until

HEAVY = ("pydantic", "yaml", "sqlite3", "markdown_it", "pygments", "game.scenarios.load", "game.session", "game.engine")


def test_the_title_is_imported_without_anything_heavy() -> None:
    code = f"import sys, game.tui.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


async def test_the_title_is_whole_before_anything_was_read(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test():
        text = cells(app)
        assert "S E E   A N D   C O U N T" in text
        assert all(way in text for way in ("New game", "Resume", "How to play", "Leave"))
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


async def test_how_to_play_is_there_without_a_game(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: "Talk by choosing moves." in cells(app))


async def test_a_scenario_that_cannot_be_played_is_one_sentence(tmp_path: Path) -> None:
    files = small_files(("topics/well.yaml", "goto: road/speak", "goto: road/speek"))
    write_files(files, tmp_path / "villages")
    app = SeeAndCount(Options(scenario=str(tmp_path / "villages")), library=Shelves(tmp_path / "games.sqlite3"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "cannot be played yet" in cells(app))
        assert "topics/well.yaml" in " ".join(cells(app).split())


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
