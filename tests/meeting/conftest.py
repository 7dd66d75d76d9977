"""The shipped meeting, read once for all its tests."""

import pytest

from game.engine.scenario import Scenario
from game.places import data
from game.scenarios.load import load


@pytest.fixture(scope="session")
def meeting() -> Scenario:
    """New York, 5 November 1962."""
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    return scenario
