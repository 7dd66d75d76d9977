"""Replay: the same record gives the same positions and events, or says where it does not."""

import dataclasses

import pytest

from game.engine.play import start
from game.engine.state import digest
from game.records.faults import BrokenRecord, OtherScenario
from game.records.record import HUMAN, Record
from game.records.replay import replay
from game.session import Session, Unkept
from tests.talks import talks

MOVES = ["open line", "line/complaint.apples", "line/reply.old", "propose fence=shared tree=halves", "accept"]


def played() -> Session:
    session = Session.begin(talks(), (HUMAN, HUMAN), seed=1, keep=Unkept())
    for move in MOVES:
        session.play(move)
    return session


def changed(record: Record, number: int, **parts: object) -> Record:
    """A record with one row that is otherwise."""
    rows = list(record.rows)
    rows[number - 1] = rows[number - 1]._replace(**parts)  # type: ignore[arg-type]
    return record._replace(rows=tuple(rows))


def under_other_rules(record: Record, rules: str = "0" * 64) -> Record:
    return record._replace(header=record.header._replace(rules=rules))


def test_a_record_replays_to_the_same_positions_and_events() -> None:
    session = played()
    replayed = replay(talks(), session.record)
    assert replayed.turns == session.turns
    assert replayed.states[0] == start(talks())
    assert [digest(state) for state in replayed.states[1:]] == [row.digest for row in session.record.rows]
    assert replayed.stopped is None


@pytest.mark.parametrize(
    ("number", "parts", "says"),
    [
        (3, {"move": "line/reply.straight"}, "move 3, `line/reply.straight`: it leads to another position"),
        (3, {"move": "line/reply.nothing"}, "move 3, `line/reply.nothing`: that cannot be said or done now"),
        (3, {"digest": "0" * 64}, "move 3, `line/reply.old`: it leads to another position"),
        (3, {"side": 0}, "move 3, `line/reply.old`: it is the turn of 'south'"),
        (3, {"sequence": 4}, "move 3, `line/reply.old`: it is numbered 4"),
    ],
)
def test_under_the_same_rules_any_difference_is_a_broken_record(
    number: int, parts: dict[str, object], says: str
) -> None:
    with pytest.raises(BrokenRecord, match="its first 2 moves are sound") as caught:
        replay(talks(), changed(played().record, number, **parts))
    assert says in str(caught.value)
    assert caught.value.sound == number - 1


def test_a_record_that_goes_on_after_the_end_is_broken() -> None:
    session = played()
    session.play("sum-up")
    session.play("closing/south-sums.done-too" if session.turn else "closing/north-sums.done")
    record = session.record
    more = record._replace(rows=(*record.rows, record.rows[-1]._replace(sequence=len(record.rows) + 1)))
    with pytest.raises(BrokenRecord, match="the talks are over before it"):
        replay(talks(), more)


def test_under_other_rules_a_record_goes_as_far_as_it_can() -> None:
    record = changed(under_other_rules(played().record), 4, move="propose fence=gone")
    replayed = replay(talks(), record)
    assert len(replayed.turns) == 3
    assert len(replayed.states) == 4
    assert replayed.stopped == "it stops before move 4, `propose fence=gone`: 'fence' has no settlement 'gone'"


def test_under_other_rules_other_positions_are_no_fault() -> None:
    record = changed(under_other_rules(played().record), 2, digest="0" * 64)
    assert replay(talks(), record).stopped is None


def test_a_record_that_does_not_say_its_rules_needs_no_digests() -> None:
    record = under_other_rules(played().record, "")
    bare = record._replace(rows=tuple(row._replace(side=-1, digest="") for row in record.rows))
    assert replay(talks(), bare).turns == played().turns


def test_a_record_replays_whatever_the_words_are_now() -> None:
    other = dataclasses.replace(talks(), wording="0" * 64, words={})
    assert replay(other, played().record).turns == played().turns


def test_a_record_of_another_scenario_is_refused() -> None:
    record = played().record
    with pytest.raises(OtherScenario, match="'moon', not to 'fence'"):
        replay(talks(), record._replace(header=record.header._replace(scenario="moon")))


def test_a_broken_record_is_one_sentence_for_a_terminal() -> None:
    with pytest.raises(BrokenRecord) as caught:
        replay(talks(), changed(played().record, 1, move="\x1b[2J"))
    assert str(caught.value).isprintable()
