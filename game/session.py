"""A game being played: the one thing that every front end talks to.

A front end asks for what a side may know (`known`, `view`, and all that is in `game.reading`), sends a move, and is
given the turn that it made. The move is kept before the turn comes back, so nothing that anybody saw can be lost. No
front end holds a scenario or a state, so nothing secret can be shown by mistake.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Self, TypeAlias

from game.engine.chance import Draw
from game.engine.counterparts import SEATS, Counterpart, counterpart
from game.engine.lines import Line
from game.engine.moves import NotAMove, read
from game.engine.play import play
from game.engine.scenario import END, Move, Scenario
from game.engine.state import State, digest
from game.engine.whatif import Position, explained
from game.limits import MESSAGE
from game.phrases import phrase
from game.reading import Held, Reading, TooEarly
from game.records.faults import Damaged, NoSuchMove, OtherRules, UnknownSeat
from game.records.journal import Journal, now
from game.records.keeper import Keeper, Unkept
from game.records.record import ARGUE, FORMAT, HUMAN, Header, Record, Row, first
from game.records.replay import Argument, Replayed, Turn, argued, replay, rows_of
from game.speech.gate import clean
from game.speech.matching import Candidate, Matcher
from game.speech.understanding import OURS, Limits, Understood, understand
from game.speech.wordings import Wordings, matcher

if TYPE_CHECKING:
    from game.scenarios.loaded import Loaded

__all__ = ["HUMAN", "Argument", "Casting", "Held", "Keeper", "Session", "TooEarly", "Turn", "Unkept"]

Casting: TypeAlias = Callable[[str], Counterpart]
"""Who plays a seat, by its name. Raises KeyError for a name that it does not know."""
Loader: TypeAlias = "Callable[[Mapping[str, bytes], str], Loaded]"
"""What loads a scenario from its files, in a form. Raises `NoSuchForm`."""


class Session(Reading):
    """A game being played: one that can be read, with who keeps it, and with the counterparts that play in it."""

    def __init__(
        self, scenario: Scenario, game: str, header: Header, replayed: Replayed, keep: Keeper, casting: Casting
    ) -> None:
        """Use `begin`, `resume` or `follow`."""
        super().__init__(scenario, game, header, replayed)
        self._keep = keep
        self._casting = casting
        self._players = _cast(header.seats, casting)
        self._deflected = (-1, 0)

    @classmethod
    def begin(
        cls,
        scenario: Scenario,
        seats: tuple[str, str],
        *,
        seed: int,
        keep: Keeper,
        files: Mapping[str, bytes] | None = None,
        language: str = "en",
        casting: Casting = counterpart,
    ) -> Self:
        """Begin a game. `files` are the scenario's own, from which the game can be resumed.

        Raises `UnknownSeat` and `JournalError`.
        """
        header = Header(
            FORMAT, scenario.id, scenario.rules, scenario.wording, language, seed, seats,
            begun=now(), form=scenario.form,
        )  # fmt: skip
        return cls._kept(scenario, header, (), keep, files or {}, casting)

    @classmethod
    def resume(
        cls,
        game: str,
        journal: Journal,
        *,
        at: int | None = None,
        casting: Casting = counterpart,
        loader: "Loader | None" = None,
    ) -> Self:
        """Go on with a kept game, from the journal's own copy of its scenario, which `loader` reads.

        With `at`, from its first so many moves, as a new game. Raises `RecordError`: among them
        `BrokenRecord` and `OtherRules`, whose `sound` is the largest `at` that can be gone on from.
        """
        if at is not None:
            game = journal.branch(game, at)
        name, record = journal.game(game)
        scenario = _scenario(journal.files(record.header.rules, record.header.wording), record.header.form, loader)
        replayed = replay(scenario, record)
        if replayed.stopped is not None:
            raise OtherRules(len(replayed.turns), replayed.stopped)
        return cls(scenario, name, record.header, replayed, journal, casting)

    @classmethod
    def follow(
        cls,
        scenario: Scenario,
        record: Record,
        *,
        keep: Keeper,
        files: Mapping[str, bytes] | None = None,
        at: int | None = None,
        seats: tuple[str, str] | None = None,
        casting: Casting = counterpart,
    ) -> Self:
        """Begin a game with the moves of a record: all of them, or those up to a number.

        `seats` says who plays on, where it is somebody else. Raises `BrokenRecord`, `OtherScenario`,
        `OtherRules`, `UnknownSeat` and `JournalError`.
        """
        if at is not None:
            record = record._replace(rows=first(record.rows, at))
        replayed = replay(scenario, record)
        if replayed.stopped is not None:
            raise OtherRules(len(replayed.turns), replayed.stopped)
        header = record.header._replace(
            format=FORMAT,
            rules=scenario.rules,
            wording=scenario.wording,
            seats=seats or record.header.seats,
            parent="",
            at=0,
            begun=now(),
        )
        return cls._kept(scenario, header, rows_of(replayed), keep, files or {}, casting)

    @classmethod
    def _kept(
        cls,
        scenario: Scenario,
        header: Header,
        rows: Sequence[Row],
        keep: Keeper,
        files: Mapping[str, bytes],
        casting: Casting,
        begins: State | None = None,
    ) -> Self:
        """A session whose game is begun with whoever keeps it; at another position than the beginning, if wanted."""
        _cast(header.seats, casting)
        replayed = replay(scenario, Record(header, tuple(rows)), begins)
        last = replayed.states[-1]
        game = keep.create(header, files, rows, minutes=last.minutes, over=last.node == END)
        return cls(scenario, game, header, replayed, keep, casting)

    def play(self, move: Move | str, typed: str = "") -> Turn:
        """Make a move for the person in turn; `typed` is what was typed to say so.

        The move is kept before the turn comes back. Raises `NotAMove`, and `JournalError` where it
        could not be kept: then it was not made.
        """
        text = move if isinstance(move, str) else move.text
        self._only_where_a_person_speaks(text, typed)
        return self._make(text, clean(typed), "")

    def understand(self, typed: str, by: Matcher | None = None, limits: Limits = OURS) -> Understood:
        """Which move the person in turn means by a sentence. Nothing is done; `play` it with the words as `typed`.

        A ranked move is one for `play`; or `propose` or `recess`, where it is to be chosen which. `by` is
        another matcher than our own, with limits of its own. Raises `NotAMove` where nobody can speak now,
        or nobody that long.
        """
        self._only_where_a_person_speaks("", typed)
        return understand(clean(typed), self._candidates(), by or matcher(self._scenario), limits)

    def listening(self) -> Callable[[], object]:
        """What makes ready for a sentence of the person in turn: looking at moves takes longer than comparing them.

        It may be done on a thread while somebody types; `understand` does without.
        """
        candidates = self._candidates() if self.waits else []
        return lambda: matcher(self._scenario).score("", candidates)

    def _candidates(self) -> list[Candidate]:
        """What the side in turn can say or do, in the words in which it could be said."""
        return Wordings(self._scenario.words, self.known(self.turn)).in_view(self.view(self.turn))

    @property
    def takes_arguments(self) -> bool:
        """Whether an own argument can be made here: where people play both sides, who can weigh it."""
        return self.seats == (HUMAN, HUMAN)

    def argue(self, typed: str) -> Argument:
        """Make an own argument for the person in turn: one that fits no move.

        It stands in the record, the transcript and the flow, to be marked by people; the position, the turn and the
        clock stay as they are. It is kept before it comes back. Raises `NotAMove` where there is nothing in it, or
        nobody who could make it or weigh it, and `JournalError`.
        """
        self._only_where_a_person_speaks(ARGUE, typed)
        if not self.takes_arguments:
            raise NotAMove(
                ARGUE, "only people can weigh an argument of your own, and a counterpart plays the other side"
            )
        text = clean(typed).strip()
        if not text:
            raise NotAMove(ARGUE, "nothing is said in it")
        state = self._state
        argument = argued(self._scenario, self._states, len(self._arguments) + 1, text)
        row = Row(len(self._rows) + 1, argument.side, ARGUE, text, "", digest(state))
        self._keep.append(self.game, row, minutes=state.minutes, over=False)
        self._arguments.append(argument)
        self._rows.append(row)
        return argument

    def deflection(self) -> Line | None:
        """How the other side turns aside words that fit no move, at no cost and for no record.

        Asked again before the next move it gives the next of its lines. None where the scenario has none.
        """
        lines = self._scenario.table_lines["deflect"][1 - self.turn] if not self.over else ()
        if not lines:
            return None
        count, times = self._deflected
        times = times + 1 if count == self.count else 0
        self._deflected = (self.count, times)
        return lines[(Draw(self._header.seed, self.count).below(len(lines)) + times) % len(lines)]

    def reply(self) -> Turn:
        """Let the counterpart in turn make its move. The move is kept before the turn comes back.

        Raises `NotAMove` where it is a person's turn or the talks are over, and `JournalError`.
        """
        if self.over or self.waits:
            raise NotAMove("", "the talks are over" if self.over else "it is a person's turn")
        side = self.turn
        player = self._players[side]
        assert player is not None
        position = Position(self._scenario, self._state, tuple(self._log), self._header.seed)
        choice = player.choose(self.known(side), self.view(side), Draw(self._header.seed, self.count))
        return self._make(choice.move.text, "", clean(str(explained(position, player, choice).reason)))

    def rewind(self, count: int, *, knowing: bool = False) -> Self:
        """A new game with the first moves of this one, which stays as it is.

        With `knowing`, for whoever has read the debrief: both briefs lie open in it, and its record says so.
        Raises `NoSuchMove` and `JournalError`.
        """
        if not 0 <= count <= self.count:
            raise NoSuchMove(self.game, self.count, count)
        knowing = knowing or self.knowing
        header = self._header._replace(parent=self.game, at=count, begun=now(), knowing=knowing)
        return self._kept(
            self._scenario, header, first(self._rows, count), self._keep, {}, self._casting, self._states[0]
        )

    def on_the_other_side(self) -> Self:
        """A new game from the beginning, with the seats changed and both briefs open; this one stays as it is.

        Raises `TooEarly` until the talks are over, and `JournalError`.
        """
        self._only_when_over()
        first, second = self.seats
        header = self._header._replace(seats=(second, first), parent="", at=0, begun=now(), knowing=True)
        return self._kept(self._scenario, header, (), self._keep, {}, self._casting, self._states[0])

    def _make(self, text: str, typed: str, reason: str) -> Turn:
        scenario, side, number = self._scenario, self.turn, self.count + 1
        move = read(scenario, self._state, text)
        state, events = play(scenario, self._state, move)
        row = Row(len(self._rows) + 1, side, move.text, typed, reason, digest(state))
        self._keep.append(self.game, row, minutes=state.minutes, over=state.node == END)
        turn = Turn(number, side, move.text, typed, reason, tuple(events))
        self._rows.append(row)
        self._go_on(turn, state)
        return turn

    def _only_where_a_person_speaks(self, move: str, typed: str) -> None:
        if self.over:
            raise NotAMove(move, "the talks are over")
        if not self.waits:
            raise NotAMove(move, "it is the other side's turn")
        if len(typed) > MESSAGE:
            raise NotAMove(
                move,
                "a message has at most {most} characters, and this has {number}",
                most=f"{MESSAGE:,}",
                number=f"{len(typed):,}",
            )


def _cast(seats: tuple[str, str], casting: Casting) -> tuple[Counterpart | None, Counterpart | None]:
    """Who plays each side; None for a person."""

    def player(seat: str) -> Counterpart | None:
        try:
            return None if seat == HUMAN else casting(seat)
        except KeyError:
            raise UnknownSeat(seat, SEATS) from None

    return player(seats[0]), player(seats[1])


def _scenario(files: Mapping[str, bytes], form: str, loader: "Loader | None") -> Scenario:
    from game.scenarios.loaded import NoSuchForm

    if loader is None:
        from game.scenarios.load import load_files

        loader = load_files
    try:
        loaded = loader(files, form)
    except NoSuchForm as fault:
        raise _unreadable(f"{fault}") from None
    if loaded.scenario is None:
        raise _unreadable(next((each.message for each in loaded.findings if each.severity == "error"), ""))
    return loaded.scenario


def _unreadable(why: str) -> Damaged:
    return Damaged(
        phrase(
            "This program cannot read the scenario that the game was kept with: {why}",
            why=why or phrase("it cannot be read"),
        ),
        phrase("all its moves are kept"),
        phrase("open it with the program that it was played with"),
    )
