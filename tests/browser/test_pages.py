"""Every page that we write, in a real browser: nothing is fetched, nothing bars anybody, and it prints.

These tests need Chromium (Debian's package `chromium`) and axe-core, which they install with npm into build/. Where
one of them is missing they say so and are left out; SEE_AND_COUNT_BROWSER=required lets them fail instead.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner

from game.cli import main
from game.records.files import write_game
from game.scenarios.load import load
from tests.pages import translated, written
from tests.reports.conftest import FOLDER
from tests.reports.played import played

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = "axe-core@4.14.1"
CROWDED = """<!doctype html><html lang="en"><body style="margin: 0; overflow: hidden">
<p style="position: absolute; top: 0; left: 0">one</p><p style="position: absolute; top: 3px; left: 5px">other</p>
<p style="position: absolute; top: 90px; left: 640px; white-space: nowrap">beyond the edge</p></body></html>
"""
"""What the tests must notice."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


def missing(what: str) -> NoReturn:
    """Say what is missing: fail where it is required, else leave the test out."""
    sentence = f"The pages were not looked at in a browser: {what}"
    if os.environ.get("SEE_AND_COUNT_BROWSER") == "required":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def chromium() -> str:
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    missing("there is no Chromium. On Debian: apt-get install chromium")


@pytest.fixture(scope="session")
def axe() -> Path:
    folder = ROOT / "build" / "browser"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if script.is_file():
        return script
    npm = shutil.which("npm")
    if npm is None:
        missing("there is no npm to install axe-core with. On Debian: apt-get install npm")
    folder.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--no-save", AXE],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if not script.is_file():
        missing(f"npm could not install {AXE}: {made.stderr.strip()[-300:]}")
    return script


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The debrief of three games, the report of a class, and every paper of the lesson; all that again in Arabic.

    That is, in longer words that nobody speaks, from right to left. And a page on which texts lie on each other.
    """
    folder = tmp_path_factory.mktemp("pages")
    games = {name: str(FOLDER / "games" / f"{name}.yaml") for name in ("as-recorded", "a-disavowal", "small-things")}
    for name, game in games.items():
        _run("debrief", game, "--html", str(folder / f"debrief-{name}.html"))
    scenario = load(FOLDER).scenario
    assert scenario is not None
    counterpart = folder / "game.yaml"
    counterpart.write_text(write_game(played(scenario, 4, ("random", "dealmaker"))), encoding="utf-8")
    _run("debrief", *games.values(), str(counterpart), "--html", str(folder / "class.html"))
    _run("handouts", "--to", str(folder / "lesson"))
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEE_AND_COUNT_HOME", str(home))
        with translated(home, "ar") as meeting:
            written(home, meeting, "ar", whole_papers=False).rename(folder / "ar")
    (folder / "crowded.html").write_text(CROWDED, encoding="utf-8")
    return folder


def _run(*args: str) -> None:
    found = CliRunner().invoke(main, args)
    assert found.exit_code == 0, found.output


@pytest.fixture(scope="session")
def visited(pages: Path, axe: Path, chromium: str) -> dict[str, Any]:
    """What a browser saw of every page, and what it could not read where it is printed."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        missing("the Python package playwright is not installed: pip install -e '.[test]'")
    visit = [sys.executable, "-m", "tests.browser.visit", str(pages), str(axe), chromium]
    done = subprocess.run(visit, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    assert len(found["seen"]) > 50
    return found


@pytest.fixture(scope="session")
def seen(visited: dict[str, Any]) -> dict[str, Any]:
    return {page: each for page, each in visited["seen"].items() if page != "crowded.html"}


def test_no_page_fetches_anything(seen: dict[str, Any]) -> None:
    assert {page: each["requests"] for page, each in seen.items() if each["requests"] or each["faults"]} == {}


def test_no_page_bars_anybody(seen: dict[str, Any]) -> None:
    serious = {
        page: [finding for finding in each["findings"] if finding["impact"] in ("serious", "critical")]
        for page, each in seen.items()
    }
    assert {page: found for page, found in serious.items() if found} == {}


def test_every_page_fits_a_telephone(seen: dict[str, Any]) -> None:
    assert {page: each["width"] for page, each in seen.items() if each["width"] > 360} == {}


def test_every_page_prints_on_both_papers(seen: dict[str, Any]) -> None:
    for page, each in seen.items():
        assert 1 <= each["printed"]["A4"] <= 40, page
        assert 1 <= each["printed"]["Letter"] <= 40, page


@pytest.mark.parametrize(
    "paper",
    [
        "teacher/1-quick-start", "pupils/1-background-short", "pupils/1-background-long", "pupils/2-agenda",
        "pupils/3-agreement-form", "pupils/us/stevenson", "pupils/us/mccloy", "pupils/ussr/kuznetsov",
        "pupils/ussr/zorin", "pupils/ussr/mendelevich", "pupils/us/score-sheet", "pupils/ussr/score-sheet",
        "pupils/5-observer", "pupils/7-before-and-after", "teacher/4-rubric", "teacher/5-mark-sheet",
        "teacher/6-discussion", "teacher/7-how-good-was-it", "start-here",
    ],
)  # fmt: skip
def test_what_should_be_one_sheet_is_one_sheet(seen: dict[str, Any], paper: str) -> None:
    assert seen[f"lesson/{paper}.html"]["printed"] == {"A4": 1, "Letter": 1}


@pytest.mark.parametrize(
    "paper", ["pupils/4-flow-sheet", "pupils/6-glossary", "pupils/us/what-you-can-say", "pupils/ussr/what-you-can-say"]
)
def test_what_should_be_two_sides_of_a_sheet_is_two_sides(seen: dict[str, Any], paper: str) -> None:
    assert seen[f"lesson/{paper}.html"]["printed"] == {"A4": 2, "Letter": 2}


def test_where_it_is_printed_no_text_lies_on_another_and_none_is_cut(visited: dict[str, Any]) -> None:
    crowded = {page: each for page, each in visited["crowded"].items() if each["cut"] or each["overlap"]}
    assert crowded.pop("crowded.html") == {"cut": ["beyond the edge"], "overlap": ["one | other"]}
    assert crowded == {}
    assert {"ar/outcomes.svg", "ar/coverage.html", "ar/lesson/start-here.html"} <= set(visited["crowded"])


def test_a_debrief_has_its_charts(seen: dict[str, Any]) -> None:
    assert seen["debrief-a-disavowal.html"]["drawings"] == 4
    assert seen["class.html"]["drawings"] == 1
