"""A line: words that somebody says, known by their id and never by their text."""

from typing import NamedTuple


class Line(NamedTuple):
    """One speech. The text stands in the scenario's words under `id`, so a game keeps ids only."""

    id: str
    """For example `il28/answer.nuclear-capable:1`."""
    speaker: str
    """The id of the person who says it, or the empty text for a scene."""
    basis: str
    """`record`, `nearby` or `invented`; the empty text for a scene."""
    source: str
    """Where the substance comes from, for example `T 1.US; XI 147`."""
