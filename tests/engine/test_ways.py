"""What is looked up from cleared position to cleared position is what the rules make of each."""

import pytest

from game.engine.explore import beginnings
from game.engine.play import start
from game.engine.projection import WHOLE, Cleared, Projection
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

LATE = ("topics/well.yaml", "claimed.old-right or trust > 1", "claimed.old-right or left < 3 or minutes > 57")
"""The clock of these talks stops at 60."""


def waylaid(left: int) -> Scenario:
    """Moves go several ways: by what one answers itself, by the clock, and to the floor that the other names."""
    own = f"""answers: dry-summer
        again:
          says: [{{berta: "Every June, I say."}}]
          cable: {{hill: They said so again., vale: We said so again.}}
        goto:
          - when: answered.dry-summer and left < {left}
            to: answer
          - when: stands.dry-summer or said.hours and not claimed.dry-summer
            to: table/floor-hill
          - when: left < {left}
            to: denied
          - to: floor"""
    return small_scenario(
        ("topics/well.yaml", "answers: dry-summer\n        goto: denied", own),
        ("topics/well.yaml", " and not stands.old-right\n            to: answer", "\n            to: table/floor-vale"),
    )


def differences(scenario: Scenario, topic: int, most: int = 2_000) -> list[tuple[Cleared, str]]:
    """The cleared positions of a topic, up to so many of them, from which the two lead elsewhere.

    First where all that is said again is remembered, then with the same ways where none of it is.
    """
    again = [move for move in scenario.moves if move.again is not None]
    projection = Projection(scenario, topic, again)
    ways = Ways(scenario, topic, projection)
    found = []
    for keep in (WHOLE, projection.keeping()):
        ways.keep(keep)
        waiting = [projection.clear(state) & keep for state, _ in beginnings(scenario)]
        seen = {*waiting}
        for position in waiting:
            made = [(move, to & keep) for move, to in ways.by_the_rules(position)]
            found += [(position, move) for move, _ in {*made} ^ {*ways.out_of(position)}]
            for _, to in made:
                if to not in seen and len(seen) < most:
                    seen.add(to)
                    waiting.append(to)
    return found


@pytest.mark.parametrize(
    "scenario",
    [fence(), small_scenario(), small_scenario(TRUST_AND_CLOCK), small_scenario(LATE), waylaid(50), waylaid(3)],
)
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


@pytest.mark.parametrize(
    ("condition", "last"),
    [("minutes < 20", 21), ("minutes == 20", 21), ("left >= 30", 31), ("left > 50 or minutes > 20", 21)],
)
def test_minutes_are_counted_up_to_where_every_condition_has_its_last_answer(condition: str, last: int) -> None:
    scenario = small_scenario((*TRUST_AND_CLOCK[:2], f"{TRUST_AND_CLOCK[2].split(' or ')[0]} or {condition}"))
    projection = Projection(scenario, next(each.number for each in scenario.topics if each.id == "well"))
    begun = start(scenario)
    cleared = [projection.clear(begun._replace(minutes=minutes)) for minutes in range(60)]
    assert len({*cleared[: last + 1]}) == last + 1
    assert {*cleared[last:]} == {cleared[last]}
    asked = [move.when for move in scenario.moves if move.when is not None and condition in move.when.text]
    assert asked
    for when in asked:
        for minutes in range(60):
            here = begun._replace(minutes=minutes)
            assert when.test(projection.whole(projection.clear(here))) == when.test(here)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["new-york-1962", "new-york-next-day", "two-drivers"])
def test_shipped_topics_are_walked_as_the_rules_go(name: str) -> None:
    for form in ("", *load(data("dialogues") / name).forms):
        scenario = load(data("dialogues") / name, form).scenario
        assert scenario is not None
        for topic in scenario.topics:
            assert differences(scenario, topic.number) == []
