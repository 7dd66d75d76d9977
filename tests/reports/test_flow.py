"""The flow: claims by topic, what answered them, and what stands."""

from game.engine.scenario import Scenario
from game.engine.state import standing
from game.engine.views import known
from game.records.replay import replay
from game.reports.flow import ANSWERED, PENDING, STANDING, Flow, flow, lines
from game.speech.telling import Teller
from tests.records.at_random import recorded as at_random
from tests.reports.conftest import Recorded


def test_the_flow_of_the_recorded_meeting(meeting: Scenario, recorded: Recorded) -> None:
    turns, _ = recorded("as-recorded")
    shape = known(meeting, 0)
    found = flow(shape, turns)
    assert [meeting.topics[each.topic].id for each in found] == [
        "il28",
        "agreement",
        "schedule",
        "inspection-ship",
        "warheads",
        "ground",
    ]
    text = lines(Teller(meeting.words.__getitem__, shape), found)
    assert text[:3] == [
        f"{meeting.words['topics/il28:title']}:",
        "  Soviet, move 3: The letter of 2 November displeases Moscow. "
        "Answered by move 9: The bombers are not a new question.",
        "  Soviet, move 4: The aircraft are old, low and slow. "
        "Answered by move 10: Jets that carry nuclear bombs are not obsolete.",
    ]
    assert "  American, move 11: In Castro's hands they are a grave danger. Stands unanswered." in text


def test_the_flow_grows_with_the_talks(meeting: Scenario, recorded: Recorded) -> None:
    turns, _ = recorded("as-recorded")
    shape = known(meeting, 0)
    obsolete = next(each.number for each in meeting.claims if each.id == "obsolete")

    def at(count: int) -> str:
        return next(each.how for topic in flow(shape, turns[:count]) for each in topic.claims if each.claim == obsolete)

    assert (at(4), at(9), at(10)) == (PENDING, PENDING, ANSWERED)


def test_the_flow_says_what_the_position_says(meeting: Scenario) -> None:
    shape = known(meeting, 0)
    for seed in range(20):
        replayed = replay(meeting, at_random(meeting, seed))
        last = replayed.states[-1]
        made = {each.claim: each for topic in flow(shape, replayed.turns) for each in topic.claims}
        assert sum(1 << claim for claim in made) == last.made
        assert sum(1 << claim for claim, each in made.items() if each.how == ANSWERED) == last.made & last.answered
        assert sum(1 << claim for claim, each in made.items() if each.how == STANDING) == standing(last)


def test_nothing_claimed_is_an_empty_flow(meeting: Scenario) -> None:
    empty: tuple[Flow, ...] = ()
    assert flow(known(meeting, 0), ()) == empty
