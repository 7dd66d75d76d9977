"""Words, stems, synonyms, and slips of the pen."""

import pytest

from game.speech.vocabulary import Sense, Vocabulary, stem, words

TEXTS = ["The bombers leave within the month.", "The missiles leave.", "Nobody counts the missiles on the ships."]
GROUPS = {"bombers": ["il-28", "plane", "jets"], "remove": ["take away", "take", "pull out"], "united-nations": ["u n"]}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(TEXTS, GROUPS)


def groups(senses: list[Sense]) -> list[str]:
    return [each.group for each in senses]


def test_words_have_no_capitals_accents_or_apostrophes() -> None:
    assert words("Cuba’s IL-28s, and the naïve don't!") == ["cuba", "il", "28s", "and", "the", "naive", "dont"]
    assert words("…!?") == []
    assert words("Тот, кто") == ["тот", "кто"]


@pytest.mark.parametrize(
    "forms",
    [
        ("remove", "removes", "removed", "removing"),
        ("stop", "stops", "stopped", "stopping"),
        ("name", "names", "named", "naming"),
        ("ally", "allies", "allied"),
        ("leave", "leaves"),
        ("quick", "quickly"),
    ],
)
def test_usual_endings_make_no_difference(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("plane", "plan"), ("note", "not"), ("pass", "pas"), ("this", "thi")])
def test_words_of_their_own_stay_apart(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_a_synonym_stands_for_its_group_and_the_longest_goes_first(vocabulary: Vocabulary) -> None:
    assert groups(vocabulary.senses("take the planes")) == ["remove", "", "bombers"]
    assert groups(vocabulary.senses("taken away")) == ["", ""]
    assert groups(vocabulary.senses("take away")) == ["remove", "remove"]
    assert groups(vocabulary.senses("The IL-28 and the U.N.")) == [
        "", "bombers", "bombers", "", "", "united-nations", "united-nations",
    ]  # fmt: skip


def test_the_name_of_a_group_is_one_of_its_words(vocabulary: Vocabulary) -> None:
    assert groups(vocabulary.senses("United Nations")) == ["united-nations", "united-nations"]


@pytest.mark.parametrize("slip", ["misiles", "missilles", "mizsiles", "imssiles", "Missiels", "missils"])
def test_a_word_with_one_slip_has_the_sense_of_the_right_one(vocabulary: Vocabulary, slip: str) -> None:
    (sense,) = vocabulary.typed(slip)
    assert sense.stem == stem("missiles")
    assert sense.word == slip.casefold()


@pytest.mark.parametrize("other", ["mussels", "ship", "zonk", "wissiles", "mnths"])
def test_other_words_are_left_as_they_are(vocabulary: Vocabulary, other: str) -> None:
    (sense,) = vocabulary.typed(other)
    assert sense.stem == stem(other)


def test_what_is_seldom_said_tells_more_and_what_never_is_the_most(vocabulary: Vocabulary) -> None:
    the, missiles, month, weather = (vocabulary.weight(stem(word)) for word in ("the", "missiles", "month", "weather"))
    assert the < missiles < month < weather
