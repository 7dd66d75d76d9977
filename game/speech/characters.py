"""Who can sit across the table, as a player is told: a title and one sentence for each name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.engine.counterparts import LEVELS
from game.phrases import noted, phrase


class Character(NamedTuple):
    """A counterpart, or one of the three levels, in words."""

    title: str
    sentence: str


CHARACTERS: Mapping[str, Character] = noted(
    {
        "obliging": Character("Obliging", "Wants an agreement today, and meets you early."),
        "fair": Character("Fair", "Makes one new offer for each new offer of yours, and none for nothing."),
        "hard": Character("Hard", "Keeps to its text, and moves only when the hour is nearly over."),
        "by-the-record": Character(
            "By the record", "Says what the papers report, in their order, and comes down late."
        ),
        "conceder": Character("Conceder", "Looks for what both can report home, says so early, and comes down early."),
        "logroller": Character("Logroller", "Asks what weighs with you, and trades one question against another."),
        "tit-for-tat": Character("Tit for tat", "Gives when you give, and takes back when you take."),
        "micro": Character("Step by step", "Goes down its list one offer at a time, and waits for an offer between."),
        "bluffer": Character(
            "Bluffer", "Claims a limit that is none, until somebody answers the claim or shows a paper."
        ),
        "boulware": Character("Prepared text", "Reads its points to the end, and gives way in the last half hour."),
        "hardliner": Character("Hardliner", "Contradicts, warns, and wants the larger part from first to last."),
    }
)
"""What each is like. One that is not in here goes by its name."""


def character(name: str) -> Character:
    """The words for a counterpart's name."""
    if found := CHARACTERS.get(name):
        return Character(phrase(found.title), phrase(found.sentence))
    return Character(name.replace("-", " ").capitalize(), "")


def offered(names: Sequence[str]) -> list[str]:
    """The names to choose among at a table: one that a level stands for need not be there twice."""
    return [name for name in names if name not in LEVELS.values()]
