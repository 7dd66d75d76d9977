"""Every outcome of a negotiation, and the few that stand out.

Pareto frontier: outcomes that no other beats for one side without harm to the other. Nash (1950):
the largest product of both gains over the reservation values. Kalai and Smorodinsky (1975): the
largest of the smaller share, each gain measured against the best that side could have had.
Egalitarian: the largest of the smaller gain. All are found by looking at every outcome.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from game.engine.issues import OPEN, Table
from game.engine.scenario import Scenario
from game.engine.scoring import worth

OUTCOME_LIMIT = 120_000
"""More combinations than this are not looked at one by one."""


class Outcome(NamedTuple):
    """A table, and what it is worth to each side in hundredths of a point."""

    table: Table
    value: tuple[int, int]


def outcomes(scenario: Scenario, choices: Callable[[int], Iterable[int]] | None = None) -> Iterator[Outcome]:
    """Every possible outcome; `choices` gives the settlements to look at for an issue, all by default."""
    ours, theirs = worth(scenario, 0), worth(scenario, 1)
    ranges = [
        range(len(issue.settlements)) if choices is None else tuple(choices(i))
        for i, issue in enumerate(scenario.issues)
    ]
    for table in product(*ranges):
        if not any(impossible.holds(table) for impossible in scenario.impossible):
            yield Outcome(table, (ours(table), theirs(table)))


def tonight(scenario: Scenario) -> list[Outcome]:
    """Every outcome that both capitals could allow within the recesses there are."""
    asked: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())
    never = set()
    for key, rules in scenario.authority.items():
        for side, rule in enumerate(rules):
            if rule is False:
                never.add(key)
            elif rule is not True:
                asked[side].add(key)

    def choices(issue: int) -> list[int]:
        return [s for s in range(len(scenario.issues[issue].settlements)) if (issue, s) not in never]

    return [
        each
        for each in outcomes(scenario, choices)
        if all(
            sum((i, s) in asked[side] for i, s in enumerate(each.table) if s != OPEN) <= scenario.recesses
            for side in (0, 1)
        )
    ]


def rational(found: Iterable[Outcome], floor: tuple[int, int]) -> list[Outcome]:
    """The outcomes that leave neither side below its reservation value."""
    return [each for each in found if each.value[0] >= floor[0] and each.value[1] >= floor[1]]


def frontier(found: Iterable[Outcome]) -> list[Outcome]:
    """The Pareto frontier, from the best for the first side to the best for the second. Equals are all kept."""
    kept: list[Outcome] = []
    for each in sorted(found, key=lambda each: (-each.value[0], -each.value[1], each.table)):
        if not kept or each.value[1] > kept[-1].value[1] or each.value == kept[-1].value:
            kept.append(each)
    return kept


def nash(found: Iterable[Outcome], floor: tuple[int, int]) -> Outcome:
    """The largest product of gains. The first in order of tables where several are equal."""
    return max(found, key=lambda each: (each.value[0] - floor[0]) * (each.value[1] - floor[1]))


def egalitarian(found: Iterable[Outcome], floor: tuple[int, int]) -> Outcome:
    """The largest smaller gain, then the larger other gain."""

    def gains(each: Outcome) -> tuple[int, int]:
        gained = (each.value[0] - floor[0], each.value[1] - floor[1])
        return min(gained), max(gained)

    return max(found, key=gains)


def kalai_smorodinsky(found: Iterable[Outcome], floor: tuple[int, int]) -> Outcome:
    """The largest smaller share of the best gain that each side could have had, then the larger other share."""
    found = list(found)
    best = tuple(max(each.value[side] for each in found) - floor[side] for side in (0, 1))

    def shares(each: Outcome) -> tuple[int, int]:
        # Cross-multiplied, so that shares of different wholes compare as whole numbers.
        ours = (each.value[0] - floor[0]) * best[1]
        theirs = (each.value[1] - floor[1]) * best[0]
        return min(ours, theirs), max(ours, theirs)

    return max(found, key=shares)
