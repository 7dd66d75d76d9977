"""A game being played: the one thing that every front end talks to.

A front end asks for what a side may know (`known`, `view`), sends a move, and is given the turn that
it made. The move is kept before the turn comes back, so nothing that anybody saw can be lost. No
front end holds a scenario or a state, so nothing secret can be shown by mistake.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from game.engine.chance import Draw
from game.engine.counterparts import SEATS, Counterpart, counterpart
from game.engine.events import Event
from game.engine.lines import Line
from game.engine.medals import Result, judge
from game.engine.moves import NotAMove, read
from game.engine.play import play
from game.engine.scenario import END, Move, Scenario
from game.engine.state import State, digest
from game.engine.views import Known, View, known, view
from game.engine.whatif import Position, explained
from game.limits import MESSAGE
from game.records.faults import Damaged, NoSuchMove, OtherRules, UnknownSeat
from game.records.journal import Journal, now
from game.records.keeper import Keeper, Unkept
from game.records.record import ARGUE, FORMAT, HUMAN, Header, Record, Row, first
from game.records.replay import Argument, Replayed, Turn, argued, in_order, replay
from game.reports.cable import Cable, Ending, cable
from game.reports.compare import Comparison, compare
from game.reports.flow import Flow, flow
from game.speech.gate import clean
from game.speech.matching import Candidate, Matcher
from game.speech.understanding import OURS, Limits, Understood, understand
from game.speech.wordings import Wordings, matcher

if TYPE_CHECKING:
    from game.reports.debrief import Debrief
    from game.reports.document import Document
    from game.scenarios.loaded import Loaded

__all__ = ["HUMAN", "Argument", "Casting", "Held", "Keeper", "Session", "TooEarly", "Turn", "Unkept"]

Casting: TypeAlias = Callable[[str], Counterpart]
"""Who plays a seat, by its name. Raises KeyError for a name that it does not know."""
Reading: TypeAlias = "Callable[[Mapping[str, bytes], str], Loaded]"
"""What reads a scenario from its files, in a form. Raises `NoSuchForm`."""


class TooEarly(LookupError):
    """Something was asked for that nobody may see before the talks are over."""


class Held(NamedTuple):
    """A paper that could be held that evening, described in our words."""

    title: str
    date: str
    says: str


class Session:
    """A game being played: scenario, positions, record and counterparts."""

    def __init__(
        self, scenario: Scenario, game: str, header: Header, replayed: Replayed, keep: Keeper, casting: Casting
    ) -> None:
        """Use `begin`, `resume` or `follow`."""
        self._scenario = scenario
        self._header = header
        self._keep = keep
        self._casting = casting
        self._players = _cast(header.seats, casting)
        self._states = list(replayed.states)
        self._turns = list(replayed.turns)
        self._arguments = list(replayed.arguments)
        self._rows = _rows(replayed)
        self._log = [event for turn in replayed.turns for event in turn.events]
        self._passages = tuple(
            each.removeprefix("passages/") for each in scenario.words if each.startswith("passages/")
        )
        self._cited = _sources(self._log)
        self._deflected = (-1, 0)
        self._explained: tuple[int, Debrief] | None = None
        self.game = game
        """The name under which it is kept."""

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
        reading: "Reading | None" = None,
    ) -> Self:
        """Go on with a kept game, from the journal's own copy of its scenario, which `reading` reads.

        With `at`, from its first so many moves, as a new game. Raises `RecordError`: among them
        `BrokenRecord` and `OtherRules`, whose `sound` is the largest `at` that can be gone on from.
        """
        if at is not None:
            game = journal.branch(game, at)
        name, record = journal.game(game)
        scenario = _scenario(journal.files(record.header.rules, record.header.wording), record.header.form, reading)
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
        return cls._kept(scenario, header, _rows(replayed), keep, files or {}, casting)

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

    @property
    def form(self) -> str:
        """The form of the scenario that is played; the empty text for the whole of it."""
        return self._header.form

    @property
    def seats(self) -> tuple[str, str]:
        """For each side `HUMAN` or the name of a counterpart."""
        return self._header.seats

    @property
    def knowing(self) -> bool:
        """Whether it was begun from a debrief, so that each side may read the other's brief as well."""
        return self._header.knowing

    @property
    def turn(self) -> int:
        """The side in turn; -1 when the talks are over."""
        return self._scenario.nodes[self._state.node].side

    @property
    def over(self) -> bool:
        """Whether the talks are over."""
        return self._state.node == END

    @property
    def count(self) -> int:
        """Moves made."""
        return len(self._turns)

    @property
    def waits(self) -> bool:
        """Whether it waits for a person to move."""
        return not self.over and self.seats[self.turn] == HUMAN

    def minutes(self, count: int) -> int:
        """Minutes spent when so many moves had been made."""
        return self._states[count].minutes

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every move made, with what happened by it."""
        return tuple(self._turns)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The own arguments of the people who play, which fit no move."""
        return tuple(self._arguments)

    @property
    def entries(self) -> tuple[Turn | Argument, ...]:
        """Moves and own arguments, as they were made: what a transcript is of."""
        return tuple(in_order(self._turns, self._arguments))

    @property
    def record(self) -> Record:
        """The game as it can be written to a file."""
        return Record(self._header, tuple(self._rows))

    @property
    def _state(self) -> State:
        return self._states[-1]

    def known(self, side: int) -> Known:
        """What a side knows of the scenario."""
        return known(self._scenario, side)

    def view(self, side: int | None) -> View:
        """The position as a side sees it; `None` for what the whole room sees."""
        return view(self._scenario, self._state, side, self._log)

    def text(self, id: str) -> str:
        """The words under an id. Raises KeyError where there are none that may be shown now."""
        if not self.has_text(id):
            raise KeyError(id)
        return self._scenario.words[id]

    def has_text(self, id: str) -> bool:
        """Whether there are words under an id that may be shown now.

        Briefs and papers are asked for by side; passages of the document only when moves have cited them;
        what came afterwards only when the talks are over.
        """
        if id.startswith(("briefs/", "papers/")) or id not in self._scenario.words:
            return False
        if id.startswith("debrief/"):
            return self.over
        return not id.startswith("passages/") or self.over or id.removeprefix("passages/") in self._cited

    def brief(self, side: int) -> str:
        """A side's confidential brief, in Markdown; the empty text where it has none."""
        return self._scenario.words.get(f"briefs/{self._scenario.sides[side].id}", "")

    def other_brief(self, side: int) -> str:
        """The brief of a side's other side. Raises `TooEarly` while a game goes on that was not begun knowing it."""
        if not self.knowing:
            self._only_when_over()
        return self.brief(1 - side)

    def papers(self, side: int | None) -> list[Held]:
        """The papers that a side could hold that evening; for `None` those that both could; at the end all.

        In the order of their scenario.
        """
        words = self._scenario.words
        return [
            Held(*(words[f"papers/{paper.id}:{part}"] for part in Held._fields))
            for paper in self._scenario.papers
            if self.over or (side in paper.sides if side is not None else {*paper.sides} == {0, 1})
        ]

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that are explained, each under `glossary/TERM`."""
        return tuple(id.removeprefix("glossary/") for id in self._scenario.words if id.startswith("glossary/"))

    def cited(self) -> list[str]:
        """The tags of the passages that moves made so far have cited, in the document's order."""
        return [tag for tag in self._passages if tag in self._cited]

    def all_passages(self) -> list[str]:
        """The tags of every passage, in the document's order. Raises `TooEarly` until the talks are over."""
        self._only_when_over()
        return list(self._passages)

    def flow(self) -> tuple[Flow, ...]:
        """What has been claimed, what answered it and what stands, by topic."""
        return flow(self.known(0), self._turns, self._arguments)

    def cable(self, side: int, *, shared: bool = False) -> Cable:
        """The telegram that a side sends home; while the talks go on its pad, which has no end yet.

        `shared` leaves out what only this side may know, for a pad at which both look.
        """
        turns = [turn._replace(events=turn.seen_by(None)) for turn in self._turns] if shared else self._turns
        return cable(self._scenario, side, turns, Ending.of(self._state))

    def comparison(self, side: int) -> Comparison | None:
        """A side's telegram beside the real one; None where the scenario is made from none.

        Raises `TooEarly` until the talks are over.
        """
        self._only_when_over()
        return compare(self._scenario, self.cable(side), self._turns)

    def result(self) -> Result:
        """How the game ended. Raises `TooEarly` until the talks are over."""
        self._only_when_over()
        return judge(self._scenario, self._state, self._log)

    def debrief(self) -> "Document":
        """Everything that can be said of the game, both sides' secrets with it. Raises `TooEarly` until it is over."""
        from game.reports import chapters

        return chapters.document(self._debriefed())

    def sit_down_at(self) -> int | None:
        """After how many moves the nearest deal was missed; None where none was. Raises `TooEarly` until it is over."""
        lost = self._debriefed().missed
        return lost.sit_down if lost else None

    def _debriefed(self) -> "Debrief":
        from game.reports.debrief import debrief

        self._only_when_over()
        if self._explained is None or self._explained[0] != self.count:
            self._explained = self.count, debrief(self._scenario, self.record, self.game)
        return self._explained[1]

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
        self._states.append(state)
        self._turns.append(turn)
        self._rows.append(row)
        self._log += events
        self._cited |= _sources(events)
        return turn

    def _only_where_a_person_speaks(self, move: str, typed: str) -> None:
        if self.over:
            raise NotAMove(move, "the talks are over")
        if not self.waits:
            raise NotAMove(move, "it is the other side's turn")
        if len(typed) > MESSAGE:
            raise NotAMove(move, f"a message has at most {MESSAGE:,} characters, and this has {len(typed):,}")

    def _only_when_over(self) -> None:
        if not self.over:
            raise TooEarly("the talks are not over")


def _cast(seats: tuple[str, str], casting: Casting) -> tuple[Counterpart | None, Counterpart | None]:
    """Who plays each side; None for a person."""

    def player(seat: str) -> Counterpart | None:
        try:
            return None if seat == HUMAN else casting(seat)
        except KeyError:
            raise UnknownSeat(seat, SEATS) from None

    return player(seats[0]), player(seats[1])


def _rows(replayed: Replayed) -> list[Row]:
    digests = [digest(state) for state in replayed.states]
    rows = []
    for sequence, each in enumerate(in_order(replayed.turns, replayed.arguments), 1):
        if isinstance(each, Turn):
            rows.append(Row(sequence, each.side, each.move, each.typed, each.reason, digests[each.number]))
        else:
            rows.append(Row(sequence, each.side, ARGUE, each.text, "", digests[each.after]))
    return rows


def _sources(events: Sequence[Event]) -> set[str]:
    """The tags of all that lines of these events come from: `T 1.US; XI 147` has two."""
    lines = [line for event in events for line in getattr(event, "lines", ())]
    return {tag.strip() for line in lines for tag in line.source.split(";")}


def _scenario(files: Mapping[str, bytes], form: str, reading: "Reading | None") -> Scenario:
    from game.scenarios.loaded import NoSuchForm

    if reading is None:
        from game.scenarios.load import load_files

        reading = load_files
    try:
        loaded = reading(files, form)
    except NoSuchForm as fault:
        raise _unreadable(f"{fault}") from None
    if loaded.scenario is None:
        raise _unreadable(next((each.message for each in loaded.findings if each.severity == "error"), ""))
    return loaded.scenario


def _unreadable(why: str) -> Damaged:
    return Damaged(
        f"This program cannot read the scenario that the game was kept with: {why or 'it cannot be read'}",
        "all its moves are kept",
        "open it with the program that it was played with",
    )
