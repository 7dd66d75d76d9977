"""The shipped meeting and its recorded games, read once for all these tests."""

from collections.abc import Callable
from functools import cache

import pytest

from game.engine.scenario import Scenario
from game.places import data
from game.records.files import open_game
from game.records.replay import Turn, replay
from game.reports.cable import Ending
from game.scenarios.load import load

FOLDER = data("dialogues") / "new-york-1962"

Recorded = Callable[[str], tuple[tuple[Turn, ...], Ending | None]]


@pytest.fixture(scope="session")
def meeting() -> Scenario:
    """New York, 5 November 1962."""
    scenario = load(FOLDER).scenario
    assert scenario is not None
    return scenario


@pytest.fixture(scope="session")
def recorded(meeting: Scenario) -> Recorded:
    """A recorded game by its name: its moves, and how it ended."""

    @cache
    def found(name: str) -> tuple[tuple[Turn, ...], Ending | None]:
        replayed = replay(meeting, open_game(FOLDER / "games" / f"{name}.yaml"))
        assert replayed.stopped is None
        return replayed.turns, Ending.of(replayed.states[-1])

    return found
