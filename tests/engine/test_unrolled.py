"""The rules written out do what the rules do: in random games, move by move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.play import play
from game.engine.scenario import Scenario
from game.engine.unrolled import Unrolled
from game.places import data
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse
from tests.fence import fence
from tests.small_scenario import small_scenario

SEEDS = st.integers(0, 2**32)


def differences(scenario: Scenario, written_out: Unrolled, seed: int) -> list[str]:
    """The moves of one random game at which the two differ."""
    return [
        step.move.text
        for step in rehearse(scenario, seed)
        if [*written_out.moves(step.before)] != [*step.offered]
        or written_out.play(step.before, step.move) != play(scenario, step.before, step.move)
    ]


@given(SEEDS)
@settings(max_examples=100, deadline=None)
def test_the_same_moves_lead_to_the_same_positions_and_events(seed: int) -> None:
    for scenario in (fence(), small_scenario()):
        assert differences(scenario, Unrolled(scenario), seed) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["new-york-1962", "two-drivers"])
def test_shipped_scenarios_are_played_the_same(name: str) -> None:
    loaded = load(data("dialogues") / name)
    for form in ("", *loaded.forms):
        scenario = load(data("dialogues") / name, form).scenario
        assert scenario is not None
        written_out = Unrolled(scenario)
        for seed in range(200):
            assert differences(scenario, written_out, seed) == []
