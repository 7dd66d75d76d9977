"""Refusals that put something in words: what might do instead comes within reach, by side and mood."""

from collections.abc import Callable

from game.engine.events import Reached, Refused
from game.engine.scenario import Scenario
from tests.engine.conftest import Talks
from tests.engine.test_packages import REACH_FENCE
from tests.fence import ISSUES, SCENARIO, linked

HEDGE = "authority: {north: given, south: given}\n        put: {north: [{nora: We put hedge"
COLD = ("moods: {cold: trust < 0}", "moods: {cold: minutes > 0}")


def hinting(instead: str, cold: bool = False) -> Scenario:
    """The neighbours, where refusing a hedge puts something in words; cold ones never refuse otherwise."""
    assert HEDGE in ISSUES
    issues = ISSUES.replace(HEDGE, f"instead: {instead}\n        {HEDGE}")
    return linked(issues=issues, scenario=SCENARIO.replace(*COLD) if cold else SCENARIO)


def reached(talks: Talks, text: str) -> list[str]:
    """What a move puts in words."""
    issues = talks.scenario.issues
    events = [event for event in talks.play(text) if isinstance(event, Reached)]
    return [f"{issues[each.issue].id}={issues[each.issue].settlements[each.settlement].id}" for each in events]


def test_a_refusal_brings_within_reach_what_might_do_instead(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {cost: shared}}}"))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert reached(talks, "refuse fence") == ["cost=shared"]
    assert "propose cost=shared" in talks.tabled


def test_it_follows_the_words_of_the_refusal_and_is_told_after_them(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {cost: shared}}}"))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert [type(event) for event in talks.play("refuse fence")][:2] == [Refused, Reached]


def test_the_other_side_may_hint_at_nothing(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{south: {plain: {cost: shared}}}"))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert reached(talks, "refuse fence") == []


def test_a_cold_refusal_may_hint_at_less(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {cost: [shared, north-pays]}, cold: {cost: north-pays}}}", cold=True))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert reached(talks, "refuse fence") == ["cost=north-pays"]


def test_a_mood_without_hints_of_its_own_has_the_plain_ones(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {cost: shared}}}", cold=True))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert reached(talks, "refuse fence") == ["cost=shared"]


def test_a_second_refusal_running_is_not_in_the_words_of_the_first(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(linked())
    talks.play(*REACH_FENCE, "propose fence=hedge")
    first = refused(talks, "refuse fence")
    talks.play("pass", "propose fence=wall")
    assert (first, refused(talks, "refuse fence")) == ("plain", "cold")


def test_after_a_counter_a_refusal_is_in_the_mood_of_the_moment_again(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(linked(scenario=SCENARIO.replace("talk: 100", "talk: 300")))
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence", "pass")
    talks.play("propose fence=wall", "propose fence=ditch", "refuse fence")
    talks.play("open money", "money/purse.half", "propose cost=shared")
    assert refused(talks, "refuse cost") == "plain"


def refused(talks: Talks, text: str) -> str:
    """The mood in whose words a refusal is."""
    [event] = [event for event in talks.play(text) if isinstance(event, Refused)]
    return event.lines[0].id.split(":")[-2]


def test_what_is_within_reach_already_is_not_told_again(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {fence: wall}}}"))
    talks.play(*REACH_FENCE, "propose fence=hedge")
    assert reached(talks, "refuse fence") == []


def test_a_hint_does_not_make_the_refused_package_new(talks_over: Callable[[Scenario], Talks]) -> None:
    talks = talks_over(hinting("{north: {plain: {cost: shared}}}"))
    talks.play(*REACH_FENCE, "propose fence=hedge", "refuse fence")
    assert "propose fence=hedge" not in talks.tabled
    assert "propose fence=hedge cost=shared" in talks.tabled


def test_the_rules_have_another_digest_with_it() -> None:
    assert hinting("{north: {plain: {cost: shared}}}").rules != linked().rules
