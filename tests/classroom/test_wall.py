"""The wall: letters, packages, taking back, the clock, and that nothing secret is on it before the reveal."""

import io
import random
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest
from click.testing import CliRunner

from game.classroom.lines import PlainWall
from game.classroom.screen import WallPage
from game.classroom.wall import PROPOSE, RECESS, STAY, NotOnTheWall, TurnClock, Wall, minutes
from game.cli import main
from game.engine.events import Granted
from game.engine.issues import Issue
from game.engine.scenario import Scenario
from game.places import data
from game.records.journal import Journal
from game.reports.handouts.orders import recesses
from game.reports.handouts.paper import Materials
from game.scenarios.files import read_folder
from game.scenarios.lesson import lesson as texts_in
from game.scenarios.load import load_files
from game.session import HUMAN, Session, Unkept

PEOPLE = (HUMAN, HUMAN)
WORDS = ("flow", "choices", "pause", "more", "help", "reveal", "zz", "say We said so", "9")
CANARIES = ("CANARYONE", "CANARYTWO", "CANARYTHREE")


@cache
def lesson() -> Scenario:
    """The lesson, with a canary in each brief and in what came afterwards."""
    files, _ = read_folder(data("dialogues") / "new-york-1962")
    for name, canary in zip(("briefs/us-lesson.md", "briefs/ussr-lesson.md", "debrief.yaml"), CANARIES, strict=True):
        files[name] = files[name].replace(b"Secret. For you alone.", f"Secret. {canary}.".encode())
        files[name] = files[name].replace(b"Nothing was settled.", f"Nothing was settled. {canary}.".encode())
        assert canary.encode() in files[name]
    scenario = load_files(files, "lesson").scenario
    assert scenario is not None
    return scenario


def begun(scenario: Scenario | None = None) -> Session:
    return Session.begin(scenario or lesson(), PEOPLE, seed=0, keep=Unkept())


def letters_at_random(seed: int) -> list[str]:
    """What a teacher types in a whole game, words and mistakes among the letters."""
    draw, wall, typed = random.Random(seed), Wall(begun()), []
    while not wall.session.over:
        options = wall.options()
        if draw.random() < 0.15:
            typed.append(
                draw.choice(["flow", "choices", "pause", "more", "help", "reveal", "zz", "say We said so", "9"])
            )
        picked = draw.choice(options)
        if wall.list == PROPOSE and picked.does != STAY:
            chosen = "".join(
                each.letter for each in draw.sample(options[:-1], min(len(options) - 1, draw.randint(1, 3)))
            )
        else:
            chosen = picked.letter
        try:
            wall.choose(chosen)
        except NotOnTheWall:
            wall.list = ""
            typed += [chosen, "back"]
            continue
        typed.append(chosen)
    return typed


def shown(scenario: Scenario, typed: list[str]) -> str:
    """Everything that stands on the wall for these lines: as text, and on the screen."""
    out = io.StringIO()
    wall = PlainWall(Wall(begun(scenario)), io.StringIO("".join(f"{line}\n" for line in typed)), out, 60, lambda: 0.0)
    page = WallPage(wall.wall)
    seen: list[str] = []
    take = wall.take

    def watched(line: str) -> None:
        take(line)
        page.wall = wall.wall
        seen.extend(content.plain for content in [*chain(*page._said()), *page._choices()])

    wall.take = watched  # type: ignore[method-assign]
    wall.show()
    return "\n".join([out.getvalue(), *seen])


def test_no_canary_is_on_the_wall_in_two_hundred_games() -> None:
    over = 0
    for seed in range(200):
        text = shown(lesson(), letters_at_random(seed))
        over += "The talks are over." in text
        assert not any(canary in text for canary in CANARIES), seed
        for side in (0, 1):
            brief = lesson().words[f"briefs/{lesson().sides[side].id}"]
            assert not [line for line in brief.splitlines() if len(line) > 30 and line in text]
    assert over == 200


def other_secrets(scenario: Scenario) -> Scenario:
    """The same meeting with other values, guesses and briefs."""

    def changed(issue: Issue) -> Issue:
        settlements = tuple(replace(each, value=(37, 61), guess=(11, 13)) for each in issue.settlements)
        return replace(issue, weight=(1, 97), guess=(3, 5), settlements=settlements)

    words = {id_: "Other orders." if id_.startswith("briefs/") else text for id_, text in scenario.words.items()}
    return replace(scenario, issues=tuple(changed(each) for each in scenario.issues), links=(), words=words)


def test_meetings_that_differ_only_in_secrets_look_the_same_to_the_last_byte() -> None:
    other = other_secrets(lesson())
    for seed in range(25):
        typed = letters_at_random(seed)
        assert shown(lesson(), typed) == shown(other, typed), seed


def test_what_was_secret_is_there_after_the_reveal() -> None:
    text = shown(lesson(), [*letters_at_random(1), "reveal"])
    assert all(canary in text for canary in CANARIES)


def test_a_letter_makes_the_move_that_stands_beside_it() -> None:
    wall = Wall(begun())
    option = wall.options()[1]
    turn = wall.choose(option.letter.lower())
    assert turn is not None and turn.move == getattr(option.does, "text", None)


def within_reach() -> Wall:
    """A wall on which somebody has the floor and several settlements are within reach."""
    for seed in range(100):
        wall, draw = Wall(begun()), random.Random(seed)
        while not wall.session.over:
            options = wall.options()
            if any(option.does == PROPOSE for option in options) and not wall.tabled():
                wall.choose(next(option.letter for option in options if option.does == PROPOSE))
                if len({str(each.does).partition("=")[0] for each in wall.options()[:-1]}) > 1:
                    return wall
                wall.back()
            wall.choose(draw.choice([each for each in options if each.does not in (PROPOSE, RECESS)]).letter)
    raise AssertionError("no game came to it")


def test_letters_together_are_a_package() -> None:
    wall = within_reach()
    first = wall.options()[0]
    other = next(each for each in wall.options()[1:-1] if str(each.does).split("=")[0] != str(first.does).split("=")[0])
    turn = wall.choose(f"{other.letter} {first.letter}")
    assert turn is not None
    assert set(turn.move.split()[1:]) == {first.does, other.does}
    assert wall.list == ""
    assert wall.tabled()


def test_letters_that_make_no_package_are_refused_in_a_sentence() -> None:
    wall = within_reach()
    letter = wall.options()[0].letter
    with pytest.raises(NotOnTheWall, match="stands in it twice"):
        wall.choose(letter * 2)
    assert wall.list == PROPOSE
    wall.choose(wall.options()[-1].letter)
    assert wall.list == ""


def test_a_recess_asks_for_one_thing_and_tells_the_room_no_answer() -> None:
    wall = Wall(begun())
    wall.choose(next(option.letter for option in wall.options() if option.does == RECESS))
    turn = wall.choose(wall.options()[0].letter)
    assert turn is not None
    assert all(event.to is None for event in turn.seen_by(None))
    assert len(turn.events) > len(turn.seen_by(None))
    assert not any("llowed" in each.text for each in wall.told(turn))


def in_recess() -> Wall:
    wall = Wall(begun())
    wall.choose(next(option.letter for option in wall.options() if option.does == RECESS))
    return wall


def test_what_may_be_asked_at_home_is_called_by_its_line_and_never_by_its_name() -> None:
    labels = [option.label for option in in_recess().options()]
    assert labels == ["Line 1", "Line 2", "Stay in the room"]


def test_the_lines_of_a_recess_are_those_of_the_score_sheet_in_their_order() -> None:
    made = Materials(lesson(), texts_in(data("dialogues") / "new-york-1962"))
    wall = in_recess()
    issues = {issue.id: issue for issue in lesson().issues}
    for option, line in zip(wall.options()[:-1], recesses(made, 0), strict=True):
        issue, _, settlement = str(option.does).removeprefix("recess ").partition("=")
        number = issues[issue].number(settlement)
        assert made.teller.settlement(lesson().issues.index(issues[issue]), number) in line.partition(":")[0]


def granted() -> tuple[Wall, str]:
    """A wall on which home has just said yes to a side that may go out once more, and the line that it asked for."""
    for seed in range(200):
        wall, draw = Wall(begun()), random.Random(seed)
        while not wall.session.over:
            option = draw.choice([each for each in wall.options() if each.does != PROPOSE])
            asked = wall.list == RECESS
            try:
                turn = wall.choose(option.letter)
            except NotOnTheWall:
                break
            if asked and turn is not None and any(isinstance(event, Granted) for event in turn.events):
                if any(each.does == RECESS for each in wall.options()):
                    return wall, option.label
                break
    raise AssertionError("no game came to it")


def test_a_line_that_was_granted_stays_so_the_list_tells_the_room_no_answer() -> None:
    wall, line = granted()
    wall.choose(next(option.letter for option in wall.options() if option.does == RECESS))
    again = next(option for option in wall.options() if option.label == line)
    with pytest.raises(NotOnTheWall, match="granted before"):
        wall.choose(again.letter)
    assert wall.list == RECESS


def test_a_letter_that_nobody_has_changes_nothing() -> None:
    wall = Wall(begun())
    with pytest.raises(NotOnTheWall):
        wall.choose("Z")
    with pytest.raises(NotOnTheWall, match="One letter at a time"):
        wall.choose("AB")
    assert wall.session.count == 0


def test_the_last_move_can_be_taken_back_and_its_game_stays(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    journal = Journal(tmp_path / "games.sqlite3")
    files, _ = read_folder(data("dialogues") / "new-york-1962")
    scenario = load_files(files, "lesson").scenario
    assert scenario is not None
    wall = Wall(Session.begin(scenario, PEOPLE, seed=0, keep=journal, files=files))
    wall.choose("A")
    kept = wall.session.game
    assert wall.back()
    assert wall.session.count == 0 and wall.session.game != kept
    assert len(journal.game(kept).record.rows) == 1
    assert not wall.back()
    journal.close()


def test_own_words_are_kept_and_stand_on_the_flow() -> None:
    wall = Wall(begun())
    wall.argue("Nobody has shown us one")
    assert [each.text for each in wall.session.arguments] == ["Nobody has shown us one"]
    with pytest.raises(NotOnTheWall):
        wall.argue("   ")


def test_a_game_with_a_counterpart_is_no_wall() -> None:
    session = Session.begin(lesson(), (HUMAN, "dealmaker"), seed=0, keep=Unkept())
    with pytest.raises(ValueError, match="between people"):
        Wall(session)


class Watch:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_turn_runs_out_stands_still_and_is_given_more() -> None:
    watch = Watch()
    clock = TurnClock(60, watch)
    watch.at += 20
    assert clock.left == 40
    clock.pause()
    watch.at += 500
    assert clock.left == 40 and clock.paused
    clock.pause()
    watch.at += 50
    assert clock.left == -10
    clock.more(60)
    assert clock.left == 50
    clock.begin()
    assert clock.left == 60


def test_a_turn_without_a_limit_never_runs_out() -> None:
    assert TurnClock(0, lambda: 5.0).left is None
    assert minutes(65) == "1:05"


def test_the_time_that_was_over_is_told_and_forbids_nothing() -> None:
    watch = Watch()
    out = io.StringIO()
    wall = PlainWall(Wall(begun()), io.StringIO(""), out, 30, watch)
    watch.at += 95
    wall.choose("A")
    assert "The time was up 1:05 ago." in out.getvalue()
    assert wall.wall.session.count == 1


def test_present_begins_with_the_lesson(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    found = CliRunner().invoke(main, ["present", "--plain"], input="A\nquit\n")
    assert found.exit_code == 0, found.output
    assert "moves until the summing-up: 20" in found.output
    name = found.output.split()[1].rstrip(".")
    again = CliRunner().invoke(main, ["present", name, "--plain"], input="quit\n")
    assert "moves until the summing-up: 19" in again.output
