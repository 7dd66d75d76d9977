"""Who sits at the table, the papers that they could hold, and the meters that both sides see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A delegation."""

    id: str
    speaks: str
    """The person who speaks for it unless somebody else is named."""
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody in the room who speaks."""

    id: str
    side: int


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A paper that can be cited; its title, date and what it says stand in the words under `papers/ID`."""

    id: str
    sides: tuple[int, ...]
    """The sides that could hold it that evening."""


@dataclass(frozen=True, slots=True, eq=False)
class Meter:
    """A small bounded whole number, known to both sides."""

    id: str
    low: int
    high: int
    start: int
    words: tuple[int, ...]
    """The values from which a new word describes it; the word of value 2 is the line `meters/ID:2`."""
