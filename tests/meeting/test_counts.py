"""How many ways the talks can go: golden numbers, which any change of the rules or of the meeting moves.

Counted are the sequences of so many moves, packages among them, from the start and from the middle
of the recorded meeting. A change of them is to be meant, and said in the changelog.
"""

import pytest

from game.engine.moves import moves, packages, read
from game.engine.play import next_state, play, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.places import data
from game.records.files import open_game

FROM_THE_START = {1: 3, 2: 10, 3: 41, 4: 255, 5: 1585, 6: 8387}
ON_THE_SOVIET_FLOOR = {1: 17, 2: 131, 3: 807}


def sequences(scenario: Scenario, state: State, depth: int) -> int:
    offered = [*moves(scenario, state), *packages(scenario, state)]
    if depth == 1:
        return len(offered)
    return sum(sequences(scenario, next_state(scenario, state, move), depth - 1) for move in offered)


@pytest.mark.parametrize(("depth", "count"), FROM_THE_START.items())
def test_counts_from_the_start(meeting: Scenario, depth: int, count: int) -> None:
    assert sequences(meeting, start(meeting), depth) == count


@pytest.mark.parametrize(("depth", "count"), ON_THE_SOVIET_FLOOR.items())
def test_counts_on_the_floor_after_the_bombers(meeting: Scenario, depth: int, count: int) -> None:
    record = open_game(data("dialogues") / "new-york-1962" / "games" / "as-recorded.yaml")
    state = start(meeting)
    for row in record.rows[:28]:
        state, _ = play(meeting, state, read(meeting, state, row.move))
    assert sequences(meeting, state, depth) == count
