"""Phrases: what the program says of its own, in the language that was chosen when it started.

A scenario's texts come by their ids. Whatever else stands on a screen ("Within reach now: {what}.") is a phrase: its
English stands in the source, where it is said, and a translation takes its place. `scenarios/phrasebook.py` reads the
sources and finds them all, so that a translator is given every one.

    phrase("Game {game} is kept.", game=game)                     a phrase, with what is filled in
    phrase("open", sense="a question not settled")                where one English word has two meanings
    counted(moves, "One move.", "{number} moves.")                a phrase that changes with a number
    HELP = noted(("Enter goes on.", "Space hurries."))            phrases that are said later, by `phrase(HELP[0])`
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple, TypeVar

IDS = "screens/"
"""How the id of every phrase begins; those of a scenario's texts do not."""

T = TypeVar("T")

_SLOT = re.compile(r"\{([a-z]+)\}(\.?)")
"""A place to be filled in, and the full stop that may stand behind it."""
_WORD = re.compile(r"[a-z0-9]+")


def of_two(number: int) -> int:
    """Which form of a phrase goes with a number, in English: 0 with one thing, 1 with none or several."""
    return 0 if number == 1 else 1


class _Spoken(NamedTuple):
    said: Mapping[str, str]
    form: Callable[[int], int]
    language: str


ENGLISH = "en"
"""The language of the sources."""

_spoken = _Spoken({}, of_two, ENGLISH)


def speak(said: Mapping[str, str], form: Callable[[int], int] = of_two, language: str = ENGLISH) -> None:
    """From here on speak a language: its phrases by their ids, which form goes with a number, and its name."""
    global _spoken
    _spoken = _Spoken(said, form, language)


def language() -> str:
    """The name of the language that is spoken."""
    return _spoken.language


@contextmanager
def speaking(said: Mapping[str, str], form: Callable[[int], int] = of_two, language: str = ENGLISH) -> Iterator[None]:
    """Speak a language for a while."""
    before = _spoken
    speak(said, form, language)
    try:
        yield
    finally:
        speak(*before)


def phrase(text: str, /, sense: str = "", **slots: object) -> str:
    """A phrase in the language that is spoken. What is filled in is not looked at again, whatever stands in it."""
    if _spoken.said:
        text = _spoken.said.get(id_of(text, sense), text)
    return _filled(text, slots) if slots else text


def counted(number: int, one: str, many: str, /, sense: str = "", **slots: object) -> str:
    """A phrase that changes with a number, which it may hold as `{number}`. Languages have from one to six forms."""
    if _spoken.said:
        text = _spoken.said.get(form_id(id_of(many, sense), _spoken.form(number)))
    else:
        text = None
    if text is None:
        text = one if number == 1 else many
    return _filled(text, {"number": number, **slots})


def small(title: str) -> str:
    """A title as it stands inside a sentence: in English small, in other languages as it is."""
    return title.lower() if _spoken.language == ENGLISH else title


def noted(texts: T, sense: str = "") -> T:
    """Phrases that are said later, as they are: a mark for whoever looks for phrases."""
    return texts


@cache
def id_of(text: str, sense: str = "") -> str:
    """The id of a phrase. Other words are another phrase."""
    return f"{IDS}{key_of(text, sense)}"


def key_of(text: str, sense: str = "") -> str:
    """By what a text is known that has no name: its first words, and a number made of all of them."""
    from zlib import crc32

    words = "-".join(_WORD.findall(text.lower())[:6])
    return f"{words}.{crc32(f'{sense}|{text}'.encode()):08x}"


def form_id(id_: str, form: int) -> str:
    """The id of one form of a phrase that changes with a number."""
    return f"{id_}#{form}"


def _filled(text: str, slots: Mapping[str, object]) -> str:
    def fill(found: re.Match[str]) -> str:
        if found[1] not in slots:
            return found[0]
        value = str(slots[found[1]])
        return value if value.endswith(".") else value + found[2]  # `6.24 p.m.` ends a sentence without another stop

    return _SLOT.sub(fill, text)
