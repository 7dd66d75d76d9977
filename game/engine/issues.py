"""Issues, settlements, links and packages: what is bargained over, and what it is worth.

Worth is counted in hundredths of a point, so that every sum is a whole number: an issue of weight
34 standing at a settlement of value 55 is worth 1,870, and a whole table at most 10,000 and what
links add.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from game.engine.lines import Line

OPEN = 0
"""The number of the settlement `open`, at which every issue starts."""

Table: TypeAlias = tuple[int, ...]
"""For each issue in declared order, the number of the settlement at which it stands."""

Package: TypeAlias = tuple[tuple[int, int], ...]
"""One to three pairs (issue, settlement), by number, in declared order of the issues."""

PACKAGE_LIMIT = 3
"""How many issues one package may settle."""


@dataclass(frozen=True, slots=True, eq=False)
class Settlement:
    """One way in which an issue can stand. Pairs are in declared order of the sides."""

    id: str
    bit: int
    """Its bit among all settlements of the scenario; 0 for `open`, which nobody need put in words."""
    value: tuple[int, int]
    """What it is worth to each side, 0 to 100."""
    guess: tuple[int, int]
    """What each side guesses that it is worth to the other, 0 to 100."""
    put: tuple[tuple[Line, ...], tuple[Line, ...]] = ((), ())
    accept: tuple[tuple[Line, ...], tuple[Line, ...]] = ((), ())
    refuse: tuple[tuple[tuple[Line, ...], ...], tuple[tuple[Line, ...], ...]] = ((), ())
    """For each side, the words for each mood in declared order, `plain` last."""
    instead: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """For each side, what its words in each of these moods put in words, as bits; empty where they never do."""


@dataclass(frozen=True, slots=True, eq=False)
class Issue:
    """A question between the sides."""

    id: str
    weight: tuple[int, int]
    """What the whole question weighs for each side; the weights of a side sum to 100."""
    guess: tuple[int, int]
    """The weight that each side guesses the other gives it."""
    settlements: tuple[Settlement, ...]
    """`open` first, then as declared."""

    def number(self, settlement: str) -> int:
        """The number of a settlement by its id. Raises KeyError where the issue has none so called."""
        for number, each in enumerate(self.settlements):
            if each.id == settlement:
                return number
        raise KeyError(settlement)


@dataclass(frozen=True, slots=True)
class Combination:
    """Some issues, each standing at one of some settlements, unless some others do."""

    when: tuple[tuple[int, int], ...]
    """Pairs (issue, bits of settlement numbers): all must hold."""
    unless: tuple[tuple[int, int], ...] = ()
    """Pairs as in `when`: where there are any and all hold, the combination does not."""

    def holds(self, table: Table) -> bool:
        """Whether a table shows this combination."""
        for issue, numbers in self.when:
            if not numbers >> table[issue] & 1:
                return False
        return not (self.unless and all(numbers >> table[issue] & 1 for issue, numbers in self.unless))


@dataclass(frozen=True, slots=True)
class Link:
    """Points that a combination adds or takes."""

    id: str
    combination: Combination
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a table is worth to one side, in hundredths of a point."""

    points: tuple[tuple[int, ...], ...]
    """For each issue and settlement, weight times value."""
    links: tuple[tuple[Combination, int], ...] = ()
    """Combinations with the hundredths that they add."""

    def __call__(self, table: Table) -> int:
        """The worth of a whole table."""
        total = sum([points[number] for points, number in zip(self.points, table, strict=True)])
        for combination, hundredths in self.links:
            if combination.holds(table):
                total += hundredths
        return total

    def over(self, table: Table) -> "Gains":
        """What packages would gain over a table."""
        return Gains(self, table)


class Gains:
    """What packages would add to the worth of one table, in hundredths of a point.

    Each settlement's own part is worked out once, so that many packages can be weighed: a gain is the
    sum of the parts, and of what links then add or take.
    """

    __slots__ = ("_alone", "_linked", "_links", "_table")

    def __init__(self, worth: Worth, table: Table) -> None:
        """Use `Worth.over`."""
        self._table = table
        self._alone = [[each - points[now] for each in points] for points, now in zip(worth.points, table, strict=True)]
        self._links = worth.links
        self._linked = sum(hundredths for combination, hundredths in worth.links if combination.holds(table))

    def __call__(self, package: Package) -> int:
        """What the table would be worth more with a package; less than nothing where it would be worth less."""
        gain = 0
        for issue, settlement in package:
            gain += self._alone[issue][settlement]
        if self._links:
            table = with_package(self._table, package)
            gain -= self._linked
            for combination, hundredths in self._links:
                if combination.holds(table):
                    gain += hundredths
        return gain


def worth_of(issues: Iterable[Issue], links: Iterable[Link], side: int) -> Worth:
    """What tables are worth to a side, by its own weights and values."""
    points = tuple(tuple(issue.weight[side] * s.value[side] for s in issue.settlements) for issue in issues)
    return Worth(points, tuple((link.combination, 100 * link.value[side]) for link in links if link.value[side]))


def guess_of(issues: Iterable[Issue], side: int) -> Worth:
    """What a side guesses that tables are worth to the other side. It knows of no links but its own."""
    return Worth(tuple(tuple(issue.guess[side] * s.guess[side] for s in issue.settlements) for issue in issues))


def with_package(table: Table, package: Package) -> Table:
    """The table as it would stand if a package were accepted."""
    changed = list(table)
    for issue, settlement in package:
        changed[issue] = settlement
    return tuple(changed)


def bits(numbers: Iterable[int]) -> int:
    """A set of numbers as bits of one whole number."""
    return reduce(lambda found, number: found | 1 << number, numbers, 0)
