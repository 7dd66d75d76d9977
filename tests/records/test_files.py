"""Game files: what is written is read again, and what is no game file gets one sentence."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.records.faults import NewerRecord, NotAGame, RecordError
from game.records.files import open_game, read_game, write_game
from game.records.record import HUMAN, Record, Row
from tests.records.kept import header, one_sentence, records, rows

BY_HAND = """\
scenario: new-york-1962
seats: [human, human]
moves:
  - open il28
  - move: il28/press.jets
    comment: >-
      The first time that anybody
      names the aircraft.
  - pass
"""


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_what_is_written_is_read_again(record: Record) -> None:
    assert read_game(write_game(record)) == record


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_nothing_typed_breaks_out_of_its_place(typed: str) -> None:
    record = Record(header(), (Row(1, 0, "pass", typed), Row(2, 1, "pass")))
    text = write_game(record)
    again = read_game(text)
    assert [row.move for row in again.rows] == ["pass", "pass"]
    assert text.isprintable() or text.replace("\n", "").replace("\u200d", "").isascii() or read_game(text) == again


@pytest.mark.parametrize("typed", ["\x1b[2J", "a: b", "# no", "- x", '"', "\\", "'", "no", "\ud800", "{x", "? y", "*a"])
def test_a_file_can_be_shown_in_a_terminal(typed: str) -> None:
    text = write_game(Record(header(), (Row(1, 0, "pass", typed),)))
    assert text.replace("\n", "").isprintable()
    text.encode("utf-8")


def test_a_file_written_by_hand_gives_only_what_is_needed() -> None:
    record = read_game(BY_HAND)
    assert record.header.scenario == "new-york-1962"
    assert record.header.seats == (HUMAN, HUMAN)
    assert record.header.rules == ""
    assert [row.move for row in record.rows] == ["open il28", "il28/press.jets", "pass"]
    assert record.rows[1].comment == "The first time that anybody names the aircraft."
    assert {row.side for row in record.rows} == {-1}


def test_a_written_file_reads_like_a_list_of_moves() -> None:
    text = write_game(Record(header(), rows(1)))
    assert text.splitlines()[-5:] == [
        "  - move: il28/answer.move-1",
        "    side: 1",
        '    typed: "typed 1"' if '"typed 1"' in text else "    typed: typed 1",
        "    reason: answers obsolete",
        f'    digest: "{1:064x}"',
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing in this file"),
        ("just words", ""),
        ("scenario: x", "`moves` must be a list"),
        ("moves: []", "`scenario` is missing"),
        ("scenario: x\nmoves: [[a]]", "line 2, column 9: a move is a text"),
        ("scenario: x\nmoves:\n  - side: 0\n", "line 3, column 5: `move` is missing"),
        ("scenario: x\nmoves:\n  - {move: pass, side: 2}\n", "`side` is 0 or 1"),
        ("scenario: x\nseats: [human]\nmoves: []", "line 2, column 8: `seats` must name"),
        ("scenario: x\nseed: ten\nmoves: []", "line 2, column 7: `seed` must be a whole number"),
        ("scenario: x\nsaed: 1\nmoves: []", "`saed` is not a part of it"),
        ("scenario: x\nscenario: y\nmoves: []", "scenario"),
        ("scenario: &a x\nmoves: [*a]", "anchor"),
        ("scenario: !!python/object:os.system x\nmoves: []", "tag"),
        ("scenario: x\nmoves: []\n---\nscenario: y", "second document"),
        ('scenario: "x', "quot"),
        ("scenario: x\n\tmoves: []", ""),
        ("scenario: \x1b[2J\nmoves: []", "U+001B"),
    ],
)
def test_what_is_no_game_file_gets_one_sentence_with_the_place(text: str, says: str) -> None:
    with pytest.raises(NotAGame) as caught:
        read_game(text)
    assert says in str(caught.value)
    one_sentence(caught.value)


def test_a_file_of_a_newer_format_is_refused_whatever_else_is_in_it() -> None:
    with pytest.raises(NewerRecord, match="format 99"):
        read_game("game: 99\nfuture: yes\n")


def test_a_missing_file_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotAGame, match="cannot be read"):
        open_game(tmp_path / "none.yaml")
    with pytest.raises(NotAGame, match="cannot be read"):
        open_game(tmp_path)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_game_file_or_get_one_sentence(data: bytes) -> None:
    try:
        read_game(data)
    except RecordError as fault:
        one_sentence(fault)


@given(st.data())
def test_a_changed_byte_gives_a_record_or_one_sentence(data: st.DataObject) -> None:
    raw = bytearray(write_game(Record(header(), rows(3))).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_game(bytes(raw))
    except RecordError as fault:
        one_sentence(fault)
