"""Typed words understood as a move: taken, asked about, or fitting nothing."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from game.speech.matching import Candidate, Matcher

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


OURS = Limits(taken=0.24, margin=0.05, asked=0.08, beside=0.3)
"""For our own matcher, set in New York on 80 paraphrases, the same with one slip of the pen in four words, and 65
sentences on other subjects, each tried at every node (5,200 trials). Taken rightly, wrongly, of other subjects:

    taken 0.18    90 %   79 %   0 %   12 trials
    taken 0.22    84 %   61 %   0 %    1 trial
    taken 0.24    78 %   53 %   0 %    none

What is not taken is asked about, the right move among the three each time. With `margin` at 0.03 one was taken wrongly;
at 0.08 no fewer. Below `asked` no paraphrase fell, and 92 % of the trials with other subjects did.
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
