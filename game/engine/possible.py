"""What could be at all: every fact of a scenario taken by itself, whatever else would have to hold for it.

A move is possible when its node can be come to and its condition could hold, with each bit, meter and
issue at any value that some possible move or package gives it. More is possible so than in any game, so
a move that is not possible is proved to be in none.
"""

import ast
import operator
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from game.engine.conditions import Condition
from game.engine.scenario import END, FLOOR, FLOORS, WRITTEN, Branch, Node, Scenario, Written

_COMPARE = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}  # fmt: skip

Answers: TypeAlias = tuple[bool, bool]
"""Whether a question could be answered yes, and whether it could be answered no."""


@lru_cache(maxsize=16)
def possible(scenario: Scenario) -> frozenset[str]:
    """The text forms of every written move that could be made, as far as facts taken by themselves can tell."""
    facts = _Facts(scenario)
    while facts.grow():
        pass
    return frozenset(facts.made)


@dataclass(slots=True)
class _Facts:
    """What could be so: it only grows, until nothing new follows from it."""

    scenario: Scenario
    made: set[str] = field(default_factory=set)
    nodes: set[int] = field(default_factory=set)
    bits: dict[str, int] = field(default_factory=lambda: {"said": 0, "made": 0, "reach": 0})
    meters: set[int] = field(default_factory=set)
    """The meters that something changes."""
    trees: dict[str, ast.expr] = field(default_factory=dict)
    """Conditions taken apart, by their code: each is asked again whenever something new follows."""
    either: set[str] = field(default_factory=set)
    """Those that could be answered both ways: nothing new changes that."""

    def __post_init__(self) -> None:
        scenario = self.scenario
        self.nodes = {scenario.start, *FLOORS, *scenario.closing}
        self.nodes |= {opening.to for both in scenario.openings for opening in both}
        self.meters = {meter for meter, _ in scenario.refusing}

    def grow(self) -> bool:
        """Let every node that could be come to do what it could; whether that brought anything new."""
        before = len(self.made), len(self.nodes)
        for number in sorted(self.nodes):
            if number >= WRITTEN:
                self.visit(self.scenario.nodes[number])
        return (len(self.made), len(self.nodes)) != before

    def visit(self, node: Node) -> None:
        """Make every move of a node that could be made."""
        for move in node.moves:
            if move.when is None or self.answers(move.when)[0]:
                if move.text not in self.made:
                    self.make(move)
                self.lead(move.goto)
                if move.again is not None:
                    self.lead(move.again.goto)
        if node.yields != FLOOR:
            self.nodes.add(node.yields)

    def make(self, move: Written) -> None:
        """What a move brings about."""
        self.made.add(move.text)
        self.bits["said"] |= move.bit
        self.bits["made"] |= move.claims
        self.bits["reach"] |= move.reach
        self.meters |= {meter for meter, _ in move.changes}
        if move.again is not None:
            self.meters |= {meter for meter, _ in (*move.again.changes, *self.scenario.repeating)}

    def lead(self, ways: Iterable[Branch]) -> None:
        """Go every way that could be open, up to the first that must be."""
        for way in ways:
            yes, no = (True, False) if way.when is None else self.answers(way.when)
            if yes and way.to not in (FLOOR, END):
                self.nodes.add(way.to)
            if not no:
                return

    def answers(self, condition: Condition) -> Answers:
        """How a condition could be answered. Its code is the engine's own, so its shapes are known."""
        code = condition.code
        if code in self.either:
            return True, True
        if code not in self.trees:
            self.trees[code] = ast.parse(code, mode="eval").body
        yes, no = self.of(self.trees[code])
        if yes and no:
            self.either.add(code)
        return yes, no

    def of(self, tree: ast.expr) -> Answers:
        """How a part of a condition could be answered."""
        match tree:
            case ast.Constant(value=bool() as value):
                return value, not value
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                yes, no = self.of(inner)
                return no, yes
            case ast.BoolOp(op=ast.And(), values=parts):
                both = [self.of(part) for part in parts]
                return all(yes for yes, _ in both), any(no for _, no in both)
            case ast.BoolOp(op=ast.Or(), values=parts):
                both = [self.of(part) for part in parts]
                return any(yes for yes, _ in both), all(no for _, no in both)
            case ast.Compare(
                left=ast.BinOp(left=sets, op=ast.BitAnd(), right=ast.Constant(value=int() as mask)),
                ops=[sign],
                comparators=[ast.Constant(value=int() as want)],
            ):
                yes, no = self.of_bits(sets, mask, want)
                return (yes, no) if isinstance(sign, ast.Eq) else (no, yes)
            case ast.Compare(left=ast.Subscript(value=ast.Name(id="meters"), slice=ast.Constant(value=int() as meter))):
                return self.of_meter(tree, meter)
        return True, True

    def of_bits(self, sets: ast.expr, mask: int, want: int) -> Answers:
        """Each bit starts unset, and may be set if something sets it. Grants are taken to come by themselves."""
        while isinstance(sets, ast.BinOp):  # `made & due & ~answered`: the first of them
            sets = sets.left
        match sets:
            case ast.Name(id=name):
                may = self.bits.get(name, mask)
            case ast.Subscript(value=ast.Name(id="deals"), slice=ast.Constant(value=0)):
                may = self.bits["reach"]
            case _:
                may = mask
        return not want & ~may, bool(want or may & mask)

    def of_meter(self, tree: ast.Compare, number: int) -> Answers:
        """A meter that something changes may stand anywhere between its bounds."""
        meter = self.scenario.meters[number]
        values = range(meter.low, meter.high + 1) if number in self.meters else (meter.start,)
        other = ast.literal_eval(tree.comparators[0])
        answers = {_COMPARE[type(tree.ops[0])](value, other) for value in values}
        return True in answers, False in answers
