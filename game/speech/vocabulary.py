"""What the words of a typed sentence mean here: their stems, their groups of synonyms, and how telling they are.

Nothing in here knows of moves. A word that nobody wrote is taken for the nearest one that somebody
did, so that a slip of the pen costs nothing.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.limits import MESSAGE

NEAR = 0.65
"""From how much likeness of its pairs of letters (Dice) a word is taken for another. At 0.65 `blokade` is
`blockade` and `goverment` `government`, while `wall` is not `walk` and `winter` not `wind`."""

SLIPS = 16
"""How many words of one sentence are looked up by likeness; 25 microseconds each."""

_WORD = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"['’]")


class Sense(NamedTuple):
    """A word of a sentence and what it stands for."""

    word: str
    stem: str
    group: str
    """The group of synonyms that it is in, alone or with its neighbours; the empty text for none."""


def words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and apostrophes: `Cuba's don't` is `cuba dont`.

    A text that grows under this, as some signs become eighteen letters, is cut at the limit of a message.
    """
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    plain = text[: 8 * MESSAGE].casefold()
    return _WORD.findall(_APOSTROPHE.sub("", _OWNER.sub("", plain)))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its usual English endings: `removes`, `removed` and `removing` are all `remov`."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif (len(word) > 4 and word.endswith("ed")) or (len(word) > 5 and word.endswith("ly")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text in order: two wordings with the same stems are one to a vocabulary."""
    return tuple(stem(word) for word in words(text))


class Vocabulary:
    """The words of one scenario."""

    def __init__(self, texts: Iterable[str], groups: Mapping[str, Sequence[str]]) -> None:
        """`texts` are all that can be said; `groups` the synonyms, of which a group's name is one."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group, synonyms in groups.items():
            for synonym in (group.replace("-", " "), *synonyms):
                if phrase := stems(synonym):
                    self._phrases.setdefault(phrase[0], []).append((phrase, group))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda each: -len(each[0]))
        self._in: Counter[str] = Counter()
        """In how many texts a stem stands, and a group under its name with a mark."""
        self._texts = 0
        for text in texts:
            senses = self._senses([(word, stem(word)) for word in words(text)])
            self._in.update({each.stem for each in senses} | {_mark(each.group) for each in senses if each.group})
            self._texts += 1
        known = {each for each in self._in if not each.startswith(_MARK)}
        known.update(part for phrases in self._phrases.values() for phrase, _ in phrases for part in phrase)
        self._known = known
        self._near: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._shortened: dict[str, str] = {}
        for each in sorted(known):
            if len(each) > 3:
                self._near.setdefault(each[0], []).append((each, _pairs(each)))
                for short in _shortened(each):
                    self._shortened.setdefault(short, each)

    def senses(self, text: str) -> list[Sense]:
        """The words of a text with what they stand for."""
        return self._senses([(word, stem(word)) for word in words(text)])

    def typed(self, text: str) -> list[Sense]:
        """The same of a text that may hold slips: a word that nobody wrote becomes the nearest that somebody did."""
        found: list[tuple[str, str]] = []
        slips = 0
        for word in words(text):
            its = stem(word)
            if its not in self._known and len(its) > 3 and slips < SLIPS:
                slips += 1
                if near := self._nearest(its):
                    word = its = near
            found.append((word, its))
        return self._senses(found)

    def weight(self, stem_or_group: str, group: bool = False) -> float:
        """How telling a word is: the logarithm of how seldom it is said. Unsaid words tell most."""
        said = self._in[_mark(stem_or_group) if group else stem_or_group]
        return math.log((self._texts + 1) / (said + 0.5))

    def _senses(self, found: Sequence[tuple[str, str]]) -> list[Sense]:
        made: list[Sense] = []
        at = 0
        while at < len(found):
            word, its = found[at]
            for phrase, group in self._phrases.get(its, ()):
                here = found[at : at + len(phrase)]
                if len(here) == len(phrase) and all(one[1] == other for one, other in zip(here, phrase, strict=True)):
                    made += [Sense(*each, group) for each in here]
                    break
            else:
                here = found[at : at + 1]
                made.append(Sense(word, its, ""))
            at += len(here)
        return made

    def _nearest(self, its: str) -> str:
        """The nearest known stem with the same first letter; the empty text where none is near."""
        import game.speech.vocabulary as me

        if me.MODE in (1, 2) and len(its) >= me.MINL:
            for short in (its, *_shortened(its)):
                if short in self._known and len(short) > 3:
                    return short
                if near := self._shortened.get(short):
                    return near
        if me.MODE == 1:
            return ""
        pairs = _pairs(its)
        best, found = NEAR, ""
        for known, others in self._near.get(its[0], ()):
            if abs(len(known) - len(its)) <= 2:
                likeness = 2 * len(pairs & others) / (len(pairs) + len(others))
                if likeness > best:
                    best, found = likeness, known
        return found


MODE = 2
MINL = 5


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


_MARK = "§"


def _mark(group: str) -> str:
    return _MARK + group


def _pairs(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))
