"""The program and its scenarios in the language that nobody speaks, and what is still plain in it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from game import phrases
from game.engine.scenario import Scenario
from game.scenarios import gettext_po, phrasebook
from game.scenarios.languages import translated
from game.scenarios.pseudo import pseudo
from game.scenarios.strings import texts

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*[A-Za-z]")
_NOT_ACCENTED = re.compile(r"[fmpqvxFMPQVX'’]+")
"""Words of letters that have no accent in that language say nothing."""


@lru_cache(maxsize=1)
def said() -> dict[str, str]:
    """Every phrase of the program in it."""
    return {id_: pseudo(text) for id_, text in phrasebook.words("qq").items()}


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    with phrases.speaking(said(), language="qq"):
        yield


def translation(scenario: Scenario) -> bytes:
    found = list(texts(scenario))
    return gettext_po.written(found, {each.id: pseudo(each.text) for each in found}, "qq").encode()


def in_pseudo(scenario: Scenario) -> Scenario:
    return translated(scenario, "qq.po", translation(scenario))


def plain_words(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words of a text that are still English, but those that are no words: what is typed, tags, names of files."""
    for each in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z]){re.escape(each)}(?![A-Za-z])", " ", text)
    found = (match[0] for match in re.finditer(r"[\w'’]+", text))
    return [word for word in found if _WORD.fullmatch(word) and not _NOT_ACCENTED.fullmatch(word)]
