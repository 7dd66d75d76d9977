"""Typed words understood as a move: taken, asked about, or fitting nothing."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from game.speech.matching import Candidate, Matcher
from game.speech.vocabulary import words

Decision: TypeAlias = Literal["taken", "ask", "none"]

OFFERED = 3
"""About how many moves at most a person is asked: did you mean 1, 2 or 3?"""


class Limits(NamedTuple):
    """How near is near enough. They belong to a matcher: another one counts otherwise."""

    taken: float
    """From here on the nearest move is taken, if"""
    margin: float
    """it is nearer than the next by this much."""
    asked: float
    """From here on a person is asked; below, the words fit nothing."""
    beside: float
    """What part of the nearest move's score another one needs to be asked about beside it."""


OURS = Limits(taken=0.22, margin=0.05, asked=0.08, beside=0.3)
"""For our own matcher. Set in New York on 44 paraphrases, half of them weak or misspelt, and on 45 sentences about
other things, each tried at all its nodes. Taken rightly, and how many of the 4,320 trials with other things were taken:

    taken 0.24, all shared words counted    55 %    7
    taken 0.24, telling words counted       55 %    2
    taken 0.22, telling words counted       57 %    2
    taken 0.20, hardly any words telling    57 %    2, and 2 % of the paraphrases taken wrongly

With `asked` at 0.08 the right move was among those asked about for all but 5 % of the rest. What these limits do with
sentences on which nothing was set is in tests/speech/test_paraphrases.py.
"""


class Ranked(NamedTuple):
    """A move and how near the words come to it."""

    move: str
    """Its text form; or `propose` or `recess`, where the words leave open which."""
    label: str
    source: str
    """Where the substance of the move comes from; the empty text for a move of the table."""
    score: float
    """0 for nothing in common, 1 for the same words."""


class Understood(NamedTuple):
    """What became of typed words."""

    decision: Decision
    ranked: tuple[Ranked, ...]
    """Every move that is open, the nearest first."""
    offered: tuple[Ranked, ...]
    """The one that is taken, or those to ask about; none where nothing fits."""


def own_words(text: str, label: str) -> str:
    """What of a typed sentence is the player's own: nothing where it is the label, written off."""
    return "" if words(text) == words(label) else text


def understand(text: str, candidates: Sequence[Candidate], matcher: Matcher, limits: Limits = OURS) -> Understood:
    """What a sentence means among some moves. Of two that are equally near, the one declared first comes first."""
    scores = matcher.score(text, candidates)
    ranked = sorted(
        (Ranked(each.move, each.label, each.source, score) for each, score in zip(candidates, scores, strict=True)),
        key=lambda each: -each.score,
    )
    best = ranked[0].score if ranked else 0.0
    if best < limits.asked:
        return Understood("none", tuple(ranked), ())
    clear = len(ranked) == 1 or best - ranked[1].score >= limits.margin
    if best >= limits.taken and clear:
        return Understood("taken", tuple(ranked), tuple(ranked[:1]))
    near = [each for each in ranked[:OFFERED] if each.score >= limits.beside * best]
    return Understood("ask", tuple(ranked), tuple(near))
