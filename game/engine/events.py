"""What happened: the values that `play` returns beside the next state.

Events name lines, sides, issues and claims by id or number and hold no text. `to` is the only side
that may know of an event, or None when the whole room does.
"""

from typing import NamedTuple, TypeAlias

from game.engine.issues import Package
from game.engine.lines import Line


class Spoke(NamedTuple):
    """A written move was made."""

    side: int
    move: str
    again: bool
    lines: tuple[Line, ...]
    to: int | None = None
    cites: str = ""
    """The paper that the speaker held up; the empty text for none."""


class Scene(NamedTuple):
    """Something is to be seen in the room."""

    line: Line
    to: int | None = None


class Turned(NamedTuple):
    """A side turned to a topic."""

    side: int
    topic: int
    to: int | None = None


class Changed(NamedTuple):
    """A meter changed."""

    meter: int
    was: int
    now: int
    to: int | None = None


class Claimed(NamedTuple):
    """A claim was made."""

    side: int
    claim: int
    to: int | None = None


class Answered(NamedTuple):
    """A side answered a claim of the other."""

    side: int
    claim: int
    to: int | None = None


class Stood(NamedTuple):
    """A claim of this side stands: the other could have answered it and did something else."""

    side: int
    claim: int
    to: int | None = None


class Reached(NamedTuple):
    """A side put a settlement in words for the first time."""

    side: int
    issue: int
    settlement: int
    to: int | None = None


class Tabled(NamedTuple):
    """A package was put to the other side."""

    side: int
    package: Package
    counter: bool
    lines: tuple[Line, ...]
    to: int | None = None


class Accepted(NamedTuple):
    """A side said yes to the package on the table."""

    side: int
    package: Package
    lines: tuple[Line, ...]
    to: int | None = None


class Refused(NamedTuple):
    """A side said no, and which issue was the hardest."""

    side: int
    package: Package
    issue: int
    lines: tuple[Line, ...]
    to: int | None = None


class Settled(NamedTuple):
    """An issue moved from one settlement to another."""

    issue: int
    was: int
    now: int
    to: int | None = None


class WentOut(NamedTuple):
    """A side left the room and came back."""

    side: int
    lines: tuple[Line, ...]
    to: int | None = None


class Granted(NamedTuple):
    """A capital allowed a settlement. Only its own side knows."""

    side: int
    issue: int
    settlement: int
    to: int | None


class Denied(NamedTuple):
    """A capital did not allow a settlement. Only its own side knows."""

    side: int
    issue: int
    settlement: int
    to: int | None


class Passed(NamedTuple):
    """A side passed the floor on."""

    side: int
    lines: tuple[Line, ...]
    to: int | None = None


class Closing(NamedTuple):
    """The summing-up begins, and who speaks first. `why` is `asked`, `passes` or `time`."""

    side: int
    why: str
    to: int | None = None


class Disavowed(NamedTuple):
    """A side's capital did not stand by a package: every issue of it that stood by it is open again."""

    side: int
    package: Package
    to: int | None = None


class Ended(NamedTuple):
    """The talks are over."""

    to: int | None = None


Event: TypeAlias = (
    Spoke
    | Scene
    | Turned
    | Changed
    | Claimed
    | Answered
    | Stood
    | Reached
    | Tabled
    | Accepted
    | Refused
    | Settled
    | WentOut
    | Granted
    | Denied
    | Passed
    | Closing
    | Disavowed
    | Ended
)
