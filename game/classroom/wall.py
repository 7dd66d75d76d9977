"""The wall: one game shown to a whole room. Choices have letters, and nothing in it is one side's secret.

Whoever draws the wall asks here what there is to choose and what a letter does, so the screen and the lines of text
are the same game. What stands there is the same whatever the briefs, the values and the orders are: what a side may ask
for at home is called by its line on that side's own score sheet, and a line stays when it was granted.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from game.engine.issues import PACKAGE_LIMIT
from game.engine.moves import Move, NotAMove, Open, Pass, Recess, SumUp
from game.engine.views import ASK
from game.phrases import counted, noted, phrase
from game.records.notes import Note
from game.reports.marking import NotAMark, typed
from game.session import HUMAN, Session, Turn
from game.speech.refusing import why as why_not
from game.speech.telling import Teller, Told, clock

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"
"""The letters of choices, in order."""

JUDGE = "the judge in the room"
"""Who marks on the wall."""

Keep: TypeAlias = Callable[[str, Sequence[Note]], None]
"""Keeps notes about a game, by its name."""

PROPOSE, RECESS, STAY = "propose", "recess", "stay"
"""Choices that open a list of their own, and the one that closes it."""

LEAVING = noted(
    "Ask for one line of your score sheet, under 'What home allows in a recess'. What home answers stands there, "
    "and is not shown here."
)
"""What is said when a side leaves the room."""


class Option(NamedTuple):
    """A choice on the wall."""

    letter: str
    label: str
    does: Move | str


class NotOnTheWall(ValueError):
    """A letter that no choice has, or letters that make no package: why, in one sentence."""


class Wall:
    """One game at which a room looks. Both sides are people."""

    def __init__(self, session: Session, keep: Keep | None = None, criteria: Sequence[str] = ()) -> None:
        """Begin to show a game. `keep` keeps the marks of a judge in the room, who marks by `criteria`."""
        if session.seats != (HUMAN, HUMAN):
            raise ValueError("a wall shows a game between people")
        self.session = session
        self.criteria = tuple(criteria)
        self._keep = keep
        self.list = ""
        """`PROPOSE` or `RECESS` while that list is open; else the empty text."""

    @property
    def teller(self) -> Teller:
        """Who puts things in words. What it knows is what both sides know."""
        return Teller(self.session.text, self.session.known(0))

    @property
    def side(self) -> str:
        """The delegation in turn; the empty text when the talks are over."""
        return self.teller.side(self.session.turn) if not self.session.over else ""

    @property
    def hour(self) -> str:
        """The time on the clock of that evening."""
        return clock(self.session.text("scenario:begins"), self.session.view(None).minutes)

    @property
    def to_go(self) -> str:
        """How long the talks still are, in words; the empty text where only the clock ends them."""
        left = self.moves_left
        if left is None or self.session.over:
            return ""
        return counted(left, "{number} move until the summing-up", "{number} moves until the summing-up")

    @property
    def moves_left(self) -> int | None:
        """Moves until the summing-up; None where only the clock brings it."""
        return self.session.view(None).moves_left

    def tabled(self) -> str:
        """The package that waits for an answer; the empty text where none does."""
        view = self.session.view(None)
        return self.teller.package(view.tabled) if view.tabled else ""

    def told(self, turn: Turn) -> list[Told]:
        """What the room sees and hears of a move."""
        return self.teller.tell(turn.seen_by(None))

    # Choosing

    def options(self) -> list[Option]:
        """The choices that stand on the wall now, each with its letter."""
        if self.session.over:
            return []
        found = {PROPOSE: self._parts, RECESS: self._asks}.get(self.list, self._moves)()
        return [Option(letter, label, does) for letter, (label, does) in zip(LETTERS, found, strict=False)]

    def _moves(self) -> list[tuple[str, Move | str]]:
        session, teller, side = self.session, self.teller, self.session.turn
        view, us = session.view(side), session.known(0).sides[side].id
        found: list[tuple[str, Move | str]] = []
        for move in view.moves:
            if isinstance(move, Open):
                found.append((phrase("Turn to “{label}”", label=teller.label(move, side)), move))
            elif not isinstance(move, Recess | Pass | SumUp):
                found.append((teller.label(move, side), move))
        if view.packages:
            put = phrase("Make a counter-proposal") if view.tabled else session.text(f"table/propose:{us}:label")
            found.append((put, PROPOSE))
        if any(isinstance(move, Recess) for move in view.moves):
            found.append((session.text(f"table/recess:{us}:label"), RECESS))
        return found + [(teller.label(move, side), move) for move in view.moves if isinstance(move, Pass | SumUp)]

    def _asks(self) -> list[tuple[str, Move | str]]:
        known = self.session.known(self.session.turn)
        asks = [
            f"{RECESS} {known.issues[i].id}={known.issues[i].settlements[s]}"
            for (i, s), says in known.authority.items()
            if says == ASK
        ]
        return [
            *((phrase("Line {number}", number=number), asked) for number, asked in enumerate(asks, 1)),
            (phrase("Stay in the room"), STAY),
        ]

    def _parts(self) -> list[tuple[str, Move | str]]:
        known, view = self.session.known(0), self.session.view(None)
        found: list[tuple[str, Move | str]] = []
        for number, issue in enumerate(known.issues):
            for s, bit in enumerate(issue.bits):
                if bit & view.reach and s != view.table[number]:
                    label = f"{self.teller.issue(number)}: {self.teller.settlement(number, s)}"
                    found.append((label, f"{issue.id}={issue.settlements[s]}"))
        return [*found, (phrase("Put nothing after all"), STAY)]

    def choose(self, letters: str) -> Turn | None:
        """Do what a letter says; in the list of a package, what one to three letters say together.

        Gives None where it only opened or closed a list. Raises `NotOnTheWall`.
        """
        by_letter = {option.letter: option for option in self.options()}
        chosen = [by_letter.get(letter) for letter in letters.upper() if not letter.isspace()]
        if not chosen or None in chosen:
            raise NotOnTheWall(phrase("There is no choice {upper} on the wall.", upper=letters.strip().upper()[:3]))
        options = [option for option in chosen if option is not None]
        if self.list == PROPOSE and STAY not in [option.does for option in options]:
            return self._put([str(option.does) for option in options])
        if len(options) > 1:
            raise NotOnTheWall(phrase("One letter at a time, please."))
        does = options[0].does
        if does in (PROPOSE, RECESS, STAY):
            self.list = "" if does == STAY else str(does)
            return None
        try:
            turn = self.session.play(does)
        except NotAMove:
            raise NotOnTheWall(phrase("That line was granted before, so there is nothing to ask.")) from None
        self.list = ""
        return turn

    def _put(self, parts: Sequence[str]) -> Turn:
        if len(parts) > PACKAGE_LIMIT:
            raise NotOnTheWall(phrase("A package settles one to {most} questions.", most=PACKAGE_LIMIT))
        order = [issue.id for issue in self.session.known(0).issues]
        ordered = sorted(parts, key=lambda part: order.index(part.partition("=")[0]))
        try:
            turn = self.session.play("propose " + " ".join(ordered))
        except NotAMove as fault:
            raise NotOnTheWall(phrase("That package cannot be put: {why}.", why=why_not(fault))) from None
        self.list = ""
        return turn

    def back(self) -> bool:
        """Take the last move back, as a game of its own; or close a list that is open. False where nothing was."""
        if self.list:
            self.list = ""
        elif self.session.count:
            self.session = self.session.rewind(self.session.count - 1)
        else:
            return False
        return True

    def argue(self, text: str) -> None:
        """Keep what somebody in the room said in their own words. Raises `NotOnTheWall`."""
        try:
            self.session.argue(text)
        except NotAMove as fault:
            raise NotOnTheWall(phrase("That was not kept: {why}.", why=why_not(fault))) from None

    @property
    def takes_marks(self) -> bool:
        """Whether somebody in the room can mark what is said."""
        return self._keep is not None and bool(self.criteria)

    def mark(self, text: str) -> int:
        """Keep the marks that a judge typed for what was said last; gives how many. Raises `NotOnTheWall`."""
        if self._keep is None or not self.criteria:
            raise NotOnTheWall(phrase("This meeting has no rubric, so nothing is marked."))
        try:
            found = typed(text, JUDGE, self.session.count, self.criteria)
        except NotAMark as fault:
            raise NotOnTheWall(str(fault)) from None
        self._keep(self.session.game, found)
        return len(found)


class TurnClock:
    """How long a turn may take in the room. Nobody is made to move: it only says that the time is up."""

    def __init__(self, limit: int, now: Callable[[], float]) -> None:
        """`limit` in seconds, 0 for none; `now` gives seconds that only grow."""
        self.limit = limit
        self._now = now
        self._spent = 0.0
        self._since: float | None = now()
        self._extra = 0

    def begin(self) -> None:
        """A new turn. A pause goes on."""
        self._spent, self._extra = 0.0, 0
        if self._since is not None:
            self._since = self._now()

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self._since is None

    def pause(self) -> None:
        """Stop, or go on."""
        if self._since is None:
            self._since = self._now()
        else:
            self._spent += self._now() - self._since
            self._since = None

    def more(self, seconds: int) -> None:
        """Give this turn more time."""
        self._extra += seconds

    @property
    def left(self) -> int | None:
        """Seconds left, below 0 when the time is up; None where there is no limit."""
        if not self.limit:
            return None
        running = self._now() - self._since if self._since is not None else 0.0
        return round(self.limit + self._extra - self._spent - running)


def minutes(seconds: int) -> str:
    """Seconds as a clock shows them: 1:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"
