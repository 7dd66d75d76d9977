"""A place at the table: one session, read by whoever is at the keyboard, and what is said to them of it.

Where two people share the keyboard, the lines are for the whole room: nothing is in them that one of
the two may not see, so no brief, worth or authority.
"""

from collections.abc import Iterator, Sequence
from typing import TextIO

from game.engine.events import Settled
from game.engine.issues import Package
from game.engine.views import Known, View
from game.phrases import phrase
from game.plain.asking import Lines
from game.plain.lines import AND_NOW, told_line
from game.reports.transcript import told
from game.session import HUMAN, Argument, Session, Turn
from game.speech.figures import gain, hundredths
from game.speech.reckoning import AUTHORITY, BEYOND, authority, beyond, change, changes
from game.speech.telling import Teller, Told, clock


class Seat:
    """One session at one keyboard."""

    def __init__(self, session: Session, lines_in: TextIO, out: TextIO) -> None:
        """Sit down."""
        self.session = session
        self.lines = Lines(lines_in, out)
        self.shared = session.seats == (HUMAN, HUMAN)
        self.last: Sequence[Told] = ()
        """What was told last."""
        self._time = ""

    # Who is here, and what they see

    @property
    def side(self) -> int:
        """The side at the keyboard: the one in turn, or when the talks are over that of the one person."""
        if self.session.over and HUMAN in self.session.seats:
            return self.session.seats.index(HUMAN)
        return max(self.session.turn, 0)

    @property
    def reader(self) -> int | None:
        """The side for whose eyes the lines are; None for the whole room."""
        seats = self.session.seats
        return seats.index(HUMAN) if HUMAN in seats and not self.shared else None

    @property
    def known(self) -> Known:
        """What the side at the keyboard knows."""
        return self.session.known(self.side)

    @property
    def view(self) -> View:
        """What it sees."""
        return self.session.view(self.side)

    @property
    def teller(self) -> Teller:
        """Who puts events in words here."""
        return Teller(self.session.text, self.known, phrase(AND_NOW))

    # What is said

    def say(self, text: str) -> None:
        """One line out."""
        self.lines.say(text)

    def show(self, lines: Sequence[Told]) -> None:
        """Say some told lines."""
        self.last = lines or self.last
        for each in lines:
            self.say(told_line(self.teller, each))

    def tell(self, entry: Turn | Argument) -> None:
        """Say what a move brought, and what that means to the reader."""
        self.show(told(self.teller, entry, self.reader))
        if isinstance(entry, Turn):
            for line in self._meaning(entry):
                self.say(line)

    def _meaning(self, turn: Turn) -> Iterator[str]:
        """What the questions that moved are worth to the reader now."""
        settled = [event for event in turn.events if isinstance(event, Settled)]
        if not settled or self.reader is None:
            return
        known, view = self.session.known(self.reader), self.session.view(self.reader)
        was = list(view.table)
        for event in reversed(settled):
            was[event.issue] = event.was
        before, now = known.worth(tuple(was)), known.worth(view.table)
        yield phrase(
            "[That is worth {gain} to you: {now} of 100 now, as the table stands.]",
            gain=gain(now - before),
            now=hundredths(now),
        )

    def tell_time(self) -> None:
        """The time, if it is another than was said last. What else changed was said when it did."""
        view = self.session.view(None)
        time = clock(self.session.text("scenario:begins"), view.minutes)
        if view.moves_left is not None and not view.closing and view.place != "end":
            time = phrase("{time}; moves until the summing-up: {moves}", time=time, moves=view.moves_left)
        if time != self._time:
            self._time = time
            self.say(f"[{time}]")

    def worth_of(self, package: Package, by: int | None = None) -> str:
        """What a package would change for the side in turn, and what its capital says; nothing where two look on.

        `by` is the change where it stands in a sum, as it is shown there.
        """
        if self.shared or not package:
            return ""
        known, view = self.known, self.view
        says = authority(known, view, *package[0]) if len(package) == 1 else beyond(known, view, package)
        return phrase(
            "Worth {gain} to you; {authority}.",
            gain=gain(change(known, view, package) if by is None else by),
            authority=phrase(AUTHORITY[says]),
        )

    def tell_parts(self, package: Package) -> None:
        """A package part by part, and what the whole is worth."""
        each, more = changes(self.known, self.view, package)
        for part, by in zip(package, each, strict=True):
            self.say(f"{self.teller.package((part,))}. {self.worth_of((part,), by)}".rstrip())
        if self.shared:
            return
        if len(package) > 1:
            beside = " " + phrase("{gain} of it comes of having them together.", gain=gain(more)) if more else ""
            self.say(phrase("All together: {worth}", worth=self.worth_of(package)) + beside)
        if warning := BEYOND.get(beyond(self.known, self.view, package)):
            self.say(phrase(warning))
