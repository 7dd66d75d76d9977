"""Turn, floor and time."""

from collections.abc import Callable

import pytest

from game.engine.events import Closing, Passed, Scene, Spoke, Turned
from game.engine.moves import NotAMove
from game.engine.scenario import Scenario
from tests.engine.conftest import Talks
from tests.fence import LINE, SCENARIO, linked


def test_the_first_floor_offers_topics_then_recess_pass_and_summing_up(talks: Talks) -> None:
    assert talks.node == "table/floor-north"
    assert talks.offered == ["open line", "open money", "recess fence=ditch", "pass", "sum-up"]


def test_opening_a_topic_takes_no_time_and_leads_to_the_openers_entry(talks: Talks) -> None:
    events = talks.play("open line")
    assert talks.node == "line/map"
    assert talks.state.minutes == 0
    assert [type(event) for event in events] == [Turned, Scene]


def test_a_move_takes_the_minutes_of_its_kind(talks: Talks) -> None:
    talks.play("open line", "line/map.wall")
    assert talks.state.minutes == 6
    assert talks.node == "line/answer"


def test_the_floor_goes_to_the_side_that_did_not_hold_it_last(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.shrug", "line/reply.nod")
    assert talks.node == "table/floor-south"
    talks.play("open line", "line/cattle.weather", "line/reply.nod")
    assert talks.node == "table/floor-north"


def test_a_side_makes_several_moves_running(talks: Talks) -> None:
    talks.play("open line", "line/map.walls")
    assert talks.node == "line/map"
    assert talks.state.run == 1


def test_after_six_moves_running_the_turn_goes_to_the_other_side(talks_over: Callable[[Scenario], Talks]) -> None:
    waiting = LINE.replace("repeat: freely\n        goto: reply", "repeat: freely\n        goto: answer")
    talks = talks_over(linked(line=waiting))
    talks.play("open line", "line/map.wall", *["line/answer.wait"] * 5)
    assert talks.node == "line/answer"
    talks.play("line/answer.wait")
    assert talks.node == "table/floor-south"


def test_a_move_is_said_once_and_once_more_only_where_it_has_worn_words(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.torn", "line/reply.nod", "pass")
    talks.play("open line")
    assert "line/map.old-map" in talks.offered
    events = talks.play("line/map.old-map")
    assert isinstance(events[0], Spoke)
    assert events[0].again
    assert [line.id for line in events[0].lines] == ["line/map.old-map:again:1"]
    assert talks.state.meters == (-1,)
    assert "line/answer.torn" not in talks.offered
    talks.play("line/answer.wait", "line/reply.nod", "pass", "open line")
    assert "line/map.old-map" not in talks.offered


def test_a_condition_keeps_a_move_back_until_it_holds(talks: Talks) -> None:
    talks.play("open line", "line/map.wall", "line/answer.wait")
    assert talks.offered == ["line/reply.nod"]


def test_ways_on_are_tried_in_order_after_the_moves_effects(talks: Talks) -> None:
    talks.play("pass", "open line", "line/cattle.cows", "line/cattle.hedge", "line/reply.cows-can")
    talks.play("open line", "line/map.old-map", "line/answer.torn")
    assert talks.node == "table/floor-south"


def test_a_topic_is_offered_while_its_entry_has_a_move(talks: Talks) -> None:
    talks.play("open money", "money/purse.half", "pass", "open money", "money/purse.poor", "pass")
    assert "open money" not in talks.offered


def test_two_passes_running_begin_the_summing_up(talks: Talks) -> None:
    assert [type(event) for event in talks.play("pass")] == [Passed]
    events = talks.play("pass")
    assert Closing(0, "passes") in events
    assert talks.node == "closing/north-first"


def test_a_topic_between_them_forgets_the_first_pass(talks: Talks) -> None:
    talks.play("pass", "open money", "money/bill.later", "pass")
    assert talks.node == "table/floor-south"


def test_summing_up_leads_to_the_end(talks: Talks) -> None:
    talks.play("sum-up", "closing/north-first.north-first", "closing/south-last.south-last")
    assert talks.node == "table/end"
    assert talks.offered == []


def test_when_time_is_up_the_other_side_sums_up_first(talks_over: Callable[[Scenario], Talks]) -> None:
    scenario = linked(scenario=SCENARIO.replace("talk: 100", "talk: 12"))
    talks = talks_over(scenario)
    talks.play("open line", "line/map.wall", "line/answer.shrug")
    events = talks.play("line/reply.nod")
    assert Closing(1, "time") in events
    assert talks.node == "closing/south-first"


def test_time_waits_for_the_answer_to_a_package(talks_over: Callable[[Scenario], Talks]) -> None:
    scenario = linked(scenario=SCENARIO.replace("talk: 100", "talk: 22"))
    talks = talks_over(scenario)
    talks.play("open line", "line/map.wall", "line/answer.shrug", "line/reply.nod", "pass")
    talks.play("propose fence=hedge")
    assert talks.state.minutes == 22
    assert talks.offered == ["accept", "refuse fence"]
    assert talks.tabled == []
    talks.play("accept")
    assert talks.node == "closing/north-first"
    assert talks.issue("fence") == "hedge"


def test_nothing_written_that_can_be_said_leaves_the_way_out(talks_over: Callable[[Scenario], Talks]) -> None:
    gated = LINE.replace("label: Nod\n", "label: Nod\n        when: trust > 1\n")
    talks = talks_over(linked(line=gated))
    talks.play("open line", "line/map.wall", "line/answer.wait")
    assert talks.offered == ["leave"]
    talks.play("leave")
    assert talks.node == "table/floor-south"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no move was named"),
        ("accept", "that cannot be said or done now"),
        ("line/map.old-map", "that cannot be said or done now"),
        ("propose", "a package has one to 3 issues"),
        ("propose fence", "'fence' has no settlement ''"),
        ("propose gate=open", "there is no issue 'gate'"),
        ("propose fence=moat", "'fence' has no settlement 'moat'"),
        ("propose fence=hedge", "nobody has put 'fence=hedge' in words yet"),
        ("propose fence=open", "'fence' cannot be put back to open"),
        ("propose fence=hedge fence=wall", "'fence' stands in it twice"),
        ("open closing", "that cannot be said or done now"),
    ],
)
def test_any_other_text_is_no_move_and_says_why(talks: Talks, text: str, why: str) -> None:
    with pytest.raises(NotAMove) as fault:
        talks.play(text)
    assert why in fault.value.why
