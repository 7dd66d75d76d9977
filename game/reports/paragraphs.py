"""What is reported of a game, divided among paragraphs: one a subject, several points of one person in a list."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Changed
from game.records.replay import Turn
from game.reports.blanks import TELEGRAM, Blank
from game.reports.sentences import Reported, Sentence, fill, name, reported
from game.reports.subjects import PROPOSALS, Place, places

SEVERAL = 3
"""From how many points running of one person they are lettered."""


class Part(NamedTuple):
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]
    lead: str = ""
    """The words that introduce them: of the blank, not record."""
    listed: bool = False
    """One to a line: lettered in a telegram, with dashes in a report."""
    drawn: bool = False
    """Drawn from how things stand, where all others are told of a move."""


class Paragraph(NamedTuple):
    """What is told under one subject."""

    subject: int
    """The number of a topic, `PROPOSALS` or `ADVICE`."""
    parts: tuple[Part, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Its sentences in order."""
        return (sentence for part in self.parts for sentence in part.sentences)

    @property
    def told(self) -> Iterator[Sentence]:
        """Those that tell of a move."""
        return (sentence for part in self.parts if not part.drawn for sentence in part.sentences)


class Entry(NamedTuple):
    """Something to tell, and where."""

    number: int
    """The number of its move."""
    side: int
    turn: int
    """What shares a number was said by one side before the other did anything."""
    place: Place
    said: Reported
    sentence: Sentence


def entries(blank: Blank, turns: Sequence[Turn]) -> list[Entry]:
    """Everything that is told, in order; what was said again without words of its own once in each topic."""
    found: list[Entry] = []
    again: dict[tuple[int, str], int] = {}
    count, side = 0, -1
    for turn, place in zip(turns, places(blank.scenario, turns, blank.style == TELEGRAM), strict=True):
        count, side = count + (turn.side != side), turn.side
        for said in reported(blank, turn):
            first = again.setdefault((place.topic, said.text), len(found)) if said.again else len(found)
            if first == len(found):
                found.append(Entry(turn.number, side, count, place, said, Sentence(said.text, (turn.number,))))
            else:
                moves = (*found[first].sentence.moves, turn.number)
                found[first] = found[first]._replace(sentence=Sentence(said.text, moves))
    return found


class Divider:
    """Makes paragraphs of what is told in one telegram. It remembers how points were introduced before."""

    def __init__(self, blank: Blank, turns: Sequence[Turn]) -> None:
        """Know the blank, and the meters of the game."""
        self.blank, self.scenario, self.turns = blank, blank.scenario, turns
        self._introduced = 0
        self._reading: dict[str, str] = {}

    def paragraphs(self, told: Sequence[Entry]) -> Iterator[Paragraph]:
        """One a subject, in the order in which they came up, and the proposals after them; without the summing-up."""
        closing = self.scenario.closing_topic
        subjects = dict.fromkeys(each.place.subject for each in told if each.place.subject != closing)
        for subject in sorted(subjects, key=lambda each: each == PROPOSALS):
            begins = self.blank.text("proposals") if subject == PROPOSALS else self.blank.subject(subject)
            parts = tuple(self.parts([each for each in told if each.place.subject == subject]))
            yield Paragraph(subject, (Part((), begins), *parts) if begins else parts)

    def parts(self, told: Sequence[Entry]) -> Iterator[Part]:
        """The sentences of a paragraph: prose, and lists where one person made several points running."""
        prose: list[Sentence] = []
        lead, stretch = "", told[0].place.stretch if told else 0
        returns = [*self.blank.resumed]
        for run in _runs(told):
            place = run[0].place
            listed = self.blank.style == TELEGRAM and len(run) >= SEVERAL
            resumed = place.stretch != stretch and place.topic not in (PROPOSALS, self.scenario.closing_topic)
            stretch = place.stretch
            if prose and (listed or resumed):
                yield Part(tuple(prose), lead)
                prose, lead = [], ""
            if resumed:
                lead = returns.pop(0) if len(returns) > 1 else returns[0]
            if listed:
                points = tuple(each.sentence for each in run)
                yield Part(points, f"{lead} {self._introduce(run[0])}".strip(), listed=True)
                lead = ""
            else:
                prose += [each.sentence for each in run]
        if prose:
            yield Part(tuple(prose), lead)

    def _introduce(self, first: Entry) -> str:
        """How the points of somebody are introduced. Whether he reads is said where it is new."""
        who = first.said.speaker
        slots = {"speaker": name(self.blank, who, first.side)}
        meter, words = self.blank.reading(who)
        if words:
            value = self._meter(meter, first.number)
            text = words[max((each for each in words if each <= value), default=min(words))]
            if self._reading.get(who) != text:
                self._reading[who] = text
                return fill(text, slots)
        points = self.blank.points
        self._introduced += 1
        return fill(points[(self._introduced - 1) % len(points)], slots)

    def _meter(self, meter: int, number: int) -> int:
        """Where a meter stood after a move."""
        changes = [
            event.now
            for turn in self.turns
            if turn.number <= number
            for event in turn.events
            if isinstance(event, Changed) and event.meter == meter
        ]
        return changes[-1] if changes else self.scenario.meters[meter].start


def _runs(told: Sequence[Entry]) -> Iterator[list[Entry]]:
    """What one person said running in one topic; anything else alone."""
    run: list[Entry] = []
    for each in told:
        if run and not _goes_on(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _goes_on(before: Entry, after: Entry) -> bool:
    same = (before.said.speaker, before.place, before.turn) == (after.said.speaker, after.place, after.turn)
    return same and bool(after.said.speaker) and after.place.topic >= 0
