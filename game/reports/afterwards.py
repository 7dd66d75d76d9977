"""How each question was really settled, and what nobody at the table knew: from debrief.yaml, with its sources."""

from collections.abc import Iterator
from typing import NamedTuple

from game.engine.scenario import Scenario
from game.phrases import phrase


class Settled(NamedTuple):
    """What became of a question."""

    issue: int
    when: str
    how: str
    moved: str
    """Who gave way; the empty text where it is not said."""
    source: str


class Unknown(NamedTuple):
    """Something that nobody at the table knew."""

    says: str
    source: str


def settled(scenario: Scenario) -> tuple[Settled, ...]:
    """What became of each question of which it is told."""
    words = scenario.words
    return tuple(
        Settled(number, words[f"{at}:when"], words[f"{at}:how"], words.get(f"{at}:moved", ""), words[f"{at}:source"])
        for number, issue in enumerate(scenario.issues)
        if f"{(at := f'debrief/questions/{issue.id}')}:when" in words
    )


def unknown(scenario: Scenario) -> tuple[Unknown, ...]:
    """What nobody knew."""
    words = scenario.words
    return tuple(Unknown(words[f"{at}:says"], words[f"{at}:source"]) for at in _numbered(scenario, "unknown", ":says"))


def to_ask(scenario: Scenario) -> tuple[str, ...]:
    """Questions for a class to talk over."""
    return tuple(scenario.words[at] for at in _numbered(scenario, "ask", ""))


def _numbered(scenario: Scenario, kind: str, part: str) -> Iterator[str]:
    number = 1
    while f"debrief/{kind}/{number}{part}" in scenario.words:
        yield f"debrief/{kind}/{number}"
        number += 1


def references(scenario: Scenario, source: str) -> list[str]:
    """A source written out: for each tag what it is, its date, and where it is printed."""
    words = scenario.words
    found = []
    for tag in filter(None, (part.strip() for part in source.split(";"))):
        at = f"documents/{tag}"
        if f"{at}:title" in words:
            found.append(
                phrase(
                    "{tag}: {title}, {date}. {reference}",
                    tag=tag,
                    title=words[f"{at}:title"],
                    date=words[f"{at}:date"],
                    reference=words[f"{at}:reference"],
                )
            )
        else:
            found.append(f"{tag}: {words.get('telegram:title', tag)}, {words.get('telegram:date', '')}".rstrip(", "))
    return found
