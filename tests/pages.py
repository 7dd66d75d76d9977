"""Every page, paper and picture that commands write, in the language that nobody speaks, under the name of another."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from game import phrases
from game.cli import main
from game.engine.scenario import Scenario
from game.places import data
from game.records.files import write_game
from game.scenarios import gettext_po, phrasebook
from game.scenarios.lesson import lesson
from game.scenarios.lesson import texts as texts_of_lesson
from game.scenarios.load import load
from game.scenarios.plurals import plurals, rows
from game.scenarios.pseudo import pseudo
from game.scenarios.strings import Text, of_form, texts
from tests.reports.played import played

MEETING = "new-york-1962"
GAMES = ("as-recorded", "a-disavowal", "small-things")


def po(found: list[Text], language: str) -> bytes:
    done = {each.id: pseudo(each.text) for each in rows(found, plurals(language))}
    return gettext_po.written(found, done, language).encode()


def whole(folder: Path) -> Scenario:
    scenario = load(folder).scenario
    assert scenario is not None
    return scenario


def everything(folder: Path) -> list[Text]:
    """Every text of a scenario, of its forms and of its papers."""
    scenario = whole(folder)
    found = list(texts(scenario))
    for form in load(folder).forms:
        smaller = load(folder, form).scenario
        assert smaller is not None
        found += of_form(smaller, scenario)
    return [*found, *texts_of_lesson(lesson(folder))]


@contextmanager
def translated(home: Path, language: str) -> Iterator[Path]:
    """The shipped meeting in that language, and screens that speak it, in the folder that SEE_AND_COUNT_HOME names."""
    folder = home / MEETING
    shutil.copytree(data("dialogues") / MEETING, folder)
    for place, found in ((folder, everything(folder)), (home, list(phrasebook.texts()))):
        (place / "languages").mkdir()
        (place / "languages" / f"{language}.po").write_bytes(po(found, language))
    with phrases.speaking({}):
        yield folder


def run(*args: str) -> str:
    found = CliRunner().invoke(main, args)
    assert found.exit_code == 0, found.output
    return found.output


def written(home: Path, folder: Path, language: str, *, whole_papers: bool = True) -> Path:
    """A folder with all of them; those of the whole scenario, beside those of the lesson, where they are wanted."""
    to = home / "pages"
    to.mkdir()
    games = [str(folder / "games" / f"{name}.yaml") for name in GAMES]
    spoken = ("--language", language)
    run("debrief", games[1], "--html", str(to / "debrief.html"), *spoken)
    counterpart = folder / "games" / "dealmaker.yaml"
    counterpart.write_text(write_game(played(whole(folder), 4, ("random", "dealmaker"))), encoding="utf-8")
    run("debrief", str(counterpart), "--html", str(to / "debrief-of-a-counterpart.html"), *spoken)
    run("debrief", *games, str(counterpart), "--html", str(to / "class.html"), *spoken)
    run("handouts", str(folder), "--to", str(to / "lesson"), *spoken)
    if whole_papers:
        run("handouts", str(folder), "--whole", "--to", str(to / "whole"), *spoken)
    run(
        "playtest",
        str(folder),
        "--games",
        "20",
        "--html",
        str(to / "coverage.html"),
        "--to",
        str(home / "played"),
        *spoken,
    )
    run("analyze", str(folder), "--draws", "1", "--svg", str(to / "outcomes.svg"), *spoken)
    run("graph", str(folder), "il28", "--games", "20", "--svg", str(to / "il28.svg"), *spoken)
    return to
