"""The nearest missed deal: the package that came closest to yes, the minute, and the word that was the trouble."""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.authority import allowed
from game.engine.events import Accepted, Reached, Refused, Tabled
from game.engine.issues import OPEN, Package, with_package
from game.engine.medals import Result
from game.engine.scenario import Scenario
from game.engine.scoring import worth
from game.engine.state import State
from game.records.record import HUMAN
from game.records.replay import Turn
from game.reports.reasons import said

REFUSED, NEVER_PUT, DISAVOWED = "refused", "never-put", "disavowed"
"""How it was missed: somebody said no; every word of it had been said, and nobody put it; a capital took it back."""


class Missed(NamedTuple):
    """A deal that was not made."""

    how: str
    package: Package
    side: int
    """The side that said no, or whose capital did; -1 where nobody put it."""
    move: int
    """The number of the move that said no, or a yes too many, or by which the last of its words was said."""
    minutes: int
    trouble: tuple[int, int]
    """The issue and settlement that was the trouble, or the last to be put in words."""
    why: str
    """`authority`: it was not allowed to say yes; `worth`: it was worth too little; `words`: nobody put it."""
    gain: tuple[int, int]
    """What it would have brought each side over the table as it stood, in hundredths of a point."""
    short: int
    """By how much it fell short of yes, in hundredths of a point, as far as that can be told."""
    sit_down: int
    """After how many moves a person can sit down again and do otherwise."""


def missed(
    scenario: Scenario, states: Sequence[State], turns: Sequence[Turn], seats: tuple[str, str], result: Result
) -> Missed | None:
    """The package that came closest to yes; None where none was refused and none within reach was better for both.

    Closest: first what was worth something to both and was allowed, then what was worth something to both, then by
    how little was lacking.
    """
    if result.disavowed and (taken_back := _disavowed(scenario, states, turns, seats, result)):
        return taken_back
    found = [
        _refused(scenario, states, turns, turn, event, seats)
        for turn in turns
        for event in turn.events
        if isinstance(event, Refused)
    ]
    agreed = {number for number, s in enumerate(result.table) if s != OPEN}
    lost = [each for each in found if not {issue for issue, _ in each.package} <= agreed]
    good = [each for each in lost if min(each.gain) > 0]
    if good:
        return min(good, key=lambda each: (each.why == "authority", each.short, -min(each.gain), each.move))
    return _never_put(scenario, states, turns, result) or min(
        lost, key=lambda each: (each.short, -min(each.gain), each.move), default=None
    )


def _refused(
    scenario: Scenario,
    states: Sequence[State],
    turns: Sequence[Turn],
    turn: Turn,
    event: Refused,
    seats: tuple[str, str],
) -> Missed:
    before = states[turn.number - 1]
    gain = _gain(scenario, before, event.package)
    lacking = [pair for pair in event.package if not allowed(scenario, before, turn.side, *pair)]
    reason = said(turn.reason)
    own = gain[turn.side]
    wanted = reason.threshold if reason and reason.threshold else 1
    trouble = next((pair for pair in event.package if pair[0] == event.issue), event.package[0])
    return Missed(
        REFUSED,
        event.package,
        turn.side,
        turn.number,
        before.minutes,
        trouble,
        "authority" if lacking else "worth",
        gain,
        max(0, wanted - own),
        _sit_down(turns, turn, seats),
    )


def _disavowed(
    scenario: Scenario, states: Sequence[State], turns: Sequence[Turn], seats: tuple[str, str], result: Result
) -> Missed | None:
    side, package = result.disavowed[0]
    for turn in reversed(turns):
        for event in turn.events:
            if isinstance(event, Accepted) and set(package) <= set(event.package):
                before = states[turn.number - 1]
                beyond = [pair for pair in package if not allowed(scenario, states[-1], side, *pair)]
                gain = _gain(scenario, before, event.package)
                return Missed(
                    DISAVOWED, event.package, side, turn.number, before.minutes, (beyond or package)[0],
                    "authority", gain, 0, _sit_down(turns, turn, seats),
                )  # fmt: skip
    return None


def _sit_down(turns: Sequence[Turn], answer: Turn, seats: tuple[str, str]) -> int:
    """Before the answer, where a person gave it; else before the package was put."""
    if seats[answer.side] == HUMAN:
        return answer.number - 1
    put = [turn.number for turn in turns if any(isinstance(event, Tabled) for event in turn.events)]
    return max((number for number in put if number < answer.number), default=answer.number) - 1


def _never_put(scenario: Scenario, states: Sequence[State], turns: Sequence[Turn], result: Result) -> Missed | None:
    best = result.medals[0].agreement.best
    if best is None:
        return None
    package = tuple((i, s) for i, s in enumerate(best.table) if s not in (OPEN, result.table[i]))
    last, pair = 0, package[0] if package else (0, best.table[0])
    for turn in turns:
        for event in turn.events:
            if isinstance(event, Reached) and (event.issue, event.settlement) in package:
                last, pair = turn.number, (event.issue, event.settlement)
    gain = best.value[0] - result.value[0], best.value[1] - result.value[1]
    return Missed(NEVER_PUT, package, -1, last, states[last].minutes, pair, "words", gain, 0, last)


def _gain(scenario: Scenario, state: State, package: Package) -> tuple[int, int]:
    table = state.deals.table
    then = with_package(table, package)
    ours, theirs = worth(scenario, 0), worth(scenario, 1)
    return ours(then) - ours(table), theirs(then) - theirs(table)
