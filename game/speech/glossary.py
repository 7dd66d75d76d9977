"""The terms that a scenario explains: finding one that is asked for, and those that stand in a text.

A term that has a capital letter is that word alone (the Mission, LA); any other is found however it is written, and
with a plural ending.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_GLOSSARY, _TERM = "glossary/", ":term"


def glossary(words: Mapping[str, str]) -> dict[str, str]:
    """What each term means, from all the words of a scenario: `glossary/toll:term` is explained by `glossary/toll`."""
    return {
        term: words[id_.removesuffix(_TERM)]
        for id_, term in words.items()
        if id_.startswith(_GLOSSARY) and id_.endswith(_TERM)
    }


class Place(NamedTuple):
    """Where a term stands in a text: `text[begins:ends]`."""

    begins: int
    ends: int
    term: str


def places(text: str, terms: Iterable[str]) -> Iterator[Place]:
    """Every place in a text at which a term stands, in order; of two that overlap the longer."""
    known = tuple(terms)
    if not known:
        return
    for match in _pattern(known).finditer(text):
        number = next(number for number, found in enumerate(match.groups()) if found is not None)
        yield Place(match.start(), match.end(), _longest_first(known)[number])


def terms_in(text: str, terms: Iterable[str]) -> list[str]:
    """The terms that stand in a text, each once, in order."""
    return list(dict.fromkeys(place.term for place in places(text, terms)))


def looked_up(asked: str, terms: Iterable[str]) -> str | None:
    """The term that somebody asks for, in any case and number, by its article or without; or None.

    One word of a term will do where no other term has it.
    """
    known = list(terms)
    words = asked.casefold().split()
    wanted = " ".join(words[words[:1] in (["the"], ["a"], ["an"]) :])
    plain = {term.casefold().removeprefix("the "): term for term in known}
    for guess in (wanted, wanted.removesuffix("s"), wanted.removesuffix("es"), f"{wanted}s"):
        if guess in plain:
            return plain[guess]
    holding = [term for name, term in plain.items() if wanted and f" {wanted} " in f" {name} "]
    return holding[0] if len(holding) == 1 else None


def near(asked: str, terms: Iterable[str]) -> list[str]:
    """Terms that may have been meant: those that hold the words, or stand in them, or are spelt nearly so."""
    known = {term.casefold(): term for term in terms}
    wanted = asked.casefold().strip()
    holding = [name for name in known if wanted and (wanted in name or f" {name} " in f" {wanted} ")]
    return [known[name] for name in dict.fromkeys([*holding, *difflib.get_close_matches(wanted, known, 3, 0.7)])][:3]


@lru_cache(maxsize=4)
def _longest_first(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(terms, key=len, reverse=True))


@lru_cache(maxsize=4)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    parts = []
    for term in _longest_first(terms):
        word = r"\s+".join(re.escape(part) for part in term.split())
        parts.append(f"({word}(?:s|es)?)" if term != term.lower() else f"((?i:{word}(?:s|es)?))")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
