"""Replay: the same record gives the same positions and events, or says where it does not."""

import dataclasses

import pytest

from game.engine.play import start
from game.engine.state import digest
from game.records.faults import BrokenRecord, OtherScenario
from game.records.record import HUMAN, Record
from game.records.replay import replay
from game.session import Session, Unkept
from tests.small_scenario import small_scenario

VILLAGES = small_scenario()

MOVES = [
    "opening/greet.thanks",
    "opening/reply.polite",
    "open well",
    "well/demand.right",
    "well/answer.mean-half",
    "propose well=half",
    "accept",
]


def played() -> Session:
    session = Session.begin(VILLAGES, (HUMAN, HUMAN), seed=1, keep=Unkept())
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
    replayed = replay(VILLAGES, session.record)
    assert replayed.turns == session.turns
    assert replayed.states[0] == start(VILLAGES)
    assert [digest(state) for state in replayed.states[1:]] == [row.digest for row in session.record.rows]
    assert replayed.stopped is None


@pytest.mark.parametrize(
    ("number", "parts", "says"),
    [
        (3, {"move": "open road"}, "move 3, `open road`: it leads to another position"),
        (3, {"move": "open nothing"}, "move 3, `open nothing`: that cannot be said or done now"),
        (3, {"digest": "0" * 64}, "move 3, `open well`: it leads to another position"),
        (3, {"side": 0}, "move 3, `open well`: it is the turn of 'vale'"),
        (3, {"sequence": 4}, "move 3, `open well`: it is numbered 4"),
    ],
)
def test_under_the_same_rules_any_difference_is_a_broken_record(
    number: int, parts: dict[str, object], says: str
) -> None:
    with pytest.raises(BrokenRecord, match="its first 2 moves are sound") as caught:
        replay(VILLAGES, changed(played().record, number, **parts))
    assert says in str(caught.value)
    assert caught.value.sound == number - 1


def test_a_record_that_goes_on_after_the_end_is_broken() -> None:
    session = played()
    for move in ("sum-up", "closing/second.say", "closing/last.bow"):
        session.play(move)
    record = session.record
    more = record._replace(rows=(*record.rows, record.rows[-1]._replace(sequence=len(record.rows) + 1)))
    with pytest.raises(BrokenRecord, match="the talks are over before it"):
        replay(VILLAGES, more)


def test_under_other_rules_a_record_goes_as_far_as_it_can() -> None:
    record = changed(under_other_rules(played().record), 6, move="propose well=gone")
    replayed = replay(VILLAGES, record)
    assert len(replayed.turns) == 5
    assert len(replayed.states) == 6
    assert replayed.stopped == "it stops before move 6, `propose well=gone`: 'well' has no settlement 'gone'"


def test_under_other_rules_other_positions_are_no_fault() -> None:
    record = changed(under_other_rules(played().record), 2, digest="0" * 64)
    assert replay(VILLAGES, record).stopped is None


def test_a_record_that_does_not_say_its_rules_needs_no_digests() -> None:
    record = under_other_rules(played().record, "")
    bare = record._replace(rows=tuple(row._replace(side=-1, digest="") for row in record.rows))
    assert replay(VILLAGES, bare).turns == played().turns


def test_a_record_replays_whatever_the_words_are_now() -> None:
    other = dataclasses.replace(VILLAGES, words={})
    assert replay(other, played().record).turns == played().turns


def test_a_record_of_another_scenario_is_refused() -> None:
    record = played().record
    with pytest.raises(OtherScenario, match="'moon', not to 'two-villages'"):
        replay(VILLAGES, record._replace(header=record.header._replace(scenario="moon")))


def test_a_broken_record_is_one_sentence_for_a_terminal() -> None:
    with pytest.raises(BrokenRecord) as caught:
        replay(VILLAGES, changed(played().record, 1, move="\x1b[2J"))
    assert str(caught.value).isprintable()
