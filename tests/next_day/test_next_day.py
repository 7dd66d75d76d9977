"""The second meeting: another evening, other questions and a longer clock, and nothing in the program that knows it."""

from functools import lru_cache

import pytest

from game.engine.medals import judge
from game.engine.scenario import END, Scenario
from game.places import data
from game.records.files import open_game
from game.records.replay import replay
from game.scenarios.check import check
from game.scenarios.load import load
from game.scenarios.playtest import playtest

FOLDER = data("dialogues") / "new-york-next-day"


@lru_cache(maxsize=1)
def meeting() -> Scenario:
    scenario = load(FOLDER).scenario
    assert scenario is not None
    return scenario


def test_nothing_is_to_be_said_against_it() -> None:
    assert not [finding for folder in check(FOLDER).folders for finding in folder.findings]


def test_both_sides_have_much_to_say_and_every_question_a_topic() -> None:
    scenario = meeting()
    assert [sum(move.side == side for move in scenario.moves) >= 60 for side in (0, 1)] == [True, True]
    assert {topic.argues for topic in scenario.topics} >= set(range(len(scenario.issues)))


def test_no_settlement_is_best_for_both_sides() -> None:
    scenario = meeting()
    for issue in scenario.issues:
        best = [max(issue.settlements, key=lambda each, side=side: each.value[side]) for side in (0, 1)]
        assert best[0] is not best[1]


def test_the_recorded_afternoon_ends_as_worked_out_by_hand() -> None:
    """Ship, traffic and term stay open: 26·30 + 24·40 + 14·50 for one side, 20·50 + 24·60 + 22·35 for the other.

    Some covers come off (26·86, 14·52) and the bill is halved (10·74, 20·62); no link holds.
    """
    scenario = meeting()
    record = open_game(FOLDER / "games" / "ladders-and-decks.yaml")
    replayed = replay(scenario, record)
    assert replayed.stopped is None
    last = replayed.states[-1]
    assert last.node == END
    result = judge(scenario, last, [event for turn in replayed.turns for event in turn.events])
    assert result.value == (54_16, 51_78)
    assert result.reservation == (40_28, 48_22)
    assert not result.disavowed


def test_what_was_said_that_day_is_played_to_its_end_and_nothing_is_signed() -> None:
    scenario = meeting()
    replayed = replay(scenario, open_game(FOLDER / "games" / "as-recorded.yaml"))
    assert replayed.stopped is None
    last = replayed.states[-1]
    assert last.node == END
    assert judge(scenario, last, [event for turn in replayed.turns for event in turn.events]).value == (40_28, 48_22)


@pytest.mark.slow
def test_whoever_keeps_to_the_record_ends_with_the_two_sentences_of_that_day() -> None:
    settled = playtest(load(FOLDER), 20, 3, seats=("by-the-record", "by-the-record")).settled
    ended = {issue: max(shares, key=lambda each, shares=shares: shares[each]) for issue, shares in settled().items()}
    assert ended == {"ship": "open", "traffic": "rest-apart", "term": "open", "decks": "open", "cost": "open"}


@pytest.mark.slow
def test_a_thousand_random_afternoons_get_stuck_nowhere_and_pass_by_every_line() -> None:
    found = playtest(load(FOLDER), 1500, 7).as_json()
    assert found["stuck"] == 0
    assert found["moves"] == {"total": len(meeting().moves), "seen": len(meeting().moves)}
    assert found["effective_choices"] >= 0.8
