"""What the words of a typed sentence mean here: their stems, their groups of synonyms, and how telling they are.

A word that nobody wrote is taken for one that somebody did, where one slip lies between them.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

SLIP = range(5, 25)
"""How long a stem is that is taken for another when one letter is too many, missing, wrong or exchanged with the next.
Of shorter ones too many are words of their own: `wall` and `walk`."""

LONGEST = 500
"""How many words of a typed sentence are looked at: a message of the greatest length has about so many."""

UNKNOWN = 1.6
"""How much more a word weighs that nobody says here: it tells that the talk is of something else."""

_BINDING = """
a an the this that these those there here it its he she they them him her his their we us our ours you your yours
i me my mine is are was were be been being am do does did have has had will would shall should can could may might
must and or but if than then so as at by for from in into of on to with what which who whom when where why how
some such very just also
"""

BINDING = frozenset(_BINDING.split())
"""Words that bind others together: to have them in common is to have nothing in common."""

_WORD = re.compile(r"[^\W_]{1,32}")
_OWNER = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"['’]")
_VOWELS = "aeiou"
_TYPE = dict.fromkeys(map(ord, "‘’“”–—…"), " ")
"""Printers' signs, which are no letters: a text of these and plain letters has no accents to take off."""


class Sense(NamedTuple):
    """A word of a sentence and what it stands for."""

    word: str
    stem: str
    group: str
    """The group of synonyms that it is in, alone or with its neighbours; the empty text for none."""


def words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and apostrophes: `Cuba's don't` is `cuba dont`."""
    if not text.isascii() and not text.translate(_TYPE).isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    small = text.casefold()
    if "'" in small or "’" in small:
        small = _APOSTROPHE.sub("", _OWNER.sub("", small))
    return _WORD.findall(small)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its usual English endings: `removes`, `removed` and `removing` are all `remov`."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        return _ended(word[:-3])
    if len(word) > 4 and word.endswith("ed"):
        return _ended(word[:-2])
    if len(word) > 5 and word.endswith("ly"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _without_e(word)


def _ended(word: str) -> str:
    """What stood before -ed or -ing: `stopp` was `stop`, and `nam` was `name`."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    if len(word) == 3 and word[1] in _VOWELS and word[0] not in _VOWELS and word[2] not in _VOWELS:
        return word + "e"
    return _without_e(word)


def _without_e(word: str) -> str:
    """Without an -e that goes before an ending; but `plane` is no `plan`."""
    return word[:-1] if word.endswith("e") and (len(word) > 5 or word.endswith("ve")) else word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text in order: two wordings with the same stems are one to a vocabulary."""
    return tuple(map(stem, words(text)))


class Vocabulary:
    """The words of one scenario."""

    def __init__(self, texts: Iterable[str], groups: Mapping[str, Sequence[str]]) -> None:
        """`texts` are all that can be said; `groups` the synonyms, of which a group's name is one."""
        self._phrases: dict[tuple[str, ...], str] = {}
        """The group of each synonym, by its stems."""
        lengths: dict[str, set[int]] = {}
        for group, synonyms in groups.items():
            for synonym in (group.replace("-", " "), *synonyms):
                if phrase := stems(synonym):
                    self._phrases.setdefault(phrase, group)
                    lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        """By the first stem of synonyms, how long they are, the longest first."""
        self._in: Counter[str] = Counter()
        """In how many texts a stem stands, and a group under its name with a mark."""
        self._texts = 0
        for text in texts:
            senses = self._senses([(word, stem(word)) for word in words(text)])
            self._in.update({each.stem for each in senses} | {_mark(each.group) for each in senses if each.group})
            self._texts += 1
        known = {each for each in self._in if not each.startswith(_MARK)}
        known.update(part for phrase in self._phrases for part in phrase)
        self._known = known
        self._weights: dict[str, float] = {}
        self._shortened: dict[str, list[str]] = {}
        """By what is left when one letter is taken out, the stems that it was taken from."""
        for each in sorted(known):
            for short in set(_shortened(each)):
                self._shortened.setdefault(short, []).append(each)

    def senses(self, text: str) -> list[Sense]:
        """The words of a text with what they stand for."""
        return self._senses([(word, stem(word)) for word in words(text)])

    def typed(self, text: str) -> list[Sense]:
        """The same of a text that may hold slips: a word that is not known has the sense of one that is, if near."""
        found = []
        for word in words(text)[:LONGEST]:
            its = stem(word)
            found.append((word, its if its in self._known else self._nearest(its) or its))
        return self._senses(found)

    def weight(self, stem_or_group: str, group: bool = False) -> float:
        """How telling a word is: the logarithm of how seldom it is said; still more of one that is never said here."""
        name = _mark(stem_or_group) if group else stem_or_group
        if (weight := self._weights.get(name)) is None:
            weight = math.log((self._texts + 1) / (self._in[name] + 0.5))
            if not group and name not in self._known:
                return UNKNOWN * weight  # Not kept: whoever types can make up words without end.
            self._weights[name] = weight
        return weight

    def _senses(self, found: Sequence[tuple[str, str]]) -> list[Sense]:
        parts = tuple(each[1] for each in found)
        made: list[Sense] = []
        at = 0
        while at < len(found):
            length, group = 1, ""
            for longer in self._lengths.get(parts[at], ()):
                if (its := self._phrases.get(parts[at : at + longer])) is not None:
                    length, group = longer, its
                    break
            made += [Sense(word, its, group) for word, its in found[at : at + length]]
            at += length
        return made

    def _nearest(self, its: str) -> str:
        """A known stem from which this one differs by one slip; the empty text where there is none."""
        if len(its) not in SLIP:
            return ""
        if missing := self._shortened.get(its):
            return missing[0]
        for short in _shortened(its):
            if short in self._known:
                return short
            for other in self._shortened.get(short, ()):
                if _slipped(its, other):
                    return other
        return ""


_MARK = "§"


def _mark(group: str) -> str:
    return _MARK + group


def _shortened(its: str) -> list[str]:
    """A stem without each of its letters in turn (Garbe's symmetric deletion, 2012)."""
    return [its[:at] + its[at + 1 :] for at in range(len(its))] if len(its) in SLIP else []


def _slipped(its: str, other: str) -> bool:
    """Whether two stems of one length differ by one letter, not the first, or by two exchanged with each other."""
    apart = [at for at in range(len(its)) if its[at] != other[at]]
    if len(apart) == 1:
        return apart[0] > 0
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return its[first] == other[second] and its[second] == other[first]
