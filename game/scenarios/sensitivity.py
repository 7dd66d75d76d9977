"""How much of an analysis hangs on the weights: they change by up to a fifth, many times, and all is looked at."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from game.engine.chance import Draw
from game.engine.issues import OPEN, Table
from game.engine.scenario import Scenario

CHANGE = 20
"""By how many per cent a weight is changed at most, either way."""

DRAWS = 200
"""How often the weights are drawn."""

Values = list[float]


class Sensitivity(NamedTuple):
    """What became of the points that stand out when the weights were others."""

    draws: int
    change: int
    """Per cent, either way."""
    nash: Counter[Table]
    """The packages that were Nash's, each with in how many draws."""
    kalai_smorodinsky: Counter[Table]
    egalitarian: Counter[Table]
    frontier: tuple[int, int, int]
    """How many rational packages stood on the frontier: the fewest, the middle and the most."""


def sensitivity(scenario: Scenario, draws: int = DRAWS, seed: int = 0) -> Sensitivity:
    """Draw the weights of both sides so often; a side's weights sum to 100 each time. The same seed, the same draws."""
    draw = Draw(seed)
    tables, links = _tables(scenario)
    found: tuple[Counter[Table], Counter[Table], Counter[Table]] = (Counter(), Counter(), Counter())
    sizes = []
    for _ in range(draws):
        values = [_values(scenario, side, _weights(scenario, side, draw), links, tables.kept) for side in (0, 1)]
        floor = values[0][0], values[1][0]
        gains = [
            (ours - floor[0], theirs - floor[1], number)
            for number, (ours, theirs) in enumerate(zip(*values, strict=True))
            if ours >= floor[0] and theirs >= floor[1]
        ]
        best = max(each[0] for each in gains) or 1.0, max(each[1] for each in gains) or 1.0
        points = (
            max(gains, key=lambda each: each[0] * each[1]),
            max(gains, key=lambda each: min(each[0] / best[0], each[1] / best[1])),
            max(gains, key=lambda each: min(each[0], each[1])),
        )
        for counted, point in zip(found, points, strict=True):
            counted[tables.tables[point[2]]] += 1
        sizes.append(_frontier(gains))
    sizes.sort()
    return Sensitivity(draws, CHANGE, *found, (sizes[0], sizes[len(sizes) // 2], sizes[-1]))


class _Tables(NamedTuple):
    """Every table that is possible, the open one first, and its place among all combinations."""

    tables: list[Table]
    kept: list[int]


def _tables(scenario: Scenario) -> tuple[_Tables, tuple[Values, Values]]:
    """Every possible table, and what links add to it for each side."""
    every: list[Table] = [()]
    for issue in scenario.issues:
        every = [(*table, s) for table in every for s in range(len(issue.settlements))]
    kept = [n for n, table in enumerate(every) if not any(each.holds(table) for each in scenario.impossible)]
    tables = [every[n] for n in kept]
    assert tables[0] == (OPEN,) * len(scenario.issues)
    links = [
        [float(sum(each.value[side] for each in scenario.links if each.combination.holds(t))) for t in tables]
        for side in (0, 1)
    ]
    return _Tables(tables, kept), (links[0], links[1])


def _weights(scenario: Scenario, side: int, draw: Draw) -> list[float]:
    """Each weight changed by up to a fifth, and all of them so that they sum to what they summed to."""
    changed = [
        issue.weight[side] * (1000 + 10 * CHANGE * (draw.below(2001) - 1000) / 1000) for issue in scenario.issues
    ]
    whole = sum(issue.weight[side] for issue in scenario.issues)
    return [each * whole / (sum(changed) or 1.0) for each in changed]


def _values(
    scenario: Scenario, side: int, weights: Sequence[float], links: tuple[Values, Values], kept: Sequence[int]
) -> Values:
    """What every possible table is worth to a side, in points."""
    sums = [0.0]
    for issue, weight in zip(scenario.issues, weights, strict=True):
        parts = [weight * each.value[side] / 100 for each in issue.settlements]
        sums = [one + part for one in sums for part in parts]
    return [sums[place] + link for place, link in zip(kept, links[side], strict=True)]


def _frontier(gains: Sequence[tuple[float, float, int]]) -> int:
    """How many gains no other beats for one side without harm to the other."""
    count, highest = 0, -1.0
    last = (-1.0, -1.0)
    for ours, theirs, _ in sorted(gains, key=lambda each: (-each[0], -each[1])):
        if theirs > highest or (ours, theirs) == last:
            count += 1
            highest, last = theirs, (ours, theirs)
    return count
