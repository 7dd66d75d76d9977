"""Forms, the tutorial and watching, as commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game.cli import main
from game.commands.named import FIRST_STEPS, SHIPPED
from game.places import HOME_VARIABLE, data
from game.records.files import open_game
from game.scenarios.heads import heads

A_TRADE = data("dialogues") / SHIPPED / "games" / "a-trade.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, args, input=typed)


def test_the_scenarios_that_commands_name_are_shipped() -> None:
    assert {SHIPPED, FIRST_STEPS} <= {head.id for head in heads(data("dialogues"))}


def test_a_lesson_is_played_kept_exported_and_replayed(home: Path) -> None:
    begun = run("play", "--form", "lesson", "--as", "us", "--seed", "1", "--plain", typed="2\nissues\nquit\n")
    assert begun.exit_code == 0
    assert "moves until the summing-up: 20]" in begun.output
    assert "Quarantine" not in begun.output
    listed = run("games")
    name = listed.output.split()[0]
    assert "new-york-1962, lesson" in listed.output
    exported = run("export", name)
    assert "\nform: lesson\n" in exported.output
    (home / "a-lesson.yaml").write_text(exported.output, encoding="utf-8")
    for game in (name, str(home / "a-lesson.yaml")):
        again = run("replay", game, "--json")
        assert again.exit_code == 0
        assert '"form": "lesson"' in again.output
    assert run("resume", name, "--plain", typed="quit\n").exit_code == 0
    assert run("play", str(home / "a-lesson.yaml"), "--plain", typed="quit\n").exit_code == 0


def test_a_game_file_whose_scenario_is_not_beside_it_says_where_it_belongs(home: Path) -> None:
    (home / "one.yaml").write_text("scenario: our-mill\nseats: [human, human]\nmoves: [pass]\n", encoding="utf-8")
    told = run("debrief", str(home / "one.yaml"))
    assert told.exit_code == 2
    assert "there is no scenario 'our-mill'" in told.output
    assert "put it into its games/" in " ".join(told.output.split())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are broken otherwise there")
def test_output_that_nobody_reads_to_its_end_is_no_fault() -> None:
    command = [sys.executable, "-m", "game", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        told.stdout.read(1)
        told.stdout.close()
        assert told.stderr.read() == b""


def test_the_brief_of_a_form_is_its_own() -> None:
    assert "44 points of 100" in run("brief", "--as", "us", "--form", "lesson").output
    assert "44 points of 100" not in run("brief", "--as", "us").output


def test_a_form_that_is_not_there_is_wrong_use(home: Path) -> None:
    wrong = run("play", "--form", "seminar", "--as", "us", "--plain")
    assert wrong.exit_code == 2
    assert "there is no form 'seminar' of this scenario; there are lesson." in wrong.output


def test_two_people_are_told_how_to_print_the_briefs_of_their_form(home: Path) -> None:
    text = run("play", "--form", "lesson", "--hot-seat", "--plain", typed="brief\nquit\n").output
    assert "see-and-count brief new-york-1962 --form lesson --as SIDE" in text


def test_a_form_can_be_play_tested_and_analyzed() -> None:
    tested = run("playtest", "--form", "lesson", "--games", "5", "--workers", "2", "--json")
    assert tested.exit_code == 0
    assert '"quarantine"' not in tested.output
    assert '"quarantine"' not in run("analyze", "--form", "lesson", "--json").output


def test_watching_shows_each_move_with_the_hour_and_the_comments() -> None:
    text = run("replay", str(A_TRADE), "--watch").output
    lines = text.splitlines()
    assert lines[0] == "A trade"
    assert lines[1].startswith("(Six o'clock.")
    assert lines.index("Move 1, 6.02 p.m.") < lines.index("Move 2, 6.04 p.m.")
    assert "Comment: He has left the page. It seldom happens so early." in lines
    assert sum(line.startswith("Move ") for line in lines) == len(open_game(A_TRADE).rows)
    assert "For you alone" not in text


def test_watching_stops_where_it_is_told_to() -> None:
    lines = run("replay", str(A_TRADE), "--watch", "--at", "3").output.splitlines()
    assert [line for line in lines if line.startswith("Move ")][-1] == "Move 3, 6.06 p.m."


def test_the_title_offers_the_first_steps_first_and_the_meeting_to_watch(home: Path) -> None:
    text = run("--plain", typed="1\n1\nquit\n").output
    assert "1. First steps, in fourteen moves" in text
    assert "All that is said or done is a move. Choose one." in text
    watched = run("--plain", typed="4\n7\n").output
    assert watched.count("\nMove ") == 60
