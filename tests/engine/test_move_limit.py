"""A form ends by a move: the talks close after the move that reaches the limit, as the clock closes them."""

from collections.abc import Callable

import pytest

from game.engine.chance import Draw
from game.engine.events import Closing
from game.engine.moves import NotAMove, moves, packages, read
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.views import view
from game.scenarios.load import load_files
from tests.engine.conftest import Talks
from tests.fence import SCENARIO, files, linked

FORM = """
forms:
  quick: {title: Quickly, issues: [fence, cost], topics: [line, money], moves: MOVES, minutes: 100, briefs: quick}
"""

Table = Callable[[Scenario], Talks]


def quick(moves: int = 8) -> Scenario:
    """The neighbours, in a hurry: two moves of a game are the summing-up, and one may be an answer."""
    written = files(scenario=SCENARIO + FORM.replace("MOVES", str(moves)))
    written |= {f"briefs/{side}-quick.md": b"# In short\n" for side in ("north", "south")}
    scenario = load_files(written, "quick").scenario
    assert scenario is not None
    return scenario


def test_the_talks_close_after_the_move_that_reaches_the_limit(talks_over: Table) -> None:
    talks = talks_over(quick())
    assert talks.scenario.most_moves == 5
    talks.play("open line", "line/map.old-map", "line/answer.torn", "line/reply.nod")
    assert talks.node == "table/floor-south"
    events = talks.play("open money")
    assert not any(isinstance(event, Closing) for event in events)
    events = talks.play("money/bill.later")
    assert Closing(0, "time") in events
    assert talks.node == "closing/north-first"


def test_a_package_on_the_table_is_answered_first(talks_over: Table) -> None:
    talks = talks_over(quick())
    talks.play("open line", "line/map.wall", "line/answer.wait", "line/reply.nod", "propose fence=hedge")
    assert talks.node == "table/answer-north"
    assert talks.tabled == []
    with pytest.raises(NotAMove, match="no package can be tabled now"):
        talks.play("propose fence=ditch")
    talks.play("accept")
    assert talks.issue("fence") == "hedge"
    assert talks.node == "closing/south-first"


def test_a_counter_may_be_the_move_that_reaches_the_limit(talks_over: Table) -> None:
    talks = talks_over(quick(9))
    talks.play("open line", "line/map.wall", "line/answer.wait", "line/reply.nod", "propose fence=hedge")
    talks.play("propose fence=ditch", "accept", "closing/north-first.north-first", "closing/south-last.south-last")
    assert talks.node == "table/end"
    assert talks.state.moves_made == 9


def test_the_room_sees_how_many_moves_are_left(talks_over: Table) -> None:
    talks = talks_over(quick())
    assert view(talks.scenario, talks.state, 0, talks.log).moves_left == 5
    talks.play("open line", "line/map.old-map")
    assert view(talks.scenario, talks.state, 1, talks.log).moves_left == 3
    whole = linked()
    assert view(whole, start(whole), 0, ()).moves_left is None


@pytest.mark.parametrize("most", [8, 9, 12, 17])
def test_no_game_is_longer(most: int) -> None:
    scenario = quick(most)
    longest = 0
    for seed in range(300):
        draw, state = Draw(seed), start(scenario)
        while state.node != END:
            state, _ = play(scenario, state, draw.one_of([*moves(scenario, state), *packages(scenario, state)]))
        longest = max(longest, state.moves_made)
    assert longest == most


def test_the_clock_closes_the_talks_all_the_same() -> None:
    scenario = quick(40)
    state, closed = start(scenario), []
    while state.node != END and not closed:
        text = next((move.text for move in moves(scenario, state) if move.kind == "recess"), "")
        move = read(scenario, state, text) if text else moves(scenario, state)[0]
        state, events = play(scenario, state, move)
        closed = [event for event in events if isinstance(event, Closing)]
    assert state.moves_made < scenario.most_moves
