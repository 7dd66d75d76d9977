"""Authority: what a side's capital lets it agree to, and what it disavows when the talks are over."""

from typing import NamedTuple

from game.engine.issues import OPEN, Package, Table
from game.engine.scenario import Scenario
from game.engine.state import State, under


def allowed(scenario: Scenario, state: State, side: int, issue: int, settlement: int) -> bool:
    """Whether a side's capital has allowed a settlement by now."""
    if settlement == OPEN or scenario.authority[issue, settlement][side] is True:
        return True
    return bool(state.deals.grants[side] & scenario.issues[issue].settlements[settlement].bit)


class Disavowal(NamedTuple):
    """A package that a capital would not stand by, and what of it had still stood."""

    side: int
    package: Package


class Outcome(NamedTuple):
    """What is left of the talks when both capitals have spoken."""

    table: Table
    disavowed: tuple[Disavowal, ...]


def outcome(scenario: Scenario, state: State) -> Outcome:
    """What stands: an agreement that both capitals have allowed by then. Any other goes back to open, whole."""
    deals = state.deals
    if not deals.agreed:
        return Outcome(deals.table, ())
    table, stands = list(deals.table), under(deals)
    disavowed = []
    for number in range(1, len(deals.agreed) + 1):
        package = tuple((i, deals.table[i]) for i, each in enumerate(stands) if each == number)
        unwilling = [side for side in (0, 1) if not all(allowed(scenario, state, side, i, s) for i, s in package)]
        for side in unwilling:
            disavowed.append(Disavowal(side, package))
        if unwilling:
            for issue, _ in package:
                table[issue] = OPEN
    return Outcome(tuple(table), tuple(disavowed))
