"""How near a typed sentence comes to the moves that are open now.

Character 3-, 4- and 5-grams of words, weighed by how seldom a word is said (TF-IDF), and beside them
the groups of synonyms that its words belong to; compared by the cosine. Pure Python: 0.2 ms for a
sentence among eight moves, and 0.2 ms more for each that was not seen before. Another matcher can take its place.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, Protocol

from game.speech.vocabulary import BINDING, Sense, Vocabulary

OF_WORDING = 0.6
"""How much the nearest of a move's short wordings counts; the rest is for all that is said with it."""

OF_LETTERS = 0.5
"""How much its letters still count in a word that stands in a group of synonyms."""

OF_GROUP = 0.8
"""How much the group counts there."""

SAME = 0.9
"""From which likeness on a wording is the one that was typed, so that a single word will do."""

ONE_WORD = 0.2
"""The most that a likeness is worth which rests on one telling word, as that of `2 + 2` to `the 2nd of November`."""

KEPT = 256
"""Candidates of which is kept what was found on looking at them: more than ever stand open together."""


class Candidate(NamedTuple):
    """A move that a sentence may stand for."""

    move: str
    """Its text form, or a word that opens a list of moves: `propose`, `recess`."""
    label: str
    source: str
    wordings: tuple[str, ...]
    """Short ways to say it: its label, synonyms, the claim that it makes."""
    whole: str
    """All that is said with it and about it."""


class Matcher(Protocol):
    """Anything that can tell how near a sentence comes to some moves."""

    def score(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate a number: 0 for nothing in common, 1 for the same words."""
        ...


class GramMatcher:
    """Our own matcher."""

    def __init__(self, texts: Iterable[str], groups: Mapping[str, Sequence[str]]) -> None:
        """`texts` are all that can be said in the scenario, `groups` its synonyms."""
        self.vocabulary = Vocabulary(texts, groups)
        self._meant = lru_cache(maxsize=KEPT)(partial(_Meant.by, self.vocabulary))

    def score(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate a number: 0 for nothing in common, 1 for the same words."""
        typed = _Typed(self.vocabulary, text)
        return [typed.score(self._meant(each)) for each in candidates]


class _Vector(NamedTuple):
    """A text as words and groups with their weights. Its grams are those of its words, and need not be kept."""

    words: tuple[tuple[str, float], ...]
    """Each word, and how heavy each of its grams is."""
    groups: tuple[tuple[str, float], ...]
    grams: Mapping[str, float]
    """How heavy each gram is in the whole text."""
    length: float

    @classmethod
    def of(cls, vocabulary: Vocabulary, senses: Sequence[Sense]) -> "_Vector":
        """The weights of some words, each word counted once."""
        words: list[tuple[str, float]] = []
        groups: dict[str, float] = {}
        grams: dict[str, float] = {}
        said = grams.get
        for word, its, group in dict.fromkeys(senses):
            parts = _grams(word)
            weight = vocabulary.weight(its) / math.sqrt(len(parts))
            if group:
                weight *= OF_LETTERS
                groups[group] = OF_GROUP * vocabulary.weight(group, group=True)
            words.append((word, weight))
            for gram in parts:
                grams[gram] = said(gram, 0.0) + weight
        length = math.hypot(*grams.values(), *groups.values()) or 1.0
        return cls(tuple(words), tuple(groups.items()), grams, length)


class _Meant(NamedTuple):
    """What there is of a candidate to compare with: each of its wordings, and all that is said with it."""

    wordings: tuple[_Vector, ...]
    whole: _Vector
    senses: frozenset[str]
    """The group or the stem of each word."""

    @classmethod
    def by(cls, vocabulary: Vocabulary, candidate: Candidate) -> "_Meant":
        """Look at every word of a candidate. This is what takes time, so it is kept."""
        texts = [vocabulary.senses(text) for text in (*candidate.wordings, candidate.whole)]
        # The grams of a text are many, and its words say the same.
        *wordings, whole = (_Vector.of(vocabulary, senses)._replace(grams={}) for senses in texts)
        return cls(tuple(wordings), whole, frozenset(each.group or each.stem for text in texts for each in text))


class _Typed:
    """A typed text, and how near each word comes to it."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        senses = vocabulary.typed(text)
        self._vector = _Vector.of(vocabulary, senses)
        self._groups = dict(self._vector.groups)
        self._near: dict[str, float] = {}
        """By word, the weights here of its grams."""
        telling = (each for each in dict.fromkeys(senses) if each.group or each.word not in BINDING)
        self._telling = Counter(each.group or each.stem for each in telling)

    def score(self, meant: _Meant) -> float:
        """How near the text comes to a candidate."""
        wording = max(map(self._likeness, meant.wordings), default=0.0)
        shared = sum(self._telling[sense] for sense in self._telling.keys() & meant.senses)
        return _score(wording, self._likeness(meant.whole), shared)

    def _likeness(self, other: _Vector) -> float:
        """The cosine of two texts."""
        near, here = self._near, self._vector.grams.get
        product = sum(weight * self._groups.get(group, 0.0) for group, weight in other.groups)
        for word, weight in other.words:
            if (likeness := near.get(word)) is None:
                likeness = near[word] = sum([here(gram, 0.0) for gram in _grams(word)])
            product += weight * likeness
        return product / (self._vector.length * other.length)


def _score(wording: float, whole: float, shared: int) -> float:
    """One number of three: likeness to a wording, to all that is said, and how many telling words are shared."""
    if wording >= SAME:
        return wording
    score = OF_WORDING * wording + (1 - OF_WORDING) * whole
    return score if shared > 1 else min(score, ONE_WORD)


@lru_cache(maxsize=8192)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + size] for size in (3, 4, 5) for at in range(len(padded) - size + 1))
