"""Authority: what capitals allow, recesses, and disavowal."""

from game.engine.authority import outcome
from game.engine.events import Denied, Disavowed, Ended, Granted, Settled, WentOut
from game.engine.medals import judge
from tests.engine.conftest import Talks
from tests.engine.test_packages import REACH_COST, REACH_FENCE

NORTH_ENDS = ("sum-up", "closing/north-first.north-first", "closing/south-last.south-last")
SOUTH_ENDS = ("sum-up", "closing/south-first.south-first", "closing/north-last.north-last")


def test_a_recess_obtains_a_settlement_when_its_condition_holds(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.shrug", "line/reply.nod", "pass")
    events = talks.play("recess fence=ditch")
    assert [type(event) for event in events] == [WentOut, Granted]
    assert events[1].to == 0
    assert talks.node == "table/floor-north"
    assert talks.state.minutes == 4 + 4 + 2 + 2 + 25


def test_a_recess_too_early_is_refused_and_spent(talks: Talks) -> None:
    events = talks.play("recess fence=ditch")
    assert Denied(0, 0, 3, to=0) in events
    assert not any(text.startswith("recess") for text in talks.offered)


def test_an_agreement_within_both_authorities_stands(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=hedge", "accept", *NORTH_ENDS)
    assert talks.issue("fence") == "hedge"
    assert not talks.happened(Disavowed)


def test_an_agreement_beyond_a_sides_authority_is_disavowed_with_its_whole_package(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=wall cost=shared", "accept", *SOUTH_ENDS)
    assert talks.happened(Disavowed) == [Disavowed(1, ((0, 2), (1, 1)))]
    assert outcome(talks.scenario, talks.state).table == (0, 0)
    assert talks.log[-3:] == [Settled(0, 2, 0), Settled(1, 1, 0), Ended()]


def test_another_package_is_not_touched_by_a_disavowal(talks: Talks) -> None:
    talks.play("pass", "open money", "money/bill.half-each", "pass")
    talks.play("open line", "line/cattle.hedge", "line/reply.nod")
    talks.play("propose cost=shared", "accept", "propose fence=wall", "accept", *NORTH_ENDS)
    assert outcome(talks.scenario, talks.state).table == (0, 1)


def test_only_what_still_stands_by_a_package_is_disavowed(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=wall cost=shared", "accept")
    talks.play("propose fence=hedge", "accept", *NORTH_ENDS)
    assert outcome(talks.scenario, talks.state).table == (1, 1)
    assert not talks.happened(Disavowed)


def test_what_was_asked_for_and_allowed_is_not_disavowed(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.shrug", "line/reply.nod")
    talks.play("open line", "line/cattle.hedge", "line/reply.nod")
    talks.play("recess fence=ditch", "propose fence=ditch", "accept", *SOUTH_ENDS)
    assert talks.issue("fence") == "ditch"
    assert outcome(talks.scenario, talks.state).table == (3, 0)


def test_going_beyond_instructions_shows_in_the_medals(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=wall", "accept", *NORTH_ENDS)
    north, south = judge(talks.scenario, talks.state, talks.log).medals
    assert south.instructions.exceeded == ((0, 2),)
    assert south.credit.disavowed == 1
    assert south.interest.medal == "held"
    assert north.instructions.exceeded == ()
