"""The telegram that a side sends home, written from the record: the moves of a game and what happened by them.

Every sentence is words of the scenario and knows the moves that it comes from. Take a move out, and
exactly its sentences go; letters and numbers close up. What else stands in a telegram is form.
While the talks go on it has no end: that is Akalovsky's pad.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Changed, Reached, Settled, Tabled
from game.engine.issues import OPEN, Table
from game.engine.scenario import Scenario
from game.records.replay import Turn
from game.reports.forms import BOTH, TELEGRAM, Form, form
from game.reports.sentences import Reported, Sentence, fill, name, reported
from game.reports.subjects import PROPOSALS, Place, places

SEVERAL = 3
"""From how many points running of one person they are lettered."""


class Ending(NamedTuple):
    """How the talks ended, as a telegram of that night can know it."""

    table: Table
    """As the delegations left it: the capitals have not spoken yet."""
    minutes: int


class Part(NamedTuple):
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]
    lead: str = ""
    """The words that introduce them: form, not record."""
    listed: bool = False
    """Lettered in a telegram, one to a line."""


class Paragraph(NamedTuple):
    """What is told under one subject."""

    subject: int
    """The number of a topic, or `PROPOSALS`."""
    parts: tuple[Part, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Its sentences in order."""
        return (sentence for part in self.parts for sentence in part.sentences)


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
    writer = _Writer(form(scenario, side), turns)
    open_ = writer.open(ending) if ending else ()
    shape = writer.form
    return Cable(
        side,
        shape.style,
        shape.heading if ending else shape.draft,
        fill(shape.opening, {"hours": hours(ending.minutes)}) if ending else "",
        tuple(writer.paragraphs(ending, open_)),
        open_,
        tuple(scenario.words[f"people/{person.id}:short"] for person in scenario.people),
        shape.signed if ending else (),
    )


_FIRST = "half an hour", "one hour", "one and a half hours"
_NUMBERS = "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"


def hours(minutes: int) -> str:
    """How long something took, to the half hour: 212 minutes is three and a half hours."""
    halves = max(1, round(minutes / 30))
    if halves <= len(_FIRST):
        return _FIRST[halves - 1]
    whole, half = divmod(halves, 2)
    number = _NUMBERS[whole] if whole < len(_NUMBERS) else str(whole)
    return f"{number}{' and a half' if half else ''} hours"


class _Entry(NamedTuple):
    number: int
    side: int
    turn: int
    """What shares a number was said by one side before the other did anything."""
    place: Place
    said: Reported
    sentence: Sentence


class _Writer:
    """Divides what is reported among paragraphs and parts."""

    def __init__(self, form: Form, turns: Sequence[Turn]) -> None:
        self.form = form
        self.scenario = form.scenario
        self.turns = turns
        self.places = places(self.scenario, turns)
        self.entries = list(self._entries())
        self.groups = 0
        self.read: dict[str, str] = {}

    def _entries(self) -> Iterator[_Entry]:
        """What is reported, in order; what was said again without words of its own once for each subject."""
        again: dict[tuple[int, str], tuple[int, ...]] = {}
        found = []
        count, side = 0, -1
        for turn, place in zip(self.turns, self.places, strict=True):
            count, side = count + (turn.side != side), turn.side
            for said in reported(self.form, turn):
                moves: tuple[int, ...] = (turn.number,)
                if said.again:
                    moves = (*again.get((place.subject, said.text), ()), turn.number)
                    again[place.subject, said.text] = moves
                    if len(moves) > 1:
                        continue
                found.append(_Entry(turn.number, turn.side, count, place, said, Sentence(said.text, moves)))
        for each in found:
            if each.said.again:
                all_of_them = again[each.place.subject, each.said.text]
                each = each._replace(sentence=Sentence(each.said.text, all_of_them))
            yield each

    # Paragraphs

    def paragraphs(self, ending: Ending | None, open_: tuple[Sentence, ...]) -> Iterator[Paragraph]:
        """One for each subject in the order in which they came up, then the summing-up and what stands at the end."""
        closing = self.scenario.closing_topic
        for subject in dict.fromkeys(each.place.subject for each in self.entries):
            if subject == closing:
                continue
            entries = [each for each in self.entries if each.place.subject == subject]
            parts = list(self._parts(entries))
            begins = self.form.text("proposals") if subject == PROPOSALS else self.form.subject(subject)
            if begins and parts[0].lead:
                parts.insert(0, Part((), begins))
            elif begins:
                parts[0] = parts[0]._replace(lead=begins)
            yield Paragraph(subject, tuple(parts))
        last = [each for each in self.entries if each.place.subject == closing]
        parts = list(self._closing(last, ending, open_))
        if parts:
            yield Paragraph(closing, tuple(parts))
        if ending and (steps := self._steps(ending)):
            yield Paragraph(PROPOSALS, (Part(steps, self.form.text("next:lead"), listed=True),))

    def _parts(self, entries: Sequence[_Entry]) -> Iterator[Part]:
        """The sentences of a paragraph: prose, and lists where one person made several points running."""
        prose: list[Sentence] = []
        lead, stretch = "", entries[0].place.stretch if entries else 0
        for run in _runs(entries):
            listed = self.form.style == TELEGRAM and len(run) >= SEVERAL and bool(run[0].said.speaker)
            at = run[0].place
            resumed = at.stretch != stretch and at.topic not in (PROPOSALS, self.scenario.closing_topic)
            if prose and (listed or resumed):
                yield Part(tuple(prose), lead)
                prose, lead = [], ""
            if resumed:
                lead = self.form.text("resumed")
            stretch = at.stretch
            sentences = [each.sentence for each in run]
            if listed:
                begins = self._points(run[0])
                yield Part(tuple(sentences), f"{lead} {begins}".strip(), listed=True)
                lead = ""
            else:
                prose += sentences
        if prose:
            yield Part(tuple(prose), lead)

    def _points(self, first: _Entry) -> str:
        """How the points of somebody are introduced. That he reads is said when it is new."""
        who = first.said.speaker
        slots = {"speaker": name(self.form, who, first.side)}
        meter, words = self.form.reading(who)
        if words:
            value = self._meter(meter, first.number)
            told = max((each for each in words if each <= value), default=min(words))
            if self.read.get(who) != words[told]:
                self.read[who] = words[told]
                return fill(words[told], slots)
        self.groups += 1
        return fill(self.form.points[(self.groups - 1) % len(self.form.points)], slots)

    def _meter(self, meter: int, number: int) -> int:
        """Where a meter stood after a move."""
        value = self.scenario.meters[meter].start
        for turn in self.turns:
            if turn.number > number:
                break
            for event in turn.events:
                if isinstance(event, Changed) and event.meter == meter:
                    value = event.now
        return value

    # The end

    def _closing(
        self, entries: Sequence[_Entry], ending: Ending | None, open_: tuple[Sentence, ...]
    ) -> Iterator[Part]:
        """The summing-up of both sides, and after that of its own what was agreed and what stands open."""
        if ending is None:
            yield from self._parts(entries)
            return
        own = max((number for number, each in enumerate(entries, 1) if each.side == self.form.side), default=0)
        own = own or len(entries)
        yield from self._parts(entries[:own])
        if agreed := self._agreed(ending):
            yield Part(agreed, self.form.text("agreed"), listed=True)
        if open_:
            yield Part(open_, self.form.text("open:lead"), listed=True)
        elif agreed and (none := self.form.text("open:none")):
            yield Part((), none)
        yield from self._parts(entries[own:])

    def _settled(self) -> dict[int, tuple[int, int]]:
        """For each issue that an agreement moved, the settlement and the move that moved it there last."""
        return {
            event.issue: (event.now, turn.number)
            for turn in self.turns
            for event in turn.events
            if isinstance(event, Settled) and event.now != OPEN
        }

    def _agreed(self, ending: Ending) -> tuple[Sentence, ...]:
        settled = self._settled()
        return tuple(
            Sentence(self.form.settlement(issue, now), (number,))
            for issue, (now, number) in sorted(settled.items())
            if now == ending.table[issue]
        )

    def open(self, ending: Ending) -> tuple[Sentence, ...]:
        """The questions that stand open, of those that were spoken of."""
        spoken = self._spoken_of(self.form.raised_by)
        return tuple(
            Sentence(self.form.question(issue), moves)
            for issue, moves in spoken.items()
            if ending.table[issue] == OPEN
        )

    def _steps(self, ending: Ending) -> tuple[Sentence, ...]:
        """What the side advises on each question that was spoken of, where its form says anything."""
        settled = self._settled()
        found = []
        for issue, moves in self._spoken_of(BOTH).items():
            now, number = settled.get(issue, (OPEN, 0))
            if ending.table[issue] == OPEN:
                found.append((self.form.text(f"next:open:{self.scenario.issues[issue].id}"), moves))
            elif now == ending.table[issue]:
                found.append((self.form.text(f"next:agreed:{self.scenario.issues[issue].id}"), (number,)))
        return tuple(Sentence(text, moves) for text, moves in found if text)

    def _spoken_of(self, side: int) -> dict[int, tuple[int, ...]]:
        """For each issue of which a side spoke, in declared order, the moves by which it did."""
        found: dict[int, set[int]] = {}
        told = {each.number for each in self.entries}
        for turn, place in zip(self.turns, self.places, strict=True):
            if side not in (BOTH, turn.side) or turn.number not in told:
                continue
            for issue in self._issues(turn, place):
                found.setdefault(issue, set()).add(turn.number)
        return {issue: tuple(sorted(moves)) for issue, moves in sorted(found.items())}

    def _issues(self, turn: Turn, place: Place) -> Iterator[int]:
        """The issues that a move is about."""
        if place.topic >= 0 and (argues := self.scenario.topics[place.topic].argues) >= 0:
            yield argues
        for event in turn.events:
            if isinstance(event, Reached):
                yield event.issue
            elif isinstance(event, Tabled):
                yield from (issue for issue, _ in event.package)


def _runs(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """What one person said running in one topic; anything else alone."""
    run: list[_Entry] = []
    for each in entries:
        if run and not _goes_on(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _goes_on(before: _Entry, after: _Entry) -> bool:
    same = (before.said.speaker, before.place, before.turn) == (after.said.speaker, after.place, after.turn)
    return same and bool(after.said.speaker) and after.place.topic >= 0

