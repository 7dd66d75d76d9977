"""The voices differ: one can tell who speaks, and whether Kuznetsov reads, without being told."""

import re

import pytest

from game.engine.scenario import Scenario
from tests.meeting.spoken import Text, texts

ENOUGH = 50
"""Lines in a voice before anything is said of it."""


@pytest.fixture(scope="module")
def lines(meeting: Scenario) -> list[Text]:
    return [each for each in texts(meeting) if each.kind == "line"]


def of(lines: list[Text], speaker: str) -> list[Text]:
    found = [each for each in lines if each.speaker == speaker]
    assert len(found) >= ENOUGH
    return found


def by_page(meeting: Scenario, lines: list[Text], change: int) -> list[Text]:
    """What Kuznetsov says as he takes up his page (1) or leaves it (-1)."""
    page = next(number for number, meter in enumerate(meeting.meters) if meter.id == "page")
    moves = {line.id: move for move in meeting.moves for line in move.lines}
    found = [each for each in of(lines, "kuznetsov") if (page, change) in moves[each.id].changes]
    assert len(found) >= ENOUGH
    return found


def words_a_sentence(said: list[Text]) -> float:
    sentences = [part.split() for each in said for part in re.split(r"(?<=[.?!]) ", each.text)]
    return sum(map(len, sentences)) / len(sentences)


def share(said: list[Text], pattern: str) -> float:
    """The share of texts in which something is found."""
    return len([each for each in said if re.search(pattern, each.text)]) / len(said)


def test_mccloy_speaks_in_shorter_sentences_than_stevenson(lines: list[Text]) -> None:
    assert words_a_sentence(of(lines, "mccloy")) < 0.85 * words_a_sentence(of(lines, "stevenson"))


def test_mccloy_says_will_where_stevenson_says_shall(lines: list[Text]) -> None:
    assert share(of(lines, "mccloy"), r"\bI shall\b|\bwe shall\b") == 0
    assert share(of(lines, "stevenson"), r"\b(shall|should)\b") > 0.25


def test_kuznetsov_asks_no_questions_from_his_page(meeting: Scenario, lines: list[Text]) -> None:
    assert [each.text for each in by_page(meeting, lines, 1) if "?" in each.text] == []
    assert share(by_page(meeting, lines, -1), r"\?") > 0.2


def test_off_the_page_he_is_shorter_and_says_i(meeting: Scenario, lines: list[Text]) -> None:
    reading, free = by_page(meeting, lines, 1), by_page(meeting, lines, -1)
    assert words_a_sentence(free) < 0.9 * words_a_sentence(reading)
    assert share(free, r"\b(I|my|me)\b") > 2 * share(reading, r"\b(I|my|me)\b")
