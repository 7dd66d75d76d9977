"""The Flesch-Kincaid grade, and the two backgrounds that are held to it."""

import re

import pytest

from game.reports.reading_level import grade, sentences, syllables, words
from tests.reports.conftest import FOLDER

TEXTS = {
    name: (FOLDER / "handouts" / f"background-{name}.md").read_text(encoding="utf-8") for name in ("short", "long")
}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1), ("whole", 1), ("packed", 1), ("needed", 2), ("table", 2), ("ships", 1), ("quarantine", 3),
        ("people", 2), ("missiles", 2), ("inspector", 3), ("little", 2), ("the", 1), ("1962", 4), ("I", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_their_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_formula() -> None:
    text = "The cat sat on the mat. It was fat."
    assert (len(words(text)), sentences(text)) == (9, 2)
    assert grade(text) == pytest.approx(0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59)


def test_longer_sentences_and_words_are_harder() -> None:
    assert grade("We go. You stay.") < grade("We go and you stay.") < grade("We negotiate and you procrastinate.")


def test_headings_and_marks_are_not_read() -> None:
    assert grade("# Heading\n\n1. **We** go.\n2. You *stay*.") == grade("We go.\n\nYou stay.")


@pytest.mark.parametrize(("name", "most_words", "most_grade"), [("short", 350, 7), ("long", 700, 10)])
def test_a_background_is_as_short_and_as_easy_as_it_should_be(name: str, most_words: int, most_grade: float) -> None:
    assert len(words(TEXTS[name])) <= most_words
    assert 2 < grade(TEXTS[name]) <= most_grade


def test_both_backgrounds_tell_the_same_facts() -> None:
    facts = [set(re.findall(r"\d+|(?<=[a-z,] )[A-Z][A-Za-z-]+", text)) for text in TEXTS.values()]
    assert facts[0] == facts[1]
    assert {"42", "Castro", "Khrushchev", "Mendelevich", "IL-28"} <= facts[0] | set(
        re.findall(r"IL-28", TEXTS["short"])
    )
