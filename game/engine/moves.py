"""What can be done in a position, and how a move is read from text.

TOPIC/NODE.MOVE                      what a writer wrote
open TOPIC                           on the floor; takes no time
propose ISSUE=S [ISSUE=S [ISSUE=S]]  on the floor, or as the one counter to a package
accept · refuse ISSUE                to a package
recess ISSUE=S · pass · sum-up       on the floor
leave                                where nothing written can be said
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias, overload

from game.engine.issues import OPEN, PACKAGE_LIMIT, Package, Table, with_package
from game.engine.scenario import (
    ANSWERS,
    END,
    FLOORS,
    WRITTEN,
    Accept,
    Leave,
    Move,
    Node,
    Open,
    Pass,
    Propose,
    Recess,
    Refuse,
    Scenario,
    SumUp,
    Written,
)
from game.engine.state import State

__all__ = [
    "Accept",
    "Leave",
    "Move",
    "NotAMove",
    "Open",
    "Package",
    "Packages",
    "Pass",
    "Propose",
    "Recess",
    "Refuse",
    "SumUp",
    "Table",
    "Written",
    "can_make",
    "can_table",
    "moves",
    "open_here",
    "packages",
    "propose",
    "read",
    "with_package",
]


class NotAMove(ValueError):
    """A text that is no move now: the text, and why in one sentence."""

    def __init__(self, text: str, says: str, **names: object) -> None:
        """Keep what is said, with the names that stand in it, for whoever has to say it to a person."""
        self.text, self.says, self.names = text, says, names
        self.why = says.format(**names) if names else says
        super().__init__(f"{text!r}: {self.why}")


def moves(scenario: Scenario, state: State) -> Sequence[Move]:
    """All that the side in turn can do now but tabling packages, in declared order; empty only at the end."""
    number = state.node
    if number >= WRITTEN:
        return open_here(scenario.nodes[number], state) or [scenario.leave]
    if number == END:
        return []
    if number in ANSWERS:
        return [scenario.accept, *(scenario.refusals[issue] for issue, _ in state.deals.tabled)]
    return _on_the_floor(scenario, state, number)


def open_here(node: Node, state: State) -> list[Written]:
    """The written moves of a node that can be made now: those that are not spent and whose condition holds."""
    found = [*node.moves]
    for place, holds in node.conditions:
        if not holds(state):
            del found[place]
    if spent := state.said & node.once | state.worn & node.twice:
        return [move for move in found if not spent & move.bit]
    return found


def can_make(move: Written, state: State) -> bool:
    """Whether a move of the node at which the talks are can be made now."""
    if state.said & move.bit and not move.freely and (move.again is None or state.worn & move.bit):
        return False
    return move.when is None or move.when.test(state)


def _can_be_opened(entry: Node, state: State) -> bool:
    """A topic can be opened if its entry has a move now: one without a condition that nobody has made settles it."""
    return state.said & entry.free != entry.free or any(can_make(move, state) for move in entry.moves)


def _on_the_floor(scenario: Scenario, state: State, side: int) -> list[Move]:
    nodes, deals = scenario.nodes, state.deals
    found: list[Move] = [each for each in scenario.openings[side] if _can_be_opened(nodes[each.to], state)]
    if deals.recesses[side] < scenario.recesses:
        granted = deals.grants[side]
        found += [ask for ask in scenario.asks[side] if not granted & ask.bit] if granted else scenario.asks[side]
    found.append(scenario.passing)
    found.append(scenario.sum_up)
    return found


class Packages(Sequence[Propose]):
    """The packages that can be tabled now, made only as they are asked for: there can be 1,700."""

    def __init__(self, scenario: Scenario, state: State, in_turn: bool = True) -> None:
        """Take from the position what may be combined: nothing for a side that is not in turn."""
        deals = state.deals
        self._scenario = scenario
        self._table = deals.table
        self._barred = (*deals.barred, deals.tabled)
        self._choices = (
            _within_reach(scenario, deals.reach, deals.table) if in_turn and can_table(scenario, state) else ()
        )
        self._all: list[Package] | None = None

    def allows(self, package: Package) -> bool:
        """Whether a package of settlements within reach is neither barred nor impossible together."""
        if package in self._barred:
            return False
        table = with_package(self._table, package)
        return not any(impossible.holds(table) for impossible in self._scenario.impossible)

    def sample(self, number: int) -> Propose | None:
        """A package by any whole number, without making the others; None where there is hardly any.

        Even over packages of one size, not over all: it is for playing at random, quickly.
        """
        choices = self._choices
        for _ in range(8):
            if not choices:
                return None
            left, size = divmod(number, min(PACKAGE_LIMIT, len(choices)))
            picked: dict[int, int] = {}
            for _ in range(size + 1):
                left, which = divmod(left, len(choices))
                issue, settlements = choices[which]
                left, settlement = divmod(left, len(settlements))
                picked[issue] = settlements[settlement]
            package = tuple(sorted(picked.items()))
            if self.allows(package):
                return propose(self._scenario, package)
            if left == number:  # it would be the same again
                return None
            number = left
        return None

    def _list(self) -> list[Package]:
        if self._all is None:
            self._all = list(filter(self.allows, _combined(self._choices)))
        return self._all

    def made_of(self, usable: Callable[[tuple[int, int]], bool]) -> Iterator[Package]:
        """Every combination of the pairs (issue, settlement) that pass a test, in the order of all packages.

        For whoever has to weigh them all: ask `allows` of those that are left, for not all can be tabled.
        """
        choices = ((i, tuple(s for s in settlements if usable((i, s)))) for i, settlements in self._choices)
        return _combined(tuple((i, settlements) for i, settlements in choices if settlements))

    def propose(self, package: Package) -> Propose:
        """The move that tables one of the packages."""
        return propose(self._scenario, package)

    def __len__(self) -> int:
        return len(self._list())

    def __bool__(self) -> bool:
        return any(map(self.allows, _combined(self._choices)))

    def __iter__(self) -> Iterator[Propose]:
        return (propose(self._scenario, package) for package in self._list())

    def __contains__(self, move: object) -> bool:
        if not isinstance(move, Propose) or not 1 <= len(move.package) <= PACKAGE_LIMIT:
            return False
        choices = dict(self._choices)
        return all(s in choices.get(i, ()) for i, s in move.package) and self.allows(move.package)

    @overload
    def __getitem__(self, index: int) -> Propose: ...
    @overload
    def __getitem__(self, index: slice) -> list[Propose]: ...
    def __getitem__(self, index: int | slice) -> Propose | list[Propose]:
        if isinstance(index, slice):
            return [propose(self._scenario, package) for package in self._list()[index]]
        return propose(self._scenario, self._list()[index])


Choices: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
"""Issues, each with some settlements."""


@lru_cache(maxsize=4096)
def _within_reach(scenario: Scenario, reach: int, table: Table) -> Choices:
    """The issues with the settlements to which they could move."""
    choices = (
        (i, tuple(s for s, each in enumerate(issue.settlements) if each.bit & reach and s != table[i]))
        for i, issue in enumerate(scenario.issues)
    )
    return tuple((i, settlements) for i, settlements in choices if settlements)


def _combined(choices: Choices) -> Iterator[Package]:
    """Packages of one issue, then of two, then of three."""
    for size in range(1, PACKAGE_LIMIT + 1):
        for group in combinations(choices, size):
            packages: list[Package] = [()]
            for issue, settlements in group:
                packages = [(*package, (issue, s)) for package in packages for s in settlements]
            yield from packages


def can_table(scenario: Scenario, state: State) -> bool:
    """Whether it is a time for packages: on the floor, or for the one counter to a package on the table."""
    if state.node in ANSWERS:
        late = state.minutes >= scenario.talk or state.moves_made >= scenario.last_move
        return not (late or state.deals.counter)
    return state.node in FLOORS


def packages(scenario: Scenario, state: State) -> Packages:
    """The packages that can be tabled now; none where it is no time for packages."""
    return Packages(scenario, state)


@lru_cache(maxsize=8192)
def propose(scenario: Scenario, package: Package) -> Propose:
    """The move that tables a package. Made once: the same few hundred come up in game after game."""
    parts = [f"{scenario.issues[i].id}={scenario.issues[i].settlements[s].id}" for i, s in package]
    return Propose("propose " + " ".join(parts), "propose", scenario.minutes["propose"], package)


def read(scenario: Scenario, state: State, text: str) -> Move:
    """The move that a text names in this position: the only gate for text. Raises `NotAMove`."""
    written = scenario.nodes[state.node].named.get(text)
    if written is not None and can_make(written, state):
        return written
    if state.node in FLOORS:
        for opening in scenario.openings[state.node]:
            if opening.text == text and _can_be_opened(scenario.nodes[opening.to], state):
                return opening
    words = text.split()
    plain = " ".join(words)
    if words and words[0] == "propose":
        move = propose(scenario, _package(scenario, text, words[1:]))
        if move not in packages(scenario, state):
            raise _no_package(scenario, state, move, text)
        return move
    for each in moves(scenario, state):
        if each.text == plain:
            return each
    if "/" in plain and all(each.text != plain for each in scenario.moves):
        raise NotAMove(text, "no move has this name")
    raise NotAMove(text, "that cannot be said or done now" if words else "no move was named")


def _package(scenario: Scenario, text: str, parts: list[str]) -> Package:
    if not 1 <= len(parts) <= PACKAGE_LIMIT:
        raise NotAMove(text, "a package has one to {limit} issues, each written ISSUE=SETTLEMENT", limit=PACKAGE_LIMIT)
    issues = {issue.id: number for number, issue in enumerate(scenario.issues)}
    found: dict[int, int] = {}
    for part in parts:
        name, _, settlement = part.partition("=")
        if name not in issues:
            raise NotAMove(text, "there is no issue '{name}'", name=name)
        if issues[name] in found:
            raise NotAMove(text, "'{name}' stands in it twice", name=name)
        try:
            found[issues[name]] = scenario.issues[issues[name]].number(settlement)
        except KeyError:
            raise NotAMove(
                text, "'{name}' has no settlement '{settlement}'", name=name, settlement=settlement
            ) from None
    return tuple(sorted(found.items()))


def _no_package(scenario: Scenario, state: State, move: Propose, text: str) -> NotAMove:
    if not can_table(scenario, state):
        return NotAMove(text, "no package can be tabled now")
    deals = state.deals
    for issue, number in move.package:
        name, settlement = scenario.issues[issue].id, scenario.issues[issue].settlements[number]
        if number == OPEN:
            return NotAMove(text, "'{name}' cannot be put back to open by a package", name=name)
        if not settlement.bit & deals.reach:
            return NotAMove(
                text, "nobody has put '{name}={settlement}' in words yet", name=name, settlement=settlement.id
            )
        if deals.table[issue] == number:
            return NotAMove(text, "'{name}' stands at '{settlement}' already", name=name, settlement=settlement.id)
    if move.package in deals.barred or move.package == deals.tabled:
        return NotAMove(text, "it was refused, and nothing new has been said since")
    return NotAMove(text, "its settlements cannot stand together")
