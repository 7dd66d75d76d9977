"""The blank of a telegram home: everything in it that is not what was said.

It comes from the scenario's cables.yaml, which the reader has put among the words. A scenario
without one gets a plain blank, and so does every part that a blank leaves out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.engine.scenario import Scenario
from game.phrases import noted, phrase

TELEGRAM, REPORT = "telegram", "report"
"""Numbered subjects and lettered points, no name said twice running; or whole sentences in paragraphs."""

BOTH = -1
"""In place of a side: whichever."""

PLAIN: Mapping[str, str] = noted(
    {
        "draft:1": "So far:",
        "proposals": "Proposals.",
        "resumed:1": "Later:",
        "points:1": "{speaker} made these points:",
        "again": "{speaker} said the same again.",
        "table:proposed": "{speaker} proposed: {package}.",
        "table:countered": "{speaker} proposed instead: {package}.",
        "table:accepted": "{speaker} accepted.",
        "table:refused": "{speaker} refused.",
        "table:refused-part": "{speaker} refused. The hardest part was: {settlement}.",
        "table:withdrew": "{speaker} went out and came back.",
        "table:allowed": "Home allowed: {settlement}.",
        "table:not-allowed": "Home did not allow: {settlement}.",
        "agreed": "Agreed, subject to confirmation:",
        "open:lead": "Open:",
    }
)
"""What stands where a blank says nothing else. A pass and the call to sum up go unreported."""


@dataclass(frozen=True, slots=True)
class Blank:
    """The blank of one side's telegram."""

    scenario: Scenario
    side: int
    style: str
    heading: tuple[str, ...]
    opening: str
    signed: tuple[str, ...]
    raised_by: int
    """Whose questions are listed as open: a side, or `BOTH`."""

    def text(self, part: str) -> str:
        """A part of the blank by its path in cables.yaml; the empty text where there is none."""
        written = self.scenario.words.get(f"{self._id}:{part}")
        return phrase(PLAIN.get(part, "")) if written is None else written

    @property
    def draft(self) -> tuple[str, ...]:
        """What stands there while the talks go on."""
        return tuple(_listed(self.scenario.words, f"{self._id}:draft")) or (self.text("draft:1"),)

    @property
    def points(self) -> tuple[str, ...]:
        """What stands before several points of one person, taken in turn."""
        return tuple(_listed(self.scenario.words, f"{self._id}:points")) or (self.text("points:1"),)

    @property
    def resumed(self) -> tuple[str, ...]:
        """What stands where a subject is taken up again: the first time, the second, and the last ever after."""
        return tuple(_listed(self.scenario.words, f"{self._id}:resumed")) or (self.text("resumed:1"),)

    def table(self, kind: str, side: int) -> str:
        """How a move of the table is reported, by who made it."""
        written = self.scenario.words.get(f"{self._id}:table:{kind}:{self.scenario.sides[side].id}")
        return phrase(PLAIN.get(f"table:{kind}", "")) if written is None else written

    def subject(self, topic: int) -> str:
        """How the paragraph of a topic begins."""
        id_ = self.scenario.topics[topic].id
        if f"{self._id}:style" in self.scenario.words:
            return self.text(f"subjects:{id_}")
        return f"{self.scenario.words[f'topics/{id_}:title']}."

    def settlement(self, issue: int, settlement: int) -> str:
        """A settlement as a part of a sentence."""
        each = self.scenario.issues[issue]
        id_ = f"issues/{each.id}.{each.settlements[settlement].id}"
        words = self.scenario.words
        return words.get(f"{id_}:cable:{self.scenario.sides[self.side].id}", words[f"{id_}:title"])

    def question(self, issue: int) -> str:
        """A question that stands open, as a part of a sentence."""
        id_ = self.scenario.issues[issue].id
        return self.text(f"open:questions:{id_}") or self.scenario.words[f"issues/{id_}:title"]

    def reading(self, person: str) -> tuple[int, Mapping[int, str]]:
        """The meter by which somebody's points are introduced, and the words by its values; -1 for most people."""
        id_, words = f"{self._id}:reading:{person}", self.scenario.words
        named = words.get(f"{id_}:meter")
        for number, meter in enumerate(self.scenario.meters):
            if meter.id == named:
                values = range(meter.low, meter.high + 1)
                return number, {each: words[at] for each in values if (at := f"{id_}:words:{each}") in words}
        return -1, {}

    @property
    def _id(self) -> str:
        return f"cables/{self.scenario.sides[self.side].id}"


@lru_cache(maxsize=16)
def blank(scenario: Scenario, side: int) -> Blank:
    """The blank of a side's telegram."""
    words, id_ = scenario.words, f"cables/{scenario.sides[side].id}"
    if f"{id_}:style" not in words:
        heading: Sequence[str] = (words["scenario:title"], words[f"sides/{scenario.sides[side].id}:title"])
        return Blank(scenario, side, REPORT, tuple(heading), "", (), BOTH)
    raised = words.get(f"{id_}:open:raised-by", "")
    return Blank(
        scenario,
        side,
        words[f"{id_}:style"],
        tuple(_listed(words, f"{id_}:heading")),
        words.get(f"{id_}:opening", ""),
        tuple(_listed(words, f"{id_}:signed")),
        next((number for number, each in enumerate(scenario.sides) if each.id == raised), BOTH),
    )


def _listed(words: Mapping[str, str], id_: str) -> Iterator[str]:
    number = 1
    while (text := words.get(f"{id_}:{number}")) is not None:
        yield text
        number += 1
