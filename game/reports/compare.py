"""A telegram beside the real one: which paragraph stands next to which, and both lists of open questions.

The real one is the document from which the scenario is made. It tells the ending, so it is shown
whole only when the talks are over.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from game.engine.events import Spoke
from game.engine.scenario import Scenario
from game.phrases import counted, phrase
from game.records.replay import Turn
from game.reports.blanks import blank
from game.reports.cable import Cable, Paragraph
from game.reports.subjects import ADVICE, PROPOSALS

HEADING = 0
"""What stands above the first paragraph, of the telegram and of the real one, whose tags have this number."""

_HEAD = re.compile(r"\D*\d+")
"""What the tags of one paragraph of the document have in common: `T 1` in `T 1.US-B`."""


class Passage(NamedTuple):
    """A passage of the real telegram."""

    tag: str
    text: str
    told: bool
    """Whether a move of this game made the point that it reports."""


class Beside(NamedTuple):
    """A paragraph of the real telegram, and what stands beside it."""

    passages: tuple[Passage, ...]
    """None where the real one has nothing to put beside it."""
    yours: tuple[int, ...]
    """Paragraphs of the telegram that is compared, from 1; `HEADING` is what stands above them."""


class Comparison(NamedTuple):
    """A telegram beside the real one."""

    cable: Cable
    title: str
    """What the real one is."""
    rows: tuple[Beside, ...]
    open: tuple[str, ...]
    """What the telegram lists as open."""
    open_then: tuple[str, ...]
    """What the real one lists as open."""

    @property
    def points(self) -> tuple[int, int]:
        """How many points of the real one this game made too, and how many it has."""
        passages = [each for row in self.rows if HEADING not in row.yours for each in row.passages]
        return sum(each.told for each in passages), len(passages)


def compare(scenario: Scenario, cable: Cable, turns: Sequence[Turn]) -> Comparison | None:
    """A telegram about some moves beside the real one; None where the scenario has no such document."""
    words = scenario.words
    tags = [id_.removeprefix("passages/") for id_ in words if id_.startswith("passages/")]
    if not tags:
        return None
    sources = {turn.number: _tags(turn) for turn in turns}
    reported = {number for sentence in cable.sentences for number in sentence.moves}
    told = {tag for number in reported for tag, recorded in sources[number] if recorded}
    heads = {number: _head(scenario, tags, paragraph, sources) for number, paragraph in _numbered(cable)}
    rows = []
    for head, group in groupby(tags, key=_head_of):
        passages = tuple(Passage(tag, words[f"passages/{tag}"], tag in told) for tag in group)
        yours = [number for number, each in heads.items() if each == head]
        rows.append(Beside(passages, (HEADING, *yours) if head.endswith(f" {HEADING}") else tuple(yours)))
    if alone := tuple(number for number, each in heads.items() if not each):
        rows.append(Beside((), alone))
    shape = blank(scenario, cable.side)
    issues = {issue.id: number for number, issue in enumerate(scenario.issues)}
    return Comparison(
        cable,
        f"{words['telegram:title']}, {words['telegram:date']}",
        tuple(rows),
        tuple(sentence.text for sentence in cable.open),
        tuple(shape.question(issues[each]) for each in _recorded(words)),
    )


def lines(comparison: Comparison) -> list[str]:
    """The real telegram paragraph by paragraph, each with what stands beside it, then both lists."""
    told, points = comparison.points
    reports = counted(
        told,
        "One of its {points} points stands in yours too.",
        "{number} of its {points} points stand in yours too.",
        points=points,
    )
    found = [comparison.title, reports]
    for row in comparison.rows:
        text = " ".join(each.text for each in row.passages)
        if not row.passages:
            found.append(phrase("It has nothing beside {yours}.", yours=_named(row.yours)))
        elif row.yours:
            found.append(phrase("Beside {yours}: {text}", yours=_named(row.yours), text=text))
        else:
            found.append(phrase("Beside nothing of yours: {text}", text=text))
    ours, theirs = ("; ".join(each) or phrase("nothing") for each in (comparison.open, comparison.open_then))
    found.append(phrase("Open, by yours: {questions}.", questions=ours))
    found.append(phrase("Open, by the real one: {questions}.", questions=theirs))
    return found


def _named(numbers: Sequence[int]) -> str:
    return phrase(" and ").join(
        phrase("your heading") if number == HEADING else phrase("your paragraph {number}", number=number)
        for number in numbers
    )


def _numbered(cable: Cable) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs in which anything is told, with their numbers."""
    return ((number, each) for number, each in enumerate(cable.paragraphs, 1) if each.subject != ADVICE)


def _tags(turn: Turn) -> frozenset[tuple[str, bool]]:
    """Where a move comes from: tags, and whether the document reports what was said."""
    return frozenset(
        (tag.strip(), line.basis == "record")
        for event in turn.events
        if isinstance(event, Spoke)
        for line in event.lines
        for tag in line.source.split(";")
    )


def _head_of(tag: str) -> str:
    match = _HEAD.match(tag)
    return match[0] if match else tag


def _head(
    scenario: Scenario,
    tags: Sequence[str],
    paragraph: Paragraph,
    sources: Mapping[int, frozenset[tuple[str, bool]]],
) -> str:
    """The paragraph of the document beside which a paragraph stands: that of most of its moves, or of its topic."""
    known = set(tags)
    numbers = sorted({number for sentence in paragraph.told for number in sentence.moves})
    found = Counter(
        head for number in numbers for head in sorted({_head_of(tag) for tag, _ in sources[number] if tag in known})
    )
    if found:
        return found.most_common(1)[0][0]
    places = scenario.topics[paragraph.subject].places if paragraph.subject != PROPOSALS else ()
    return next((_head_of(tags[place]) for place in sorted(places) if place >= 0), "")


def _recorded(words: Mapping[str, str]) -> Iterator[str]:
    number = 1
    while issue := words.get(f"recorded:open:{number}"):
        yield issue
        number += 1
