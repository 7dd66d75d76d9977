"""The best reply that search finds, against what fixed habits bring."""

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.counterparts import NAMES
from game.engine.medals import judge
from game.engine.scenario import Scenario
from game.places import data
from game.records.files import read_game
from game.scenarios.best_reply import best_reply
from game.scenarios.habits import HABITS
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse
from tests.fence import fence
from tests.long import LONG


def interest(scenario: Scenario, side: int, seats: tuple[str, str], seed: int) -> float:
    """What a game brought a side, in hundredths of the best that could be authorised."""
    steps = list(rehearse(scenario, seed, seats))
    log = [event for step in steps for event in step.events]
    medal = judge(scenario, steps[-1].after, log).medals[side].interest
    return 100 * medal.gain / medal.best


def test_a_search_finds_the_same_game_again() -> None:
    found = best_reply(fence(), 0, "conceder", 3, 20)
    assert found == best_reply(fence(), 0, "conceder", 3, 20)


def test_more_tries_find_nothing_worse() -> None:
    gains = [best_reply(fence(), 1, "hardliner", 2, tries).gain for tries in (1, 10, 40)]
    assert gains == sorted(gains)


@pytest.mark.slow
def test_a_best_reply_is_far_above_every_fixed_habit() -> None:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    names, seeds = ("conceder", "boulware"), range(2 if LONG else 1)
    found = [
        best_reply(scenario, side, name, seed, 150).interest for name in names for seed in seeds for side in (0, 1)
    ]
    best = sum(found) / len(found)
    for habit in ("first", "friendly", "firm", "never-proposes"):
        brought = [
            interest(scenario, side, (habit, name) if side == 0 else (name, habit), seed)
            for name in NAMES
            for seed in range(4)
            for side in (0, 1)
        ]
        assert best >= sum(brought) / len(brought) + 15, habit


@pytest.mark.parametrize("habit", sorted(HABITS))
def test_a_habit_plays_to_the_end(habit: str) -> None:
    last = list(rehearse(fence(), 1, (habit, habit)))[-1]
    assert fence().nodes[last.after.node].id == "table/end"


def test_the_command_writes_a_game_that_can_be_watched(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("games") / "best.yaml"
    options = ["reply", "two-drivers", "--as", "us", "--against", "fair", "--tries", "5", "--to", str(file)]
    told = CliRunner().invoke(main, options)
    assert told.exit_code == 0, told.output
    record = read_game(file.read_bytes())
    assert any(row.reason for row in record.rows)
    watched = CliRunner().invoke(main, ["replay", str(file), "--watch"])
    assert watched.exit_code == 0
    assert f"Move {len(record.rows)}," in watched.stdout


def test_the_command_asks_whose_reply_it_is() -> None:
    told = CliRunner().invoke(main, ["reply", "two-drivers", "--against", "fair"])
    assert told.exit_code == 2
    assert "--as" in told.stderr
