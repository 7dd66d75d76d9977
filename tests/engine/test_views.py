"""What a side may know, and what it may not."""

from collections.abc import Callable
from dataclasses import fields, replace

from game.engine.events import Granted
from game.engine.scenario import Scenario
from game.engine.views import ASK, GIVEN, NEVER, View, known, view
from game.scenarios.rehearse import rehearse
from tests.engine.conftest import Talks
from tests.fence import ISSUES, fence, linked


def plain(seen: View) -> dict[str, object]:
    """A view as plain values, packages by their texts."""
    found = {field.name: getattr(seen, field.name) for field in fields(seen)}
    found["moves"] = [move.text for move in seen.moves]
    found["packages"] = [move.text for move in seen.packages]
    return found


def test_states_that_differ_in_the_other_sides_grants_alone_look_equal() -> None:
    scenario = fence()
    for seed in range(60):
        log = []
        for step in rehearse(scenario, seed):
            log += [event for event in step.events if not isinstance(event, Granted)]
            deals = step.after.deals
            other = step.after._replace(deals=deals._replace(grants=(deals.grants[0], deals.grants[1] ^ 6)))
            assert plain(view(scenario, step.after, 0, log)) == plain(view(scenario, other, 0, log))


def test_scenarios_that_differ_in_the_other_sides_values_alone_are_known_alike() -> None:
    other = linked(
        issues=ISSUES.replace("value: {north: 70, south: 60}", "value: {north: 70, south: 11}")
        .replace("weight: {north: 60, south: 40}", "weight: {north: 60, south: 30}")
        .replace("weight: {north: 40, south: 60}", "weight: {north: 40, south: 70}")
        .replace("guess: {north: 70, south: 60}", "guess: {north: 70, south: 5}")
        .replace("authority: {north: given, south: never}", "authority: {north: given, south: given}")
    )
    ours, theirs = known(fence(), 0), known(other, 0)
    for field in fields(ours):
        if field.name not in ("sides", "people", "meters", "impossible"):
            assert getattr(ours, field.name) == getattr(theirs, field.name), field.name
    assert known(fence(), 1).worth != known(other, 1).worth


def test_a_side_knows_what_its_own_capital_says(talks: Talks) -> None:
    assert known(talks.scenario, 0).authority == {
        (0, 1): GIVEN,
        (0, 2): GIVEN,
        (0, 3): ASK,
        (1, 1): GIVEN,
        (1, 2): GIVEN,
    }
    assert known(talks.scenario, 1).authority[0, 2] == NEVER


def test_only_the_side_in_turn_sees_its_moves(talks: Talks) -> None:
    state, scenario = talks.state, talks.scenario
    assert view(scenario, state, 0, ()).moves
    assert not view(scenario, state, 1, ()).moves
    assert not view(scenario, state, None, ()).moves


def test_an_answer_from_home_is_for_its_own_side_alone(talks: Talks) -> None:
    talks.play("recess fence=ditch")
    scenario, state = talks.scenario, talks.state
    assert len(view(scenario, state, 0, talks.log).log) == 2
    assert len(view(scenario, state, 1, talks.log).log) == 1
    assert len(view(scenario, state, None, talks.log).log) == 1


def test_worth_comes_from_a_sides_own_weights(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(fence())
    ours = known(talks.scenario, 0)
    assert ours.worth((0, 0)) == 60 * 40 + 40 * 50
    assert ours.worth((2, 2)) == 60 * 100 + 40 * 10 + 500
    assert replace(ours, side=1).side == 1
