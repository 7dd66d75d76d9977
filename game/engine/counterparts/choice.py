"""A choice and its reason: what a counterpart says to the game, and to whoever asks why."""

import re
from typing import NamedTuple, Protocol, Self

from game.engine.chance import Draw
from game.engine.moves import Move
from game.engine.views import Known, View

_NUMBER = re.compile(r"[+-]\d+")
_FIGURES = re.compile(r"(-?\d+)/(-?\d+)")


class Change(NamedTuple):
    """One thing that might have been otherwise, and would have altered a choice. Ids and whole numbers only."""

    what: str
    """One of: trust, minutes, claims, packages, answered, raised, reach, grant, opened, value, lot, without.
    `engine.whatif` says what each of them is."""
    by: int = 0
    """How much more, or less; 0 for what has no measure."""
    about: str = ""
    """The claim, issue, settlement (ISSUE=S) or topic that it is about; the empty text for none."""

    def __str__(self) -> str:
        """One compact text; `read` takes it back."""
        return " ".join(part for part in (self.what, f"{self.by:+d}" if self.by else "", self.about) if part)

    @classmethod
    def read(cls, text: str) -> Self:
        """The change of a text. Raises ValueError for any other text."""
        what, *rest = text.split() or [""]
        by = int(rest.pop(0)) if rest and _NUMBER.fullmatch(rest[0]) else 0
        if not what or len(rest) > 1:
            raise ValueError(f"'{text}' is no change")
        return cls(what, by, *rest)


class Reason(NamedTuple):
    """Why a counterpart did what it did, in ids and whole numbers, for a debrief to put in words.

    `value` and `threshold` are hundredths of a point for packages, and counts of claims for arguments.
    """

    why: str
    """One of: answers, raises, documented, unsaid, mirrors, worn, procedure, moves-on, must-raise, unopened, reopens,
    worth, counters, asks, accepts, no-authority, no-gain, too-little, bluffs, nothing-left, only."""
    claim: str = ""
    issue: str = ""
    settlement: str = ""
    value: int = 0
    threshold: int = 0
    change: Change | None = None
    """The smallest change that would have altered the choice, where one was looked for and found."""

    def __str__(self) -> str:
        """One compact text to keep with the move; empty parts are left out, and `read` takes it back."""
        about = f"{self.issue}={self.settlement}" if self.issue else ""
        figures = f"{self.value}/{self.threshold}" if self.value or self.threshold else ""
        change = f"if {self.change}" if self.change else ""
        return " ".join(part for part in (self.why, self.claim, about, figures, change) if part)

    @classmethod
    def read(cls, text: str) -> Self:
        """The reason that a record keeps as text. Raises ValueError where it is none."""
        head, _, change = text.partition(" if ")
        why, *parts = head.split() or [""]
        if not why:
            raise ValueError("an empty text is no reason")
        claim = issue = settlement = ""
        value = threshold = 0
        for part in parts:
            if figures := _FIGURES.fullmatch(part):
                value, threshold = int(figures[1]), int(figures[2])
            elif "=" in part:
                issue, _, settlement = part.partition("=")
            else:
                claim = part
        return cls(why, claim, issue, settlement, value, threshold, Change.read(change) if change else None)


class Choice(NamedTuple):
    """A move and why."""

    move: Move
    reason: Reason


class Counterpart(Protocol):
    """Who plays the side that no human plays. It remembers nothing: what it needs of the past is in the view."""

    @property
    def name(self) -> str:
        """What it is called in records and on the command line."""
        ...

    def choose(self, known: Known, seen: View, draw: Draw) -> Choice:
        """Choose one of the moves or packages in the view of a side that is in turn."""
        ...
