"""A session: what a side may know, moves that are kept before they are shown, and going on later."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from game.engine.chance import Draw
from game.engine.counterparts import Choice, Counterpart, Reason
from game.engine.moves import NotAMove
from game.engine.views import Known, View
from game.limits import MESSAGE
from game.records.faults import (
    BrokenRecord,
    Damaged,
    JournalError,
    NoSuchGame,
    NoSuchMove,
    OtherRules,
    OtherScenario,
    UnknownSeat,
)
from game.records.files import read_game, write_game
from game.records.journal import Journal
from game.records.record import Header, Record, Row
from game.session import HUMAN, Session, TooEarly, Unkept
from tests.small_scenario import small_files, small_scenario

VILLAGES = small_scenario()
FILES = small_files()

BOTH = (HUMAN, HUMAN)
GREETINGS = ["opening/greet.thanks", "opening/reply.polite", "open well"]


class AtRandom:
    """Takes any move."""

    name = "at-random"

    def choose(self, known: Known, seen: View, draw: Draw) -> Choice:
        if seen.packages and draw.below(3) == 0:
            return Choice(draw.one_of(seen.packages), Reason("worth", value=7, threshold=5))
        return Choice(draw.one_of(seen.moves), Reason("only"))


def at_random(name: str) -> Counterpart:
    return {"at-random": AtRandom()}[name]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "games.sqlite3") as journal:
        yield journal


def begin(journal: Journal | Unkept | None = None, seats: tuple[str, str] = BOTH, seed: int = 1) -> Session:
    return Session.begin(VILLAGES, seats, seed=seed, keep=journal or Unkept(), files=FILES, casting=at_random)


def resume(game: str, journal: Journal) -> Session:
    return Session.resume(game, journal, casting=at_random)


def to_the_end(session: Session) -> Session:
    while not session.over:
        session.reply()
    return session


def test_a_game_begins_where_its_scenario_says() -> None:
    session = begin()
    assert (session.turn, session.count, session.over, session.waits) == (0, 0, False, True)
    assert session.turns == ()
    assert session.view(0).node == "opening/greet"


def test_a_move_can_be_sent_as_it_was_offered_or_as_text() -> None:
    session = begin()
    turn = session.play(session.view(0).moves[0])
    assert (turn.number, turn.side, turn.move) == (1, 0, "opening/greet.thanks")
    turn = session.play("  opening/reply.polite ", typed="How dry it is!")
    assert (turn.number, turn.side, turn.move, turn.typed) == (2, 1, "opening/reply.polite", "How dry it is!")
    assert session.turns[-1] == turn


@pytest.mark.parametrize("text", ["", "accept", "opening/reply.polite", "open nothing", "propose well=half", "\x1b[2J"])
def test_what_cannot_be_done_now_changes_nothing(text: str) -> None:
    session = begin()
    before = session.view(0)
    with pytest.raises(NotAMove):
        session.play(text)
    assert session.count == 0
    assert session.view(0).moves == before.moves


def test_a_move_from_an_earlier_view_is_looked_at_again() -> None:
    session = begin()
    stale = session.view(0).moves[0]
    session.play(stale)
    with pytest.raises(NotAMove):
        session.play(stale)


def test_typed_words_pass_the_gate_before_they_are_kept(journal: Journal) -> None:
    session = begin(journal)
    turn = session.play("opening/greet.thanks", typed="the \x1b]52;c;?\x07well\u202e")
    assert turn.typed == "the ␛]52;c;?␇well�"
    assert journal.game(session.game).record.rows[0].typed == turn.typed


def test_a_message_that_is_too_long_is_refused_and_nothing_is_lost() -> None:
    session = begin()
    with pytest.raises(NotAMove, match="at most 2,000 characters, and this has 2,001"):
        session.play("opening/greet.thanks", typed="x" * (MESSAGE + 1))
    assert session.count == 0
    session.play("opening/greet.thanks", typed="x" * MESSAGE)


def test_every_move_is_kept_before_it_comes_back(journal: Journal) -> None:
    session = begin(journal, (HUMAN, "at-random"))
    for _ in range(30):
        if session.over:
            break
        turn = session.play(session.view(session.turn).moves[0]) if session.waits else session.reply()
        kept = journal.game(session.game).record
        assert kept == session.record
        assert kept.rows[-1][:5] == (turn.number, turn.side, turn.move, turn.typed, turn.reason)


class _NoRoom(Unkept):
    full = False

    def append(self, game: str, row: Row, *, minutes: int, over: bool) -> None:
        if self.full:
            raise JournalError("There is no room", "everything is kept", "make room")


def test_a_move_that_could_not_be_kept_was_not_made() -> None:
    keep = _NoRoom()
    session = begin(keep)
    session.play("opening/greet.to-business")
    before, keep.full = session.view(0), True
    with pytest.raises(JournalError):
        session.play("opening/reply.polite")
    assert (session.count, session.turn, session.cited()) == (1, 1, [])
    assert session.view(0).log == before.log
    keep.full = False
    assert session.play("opening/reply.polite").number == 2


def test_a_person_and_a_counterpart_do_not_move_for_each_other() -> None:
    session = begin(seats=("at-random", HUMAN))
    assert not session.waits
    with pytest.raises(NotAMove, match="other side's turn"):
        session.play("pass")
    while not session.waits:
        session.reply()
    with pytest.raises(NotAMove, match="a person's turn"):
        session.reply()


def test_a_counterpart_says_why() -> None:
    session = begin(seats=("at-random", "at-random"))
    assert session.reply().reason == "only"


def test_a_seat_that_nobody_can_take_is_refused() -> None:
    with pytest.raises(UnknownSeat, match="There is no counterpart 'nobody'; nothing was changed; choose one of"):
        begin(seats=(HUMAN, "nobody"))


def test_after_the_end_nobody_moves() -> None:
    session = to_the_end(begin(seats=("at-random", "at-random")))
    assert (session.turn, session.waits) == (-1, False)
    with pytest.raises(NotAMove, match="over"):
        session.play("pass")
    with pytest.raises(NotAMove, match="over"):
        session.reply()


def test_a_resumed_game_goes_on_at_the_same_move(journal: Journal) -> None:
    session = begin(journal, (HUMAN, "at-random"))
    session.play(GREETINGS[0])
    again = resume(session.game, journal)
    assert (again.count, again.turn, again.turns, again.cited()) == (1, 1, session.turns, session.cited())
    for side in (0, 1, None):
        one, other = session.view(side), again.view(side)
        assert [move.text for move in one.moves] == [move.text for move in other.moves]
        assert one.log == other.log


def test_a_resumed_game_meets_the_same_counterpart(journal: Journal) -> None:
    whole = to_the_end(begin(journal, ("at-random", "at-random"), seed=5))
    parts = begin(journal, ("at-random", "at-random"), seed=5)
    while not parts.over:
        parts = resume(parts.game, journal)
        parts.reply()
    assert parts.record.rows == whole.record.rows


def test_a_game_plays_from_its_own_copy_of_the_scenario(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(journal)
    session.play(GREETINGS[0])
    monkeypatch.setitem(FILES, "topics/opening.yaml", b"topic: opening\n")
    assert resume(session.game, journal).text("opening/greet.thanks:1").startswith("Thank you")


def test_a_game_without_a_name_is_not_found(journal: Journal) -> None:
    with pytest.raises(NoSuchGame, match="list them with `games`"):
        resume("zzzzzz", journal)


def test_a_game_whose_scenario_cannot_be_read_any_more_keeps_its_moves(journal: Journal) -> None:
    session = Session.begin(VILLAGES, BOTH, seed=1, keep=journal, files={"scenario.yaml": b"scenario: two-villages\n"})
    with pytest.raises(Damaged, match="all its moves are kept"):
        resume(session.game, journal)


def test_a_rewound_game_is_a_branch_and_the_old_line_stays(journal: Journal) -> None:
    session = begin(journal)
    for move in GREETINGS:
        session.play(move)
    branch = session.rewind(2)
    branch.play("open road")
    assert (branch.count, session.count) == (3, 3)
    assert branch.game != session.game
    kept = journal.game(branch.game).record
    assert (kept.header.parent, kept.header.at) == (session.game, 2)
    assert [row.move for row in kept.rows] == [*GREETINGS[:2], "open road"]
    assert [row.move for row in journal.game(session.game).record.rows] == GREETINGS
    assert resume(branch.game, journal).turns == branch.turns


def test_a_game_played_knowing_says_so_in_its_record_and_so_does_every_branch_of_it(journal: Journal) -> None:
    session = to_the_end(begin(journal, ("at-random", "at-random")))
    assert not session.knowing
    assert not session.rewind(1).knowing
    again = session.rewind(2, knowing=True)
    assert again.knowing and again.rewind(1).knowing
    assert session.on_the_other_side().knowing
    assert resume(again.game, journal).knowing
    assert resume(journal.branch(again.game, 1), journal).knowing
    assert not resume(session.game, journal).knowing


def test_sides_are_changed_when_the_talks_are_over() -> None:
    with pytest.raises(TooEarly):
        begin().on_the_other_side()


def test_the_list_of_games_knows_how_far_a_branch_is(journal: Journal) -> None:
    session = begin(journal)
    for move in GREETINGS:
        session.play(move)
    session.rewind(2)
    assert [(each.moves, each.minutes) for each in journal.games()] == [(2, 6), (3, 6)]


@pytest.mark.parametrize("count", [-1, 4])
def test_a_game_is_not_rewound_to_moves_that_were_not_made(count: int) -> None:
    session = begin()
    for move in GREETINGS:
        session.play(move)
    with pytest.raises(NoSuchMove, match="has 3 moves, not"):
        session.rewind(count)


def test_a_game_file_can_be_played_on(journal: Journal) -> None:
    played = begin()
    for move in GREETINGS:
        played.play(move)
    record = read_game(write_game(played.record))
    session = Session.follow(VILLAGES, record, keep=journal, files=FILES)
    assert session.turns == played.turns
    session.play("well/demand.wait")
    assert resume(session.game, journal).count == 4


def test_a_file_written_by_hand_can_be_played_on_from_any_move(journal: Journal) -> None:
    record = read_game("scenario: two-villages\nmoves: [opening/greet.thanks, opening/reply.polite, open road]\n")
    session = Session.follow(
        VILLAGES, record, keep=journal, files=FILES, at=2, seats=("at-random", HUMAN), casting=at_random
    )
    assert (session.count, session.waits, session.seats) == (2, True, ("at-random", HUMAN))
    session.play("open well")
    assert all(row.digest for row in journal.game(session.game).record.rows)


def test_a_file_with_a_move_that_cannot_be_made_says_how_far_it_goes() -> None:
    record = read_game("scenario: two-villages\nmoves: [opening/greet.thanks, opening/reply.polite, accept]\n")
    with pytest.raises(OtherRules, match="stops before move 3, `accept`") as caught:
        Session.follow(VILLAGES, record, keep=Unkept(), files=FILES)
    assert caught.value.sound == 2


def test_a_file_of_another_scenario_is_refused() -> None:
    with pytest.raises(OtherScenario, match="belongs to the scenario 'moon'"):
        Session.follow(VILLAGES, read_game("scenario: moon\nmoves: []\n"), keep=Unkept(), files=FILES)


def test_a_damaged_game_is_played_on_from_its_last_sound_move(journal: Journal, tmp_path: Path) -> None:
    session = begin(journal)
    for move in GREETINGS:
        session.play(move)
    with journal._database.writing() as database:
        database.execute("UPDATE moves SET move = 'open road' WHERE sequence = 3")
    with pytest.raises(BrokenRecord, match="play on from move 2") as caught:
        resume(session.game, journal)
    branch = Session.resume(session.game, journal, at=caught.value.sound)
    assert branch.play("open road").number == 3


def test_two_programs_do_not_make_the_same_move_twice(journal: Journal) -> None:
    one = begin(journal)
    other = resume(one.game, journal)
    one.play(GREETINGS[0])
    with pytest.raises(JournalError, match="played on in another window"):
        other.play(GREETINGS[0])
    assert other.count == 0
    assert resume(one.game, journal).count == 1


class _Forgetful:
    """Keeps a list, to see what a session asks of whoever keeps it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def create(
        self,
        header: Header,
        files: Mapping[str, bytes],
        rows: Sequence[Row] = (),
        *,
        minutes: int = 0,
        over: bool = False,
    ) -> str:
        self.asked.append(f"create with {len(rows)} after {minutes} minutes")
        return "here"

    def append(self, game: str, row: Row, *, minutes: int, over: bool) -> None:
        self.asked.append(f"{game} {row.sequence} {row.move} {minutes} {over}")


def test_whoever_keeps_a_game_is_asked_once_for_each_move() -> None:
    keep = _Forgetful()
    session = Session.begin(VILLAGES, BOTH, seed=1, keep=keep)
    for move in (*GREETINGS[:2], "sum-up", "closing/second.say", "closing/last.bow"):
        session.play(move)
    session.rewind(3)
    assert keep.asked == [
        "create with 0 after 0 minutes",
        "here 1 opening/greet.thanks 2 False",
        "here 2 opening/reply.polite 6 False",
        "here 3 sum-up 8 False",
        "here 4 closing/second.say 12 False",
        "here 5 closing/last.bow 14 True",
        "create with 3 after 8 minutes",
    ]
    assert session.over


def test_a_record_of_no_moves_is_a_game_too() -> None:
    assert Session.follow(VILLAGES, Record(begin().record.header, ()), keep=Unkept()).count == 0
