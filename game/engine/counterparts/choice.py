"""A choice and its reason: what a counterpart says to the game, and to whoever asks why."""

from typing import NamedTuple, Protocol

from game.engine.chance import Draw
from game.engine.moves import Move
from game.engine.views import Known, View


class Reason(NamedTuple):
    """Why a counterpart did what it did, in ids and whole numbers, for a debrief to put in words.

    `value` and `threshold` are hundredths of a point for packages, and counts of claims for arguments.
    """

    why: str
    """One of: answers, raises, documented, unsaid, worn, procedure, moves-on, must-raise, unopened, reopens, worth,
    counters, asks, accepts, no-authority, no-gain, too-little, nothing-left, no-time, only."""
    claim: str = ""
    issue: str = ""
    settlement: str = ""
    value: int = 0
    threshold: int = 0

    def __str__(self) -> str:
        """One compact text to keep with the move; empty parts are left out."""
        about = self.claim or (f"{self.issue}={self.settlement}" if self.settlement else self.issue)
        figures = f"{self.value}/{self.threshold}" if self.value or self.threshold else ""
        return " ".join(part for part in (self.why, about, figures) if part)


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
