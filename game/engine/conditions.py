"""Conditions: what writers put after `when:`, read once and asked often.

    said.nuclear-capable and trust > -3
    not (open.il28 or stands.obsolete) and left >= 30

`and`, `or`, `not`, brackets; a yes-or-no name; or a number name compared with a whole number. No
arithmetic, no chains. The text is parsed by `ast` after every name has been replaced by as many
letters x (`said.nuclear-capable` would be a subtraction and `said.in` a syntax error), so that a
position in the parsed text is a position in the writer's. Nothing of it is ever evaluated: a
whitelist of shapes becomes closures over `State`.

Most names ask for one bit of a set. Those of one set that stand side by side are asked for together:
`said.a and not said.b and said.c` is one comparison, as `said.a or said.b` is.
"""

import ast
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
_WORDS = frozenset({"and", "or", "not"})
_COMPARE: Mapping[type[ast.cmpop], tuple[str, Callable[[Number, int], Test]]] = {
    ast.Eq: ("==", lambda number, other: lambda state: number(state) == other),
    ast.NotEq: ("!=", lambda number, other: lambda state: number(state) != other),
    ast.Lt: ("<", lambda number, other: lambda state: number(state) < other),
    ast.LtE: ("<=", lambda number, other: lambda state: number(state) <= other),
    ast.Gt: (">", lambda number, other: lambda state: number(state) > other),
    ast.GtE: (">=", lambda number, other: lambda state: number(state) >= other),
}


class ConditionError(ValueError):
    """A text that is no condition: what is wrong and at which column, counted from 0."""

    def __init__(self, why: str, column: int, name: str = "", candidates: tuple[str, ...] = ()) -> None:
        """Keep what a finding needs: `name` and `candidates` where a name is unknown."""
        super().__init__(why)
        self.why = why
        self.column = column
        self.name = name
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
        """The question as Python."""
        return f"({self.set_code}) & {self.mask} {'==' if self.equal else '!='} {self.want}"

    def put(self, equal: bool) -> "Bits":
        """The same question about one bit in the other form: that it is set is that it does not equal nothing."""
        single = self.mask & (self.mask - 1) == 0
        return self if self.equal is equal or not single else self._replace(want=self.mask ^ self.want, equal=equal)

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
    if len(text) > LENGTH_LIMIT:
        raise ConditionError(f"a condition has at most {LENGTH_LIMIT} characters, and this has {len(text)}", 0)
    if _depth(text) > DEPTH_LIMIT:
        raise ConditionError(f"brackets stand at most {DEPTH_LIMIT} deep in a condition", 0)
    if not text.isascii():
        column = next(column for column, character in enumerate(text) if not character.isascii())
        raise ConditionError("a condition is written in plain letters, digits and signs", column)
    found: dict[int, str] = {}

    def hide(match: re.Match[str]) -> str:
        if match[0] in _WORDS:
            return match[0]
        found[match.start()] = match[0]
        return "x" * len(match[0])

    hidden = _NAME.sub(hide, text)
    try:
        tree = ast.parse(hidden, mode="eval").body
    except SyntaxError as fault:
        raise ConditionError("this is not a condition", max((fault.offset or 1) - 1, 0)) from None
    except (RecursionError, MemoryError, ValueError):
        raise ConditionError("this is not a condition", 0) from None
    part = _Reader(found, names).part(tree)
    return Condition(text, part.test, part.code, frozenset(found.values()))


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest


class _Reader:
    """Turns a parsed text into closures, refusing every shape that is not a condition's."""

    def __init__(self, found: Mapping[int, str], names: Names) -> None:
        self.found = found
        self.names = names

    def part(self, tree: ast.expr) -> Part:
        match tree:
            case ast.BoolOp(op=operator, values=parts):
                both = isinstance(operator, ast.And)
                return _folded(_joined([self.part(part) for part in parts], both), both)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                part = self.part(operand)
                return part._replace(equal=not part.equal) if isinstance(part, Bits) else _not(part)
            case ast.Compare(left=ast.Name() as left, ops=[comparison], comparators=[right]):
                return self.comparison(left, comparison, right)
            case ast.Name():
                return self.flag(tree)
        raise ConditionError(
            "only names, comparisons of a name with a whole number, `and`, `or`, `not` and brackets may stand here",
            tree.col_offset,
        )

    def flag(self, tree: ast.Name) -> Part:
        name = self.name(tree)
        if part := self.names.flags.get(name):
            return part
        if name in self.names.numbers:
            raise ConditionError(f"'{name}' is a number: compare it, as in '{name} > 0'", tree.col_offset)
        raise self.unknown(name, tree.col_offset)

    def comparison(self, left: ast.Name, comparison: ast.cmpop, right: ast.expr) -> Part:
        name = self.name(left)
        if name in self.names.flags:
            raise ConditionError(f"'{name}' is either so or not: it cannot be compared", left.col_offset)
        number = self.names.numbers.get(name)
        if number is None:
            raise self.unknown(name, left.col_offset)
        compare = _COMPARE.get(type(comparison))
        if compare is None:
            raise ConditionError("compare with one of == != < <= > >=", left.col_offset)
        sign, make = compare
        whole = self.whole(right)
        return Asks(make(number.number, whole), f"{number.code} {sign} {whole}")

    def name(self, tree: ast.Name) -> str:
        return self.found.get(tree.col_offset, tree.id)

    def whole(self, tree: ast.expr) -> int:
        match tree:
            case ast.Constant(value=int() as value) if not isinstance(value, bool):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if not isinstance(value, bool):
                return -value
        raise ConditionError("a name is compared with a whole number", tree.col_offset)

    def unknown(self, name: str, column: int) -> ConditionError:
        candidates = tuple(self.names.flags) + tuple(self.names.numbers)
        return ConditionError(f"there is no '{name}' to ask for", column, name, candidates)


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
