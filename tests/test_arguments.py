"""Own arguments: kept, told and on the flow, and nothing moves by them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.moves import NotAMove
from game.engine.views import known
from game.limits import MESSAGE
from game.records.faults import BrokenRecord
from game.records.files import read_game, write_game
from game.records.journal import Journal
from game.records.record import ARGUE, first, moves_in
from game.records.replay import Argument, Turn, replay
from game.reports import flow
from game.reports.transcript import told
from game.session import HUMAN, Session, Unkept
from game.speech.telling import ARGUMENT, OWN, SPEECH, Teller
from tests.small_scenario import small_files, small_scenario
from tests.test_gate import FORBIDDEN, HOSTILE

VILLAGES = small_scenario()
FILES = small_files()
BOTH = (HUMAN, HUMAN)
WELL = ("opening/greet.thanks", "opening/reply.polite", "pass", "open well")
WORDS = "Our children cannot wait until you have asked your elders."


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "games.sqlite3") as journal:
        yield journal


def begun(keep: Journal | None = None, seats: tuple[str, str] = BOTH) -> Session:
    return Session.begin(VILLAGES, seats, seed=1, keep=keep or Unkept(), files=FILES)


def at_the_well(keep: Journal | None = None) -> Session:
    """A game in which an own argument was made before the last of four moves."""
    session = begun(keep)
    for move in WELL[:3]:
        session.play(move)
    session.argue(WORDS)
    session.play(WELL[3])
    return session


# Nothing moves


def test_nothing_moves_by_an_own_argument() -> None:
    session = begun()
    session.play(WELL[0])
    before = session.turn, session.turns, session.view(1).moves, session.view(1).minutes, session.view(1).log
    session.argue(WORDS)
    assert (session.turn, session.turns, session.view(1).moves, session.view(1).minutes, session.view(1).log) == before


def test_a_record_leads_where_it_leads_without_its_own_arguments() -> None:
    record = at_the_well().record
    rows = [row._replace(sequence=number) for number, row in enumerate((r for r in record.rows if r.is_move), 1)]
    without = replay(VILLAGES, record._replace(rows=tuple(rows)))
    assert replay(VILLAGES, record)[:2] == without[:2]
    assert len(record.rows) == len(rows) + 1


# Kept


def test_it_stands_in_the_record_where_it_was_made() -> None:
    rows = at_the_well().record.rows
    assert [row.move for row in rows] == [*WELL[:3], ARGUE, WELL[3]]
    assert [row.sequence for row in rows] == [1, 2, 3, 4, 5]
    assert (rows[3].typed, rows[3].digest) == (WORDS, rows[2].digest)


def test_it_is_kept_before_the_next_move_and_comes_back_from_the_journal(journal: Journal) -> None:
    session = begun(journal)
    session.argue(WORDS)
    again = Session.resume(session.game, journal)
    assert again.arguments == session.arguments == (Argument(1, 0, 0, 0, WORDS),)
    again.play(WELL[0])
    assert Session.resume(session.game, journal).record == again.record


def test_it_comes_back_from_a_game_file() -> None:
    session = at_the_well()
    text = write_game(session.record)
    assert f"  - argue: {WORDS}" in text
    assert read_game(text) == session.record
    again = Session.follow(VILLAGES, read_game(text), keep=Unkept())
    assert (again.entries, again.record.rows) == (session.entries, session.record.rows)


def test_it_can_be_written_by_hand() -> None:
    record = read_game(f"scenario: {VILLAGES.id}\nmoves:\n  - {WELL[0]}\n  - argue: We were here first.\n")
    session = Session.follow(VILLAGES, record, keep=Unkept())
    assert [each.text for each in session.arguments] == ["We were here first."]
    assert session.arguments[0].side == 1


def test_changed_words_break_the_chain(journal: Journal, tmp_path: Path) -> None:
    game = at_the_well(journal).game
    with sqlite3.connect(tmp_path / "games.sqlite3") as database:
        database.execute("UPDATE moves SET typed = 'We give up.' WHERE move = ?", (ARGUE,))
    with pytest.raises(BrokenRecord, match="move 4 is not what was kept") as caught:
        journal.game(game)
    assert caught.value.sound == 3


def test_only_moves_are_counted(journal: Journal) -> None:
    session = at_the_well(journal)
    assert (session.count, journal.games()[0].moves, moves_in(session.record.rows)) == (4, 4, 4)


def test_going_back_keeps_what_was_argued_before_the_next_move(journal: Journal) -> None:
    session = at_the_well(journal)
    assert [len(first(session.record.rows, count)) for count in (0, 2, 3, 4, None)] == [0, 2, 4, 5, 5]
    assert [each.text for each in session.rewind(3).arguments] == [WORDS]
    assert session.rewind(2).arguments == ()
    assert Session.resume(session.game, journal, at=3).arguments == session.rewind(3).arguments


# Told


def test_the_transcript_has_moves_and_own_arguments_as_they_were_made() -> None:
    entries = at_the_well().entries
    assert [type(each) for each in entries] == [Turn, Turn, Turn, Argument, Turn]


def test_a_transcript_tells_own_words_before_what_they_were_taken_for() -> None:
    session = begun()
    session.play(WELL[0], "Good day to you, and thank you.")
    session.argue(WORDS)
    teller = Teller(session.text, session.known(0))
    move, argument = (told(teller, each, None) for each in session.entries)
    assert [each.kind for each in move[:2]] == [OWN, SPEECH]
    assert move[0].text == "Good day to you, and thank you."
    assert [(each.kind, each.text, each.side, each.source) for each in argument] == [
        (ARGUMENT, WORDS, 1, "own argument 1")
    ]


def test_it_stands_on_the_flow_under_what_was_talked_of() -> None:
    session = at_the_well()
    session.argue("A well has no owner.")
    sheets = {each.topic: each for each in session.flow()}
    ids = {sheets[topic].topic: [each.text for each in sheets[topic].arguments] for topic in sheets}
    names = {VILLAGES.topics[topic].id: texts for topic, texts in ids.items()}
    assert names == {"opening": [WORDS], "well": ["A well has no owner."]}
    lines = flow.lines(Teller(session.text, known(VILLAGES, 0)), session.flow())
    assert any(line.endswith("own argument 2: A well has no owner.") for line in lines)


# Who may


def test_a_counterpart_cannot_weigh_it() -> None:
    session = begun(seats=(HUMAN, "conceder"))
    assert not session.takes_arguments
    with pytest.raises(NotAMove, match="only people can weigh"):
        session.argue(WORDS)
    assert session.record.rows == ()


@pytest.mark.parametrize("text", ["", "   ", "x" * (MESSAGE + 1)])
def test_nothing_and_too_much_are_no_argument(text: str) -> None:
    session = begun()
    with pytest.raises(NotAMove):
        session.argue(text)
    assert session.arguments == ()


@given(st.one_of(st.text(st.characters(exclude_categories=()), max_size=80), st.sampled_from(list(HOSTILE.values()))))
def test_whatever_is_argued_is_kept_harmless_and_reads_back(text: str) -> None:
    session = begun()
    try:
        kept = session.argue(text)
    except NotAMove:
        return
    assert not FORBIDDEN.search(kept.text)
    written = write_game(session.record)
    assert not FORBIDDEN.search(written.replace("\n", ""))
    assert Session.follow(VILLAGES, read_game(written), keep=Unkept()).arguments == (kept,)
