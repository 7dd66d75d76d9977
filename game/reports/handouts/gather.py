"""Gathers what papers are made of: the scenario in its form, and the texts in its `handouts` folder."""

from pathlib import Path

from game import limits
from game.engine.scenario import Scenario
from game.reports.handouts.paper import Criterion, Materials
from game.scenarios import debrief_shape, events
from game.scenarios.fit import fit
from game.scenarios.pages import Page, Report
from game.speech.gate import clean

FOLDER = "handouts"
"""The folder of a scenario with the texts for its papers."""


class Unfit(ValueError):
    """A text for the papers cannot be used: which, where and why, in one sentence."""


def gather(scenario: Scenario, folder: Path) -> Materials:
    """What the papers of a scenario are made of; without a `handouts` folder, of the scenario alone. Raises `Unfit`."""
    texts = {}
    inner = folder / FOLDER
    for path in sorted(inner.rglob("*.md")):
        try:
            text = path.read_bytes()[: limits.FILE_BYTES].decode("utf-8")
        except UnicodeDecodeError:
            raise Unfit(f"{path} is not UTF-8, so no papers were made; save it as UTF-8 and try again.") from None
        texts[path.relative_to(inner).with_suffix("").as_posix()] = clean(text, limits.FILE_BYTES, lines=True)
    criteria, questions, reflection = rubric(folder)
    return Materials(scenario, texts, criteria, questions, reflection)


def rubric(folder: Path) -> tuple[list[Criterion], list[str], list[str]]:
    """What arguments are marked by, and the questions before, after and in the end. Raises `Unfit`."""
    path = folder / FOLDER / "rubric.yaml"
    if not path.is_file():
        return [], [], []
    text, tree, findings = events.read(path.name, path.read_bytes())
    report = Report(list(findings))
    found = fit(Page(path.name, text, tree), debrief_shape.Rubric, report) if tree is not None else None
    if found is None or report.failed:
        first = next((each for each in report.findings if each.severity == "error"), None)
        where = f"{path}:{first.line}: {first.message}" if first else f"{path} cannot be read."
        raise Unfit(f"{where} No papers were made.")
    criteria = [Criterion(id_, each.title, each.asks, tuple(each.levels)) for id_, each in found.criteria.items()]
    return criteria, found.before_and_after, found.reflection
