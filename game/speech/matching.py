"""How near a typed sentence comes to the moves that are open now.

Character 3-, 4- and 5-grams of words, weighed by how seldom a word is said (TF-IDF), and beside them
the groups of synonyms that its words belong to; compared by the cosine. Pure Python: 0.1 ms for a
sentence among eight moves, 4 ms for the longest among forty. Another matcher can take its place.
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

KEPT = 64
"""Sets of candidates whose index is kept."""


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
        self._index = lru_cache(maxsize=KEPT)(partial(_Index, self.vocabulary))

    def score(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate a number: 0 for nothing in common, 1 for the same words."""
        return self._index(tuple(candidates)).scores(text)


class _Field(NamedTuple):
    """A wording, or all that is said with a move."""

    candidate: int
    is_wording: bool


class _Index:
    """Which grams and groups stand where, for one set of candidates."""

    def __init__(self, vocabulary: Vocabulary, candidates: tuple[Candidate, ...]) -> None:
        self._vocabulary = vocabulary
        self._fields: list[_Field] = []
        self._where: dict[str, list[tuple[int, float]]] = {}
        """By gram or group, the fields in which it stands, and how heavy it is there."""
        self._senses: list[set[str]] = []
        for number, candidate in enumerate(candidates):
            worded = [vocabulary.senses(text) for text in candidate.wordings]
            whole = vocabulary.senses(candidate.whole)
            for senses in worded:
                self._add(_Field(number, True), senses)
            self._add(_Field(number, False), whole)
            self._senses.append({each.group or each.stem for senses in (*worded, whole) for each in senses})

    def _add(self, field: _Field, senses: Sequence[Sense]) -> None:
        number = len(self._fields)
        self._fields.append(field)
        vector, length = _vector(self._vocabulary, senses)
        for feature, weight in vector.items():
            self._where.setdefault(feature, []).append((number, weight / length))

    def scores(self, text: str) -> list[float]:
        """How near a typed text comes to each candidate."""
        senses = self._vocabulary.typed(text)
        vector, length = _vector(self._vocabulary, senses)
        likeness = [0.0] * len(self._fields)
        for feature, weight in vector.items():
            for number, heavy in self._where.get(feature, ()):
                likeness[number] += weight * heavy
        wording = [0.0] * len(self._senses)
        whole = [0.0] * len(self._senses)
        for (candidate, is_wording), like in zip(self._fields, likeness, strict=True):
            like /= length
            if not is_wording:
                whole[candidate] = like
            elif like > wording[candidate]:
                wording[candidate] = like
        telling = (each for each in dict.fromkeys(senses) if each.group or each.word not in BINDING)
        typed = Counter(each.group or each.stem for each in telling)
        return [
            _score(near, around, sum(typed[sense] for sense in typed.keys() & its))
            for its, near, around in zip(self._senses, wording, whole, strict=True)
        ]


def _score(wording: float, whole: float, shared: int) -> float:
    """One number of three: likeness to a wording, to all that is said, and how many telling words are shared."""
    if wording >= SAME:
        return wording
    score = OF_WORDING * wording + (1 - OF_WORDING) * whole
    return score if shared > 1 else min(score, ONE_WORD)


def _vector(vocabulary: Vocabulary, senses: Sequence[Sense]) -> tuple[dict[str, float], float]:
    """The weights of the grams and groups of some words, each word counted once; and its length."""
    vector: dict[str, float] = {}
    for word, its, group in dict.fromkeys(senses):
        grams = _grams(word)
        weight = vocabulary.weight(its) / math.sqrt(len(grams))
        if group:
            weight *= OF_LETTERS
            vector[f"§{group}"] = OF_GROUP * vocabulary.weight(group, group=True)
        for gram in grams:
            vector[gram] = vector.get(gram, 0.0) + weight
    return vector, math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0


@lru_cache(maxsize=8192)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + size] for size in (3, 4, 5) for at in range(len(padded) - size + 1))
