"""Refusals: each says which part is hard and why, in words of its own for each settlement, side and mood."""

import re
from collections.abc import Iterator

import pytest

from game.engine.moves import packages, read
from game.engine.play import next_state, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.places import data
from game.records.files import open_game
from tests.meeting.spoken import Text, texts

SETTLEMENTS = 23
SIDES = 2
MOODS = 2
A_PHRASE = 2
"""Runs of four words that two refusals of one thing may share: a phrase of five words."""


@pytest.fixture(scope="module")
def refusals(meeting: Scenario) -> dict[tuple[str, str, str, str], Text]:
    """By issue, settlement, side and mood."""
    found = {}
    for each in texts(meeting):
        if each.kind == "refuse":
            place = re.fullmatch(r"issues/([a-z0-9-]+)\.([a-z0-9-]+):refuse:([a-z]+):([a-z]+):\d+", each.id)
            assert place, each.id
            found[place[1], place[2], place[3], place[4]] = each
    return found


def test_there_are_two_for_each_settlement_and_side(meeting: Scenario, refusals: dict[tuple[str, ...], Text]) -> None:
    settlements = [(issue.id, each.id) for issue in meeting.issues for each in issue.settlements[1:]]
    assert len(settlements) == SETTLEMENTS
    wanted = {(*each, side, mood) for each in settlements for side in ("us", "ussr") for mood in ("plain", "cold")}
    assert set(refusals) == wanted
    assert len(refusals) == SETTLEMENTS * SIDES * MOODS


def test_no_sentence_of_a_refusal_is_used_twice(refusals: dict[tuple[str, ...], Text]) -> None:
    sentences = [part.strip() for each in refusals.values() for part in re.split(r"(?<=[.?!]) ", each.text)]
    assert sorted(sentences) == sorted(set(sentences))


def test_no_name_is_slotted_into_a_refusal(refusals: dict[tuple[str, ...], Text]) -> None:
    assert [each.text for each in refusals.values() if "{" in each.text] == []


def test_the_moods_speak_differently(refusals: dict[tuple[str, ...], Text]) -> None:
    for (issue, settlement, side, mood), plain in refusals.items():
        if mood == "plain":
            cold = refusals[issue, settlement, side, "cold"]
            assert len(plain.runs & cold.runs) <= A_PHRASE, (plain.text, cold.text)


def positions(meeting: Scenario, name: str) -> Iterator[State]:
    """The positions of a recorded game."""
    state = start(meeting)
    for row in open_game(data("dialogues") / "new-york-1962" / "games" / f"{name}.yaml").rows:
        yield state
        state = next_state(meeting, state, read(meeting, state, row.move))


def test_a_refusal_opens_what_it_names_instead(meeting: Scenario) -> None:
    tabled = next(state for state in positions(meeting, "a-disavowal") if state.deals.tabled)
    before = {move.text for move in packages(meeting, tabled._replace(node=0, deals=tabled.deals._replace(tabled=())))}
    after = next_state(meeting, tabled, read(meeting, tabled, "refuse pledge"))
    opened = {move.text for move in packages(meeting, after)} - before
    assert "propose pledge=statement" in opened


def test_nearly_every_refusal_names_another_way(meeting: Scenario) -> None:
    settlements = [each for issue in meeting.issues for each in issue.settlements[1:]]
    silent = [(each.id, side) for each in settlements for side in (0, 1) if not any(each.instead[side])]
    assert silent == [("reported", 1)]
