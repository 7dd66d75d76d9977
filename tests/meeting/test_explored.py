"""A search of each topic of the meeting comes to everything in it, what only a second saying leads to included."""

import pytest

from game.engine.explore import explore
from game.engine.moves import read
from game.engine.play import next_state, start
from game.engine.scenario import Scenario

TOPICS = ("opening", "il28", "agreement", "schedule", "inspection-ship", "warheads", "ground", "quarantine", "list")
"""All but the summing-up, which speaks of what was settled."""


@pytest.mark.parametrize("topic", TOPICS)
def test_a_search_comes_to_every_move_of_a_topic(meeting: Scenario, topic: str) -> None:
    explored = explore(meeting, next(each.number for each in meeting.topics if each.id == topic))
    assert (explored.complete, explored.unseen, explored.unreachable) == (True, (), ())


def test_a_game_is_known_to_where_only_a_second_saying_leads(meeting: Scenario) -> None:
    topic = next(each for each in meeting.topics if each.id == "il28")
    path = explore(meeting, topic.number).paths["il28/twice-heard.off-the-page"]
    state = start(meeting)
    for text in path:
        state = next_state(meeting, state, read(meeting, state, text))
    assert state.worn
