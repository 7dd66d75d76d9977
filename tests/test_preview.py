"""`preview`: a game that goes on at the same place when a file of its scenario is saved."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.scenario import Scenario
from game.preview import Preview, Saved, Watched, Wishes
from game.records.record import HUMAN
from game.scenarios.positions import NoSuchPosition, position
from tests.small_scenario import small_files, small_scenario, write_files

Line = str | Callable[[], str]


class Writer(io.StringIO):
    """Somebody who types lines, and saves files between them."""

    def __init__(self, *lines: Line) -> None:
        super().__init__()
        self.lines: Iterator[Line] = iter(lines)

    def readline(self, size: int | None = -1, /) -> str:
        line = next(self.lines, None)
        return "" if line is None else f"{line() if callable(line) else line}\n"


def saves(path: Path, old: str, new: str, then: str) -> Callable[[], str]:
    """Change a file while the game waits, and type a line that is read after it."""

    def save() -> str:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return then

    return save


@pytest.fixture(name="folder")
def a_scenario(tmp_path: Path) -> Path:
    return write_files(small_files(), tmp_path / "small")


def shown(folder: Path, *lines: Line, **wishes: object) -> str:
    out = io.StringIO()
    seats = {"seats": (HUMAN, HUMAN), **wishes}
    assert Preview(folder, Wishes(**seats), Writer(*lines), out).play() == 0  # type: ignore[arg-type]
    return out.getvalue()


def test_a_saved_file_is_read_and_the_game_goes_on_after_the_same_moves(folder: Path) -> None:
    change = saves(folder / "topics/opening.yaml", "It has been a dry spring.", "It has been a wet spring.", "1")
    told = shown(folder, "1", change)
    before, _, after = told.partition("[Saved: read again.]")
    assert "Thank you for climbing up to us." in before
    assert "1 move has been made." in after
    assert "It has been a wet spring." in after


def test_a_move_that_no_longer_exists_is_named_and_the_game_goes_on_before_it(folder: Path) -> None:
    told = shown(folder, "1", saves(folder / "topics/opening.yaml", "      thanks:", "      thank-you:", "quit"))
    assert "[Of 1 moves the game goes on after 0: it stops before move 1, `opening/greet.thanks`:" in told
    assert "no move has this name. Did you mean 'opening/greet.thank-you'?]" in told
    assert told.count("1. Thank them for coming") == 2


def test_a_fault_is_told_and_the_game_goes_on_when_it_is_mended(folder: Path) -> None:
    file = folder / "topics/opening.yaml"
    told = shown(
        folder,
        "1",
        saves(file, "goto: floor", "goto: flor", ""),
        saves(file, "goto: flor", "goto: floor", ""),
    )
    assert "E012  There is no node 'flor' in topic opening." in told
    assert told.index("E012") < told.rindex("1 move has been made.")


def test_it_begins_at_a_node_with_what_is_asked_for(folder: Path) -> None:
    told = shown(folder, "quit", at="well/demand", settings=("trust=2", "minutes=20"))
    assert "[3.20 p.m." in told
    assert "2. Ask for half" in told, "this is offered from trust 2 on"


def test_a_counterpart_plays_the_other_side(folder: Path) -> None:
    assert "Berta" in shown(folder, "1", "quit", seats=(HUMAN, "conceder"))


def test_a_line_that_comes_as_a_file_is_saved_is_not_lost() -> None:
    looks = iter([{"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 1)}])
    watched = Watched(io.StringIO("first\nsecond\n"), lambda: next(looks))
    with pytest.raises(Saved):
        watched.readline()
    assert watched.readline() == "first\n"


# Positions


@pytest.fixture(name="scenario")
def the_small_scenario() -> Scenario:
    return small_scenario()


def test_without_wishes_it_is_the_beginning(scenario: Scenario) -> None:
    assert scenario.nodes[position(scenario).node].id == "opening/greet"


def test_everything_that_a_condition_asks_for_can_be_set(scenario: Scenario) -> None:
    settings = ("trust=-2", "minutes=12", "said.well.right", "stands.old-right", "reach.road.toll", "at.well.hours")
    state = position(scenario, "well/denied", settings)
    assert (scenario.nodes[state.node].id, state.minutes, state.meters) == ("well/denied", 12, (-2,))
    move = next(move for move in scenario.moves if move.text == "well/demand.right")
    assert state.said == move.bit
    assert state.made == state.due == move.claims
    assert state.deals.table == (1, 0)
    reached = {scenario.issues[0].settlements[1].bit, scenario.issues[1].settlements[1].bit}
    assert state.deals.reach == sum(reached)
    granted = position(scenario, "table/floor-vale", ("granted.well.half", "answered.dry-summer"))
    assert granted.deals.grants == (0, scenario.issues[0].settlements[2].bit)
    assert granted.made == granted.answered != 0


@pytest.mark.parametrize(
    ("at", "setting", "why"),
    [
        ("well/demnd", "", "there is no node 'well/demnd'. Did you mean 'well/demand'?"),
        ("", "trust=9", "the meter 'trust' goes from -3 to 3"),
        ("", "trust=high", "'high' is not a whole number"),
        ("", "left=20", "write minutes=40"),
        ("", "trst=1", "there is no meter 'trst'. Did you mean 'trust'?"),
        ("", "minutes=60", "the talks have 60 minutes"),
        ("", "reach.well.quarter", "there is no settlement 'well.quarter'"),
        ("", "claimed.nothing", "there is no claim 'nothing'"),
        ("", "said.well.nothing", "there is no move 'well.nothing'"),
        ("", "noise", "is neither METER=NUMBER, minutes=NUMBER, nor one of said"),
    ],
)
def test_what_cannot_be_had_says_why(scenario: Scenario, at: str, setting: str, why: str) -> None:
    with pytest.raises(NoSuchPosition) as fault:
        position(scenario, at, (setting,) if setting else ())
    assert why in str(fault.value)


# The command


def test_the_command_plays_and_leaves(folder: Path) -> None:
    told = CliRunner().invoke(main, ["preview", str(folder), "--as", "hill", "--at", "well/press"], input="2\nquit\n")
    assert told.exit_code == 0
    assert "You might draw in the morning." in told.stdout


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--at", "well/none"], "there is no node 'well/none'"),
        (["--at", "well/demnd"], "Did you mean 'well/demand'?\n"),
        (["--with", "trust=7"], "the meter 'trust' goes from -3 to 3"),
        (["--against", "conceder"], "--against needs --as"),
        (["--as", "river"], "there is no side 'river'"),
        (["--form", "lesson"], "there is no form 'lesson'"),
        (["--language", "de"], "there is no language 'de'"),
    ],
)
def test_wrong_wishes_are_wrong_use(folder: Path, options: list[str], why: str) -> None:
    told = CliRunner().invoke(main, ["preview", str(folder), *options], input="quit\n")
    assert told.exit_code == 2
    assert why in told.stderr


def test_a_folder_without_a_scenario_is_wrong_use(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["preview", str(tmp_path)])
    assert told.exit_code == 2
    assert "Begin one with: see-and-count new" in told.stderr
