"""Claims: pending, answered, standing."""

from game.engine.claims import flow
from game.engine.events import Answered, Claimed, Stood
from game.engine.state import pending, standing
from tests.engine.conftest import Talks


def test_a_claim_is_pending_until_the_other_side_had_a_turn_with_an_answer(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map")
    assert pending(talks.state) == talks.claim("old-map")
    assert talks.happened(Claimed) == [Claimed(0, 0)]


def test_an_answered_claim_does_not_stand(talks: Talks) -> None:
    events = talks.play("open line", "line/map.old-map", "line/answer.torn")
    assert Answered(1, 0) in events
    assert not standing(talks.state)
    assert flow(talks.scenario, talks.state, 0).answered == (0,)


def test_an_unanswered_claim_stands(talks: Talks) -> None:
    events = talks.play("open line", "line/map.old-map", "line/answer.shrug")
    assert Stood(0, 0) in events
    assert standing(talks.state) == talks.claim("old-map")


def test_a_claim_stays_pending_where_no_answer_was_on_offer(talks: Talks) -> None:
    talks.play("pass", "open line", "line/cattle.cows", "line/cattle.weather")
    assert pending(talks.state) == talks.claim("cows")
    talks.play("line/reply.nod")
    assert standing(talks.state) == talks.claim("cows")


def test_a_turn_is_all_the_moves_that_a_side_makes_running(talks: Talks) -> None:
    talks.play("pass", "open line", "line/cattle.weather", "line/reply.nod")
    talks.play("pass", "open line", "line/cattle.cows", "line/cattle.hedge", "line/reply.nod")
    assert standing(talks.state) == talks.claim("cows")
    talks.play("open line", "line/map.walls")
    assert not standing(talks.state)


def test_a_standing_claim_may_still_be_answered(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.shrug", "line/reply.nod", "pass")
    talks.play("open line", "line/map.wall", "line/answer.torn")
    assert not standing(talks.state)
    assert flow(talks.scenario, talks.state, 0).answered == (0,)


def test_saying_a_claim_again_neither_makes_nor_revives_it(talks: Talks) -> None:
    talks.play("open line", "line/map.old-map", "line/answer.torn", "line/reply.nod", "pass")
    events = talks.play("open line", "line/map.old-map")
    assert not [event for event in events if isinstance(event, Claimed)]
    assert not pending(talks.state)
