"""The gate: nothing that a terminal obeys comes through, and everything that a person can read does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.limits import COMBINING
from game.speech.gate import CUT, REPLACEMENT, clean

FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)

HOSTILE = {
    "clears the screen": "\x1b[2J\x1b[H",
    "asks where the cursor is": "\x1b[6n",
    "writes to the clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "reads the clipboard": "\x1b]52;c;?\x1b\\",
    "makes a false link": "\x1b]8;;http://evil.example\x1b\\agree\x1b]8;;\x1b\\",
    "changes the title": "\x1b]0;owned\x07",
    "sends a device control string": "\x1bP1$r0m\x1b\\",
    "sends a privacy message": "\x1b^secret\x1b\\",
    "8-bit escape": "\x9b2J\x9d52;c;?\x9c",
    "rings": "\x07" * 50,
    "goes back over the line": "yes\b\b\bno ",
    "goes back to its beginning": "refused\raccepted",
    "breaks the line": "no\nKuznetsov: yes",
    "breaks it otherwise": "no\u2028Kuznetsov: yes\u2029\x85\x0b\x0c",
    "turns text around": "price \u202e001\u202c",
    "isolates": "\u2066\u2067\u2068\u2069",
    "marks a direction": "\u200e\u200f\u061c",
    "hides in tags": "".join(chr(0xE0000 + ord(letter)) for letter in "hidden"),
    "half a character": "\ud83d",
    "the other half": "\udc80",
    "null": "a\x00b",
    "byte order mark": "\ufeffus",
    "invisible operators": "a\u2060\u2061\u2062\u2063\u2064b",
    "no character": "\ufffe\uffff\U0010ffff\ufdd0",
    "annotation": "\ufff9a\ufffab\ufffb",
    "piles up": "Z" + "\u0353" * 500,
    "piles up joiners": "Z" + "\u200d" * 500,
    "begins with marks": "\u0301" * 40 + "a",
    "shift out": "\x0e\x0f",
    "delete": "\x7f",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_comes_out_harmless_and_visible(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert cleaned.isprintable() or "\u200d" in cleaned
    assert cleaned
    cleaned.encode("utf-8")


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_nothing_forbidden_ever_comes_through(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))
    assert not FORBIDDEN.search(clean(text, lines=True).replace("\n", ""))


@given(st.text(st.characters(exclude_categories=()), max_size=200), st.integers(0, 250), st.booleans())
def test_cleaning_twice_changes_nothing(text: str, limit: int, lines: bool) -> None:
    once = clean(text, limit, lines=lines)
    assert clean(once, limit, lines=lines) == once


@given(st.text(st.characters(exclude_categories=()), max_size=200), st.integers(1, 250))
def test_nothing_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(clean(text, limit)) <= limit


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "M")), max_size=200))
def test_printable_text_comes_out_as_it_went_in(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "They are obsolete machines.",
        "Тот, кто считает, — видит.",
        "Żółć, naïve, Ångström, e\u0301te\u0301",
        "नमस्ते, ภาษาไทย, 中文, 日本語, 한국어",
        "שלום, مرحبا, فارسی می\u200cخواهم",
        "👩\u200d👩\u200d👧\u200d👦 🇸🇪 👍🏽 ❤\ufe0f",
        "non\u00a0breaking, soft\u00adhyphen",
        "[bold]not markup[/bold] [/ \\[ {meter} %s {0}",
    ],
)
def test_honest_text_in_any_script_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_marks_beyond_the_eighth_become_one_stand_in() -> None:
    assert clean("Z" + "\u0353" * 500 + "a") == "Z" + "\u0353" * COMBINING + REPLACEMENT + "a"


def test_what_is_too_long_is_cut_and_shows_it() -> None:
    assert clean("x" * 30, 20) == "x" * 19 + CUT


def test_an_escape_becomes_its_picture() -> None:
    assert clean("\x1b[2J") == "␛[2J"


def test_line_breaks_stay_only_where_lines_are_wanted() -> None:
    assert clean("one\r\ntwo\rthree") == "one␍␊two␍three"
    assert clean("one\r\ntwo\rthree", lines=True) == "one\ntwo\nthree"
