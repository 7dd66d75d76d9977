"""What was read from a YAML file: texts, mappings and lists, and if wanted where each of them stands.

Every scalar is text: `no` stays "no" and `1:30` stays "1:30". Types come from the shape.
"""

from collections import abc
from typing import NamedTuple, Protocol, TypeAlias


class Mark(Protocol):
    """A place in a file: line and column from 0, as the parser's own marks have them."""

    @property
    def line(self) -> int:
        """How many lines stand before it."""

    @property
    def column(self) -> int:
        """How many characters stand before it in its line."""


class _Mark(NamedTuple):
    line: int
    column: int


START: Mark = _Mark(0, 0)
"""Where a file begins."""


Value: TypeAlias = str | abc.Mapping[str, "Value"] | abc.Sequence["Value"]
"""What stands in a file: a text, or a mapping or list of more."""


class Mapping(dict[str, "Placed"]):
    """A mapping of texts. The places of keys and values stand beside it."""

    __slots__ = ("key_marks", "marks")

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.key_marks: dict[str, Mark] = {}
        self.marks: dict[str, Mark] = {}


class Items(list["Placed"]):
    """A list, and beside it the places of its items."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.marks: list[Mark] = []


Placed: TypeAlias = str | Mapping | Items
"""What stands in a file, and knows where."""

Path: TypeAlias = abc.Sequence[str | int]
"""Keys and positions that lead from the top of a file to a part of it."""


def value_at(tree: Value, path: Path) -> Value | None:
    """The part to which a path leads, or None where there is none. A path that goes on inside a text ends at it."""
    part = tree
    for step in path:
        inner = _inner(part, step)
        if inner is None:
            return part if isinstance(part, str) else None
        part = inner
    return part


def _inner(part: Value, step: str | int) -> Value | None:
    if isinstance(part, dict) and isinstance(step, str):
        return part.get(step)
    return part[step] if isinstance(part, list) and isinstance(step, int) and 0 <= step < len(part) else None


def mark_at(tree: Mapping, path: Path, key: bool = False) -> Mark:
    """Where the value at the end of a path stands, or its key.

    A key that is missing is looked for where the mapping that lacks it is named. A path that goes
    on inside a text ends at that text.
    """
    part: Placed = tree
    of_key = of_value = START
    for step in path:
        inner = _step(part, step)
        if inner is None:
            return of_value if isinstance(part, str) else of_key
        part, of_key, of_value = inner
    return of_key if key else of_value


class _Inner(NamedTuple):
    value: Placed
    of_key: Mark
    of_value: Mark


def _step(part: Placed, step: str | int) -> _Inner | None:
    """What one step leads to; an item of a list has no key, so its own place stands for it."""
    if isinstance(part, Mapping) and isinstance(step, str) and step in part:
        return _Inner(part[step], part.key_marks[step], part.marks[step])
    if isinstance(part, Items) and isinstance(step, int) and 0 <= step < len(part):
        return _Inner(part[step], part.marks[step], part.marks[step])
    return None
