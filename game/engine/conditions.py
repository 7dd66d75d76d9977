"""Conditions: what writers put after `when:`, read once and asked often.

    said.nuclear-capable and trust > -3
    not (open.il28 or stands.obsolete) and left >= 30

`and`, `or`, `not`, brackets; a yes-or-no name; or a number name compared with a whole number. No
arithmetic, no chains. Words are read from left to right, and what they ask for becomes closures over
`State`. Nothing that a writer wrote is ever evaluated.

Most names ask for one bit of a set. Those of one set that stand side by side are asked for together:
`said.a and not said.b and said.c` is one comparison, as `said.a or said.b` is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from game.engine.state import State

Test: TypeAlias = Callable[[State], bool]
Number: TypeAlias = Callable[[State], int]

LENGTH_LIMIT = 400
DEPTH_LIMIT = 8

_NAME = re.compile(r"[A-Za-z_]\w*(?:[.-]\w+)*", re.ASCII)
_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_WORD = re.compile(rf"{_NAME.pattern}|-?\d[\w.]*|[=!<>]=|\S", re.ASCII)
"""A name, a number, or a sign."""

_JOINING = frozenset({"and", "or", "not"})
_FOLLOWING = frozenset({"and", "or", ")", ""})
_COMPARE: Mapping[str, Callable[[Number, int], Test]] = {
    "==": lambda number, other: lambda state: number(state) == other,
    "!=": lambda number, other: lambda state: number(state) != other,
    "<": lambda number, other: lambda state: number(state) < other,
    "<=": lambda number, other: lambda state: number(state) <= other,
    ">": lambda number, other: lambda state: number(state) > other,
    ">=": lambda number, other: lambda state: number(state) >= other,
}


class ConditionError(ValueError):
    """A text that is no condition: what is wrong and at which column, counted from 0."""

    def __init__(
        self, says: str, column: int, unknown: str = "", candidates: tuple[str, ...] = (), **names: object
    ) -> None:
        """Keep what is said, with the names that stand in it, for whoever has to say it to a person.

        `unknown` and `candidates` are what a finding needs where a name is unknown.
        """
        self.says, self.names = says, names
        self.why = says.format(**names) if names else says
        super().__init__(self.why)
        self.column = column
        self.unknown = unknown
        self.candidates = candidates


class Asks(NamedTuple):
    """A question to a position: as a function, and as Python over the names of the parts of a `State`."""

    test: Test
    code: str


class Count(NamedTuple):
    """A number of a position, likewise."""

    number: Number
    code: str


class Bits(NamedTuple):
    """Whether the bits of a set under a mask are equal to `want`; with `equal` False, whether they are not."""

    of: Callable[[int, int, bool], Test]
    """Makes the test from the other three."""
    set_code: str
    mask: int
    want: int
    equal: bool = True

    @property
    def test(self) -> Test:
        """The question as a function."""
        return self.of(self.mask, self.want, self.equal)

    @property
    def code(self) -> str:
        """The question as Python. Of numbers of thousands of bits the digits to 16 are written in no time."""
        return f"({self.set_code}) & {self.mask:#x} {'==' if self.equal else '!='} {self.want:#x}"

    def negated(self) -> "Bits":
        """The opposite question."""
        return Bits(self.of, self.set_code, self.mask, self.want, not self.equal)

    def put(self, equal: bool) -> "Bits":
        """The same question about one bit in the other form: that it is set is that it does not equal nothing."""
        if self.equal is equal or self.mask & (self.mask - 1):
            return self
        return Bits(self.of, self.set_code, self.mask, self.mask ^ self.want, equal)

    def joins(self, other: "Part") -> bool:
        """Whether two questions of one form about one set can be one."""
        return (
            isinstance(other, Bits)
            and (self.set_code, self.equal) == (other.set_code, other.equal)
            and not self.mask & other.mask & (self.want ^ other.want)
        )


Part: TypeAlias = Bits | Asks


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a condition may use, each with how to look it up in a state."""

    flags: Mapping[str, Part]
    numbers: Mapping[str, Count]


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A text and the test that it became."""

    text: str
    test: Test
    code: str
    """The same as Python, over the names of the parts of a `State`: made here, of whole numbers alone."""
    reads: frozenset[str]
    """The names that it asks for."""


def condition(text: str, names: Names) -> Condition:
    """Read a condition. Raises `ConditionError` for anything else."""
    if " " not in text and (flag := names.flags.get(text)):
        return Condition(text, flag.test, flag.code, frozenset((text,)))  # As every other one is written.
    if len(text) > LENGTH_LIMIT:
        raise ConditionError(
            "a condition has at most {limit} characters, and this has {number}", 0, limit=LENGTH_LIMIT, number=len(text)
        )
    if not text.isascii():
        column = next(column for column, character in enumerate(text) if not character.isascii())
        raise ConditionError("a condition is written in plain letters, digits and signs", column)
    reader = _Reader(text, names)
    part = reader.whole()
    return Condition(text, part.test, part.code, frozenset(reader.reads))


class _Reader:
    """Turns the words of a text into closures, one after the other, refusing every one that does not belong there."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.words = [*_WORD.findall(text), ""]
        self.at = 0
        self.brackets = 0
        self.names = names
        self.reads: set[str] = set()

    def whole(self) -> Part:
        part = self.any_of()
        if self.words[self.at]:
            raise self.stray()
        return part

    def any_of(self) -> Part:
        part = self.all_of()
        if self.words[self.at] != "or":
            return part
        parts = [part]
        while self.words[self.at] == "or":
            self.at += 1
            parts.append(self.all_of())
        return _folded(_joined(parts, False), False)

    def all_of(self) -> Part:
        part = self.one()
        if self.words[self.at] != "and":
            return part
        parts = [part]
        while self.words[self.at] == "and":
            self.at += 1
            parts.append(self.one())
        return _folded(_joined(parts, True), True)

    def one(self) -> Part:
        word = self.words[self.at]
        if word == "not":
            self.at += 1
            part = self.one()
            return part.negated() if isinstance(part, Bits) else _not(part)
        if word == "(":
            return self.in_brackets()
        if word in _JOINING or not _NAME.match(word):
            raise self.stray()
        self.reads.add(word)
        return self.comparison(word) if self.words[self.at + 1] in _COMPARE else self.flag(word)

    def in_brackets(self) -> Part:
        if self.brackets == DEPTH_LIMIT:
            raise ConditionError("brackets stand at most {limit} deep in a condition", self.column(), limit=DEPTH_LIMIT)
        self.at += 1
        self.brackets += 1
        part = self.any_of()
        if self.words[self.at] != ")":
            raise self.stray()
        self.at += 1
        self.brackets -= 1
        return part

    def flag(self, name: str) -> Part:
        if part := self.names.flags.get(name):
            self.at += 1
            return part
        if self.words[self.at + 1] not in _FOLLOWING:
            raise self.stray(1)
        if name in self.names.numbers:
            raise ConditionError("'{name}' is a number: compare it, as in '{name} > 0'", self.column(), name=name)
        raise self.unknown(name)

    def comparison(self, name: str) -> Part:
        sign, other = self.words[self.at + 1 : self.at + 3]
        number = self.names.numbers.get(name)
        if number is None and name in self.names.flags:
            raise ConditionError("'{name}' is either so or not: it cannot be compared", self.column(), name=name)
        if number is None:
            raise self.unknown(name)
        if not _WHOLE.fullmatch(other):
            raise ConditionError("a name is compared with a whole number", self.column(2))
        self.at += 3
        whole = int(other)
        return Asks(_COMPARE[sign](number.number, whole), f"{number.code} {sign} {whole}")

    def stray(self, ahead: int = 0) -> ConditionError:
        if not self.words[self.at + ahead]:
            return ConditionError("something is missing at the end", self.column(ahead))
        return ConditionError(
            "only names, comparisons of a name with a whole number, `and`, `or`, `not` and brackets may stand here",
            self.column(ahead),
        )

    def unknown(self, name: str) -> ConditionError:
        candidates = tuple(self.names.flags) + tuple(self.names.numbers)
        return ConditionError("there is no '{name}' to ask for", self.column(), name, candidates, name=name)

    def column(self, ahead: int = 0) -> int:
        """Where a word stands: that in turn, or one some words ahead."""
        return [*(found.start() for found in _WORD.finditer(self.text)), len(self.text)][self.at + ahead]


def _joined(parts: list[Part], both: bool) -> list[Part]:
    """The parts of an `and`, or of an `or`, those about the same set as one, where the first of them stood."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Bits):
            part = part.put(both)
            if part.equal is both:
                place = next((place for place, other in enumerate(found) if part.joins(other)), None)
                if place is not None and isinstance(other := found[place], Bits):
                    found[place] = part._replace(mask=part.mask | other.mask, want=part.want | other.want)
                    continue
        found.append(part)
    return found


def _folded(parts: list[Part], both: bool) -> Part:
    """Parts in their order, each asked only where those before it leave the answer open."""
    *before, whole = parts
    for part in reversed(before):
        test = _and(part.test, whole.test) if both else _or(part.test, whole.test)
        whole = Asks(test, f"({part.code} {'and' if both else 'or'} {whole.code})")
    return whole


def _and(first: Test, second: Test) -> Test:
    return lambda state: first(state) and second(state)


def _or(first: Test, second: Test) -> Test:
    return lambda state: first(state) or second(state)


def _not(part: Asks) -> Asks:
    test = part.test
    return Asks(lambda state: not test(state), f"not ({part.code})")
