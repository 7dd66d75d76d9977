"""The smallest change that would have altered what a counterpart chose: found by making changes and asking again.

A change is one thing that might have been otherwise in the position where it chose:

    trust +n          trust n higher, or lower
    minutes +n        n minutes later, or earlier
    claims +n ISSUE   n more, or fewer, claims of the other side standing on an issue
    packages +n       the other side has tabled n more different packages
    answered CLAIM    the claim has been answered
    raised CLAIM      its own claim has been made
    reach ISSUE=S     somebody has put the settlement in words
    grant ISSUE=S     its capital has allowed the settlement
    opened TOPIC      somebody has turned to the topic
    value +n          the package is worth n hundredths of a point more, or less, to it
    lot +n            its lot falls otherwise: it draws as n moves later
    without           what it chose cannot be done

They are measured by the minutes of talk that it would take to bring them about, and the one that takes fewest
is the smallest. What nobody can bring about by talking (a worth, a lot, a move that is not there) comes last.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from game.engine.chance import Draw
from game.engine.counterparts.choice import Change, Choice, Counterpart
from game.engine.events import Event, Tabled, Turned
from game.engine.issues import Combination, Package, Table, with_package
from game.engine.moves import Move, Open, Packages, Propose, Recess, moves, packages
from game.engine.scenario import ANSWERS, FLOORS, Scenario
from game.engine.state import State, pending, standing
from game.engine.views import Known, known, view

MINUTES = {"trust": 4, "claims": 8, "packages": 12, "answered": 4, "raised": 4, "reach": 26, "grant": 25, "opened": 8}
"""About how much talk each change takes, for each step of it. `minutes` takes itself."""
BY_NOBODY = {"value": 1_000, "lot": 2_000, "without": 3_000}
"""What no talk brings about, in the order in which it is thought of."""
LOTS = 12
"""How many other lots are tried."""
WORTH_AT_MOST = 4_096
"""Hundredths of a point by which a package is thought to be worth more or less."""


class Position(NamedTuple):
    """All that decides what a counterpart does."""

    scenario: Scenario
    state: State
    log: tuple[Event, ...]
    seed: int

    @property
    def side(self) -> int:
        """The side in turn."""
        return self.scenario.nodes[self.state.node].side

    def asked(self, player: Counterpart, change: Change | None = None, chosen: Move | None = None) -> Choice | None:
        """What a counterpart does here, or would with one change; None where that leaves it nothing to do."""
        position, knows, lot = self, known(self.scenario, self.side), 0
        if change is not None:
            if change.what == "value":
                knows = worth_more(knows, self.state.deals.table, _package(self, chosen), change.by)
            elif change.what == "lot":
                lot = change.by
            elif change.what != "without":
                position = changed(self, change)
        seen = view(self.scenario, position.state, self.side, position.log)
        if change is not None and change.what == "without" and chosen is not None:
            left = tuple(move for move in seen.moves if move.text != chosen.text)
            if not left:
                return None
            package = chosen.package if isinstance(chosen, Propose) else ()
            seen = replace(seen, moves=left, packages=_Without(self.scenario, position.state, package))
        return player.choose(knows, seen, Draw(self.seed, self.state.moves_made + lot))


def explained(position: Position, player: Counterpart, choice: Choice) -> Choice:
    """A choice with the smallest change in its reason, where any of those above alters it."""
    return choice._replace(reason=choice.reason._replace(change=smallest(position, player, choice)))


def smallest(position: Position, player: Counterpart, choice: Choice) -> Change | None:
    """The smallest change that would have altered a choice; None where there is none, as with an only move."""
    best: tuple[int, Change] | None = None

    def alters(change: Change) -> bool:
        other = position.asked(player, change, choice.move)
        return other is not None and other.move.text != choice.move.text

    for what, about, least, most in _thought_of(position, choice):
        sign = -1 if most < 0 else 1
        most = min(abs(most), _affordable(what, best[0] if best else None))
        by = _first(lambda by: alters(Change(what, sign * by, about)), abs(least), most)  # noqa: B023
        if by is not None:
            change = Change(what, sign * by, about)
            best = cost(change), change
    return best[1] if best else None


def _first(alters: Callable[[int], bool], least: int, most: int) -> int | None:
    """A number that alters something, and before which none did; by doubling, then halving."""
    if most < least:
        return None
    low, high = least - 1, least
    while not alters(high):
        if high >= most:
            return None
        low, high = high, min(most, max(1, 2 * high))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if alters(middle) else (middle, high)
    return high


def _affordable(what: str, below: int | None) -> int:
    """The largest number of a kind of change that costs less than something."""
    if below is None:
        return WORTH_AT_MOST
    if what in BY_NOBODY:
        return WORTH_AT_MOST if BY_NOBODY[what] < below else -1
    return (below - 1) // MINUTES.get(what, 1)


def _thought_of(position: Position, choice: Choice) -> Iterator[tuple[str, str, int, int]]:
    """The kinds of change that are thought of: what, about what, and from how much to how much."""
    scenario, state, side = position.scenario, position.state, position.side
    if choice.reason.why == "only" or (len(moves(scenario, state)) == 1 and not packages(scenario, state)):
        return
    between = state.node in FLOORS or state.node in ANSWERS
    yield "minutes", "", 1, scenario.talk - 1 - state.minutes
    yield "minutes", "", -1, -state.minutes
    for number, meter in enumerate(scenario.meters):
        if meter.id == "trust":
            yield "trust", "", 1, meter.high - state.meters[number]
            yield "trust", "", -1, meter.low - state.meters[number]
    for claim in scenario.claims:
        if state.made & ~state.answered & 1 << claim.number:
            yield "answered", claim.id, 0, 0
    for number in scenario.must_raise[side]:
        if not state.made >> number & 1:
            yield "raised", scenario.claims[number].id, 0, 0
    if not between:
        yield "lot", "", 1, LOTS
        yield "without", "", 0, 0
        return
    package = _package(position, choice.move)
    against = [claim for claim in scenario.claims if claim.side != side]
    for i, issue in enumerate(scenario.issues):
        stand = sum(standing(state) >> claim.number & 1 for claim in against if claim.argues == i)
        there_are = sum(claim.argues == i for claim in against)
        yield "claims", issue.id, 1, there_are - stand
        yield "claims", issue.id, -1, -stand
    yield "packages", "", 1, 3
    for (i, s), rules in scenario.authority.items():
        settlement = scenario.issues[i].settlements[s]
        about = f"{scenario.issues[i].id}={settlement.id}"
        if not settlement.bit & state.deals.reach:
            yield "reach", about, 0, 0
        if not isinstance(rules[side], bool) and not settlement.bit & state.deals.grants[side]:
            yield "grant", about, 0, 0
    if isinstance(choice.move, Open):
        yield "opened", scenario.topics[choice.move.topic].id, 0, 0
    if package:
        yield "value", "", 1, WORTH_AT_MOST
        yield "value", "", -1, -WORTH_AT_MOST
    yield "lot", "", 1, LOTS
    if isinstance(choice.move, Open | Recess | Propose):
        yield "without", "", 0, 0


def cost(change: Change) -> int:
    """How many minutes of talk it would take, about; beyond a thousand where no talk would do."""
    if change.what in BY_NOBODY:
        return BY_NOBODY[change.what] + (abs(change.by).bit_length() if change.what == "value" else abs(change.by))
    if change.what == "minutes":
        return abs(change.by)
    return MINUTES[change.what] * max(1, abs(change.by))


def changed(position: Position, change: Change) -> Position:
    """The position with one change made. Raises KeyError for a change that is not one of a position."""
    return position._replace(**_MADE[change.what](position, change))


def _trust(position: Position, change: Change) -> dict[str, Any]:
    number = next(n for n, meter in enumerate(position.scenario.meters) if meter.id == "trust")
    meters = list(position.state.meters)
    meters[number] += change.by
    return {"state": position.state._replace(meters=tuple(meters))}


def _minutes(position: Position, change: Change) -> dict[str, Any]:
    return {"state": position.state._replace(minutes=position.state.minutes + change.by)}


def _claims(position: Position, change: Change) -> dict[str, Any]:
    """More stand: first those that wait for an answer, then any. Fewer stand: the last have been answered."""
    scenario, state = position.scenario, position.state
    issue = [each.id for each in scenario.issues].index(change.about)
    bits = [1 << each.number for each in scenario.claims if each.side != position.side and each.argues == issue]
    if change.by < 0:
        gone = sum([bit for bit in bits if standing(state) & bit][change.by :])
        return {"state": state._replace(answered=state.answered | gone)}
    free = sorted((bit for bit in bits if not standing(state) & bit), key=lambda bit: (not pending(state) & bit, bit))
    more = sum(free[: change.by])
    return {"state": state._replace(made=state.made | more, due=state.due | more, answered=state.answered & ~more)}


def _packages(position: Position, change: Change) -> dict[str, Any]:
    """They tabled other packages, of one settlement each, before anything else."""
    other = 1 - position.side
    before = {event.package for event in position.log if isinstance(event, Tabled) and event.side == other}
    new = [(pair,) for pair in position.scenario.authority if (pair,) not in before][: change.by]
    return {"log": (*(Tabled(other, package, False, ()) for package in new), *position.log)}


def _answered(position: Position, change: Change) -> dict[str, Any]:
    return {"state": position.state._replace(answered=position.state.answered | _claim(position, change.about))}


def _raised(position: Position, change: Change) -> dict[str, Any]:
    return {"state": position.state._replace(made=position.state.made | _claim(position, change.about))}


def _claim(position: Position, name: str) -> int:
    return next(1 << claim.number for claim in position.scenario.claims if claim.id == name)


def _reach(position: Position, change: Change) -> dict[str, Any]:
    deals = position.state.deals
    deals = deals._replace(reach=deals.reach | _settlement(position, change.about), barred=())
    return {"state": position.state._replace(deals=deals)}


def _grant(position: Position, change: Change) -> dict[str, Any]:
    deals, side = position.state.deals, position.side
    grants = list(deals.grants)
    grants[side] |= _settlement(position, change.about)
    return {"state": position.state._replace(deals=deals._replace(grants=(grants[0], grants[1]), barred=()))}


def _settlement(position: Position, about: str) -> int:
    name, _, settlement = about.partition("=")
    issue = next(each for each in position.scenario.issues if each.id == name)
    return issue.settlements[issue.number(settlement)].bit


def _opened(position: Position, change: Change) -> dict[str, Any]:
    topic = next(each.number for each in position.scenario.topics if each.id == change.about)
    return {"log": (Turned(1 - position.side, topic), *position.log)}


_MADE: Mapping[str, Callable[[Position, Change], dict[str, Any]]] = {
    "trust": _trust,
    "minutes": _minutes,
    "claims": _claims,
    "packages": _packages,
    "answered": _answered,
    "raised": _raised,
    "reach": _reach,
    "grant": _grant,
    "opened": _opened,
}


def _package(position: Position, move: Move | None) -> Package:
    """The package that a choice was about: the one on the table, or the one it tables."""
    return position.state.deals.tabled or (move.package if isinstance(move, Propose) else ())


def worth_more(knows: Known, table: Table, package: Package, by: int) -> Known:
    """What a side knows, were one package worth so much more to it than it is, over a table."""
    settled = with_package(table, package)
    exactly = Combination(tuple((i, 1 << s) for i, s in enumerate(settled)))
    return replace(knows, worth=replace(knows.worth, links=(*knows.worth.links, (exactly, by))))


class _Without(Packages):
    """The packages of a position but one."""

    def __init__(self, scenario: Scenario, state: State, package: Package) -> None:
        super().__init__(scenario, state)
        self._gone = package

    def allows(self, package: Package) -> bool:
        return package != self._gone and super().allows(package)
