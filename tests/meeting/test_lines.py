"""Every line of the meeting as writing: its length, its words, whose mouth it is in, and that no two are alike."""

from collections import Counter
from itertools import combinations

import pytest

from game.engine.scenario import Scenario
from tests.meeting.spoken import LONG, LONGEST, SHORT, Text, texts

ALIKE = 0.40
"""The share of runs of four words that two texts may have in common, counted in the shorter."""

AMERICANS, SOVIETS = {"stevenson", "mccloy"}, {"kuznetsov", "zorin", "mendelevich"}

MODERN = [
    "okay", "win-win", "deal-breaker", "red line", "red lines", "same page", "end of the day", "bottom line", "process",
    "moving forward", "feedback", "transparency", "framework", "mechanism", "proactive", "agenda", "scenario",
    "confidence-building", "roadmap", "stakeholder", "no-brainer", "level playing field", "optics", "narrative",
]  # fmt: skip
"""Words and phrases of another time."""

LATER = [
    "thirty days", "30 days", "twentieth of november", "jupiter", "turkey", "hotline", "hot line", "luna", "frog",
    "tactical", "cruise", "hatch incident", "radiation", "helicopter", "test ban", "dorticos", "gilpatric", "yost",
    "forty-one", "hold-down", "beagle",
]  # fmt: skip
"""What nobody at the table knew, or may say, on the evening of 5 November."""


@pytest.fixture(scope="module")
def spoken(meeting: Scenario) -> list[Text]:
    return list(texts(meeting))


def shares(spoken: list[Text]) -> Counter[tuple[int, int]]:
    """For each pair of texts, by number, how many runs of four words they share."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, each in enumerate(spoken):
        for run in each.runs:
            places.setdefault(run, []).append(number)
    return Counter(pair for numbers in places.values() for pair in combinations(numbers, 2))


def test_no_two_texts_share_over_forty_percent_of_their_runs_of_four_words(spoken: list[Text]) -> None:
    alike = [
        (spoken[a].text, spoken[b].text)
        for (a, b), common in shares(spoken).items()
        if common > ALIKE * min(len(spoken[a].runs), len(spoken[b].runs))
    ]
    assert not alike


def test_no_two_short_texts_are_the_same(spoken: list[Text]) -> None:
    seen = Counter(" ".join(each.words) for each in spoken)
    assert [text for text, times in seen.items() if times > 1] == []


def test_lines_can_be_put_into_russian_in_one_breath(spoken: list[Text]) -> None:
    for each in spoken:
        if each.kind in ("line", "put", "accept", "refuse") and each.speaker not in ("zorin", "mendelevich"):
            longest = LONGEST if each.id.startswith("closing/") else LONG
            assert SHORT <= len(each.words) <= longest, (len(each.words), each.text)


def test_worn_words_are_shorter_than_what_they_repeat(spoken: list[Text]) -> None:
    first = {
        each.id.split(":")[0]: len(each.words) for each in spoken if each.kind == "line" and each.id.endswith(":1")
    }
    worn = {each.id.split(":again")[0]: len(each.words) for each in spoken if each.kind == "worn"}
    assert len(worn) > 100
    assert [move for move, length in worn.items() if length >= first[move]] == []


def test_a_scene_shows_one_thing_in_at_most_twelve_words(spoken: list[Text]) -> None:
    assert [each.text for each in spoken if each.kind == "scene" and len(each.words) > 12] == []


def test_a_label_tells_the_thought_in_at_most_eight_words_and_is_nobody_elses(meeting: Scenario) -> None:
    labels = [(move.text.split(".")[0], meeting.words[f"{move.text}:label"]) for move in meeting.moves]
    assert [label for _, label in labels if len(label.split()) > 8 or label.endswith(".")] == []
    assert [each for each, times in Counter(labels).items() if times > 1] == []


def test_americans_say_quarantine_and_soviets_say_blockade(spoken: list[Text]) -> None:
    assert [each.text for each in spoken if each.speaker in AMERICANS and "blockade" in each.words] == []
    assert [each.text for each in spoken if each.speaker in SOVIETS and "quarantine" in each.words] == []


@pytest.mark.parametrize("phrases", [MODERN, LATER], ids=["modern", "later"])
def test_nothing_is_said_in_words_of_another_time(meeting: Scenario, spoken: list[Text], phrases: list[str]) -> None:
    said = [each.text for each in spoken] + [meeting.words[f"{move.text}:label"] for move in meeting.moves]
    briefs = [text for id_, text in meeting.words.items() if id_.startswith("briefs/")]
    padded = [f" {' '.join(text.lower().replace(',', ' ').replace('.', ' ').split())} " for text in said + briefs]
    assert [(phrase, text) for phrase in phrases for text in padded if f" {phrase} " in text] == []


def test_u_thant_is_only_the_acting_secretary_general(spoken: list[Text]) -> None:
    for each in spoken:
        assert each.text.count("Secretary-General") == each.text.count("Acting Secretary-General"), each.text


def test_nobody_contracts_his_words_before_an_interpreter(spoken: list[Text]) -> None:
    endings = ("n't", "'re", "'ll", "'ve", "'m")
    assert [each.text for each in spoken if each.speaker and any(word.endswith(endings) for word in each.words)] == []


def test_zorin_and_mendelevich_speak_seldom_and_only_what_is_marked_as_invented(meeting: Scenario) -> None:
    lines = [line for move in meeting.moves for line in move.lines if line.speaker in ("zorin", "mendelevich")]
    assert 3 <= len(lines) <= 12
    assert {line.basis for line in lines} == {"invented"}
