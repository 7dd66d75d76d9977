"""What is looked up from cleared position to cleared position is what the rules make of each."""

import pytest

from game.engine.explore import beginnings
from game.engine.play import start
from game.engine.projection import Cleared, Projection
from game.engine.scenario import Scenario
from game.engine.ways import Ways
from game.places import data
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse
from tests.fence import fence
from tests.small_scenario import small_scenario

TRUST_AND_CLOCK = (
    "topics/well.yaml",
    "claimed.old-right or trust > 1",
    "stands.dry-summer or trust > 0 and minutes < 20",
)


def differences(scenario: Scenario, topic: int, most: int = 2_000) -> list[tuple[Cleared, str]]:
    """The cleared positions of a topic, up to so many of them, from which the two lead elsewhere."""
    again = [move for move in scenario.moves if move.again is not None]
    projection = Projection(scenario, topic, again)
    ways = Ways(scenario, topic, projection)
    waiting = [projection.clear(state) for state, _ in beginnings(scenario)]
    seen, found = {*waiting}, []
    for position in waiting:
        made = ways.by_the_rules(position)
        found += [(position, move) for move, _ in {*made} ^ {*ways.out_of(position)}]
        for _, to in made:
            if to not in seen and len(seen) < most:
                seen.add(to)
                waiting.append(to)
    return found


@pytest.mark.parametrize("scenario", [fence(), small_scenario(), small_scenario(TRUST_AND_CLOCK)])
def test_every_way_is_the_one_that_the_rules_go(scenario: Scenario) -> None:
    for topic in scenario.topics:
        assert differences(scenario, topic.number) == []


def test_a_cleared_position_is_a_position_and_is_cleared_to_itself() -> None:
    scenario = small_scenario(TRUST_AND_CLOCK)
    projection = Projection(scenario, next(each.number for each in scenario.topics if each.id == "well"))
    for step in rehearse(scenario, seed=7):
        cleared = projection.clear(step.after)
        assert projection.clear(projection.whole(cleared)) == cleared


def test_what_a_topic_reads_stands_in_a_cleared_position_and_nothing_else_does() -> None:
    scenario = small_scenario(TRUST_AND_CLOCK)
    projection = Projection(scenario, next(each.number for each in scenario.topics if each.id == "well"))
    begun = start(scenario)
    for other in (
        begun._replace(minutes=9),
        begun._replace(meters=(2,)),
        begun._replace(made=1),
        begun._replace(floor=1),
    ):
        assert projection.whole(projection.clear(other)) == other
    assert projection.clear(begun._replace(moves_made=5, worn=1)) == projection.clear(begun)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["new-york-1962", "new-york-next-day", "two-drivers"])
def test_shipped_topics_are_walked_as_the_rules_go(name: str) -> None:
    for form in ("", *load(data("dialogues") / name).forms):
        scenario = load(data("dialogues") / name, form).scenario
        assert scenario is not None
        for topic in scenario.topics:
            assert differences(scenario, topic.number) == []
