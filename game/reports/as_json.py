"""Telegrams as scripts read them."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from game.engine.scenario import Scenario
from game.reports.cable import Cable, Sentence
from game.reports.compare import Comparison
from game.reports.layout import blocks
from game.reports.subjects import ADVICE, PROPOSALS

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None


def cable_as_json(scenario: Scenario, cable: Cable) -> dict[str, Json]:
    """A telegram: `lines` as they are printed, and by paragraph every sentence with the numbers of its moves."""
    subjects: Mapping[int, str] = {
        PROPOSALS: "proposals",
        ADVICE: "advice",
        **{topic.number: topic.id for topic in scenario.topics},
    }
    return {
        "lines": [line for block in blocks(cable) for line in block],
        "paragraphs": [
            {"subject": subjects[each.subject], "sentences": _sentences(each.sentences)} for each in cable.paragraphs
        ],
        "open": _sentences(cable.open),
    }


def comparison_as_json(comparison: Comparison) -> dict[str, Json]:
    """The real telegram paragraph by paragraph, with the numbers of the paragraphs beside it; 0 is the heading."""
    return {
        "title": comparison.title,
        "paragraphs": [
            {
                "real": [{"tag": each.tag, "text": each.text, "told": each.told} for each in row.passages],
                "yours": list(row.yours),
            }
            for row in comparison.rows
        ],
        "open": list(comparison.open),
        "open_then": list(comparison.open_then),
    }


def _sentences(sentences: Iterable[Sentence]) -> list[Json]:
    return [{"text": each.text, "moves": list(each.moves)} for each in sentences]
