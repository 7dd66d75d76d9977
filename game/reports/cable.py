"""The telegram that a side sends home, written from the record: the moves of a game and what happened by them.

Every sentence is words of the scenario and knows the moves that it comes from. Take a move out, and
exactly its sentences go; letters and numbers close up. What else stands in a telegram is its blank. While
the talks go on it has no end: that is the pad.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.scenario import Scenario
from game.phrases import counted, noted, phrase
from game.records.replay import Turn
from game.reports.blanks import Blank, blank
from game.reports.ending import Balance, Ending
from game.reports.paragraphs import Divider, Paragraph, Part, entries
from game.reports.sentences import Sentence, fill
from game.reports.subjects import ADVICE

__all__ = ["Cable", "Ending", "Paragraph", "Part", "Sentence", "cable", "hours"]


class Cable(NamedTuple):
    """A telegram home; a pad while the talks go on."""

    side: int
    style: str
    heading: tuple[str, ...]
    opening: str
    paragraphs: tuple[Paragraph, ...]
    open: tuple[Sentence, ...]
    """The questions that it lists as open; they stand in its last paragraph as well."""
    names: tuple[str, ...]
    """The names by which people are called in it."""
    signed: tuple[str, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All its sentences in order."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)


def cable(scenario: Scenario, side: int, turns: Sequence[Turn], ending: Ending | None = None) -> Cable:
    """The telegram of a side about some moves; a pad where the talks have no ending yet."""
    shape = blank(scenario, side)
    told = entries(shape, turns)
    divider = Divider(shape, turns)
    paragraphs = list(divider.paragraphs(told))
    closing = list(divider.parts([each for each in told if each.place.subject == scenario.closing_topic]))
    balance = Balance(shape, turns, told, ending) if ending else None
    if balance:
        closing += _left(shape, balance)
    if closing:
        paragraphs.append(Paragraph(scenario.closing_topic, tuple(closing)))
    if balance and (steps := balance.advice()):
        paragraphs.append(Paragraph(ADVICE, (Part(steps, shape.text("next:lead"), listed=True, drawn=True),)))
    return Cable(
        side,
        shape.style,
        shape.heading if ending else shape.draft,
        fill(shape.opening, {"hours": hours(ending.minutes)}) if ending else "",
        tuple(paragraphs),
        balance.open() if balance else (),
        tuple(scenario.words[f"people/{person.id}:short"] for person in scenario.people),
        shape.signed if ending else (),
    )


def _left(blank: Blank, balance: Balance) -> Iterator[Part]:
    """What was agreed and what stands open."""
    agreed, open_ = balance.agreed(), balance.open()
    if agreed:
        yield Part(agreed, blank.text("agreed"), listed=True, drawn=True)
    if open_:
        yield Part(open_, blank.text("open:lead"), listed=True, drawn=True)
    elif agreed and (none := blank.text("open:none")):
        yield Part((), none, drawn=True)


_FIRST = noted(("half an hour", "one hour", "one and a half hours"))
_NUMBERS = noted(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), sense="hours")


def hours(minutes: int) -> str:
    """How long something took, to the half hour: 212 minutes is three and a half hours."""
    halves = max(1, round(minutes / 30))
    if halves <= len(_FIRST):
        return phrase(_FIRST[halves - 1])
    whole, half = divmod(halves, 2)
    words = phrase(_NUMBERS[whole], sense="hours") if whole < len(_NUMBERS) else str(whole)
    if half:
        return counted(whole, "{count} and a half hours", "{count} and a half hours", count=words)
    return counted(whole, "{count} hours", "{count} hours", count=words)
