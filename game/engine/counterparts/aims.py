"""What a counterpart works for: what good packages would be made of, and nobody has put in words yet."""

from functools import lru_cache
from itertools import combinations

from game.engine.moves import Package, Table, with_package
from game.engine.views import NEVER, Combination, Known, View, Worth

AIMS = 6
"""How many packages it keeps in mind."""


def aims(known: Known, seen: View) -> tuple[Package, ...]:
    """Single settlements and pairs that home might allow and by which both seem to gain, the evenest first."""
    possible = tuple(pair for pair, rule in known.authority.items() if rule != NEVER)
    return _aims(known.worth, known.guess, possible, known.impossible, seen.table)


@lru_cache(maxsize=256)
def _aims(
    own: Worth, other: Worth, possible: Package, impossible: tuple[Combination, ...], table: Table
) -> tuple[Package, ...]:
    gains, theirs = own.over(table), other.over(table)
    single = [pair for pair in possible if table[pair[0]] != pair[1]]
    packages: list[Package] = [(pair,) for pair in single]
    packages += [(one, two) for one, two in combinations(single, 2) if one[0] != two[0]]
    good = sorted((-least, package) for package in packages if (least := min(gains(package), theirs(package))) > 0)
    return tuple(
        package for _, package in good if not any(each.holds(with_package(table, package)) for each in impossible)
    )[:AIMS]


def sought(known: Known, seen: View) -> int:
    """The settlements of its aims that nobody has put in words, as bits."""
    bits = 0
    for package in aims(known, seen):
        for issue, settlement in package:
            bits |= known.issues[issue].bits[settlement]
    return bits & ~seen.reach
