"""Search of one topic: what it reports as reached can be played, what it calls unreachable never is."""

from collections import deque

import pytest

from game.engine.explore import explore
from game.engine.moves import moves, read
from game.engine.play import next_state, start
from game.engine.possible import possible
from game.engine.scenario import Scenario
from game.scenarios.rehearse import rehearse
from tests.fence import LINE, fence, linked

LOCKED = LINE.replace(
    """      nod:
        kind: procedure
""",
    """      barn:
        kind: assert
        label: The barn
        when: said.old-map and not open.fence and trust > 1
        says: [{nora: The barn stands there too.}]
        source: none
        basis: invented
        goto: floor
      never:
        kind: assert
        label: Never
        when: said.barn and trust < -2
        says: [{nora: This is never said.}]
        source: none
        basis: invented
        goto: floor
      nod:
        kind: procedure
""",
)


def reachable(scenario: Scenario, depth: int) -> set[str]:
    """Every move that some game of so many moves can make, packages left out: whole positions, breadth first."""
    found: set[str] = set()
    seen = {start(scenario)}
    waiting = deque((state, 0) for state in seen)
    while waiting:
        state, made = waiting.popleft()
        if made == depth:
            continue
        for move in moves(scenario, state):
            found.add(move.text)
            after = next_state(scenario, state, move)
            if after not in seen:
                seen.add(after)
                waiting.append((after, made + 1))
    return found


def number(scenario: Scenario, topic: str) -> int:
    return next(each.number for each in scenario.topics if each.id == topic)


@pytest.mark.parametrize("topic", ["line", "money", "closing"])
def test_every_move_of_the_fence_is_reached(topic: str) -> None:
    scenario = fence()
    explored = explore(scenario, number(scenario, topic))
    assert explored.complete
    assert (explored.unreachable, explored.unseen) == ((), ())
    assert len(explored.paths) == sum(move.text.startswith(f"{topic}/") for move in scenario.moves)


def test_what_is_reached_can_be_played_from_the_start() -> None:
    scenario = linked(line=LOCKED)
    for text, path in explore(scenario, number(scenario, "line")).paths.items():
        state = start(scenario)
        for each in path:
            state = next_state(scenario, state, read(scenario, state, each))
        assert path[-1] == text


def test_what_no_game_can_come_to_is_proved_and_what_needs_more_is_not_seen() -> None:
    scenario = linked(line=LOCKED)
    explored = explore(scenario, number(scenario, "line"))
    assert explored.unreachable == ("line/reply.never",)
    assert explored.unseen == ("line/reply.barn",)


def test_a_search_that_is_cut_short_proves_no_more_than_before() -> None:
    scenario = linked(line=LOCKED)
    explored = explore(scenario, number(scenario, "line"), limit=3)
    assert not explored.complete
    assert explored.unreachable == ("line/reply.never",)
    assert len(explored.unseen) > 1


def test_plain_breadth_first_search_finds_nothing_that_is_called_unreachable() -> None:
    for scenario in (fence(), linked(line=LOCKED)):
        by_hand = reachable(scenario, 5)
        for topic in scenario.topics:
            explored = explore(scenario, topic.number)
            mine = {text for text in by_hand if text.startswith(f"{topic.id}/")}
            assert mine <= explored.paths.keys()
            assert not by_hand & {*explored.unreachable}


def test_no_random_game_makes_a_move_that_is_not_possible() -> None:
    scenario = linked(line=LOCKED)
    could_be = possible(scenario)
    for seed in range(200):
        assert {step.move.text for step in rehearse(scenario, seed) if "/" in step.move.text} <= could_be
