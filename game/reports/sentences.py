"""What one move adds to a telegram: words of the scenario by their ids, and nothing of our own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from game.engine.events import (
    Accepted,
    Closing,
    Denied,
    Event,
    Granted,
    Passed,
    Refused,
    Spoke,
    Tabled,
    WentOut,
)
from game.engine.issues import Package
from game.engine.lines import Line
from game.records.replay import Turn
from game.reports.blanks import TELEGRAM, Blank


class Sentence(NamedTuple):
    """What a telegram says because of some moves: a sentence or two, or an entry of a list."""

    text: str
    moves: tuple[int, ...]
    """The numbers of the moves that it comes from. Without them it would not stand."""


class Reported(NamedTuple):
    """What a telegram says of a move."""

    text: str
    speaker: str = ""
    """The id of the person who said it; the empty text where there are several or none."""
    again: bool = False
    """Said again, without words of its own for that."""


def reported(blank: Blank, turn: Turn) -> list[Reported]:
    """What a side's telegram says of a move: most often one text, and for what went by in silence none."""
    seen = turn.seen_by(blank.side)
    return [each for event in seen for each in _of(blank, turn.side, event, seen) if each.text]


def speaker(lines: Sequence[Line]) -> str:
    """Who alone says some lines; the empty text where there are several or none."""
    people = {line.speaker for line in lines if line.speaker}
    return people.pop() if len(people) == 1 else ""


def fill(text: str, slots: Mapping[str, str]) -> str:
    """A text with its slots filled."""
    for slot, value in slots.items():
        text = text.replace(f"{{{slot}}}", value)
    return text


def package(blank: Blank, pairs: Package) -> str:
    """A package as a part of a sentence."""
    parts = [blank.settlement(issue, settlement) for issue, settlement in pairs]
    if blank.style == TELEGRAM and len(parts) > 1:
        parts = [f"({chr(ord('a') + number)}) {part}" for number, part in enumerate(parts)]
    return "; ".join(parts)


def _of(blank: Blank, side: int, event: Event, seen: Sequence[Event]) -> Iterator[Reported]:
    match event:
        case Spoke():
            yield from _spoke(blank, event)
        case Tabled(lines=lines):
            kind = "countered" if event.counter else "proposed"
            yield _table(blank, kind, side, lines, package=package(blank, event.package))
        case Accepted(lines=lines):
            yield _table(blank, "accepted", side, lines, package=package(blank, event.package))
        case Refused(lines=lines):
            kind = "refused-part" if len(event.package) > 1 else "refused"
            hardest = blank.settlement(event.issue, dict(event.package)[event.issue])
            yield _table(blank, kind, side, lines, settlement=hardest)
        case WentOut():
            if not any(isinstance(each, Granted | Denied) for each in seen):
                yield _table(blank, "withdrew", side, ())
        case Granted() | Denied():
            kind = "allowed" if isinstance(event, Granted) else "not-allowed"
            text = blank.text(f"table:{kind}")
            yield Reported(fill(text, {"settlement": blank.settlement(event.issue, event.settlement)}))
        case Passed(lines=lines):
            yield _table(blank, "passed", side, lines)
        case Closing(why="asked"):
            yield _table(blank, "sum-up", side, ())


def _spoke(blank: Blank, event: Spoke) -> Iterator[Reported]:
    words, end = blank.scenario.words, f"cable:{blank.scenario.sides[blank.side].id}"
    first = words.get(f"{event.move}:{end}", "")
    who = speaker(event.lines)
    if not event.again:
        yield Reported(first, who)
    elif f"{event.move}:again:{end}" in words:
        yield Reported(words[f"{event.move}:again:{end}"], who)
    elif first:
        yield Reported(fill(blank.text("again"), {"speaker": name(blank, who, event.side)}), who, again=True)


def _table(blank: Blank, kind: str, side: int, lines: Sequence[Line], **slots: str) -> Reported:
    who = speaker(lines)
    return Reported(fill(blank.table(kind, side), {"speaker": name(blank, who, side), **slots}), who)


def name(blank: Blank, person: str, side: int) -> str:
    """The name of somebody, or of whoever speaks for a side."""
    return blank.scenario.words[f"people/{person or blank.scenario.sides[side].speaks}:short"]
