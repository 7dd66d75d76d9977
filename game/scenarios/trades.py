"""Trades: two settlements of which each alone is a loss to somebody, and which together leave both sides better off."""

from itertools import combinations
from typing import NamedTuple

from game.engine.issues import OPEN, Table
from game.engine.scenario import Scenario
from game.engine.scoring import worth


class Trade(NamedTuple):
    """Two settlements on two issues, everything else open."""

    first: tuple[int, int]
    """Issue and settlement."""
    second: tuple[int, int]
    gain: tuple[int, int]
    """What both together are worth to each side over nothing agreed, in hundredths of a point."""


def trades(scenario: Scenario) -> list[Trade]:
    """Every trade, the one first of which the side that gains less gains most."""
    values = worth(scenario, 0), worth(scenario, 1)
    nothing: Table = (OPEN,) * len(scenario.issues)
    floor = values[0](nothing), values[1](nothing)

    def gain(*settled: tuple[int, int]) -> tuple[int, int] | None:
        at = dict(settled)
        table = tuple(at.get(i, OPEN) for i in range(len(scenario.issues)))
        if any(each.holds(table) for each in scenario.impossible):
            return None
        return values[0](table) - floor[0], values[1](table) - floor[1]

    def welcome(gained: tuple[int, int] | None) -> bool:
        return gained is not None and min(gained) >= 0

    every = [(i, s) for i, issue in enumerate(scenario.issues) for s in range(1, len(issue.settlements))]
    found = []
    for first, second in combinations(every, 2):
        if first[0] == second[0] or welcome(gain(first)) or welcome(gain(second)):
            continue
        together = gain(first, second)
        if together is not None and min(together) > 0:
            found.append(Trade(first, second, together))
    return sorted(found, key=lambda each: (-min(each.gain), -max(each.gain), each.first, each.second))
