"""What people mark and write: on a sheet, while the talks go on, and kept with the game."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.scenario import Scenario
from game.records.files import open_game
from game.records.notes import BEFORE, MARK, REFLECTION, Note, Notes
from game.records.replay import Replayed, replay
from game.reports.document import Grid, Paragraph
from game.reports.marking import NotAMark, read_sheet, section, sheet, spoken, typed
from tests.reports.conftest import FOLDER

CRITERIA = ["claim", "tone"]
GAME = FOLDER / "games" / "a-trade.yaml"


@pytest.fixture(scope="module")
def played(meeting: Scenario) -> Replayed:
    return replay(meeting, open_game(GAME))


def test_a_sheet_has_a_row_for_each_thing_said(meeting: Scenario, played: Replayed) -> None:
    rows = list(csv.DictReader(io.StringIO(sheet(meeting, played, CRITERIA))))
    assert [int(row["move"]) for row in rows] == [each.move for each in spoken(meeting, played)]
    assert rows[0]["who"] == "McCloy" and rows[0]["said"].startswith("You gave me your Sunday")
    assert all(row["claim"] == row["tone"] == "" for row in rows)


def filled(meeting: Scenario, played: Replayed, **marks: str) -> str:
    rows = list(csv.DictReader(io.StringIO(sheet(meeting, played, CRITERIA))))
    rows[1].update(marks)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_a_sheet_that_comes_back_gives_its_marks(meeting: Scenario, played: Replayed) -> None:
    found = read_sheet(filled(meeting, played, claim="3", tone=" 4 "), "Ada", CRITERIA, len(played.turns))
    assert found == [Note(MARK, "Ada", 2, "claim", "3"), Note(MARK, "Ada", 2, "tone", "4")]


@pytest.mark.parametrize("mark", ["0", "5", "3.5", "good", "-1"])
def test_a_mark_is_one_to_four(meeting: Scenario, played: Replayed, mark: str) -> None:
    with pytest.raises(NotAMark, match="Row 3, claim: a mark is 1, 2, 3 or 4"):
        read_sheet(filled(meeting, played, claim=mark), "Ada", CRITERIA, len(played.turns))


def test_a_sheet_without_a_column_or_with_another_games_moves_is_refused(meeting: Scenario, played: Replayed) -> None:
    with pytest.raises(NotAMark, match="no column 'claim'"):
        read_sheet("move,tone\n1,3\n", "Ada", CRITERIA, 30)
    with pytest.raises(NotAMark, match="Row 2 of the sheet names no move"):
        read_sheet("move,claim,tone\n99,3,3\n", "Ada", CRITERIA, 30)


def test_marks_are_typed_while_the_talks_go_on() -> None:
    assert typed("claim 3 tone 4", "J", 7, CRITERIA) == [
        Note(MARK, "J", 7, "claim", "3"),
        Note(MARK, "J", 7, "tone", "4"),
    ]
    assert [note.said for note in typed("2", "J", 7, CRITERIA)] == ["2", "2"]
    for wrong in ("", "claim", "claim 9", "dance 3", "5"):
        with pytest.raises(NotAMark):
            typed(wrong, "J", 7, CRITERIA)
    with pytest.raises(NotAMark, match="Nothing has been said yet"):
        typed("3", "J", 0, CRITERIA)


def test_notes_are_kept_and_a_second_mark_takes_the_place_of_the_first(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes.sqlite3")
    assert notes.of("abc") == []
    notes.keep("abc", [Note(MARK, "Ada", 2, "claim", "3"), Note(BEFORE, "Ben", 0, "Why?", "Because \x1b[2J")])
    notes.keep("abc", [Note(MARK, "Ada", 2, "claim", "4")])
    notes.keep("other", [Note(MARK, "Ada", 2, "claim", "1")])
    notes.close()
    found = Notes(tmp_path / "notes.sqlite3").of("abc")
    assert [note.said for note in found if note.kind == MARK] == ["4"]
    assert "\x1b" not in "".join(note.said for note in found)


def test_the_report_adds_marks_up_by_side_and_tells_what_was_written(meeting: Scenario, played: Replayed) -> None:
    ours = next(turn.number for turn in played.turns if turn.side == 0)
    theirs = next(turn.number for turn in played.turns if turn.side == 1)
    notes = [
        Note(MARK, "Ada", ours, "claim", "3"),
        Note(MARK, "Ben", ours, "claim", "4"),
        Note(MARK, "Ada", theirs, "claim", "2"),
        Note(REFLECTION, "Cleo", 0, "What now?", "I would ask first."),
    ]
    blocks = section(meeting, played, CRITERIA, notes).blocks
    grid = next(each for each in blocks if isinstance(each, Grid))
    assert grid.rows == (("Claim", "3.5 (2)", "2.0 (1)"), ("Tone", "not marked", "not marked"))
    assert "Ada, Ben" in grid.caption
    assert Paragraph("What now? I would ask first.", "Reflection, Cleo:") in blocks


def run(*args: str, typed: str = "") -> str:
    found = CliRunner().invoke(main, args, input=typed)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.output


def test_the_commands_keep_marks_and_answers_and_the_debrief_shows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    assert "Nothing has been marked" in run("marks", str(GAME))
    path = tmp_path / "sheet.csv"
    run("marks", str(GAME), "--sheet", str(path))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines[1] = lines[1].removesuffix(",,,,,,") + ",3,2,1,4,4,4"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "Say who marks" in run("marks", str(GAME), "--read", str(path))
    assert "6 marks by Ada are kept" in run("marks", str(GAME), "--read", str(path), "--who", "Ada")
    run("marks", str(GAME), "--ask", "before", "--who", "Ben", typed="To be understood\n\n\n")
    for text in (run("marks", str(GAME)), run("debrief", str(GAME))):
        assert "Judges: Ada" in text and "| Claim | 3.0 (1) | not marked |" in text
        assert "To be understood" in text


def test_a_judge_in_the_room_marks_on_the_wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    shown = run("present", "--plain", typed="mark 3\nA\nA\nmark claim 3\nmark dance 2\nquit\n")
    assert "Nothing has been said yet that could be marked." in shown
    assert "'dance' is not marked" in shown
    assert "Kept." in shown
    assert "| Claim | 3.0 (1) |" in run("marks", shown.split()[1].rstrip("."))
