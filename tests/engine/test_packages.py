"""Proposals: what can be tabled, the answers, and the one counter."""

from collections.abc import Callable

import pytest

from game.engine.events import Accepted, Changed, Event, Refused, Settled, Tabled
from game.engine.moves import NotAMove, Packages, packages
from game.engine.scenario import Scenario
from tests.engine.conftest import Talks
from tests.fence import SCENARIO, linked

REACH_FENCE = ("open line", "line/map.wall", "line/answer.shrug", "line/reply.nod")
REACH_COST = ("open money", "money/bill.half-each")


def test_only_what_somebody_put_in_words_can_be_tabled(talks: Talks) -> None:
    assert talks.tabled == []
    talks.play(*REACH_FENCE)
    assert talks.tabled == ["propose fence=hedge", "propose fence=wall", "propose fence=ditch"]


def test_packages_hold_one_to_three_issues_and_nothing_impossible(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST)
    assert len(talks.tabled) == 3 + 2 + (3 * 2 - 1)
    assert "propose fence=ditch cost=north-pays" not in talks.tabled
    with pytest.raises(NotAMove, match="cannot stand together"):
        talks.play("propose fence=ditch cost=north-pays")


def test_the_order_of_the_issues_in_a_text_does_not_matter(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST)
    assert talks.move("propose cost=shared fence=wall").text == "propose fence=wall cost=shared"


def test_a_yes_settles_every_issue_of_a_package_and_gives_the_floor_to_who_said_it(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=hedge cost=shared")
    assert talks.node == "table/answer-south"
    events = talks.play("accept")
    assert [type(event) for event in events] == [Accepted, Settled, Settled]
    assert (talks.issue("fence"), talks.issue("cost")) == ("hedge", "shared")
    assert talks.node == "table/floor-south"


def test_nothing_moves_until_a_yes(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert talks.issue("fence") == "open"
    talks.play("refuse fence")
    assert talks.issue("fence") == "open"


def test_a_refusal_names_one_issue_of_the_package_in_words_for_the_mood(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert talks.offered == ["accept", "refuse fence"]
    [refused] = [event for event in talks.play("refuse fence") if isinstance(event, Refused)]
    assert [line.id for line in refused.lines] == ["issues/fence.hedge:refuse:north:plain:1"]
    talks.play("pass", "open line", "line/cattle.cows", "line/cattle.weather", "line/reply.nod")
    talks.play("propose fence=wall")
    [refused] = [event for event in talks.play("refuse fence") if isinstance(event, Refused)]
    assert refused.lines[0].id.endswith(":cold:1")


def test_there_is_one_counter_and_its_answer_is_yes_or_no(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=wall cost=shared")
    assert "propose fence=wall cost=shared" not in talks.tabled
    assert "propose fence=wall" in talks.tabled
    [tabled] = [event for event in talks.play("propose fence=hedge") if isinstance(event, Tabled)]
    assert tabled.counter
    assert talks.node == "table/answer-north"
    assert talks.offered == ["accept", "refuse fence"]
    assert talks.tabled == []
    talks.play("accept")
    assert talks.issue("fence") == "hedge"
    assert talks.node == "table/floor-south"


def put_in(events: list[Event]) -> list[str]:
    """The settlements of which a package speaks, in order."""
    [tabled] = [event for event in events if isinstance(event, Tabled)]
    return [line.id.split(":")[0] for line in tabled.lines if ":put:" in line.id]


def test_a_counter_puts_only_what_is_otherwise_than_on_the_table(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=wall cost=shared")
    assert put_in(talks.play("propose fence=hedge cost=shared")) == ["issues/fence.hedge"]


def test_a_counter_that_leaves_something_out_puts_all_that_is_left(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST, "propose fence=wall cost=shared")
    assert put_in(talks.play("propose fence=wall")) == ["issues/fence.wall"]


def test_the_same_package_needs_something_new_before_it_is_tabled_again(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence")
    assert "propose fence=hedge" not in talks.tabled
    with pytest.raises(NotAMove, match="nothing new has been said since"):
        talks.play("propose fence=hedge")
    talks.play("pass", "open line", "line/cattle.cows", "line/cattle.weather", "line/reply.nod")
    assert "propose fence=hedge" in talks.tabled


def test_a_recess_is_something_new(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence", "recess fence=ditch")
    assert "propose fence=hedge" in talks.tabled


def test_a_settled_issue_moves_again_only_by_another_package(talks: Talks) -> None:
    talks.play(*REACH_FENCE, "propose fence=wall", "accept", "propose fence=hedge", "accept")
    assert talks.issue("fence") == "hedge"
    assert "propose fence=hedge" not in talks.tabled


def test_a_third_refusal_without_a_counter_costs_trust(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(linked(scenario=SCENARIO.replace("talk: 100", "talk: 200")))
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence", "pass")
    talks.play("propose fence=wall", "refuse fence", "pass")
    assert talks.state.meters == (0,)
    assert Changed(0, 0, -1) in talks.play("propose fence=ditch", "refuse fence")


def test_a_counter_begins_the_count_of_refusals_anew(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(linked(scenario=SCENARIO.replace("talk: 100", "talk: 300")))
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence", "pass")
    talks.play("propose fence=wall", "propose fence=ditch", "refuse fence")
    talks.play("open money", "money/purse.half", "propose cost=shared", "refuse cost")
    assert talks.state.meters == (0,)


def test_packages_are_a_sequence_that_knows_what_it_holds(talks: Talks) -> None:
    talks.play(*REACH_FENCE, *REACH_COST)
    offered = packages(talks.scenario, talks.state)
    assert isinstance(offered, Packages)
    listed = list(offered)
    assert len(offered) == len(listed)
    assert [offered[number].text for number in range(len(offered))] == [move.text for move in listed]
    assert [move.text for move in offered[2:5]] == [move.text for move in listed[2:5]]
    assert all(move in offered for move in listed)
    sampled = {found.text for number in range(4000) if (found := offered.sample(number * 2654435761))}
    assert sampled == {move.text for move in listed}
