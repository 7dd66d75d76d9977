"""A place at the table: one session read by one side, put in the rows that the widgets show.

`reader` is the side whose eyes it is for, or None where two people look on and neither holds the
keyboard: then nothing is in it that one of them may not see.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from textual.content import Content

from game.engine.events import Changed, Claimed, Settled
from game.engine.issues import OPEN
from game.engine.lines import Line
from game.engine.views import Known, View
from game.phrases import noted, phrase
from game.reports.flow import argument_line
from game.session import Argument, Session, Turn
from game.speech.figures import hundredths
from game.speech.gate import clean
from game.speech.reckoning import reservation, shown, standings
from game.speech.telling import MARKS, SPEECH, Teller, Told, clock
from game.tui.widgets.board import UNTOLD, BoardRow, Worth
from game.tui.widgets.claims import ClaimGroup
from game.tui.widgets.clock import Hour
from game.tui.widgets.meters import Gauge
from game.tui.widgets.transcript import NOTE, SCENE, THOUGHT, TOPIC, TYPED, Entry
from game.tui.widgets.typeset import styled

TEXT = 8_192
"""Characters of one text of a scenario."""

MOMENTS = (
    noted("{name} turns a page."),
    noted("{name} waits for the interpreter."),
    noted("{name} makes a note."),
    noted("{name} looks along the table."),
    noted("{name} says a word to a neighbour."),
    noted("{name} caps a pen."),
)
"""What the other side is seen to do before it answers."""


def arrow(hundreds: int) -> Content:
    """A change of worth, in the ink of a gain or of a loss."""
    return styled(points(hundreds).rjust(6), ".gain" if hundreds > 0 else ".loss" if hundreds < 0 else ".quiet")


def points(hundreds: int) -> str:
    """A change of worth with an arrow, so that its sign never hangs on a colour."""
    if not hundreds:
        return "±0"
    return f"{'▲' if hundreds > 0 else '▼'} {hundredths(abs(hundreds))}"


def whole(hundreds: int) -> str:
    """Points, without a tenth where there is none: 34, 18.7."""
    return hundredths(hundreds).removesuffix(".0")


class Desk:
    """One session, read by one side or by the whole room."""

    def __init__(
        self, session: Session, reader: int | None, *, plain_words: bool = False, shows_worth: bool = True
    ) -> None:
        """Sit down. `plain_words` puts the thought behind each move above its line; worth may be kept until the end."""
        self.session = session
        self.reader = reader
        self.plain_words = plain_words
        self.text = lru_cache(maxsize=4096)(self._text)
        self._seen: tuple[int, View] | None = None
        self.shape = session.known(0 if reader is None else reader)
        """What anybody may read: titles and names. Worth is read from `known` alone."""
        self.known: Known | None = None if reader is None else self.shape
        self.counts = self.known if shows_worth or session.over else None
        """What worth is shown from; None where none is."""
        self.teller = Teller(self.text, self.shape)

    def _text(self, id: str) -> str:
        """The words under an id; the empty text where the scenario leaves out what it may leave out."""
        return clean(self.session.text(id), TEXT, lines=True) if self.session.has_text(id) else ""

    @property
    def view(self) -> View:
        """The position as this reader sees it; when the talks are over, with what is left of them."""
        if self._seen is None or self._seen[0] != self.session.count:
            view = self.session.view(self.reader)
            if self.session.over:
                view = replace(view, table=self.session.result().table)
            self._seen = self.session.count, view
        return self._seen[1]

    # What was said

    def names(self) -> int:
        """The width in cells of the longest name."""
        return max(Content(self.teller.person(person.id)).cell_length for person in self.shape.people)

    def opening(self) -> list[Entry]:
        """What stands above the first move."""
        begins = clock(self.text("scenario:begins"), 0)
        scene = self.text("scenario:opening-scene")
        return [Entry(TOPIC, self.text("scenario:place"), time=begins), *([Entry(SCENE, scene)] if scene else [])]

    def entries(self, turn: Turn) -> list[Entry]:
        """What a move brought, for this reader's eyes."""
        found = self._told(self.teller.tell(turn.seen_by(self.reader)), turn.number)
        first = next((number for number, each in enumerate(found) if each.kind == SPEECH), len(found))
        return [*found[:first], *self._meant(turn), *found[first:]]

    def _told(self, told: Iterable[Told], turn: int) -> list[Entry]:
        time = self.time(turn - 1)
        return [self._entry(each, time, turn) for each in told if each.text]

    def _entry(self, told: Told, time: str, turn: int) -> Entry:
        if told.kind == SPEECH:
            name, mark = self.teller.person(told.speaker), MARKS.get(told.basis, "")
            return Entry(told.kind, told.text, name, told.side, mark, time, turn)
        return Entry(told.kind, told.text, side=told.side, time=time if told.kind == TOPIC else "", turn=turn)

    def _meant(self, turn: Turn) -> Iterator[Entry]:
        """What stands above the first line of a move: the thought in plain words, and what was typed to say it."""
        if self.plain_words and (thought := self._text(f"{turn.move}:label")):
            yield Entry(THOUGHT, thought, side=turn.side, turn=turn.number)
        if turn.typed:
            yield Entry(TYPED, clean(turn.typed), side=turn.side, turn=turn.number)

    def aside(self, typed: str, line: Line | None) -> list[Entry]:
        """Words that fitted no move, and how the other side turned them aside. They are in no record."""
        told = self.teller.lines([line], 1 - self.session.turn) if line else []
        return [Entry(TYPED, clean(typed), side=self.session.turn), *self._told(told, self.session.count + 1)]

    def argued(self, argument: Argument) -> Entry:
        """An own argument, under the name of its side."""
        text = argument_line(self.teller, argument._replace(text=clean(argument.text)))
        return Entry(NOTE, text, side=argument.side, turn=argument.after + 1)

    def so_far(self) -> list[Entry]:
        """Everything up to now."""
        found = self.opening()
        for each in self.session.entries:
            found += self.entries(each) if isinstance(each, Turn) else [self.argued(each)]
        return found

    def time(self, count: int) -> str:
        """The time on the wall when so many moves had been made."""
        return clock(self.text("scenario:begins"), self.session.minutes(count))

    def moment(self, side: int) -> str:
        """What the other side is seen to do before it answers."""
        name = self.teller.person(self.shape.sides[side].speaks)
        return phrase(MOMENTS[5 * self.session.count % len(MOMENTS)], name=name)

    # How things stand

    def hour(self, view: View) -> Hour:
        """The clock."""
        time = clock(self.text("scenario:begins"), view.minutes)
        instead = phrase("over") if view.turn < 0 else phrase("summing up") if view.closing else ""
        return Hour(time, view.left, self.shape.talk, instead, view.moves_left)

    def board(self, view: View) -> list[BoardRow]:
        """The questions."""
        rows = []
        fresh = {event.issue: event.was for turn in self.fresh() for event in turn.events if isinstance(event, Settled)}
        worth, _ = shown(self.counts, view) if self.counts else ([], 0)
        for row in standings(self.shape, view, self.counts):
            rows.append(
                BoardRow(
                    self.teller.issue(row.issue),
                    self.teller.settlement(row.issue, row.settlement),
                    row.settlement == OPEN,
                    hundredths(worth[row.issue]) if self.counts else "",
                    whole(row.of) if self.counts else "",
                    points(row.change) if self.counts and row.moved else "",
                    len(row.reach),
                    row.step,
                    row.steps,
                    self.teller.settlement(row.issue, fresh[row.issue]) if row.issue in fresh else "",
                )
            )
        return rows

    def fresh(self) -> Sequence[Turn]:
        """The moves since the reader spoke last, with that one: what they changed is new to whoever looks up now."""
        turns = self.session.turns
        side = turns[-1].side if self.reader is None and turns else self.reader
        last = next((turn.number for turn in reversed(turns) if turn.side == side), 1)
        return turns[last - 1 :]

    def worth(self, view: View) -> Worth:
        """What the table comes to for the reader."""
        if self.counts is None:
            return UNTOLD
        worth = self.counts.worth(view.table)
        _, linked = shown(self.counts, view)
        return Worth(hundredths(worth), hundredths(reservation(self.counts)), points(linked) if linked else "")

    def open(self, view: View) -> tuple[int, int]:
        """How many questions are open, and how many there are."""
        return sum(not settlement for settlement in view.table), len(view.table)

    def gauges(self, view: View) -> list[Gauge]:
        """The meters, each with what it moved since the reader spoke last."""
        moved: dict[int, int] = {}
        for event in (event for turn in self.fresh() for event in turn.events if isinstance(event, Changed)):
            moved[event.meter] = moved.get(event.meter, 0) + event.now - event.was
        return [
            Gauge(
                self.teller.meter_title(number),
                self.teller.meter(number, value),
                value - meter.low,
                meter.high - meter.low,
                moved.get(number, 0),
            )
            for number, (meter, value) in enumerate(zip(self.shape.meters, view.meters, strict=True))
        ]

    def claims(self, view: View) -> list[ClaimGroup]:
        """The claims that wait and those that stand, what the reader should answer first."""
        made = [event.claim for event in view.log if isinstance(event, Claimed)]

        def group(heading: str, side: int, bits: int) -> ClaimGroup:
            claims = [n for n in made if bits >> n & 1 and self.shape.claims[n].side == side]
            return ClaimGroup(heading, side, tuple(self.teller.claim(number) for number in claims))

        if self.reader is None:
            groups = [
                group(phrase(says, side=self.teller.of(side)), side, bits)
                for says, bits in (
                    (noted("{side} claims that wait for an answer"), view.pending),
                    (noted("{side} claims left unanswered"), view.standing),
                )
                for side in (0, 1)
            ]
        else:
            mine, theirs = self.reader, 1 - self.reader
            groups = [
                group(phrase("Waiting for your answer"), theirs, view.pending),
                group(phrase("You left unanswered"), theirs, view.standing),
                group(phrase("They left unanswered"), mine, view.standing),
                group(phrase("Waiting for their answer"), mine, view.pending),
            ]
        return [each for each in groups if each.claims]
