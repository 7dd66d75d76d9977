"""The rules of `moves` and `play` written out for each node and each written move of one scenario.

`moves` and `play` are the rules; this only does the same, in three quarters of the time, for whoever plays many
thousand games. What a move changes and where it leads is known once its scenario is linked, so a
function is written for it that holds its numbers and asks nothing else. The function does what
happens nearly always. Where anything else is the case (a thing said again, the hour, six moves
running, the end) it leaves the move to `play`.

The functions are made of this page's own lines and of whole numbers, never of a writer's text, and
only when a node or a move first comes up. A test holds them to the rules in random games.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from game.engine.claims import members
from game.engine.events import Changed, Turned
from game.engine.moves import Move, moves
from game.engine.play import Played, play
from game.engine.scenario import END, FLOOR, FLOORS, RUN_LIMIT, WRITTEN, Branch, Node, Open, Propose, Scenario, Written
from game.engine.state import Deals, State

_PARTS = ", ".join(State._fields)


class Unrolled:
    """One scenario, ready to be played many times. Use `unrolled`, which keeps those that are made."""

    def __init__(self, scenario: Scenario) -> None:
        """Nothing is written out before it comes up."""
        nodes, doing = _Nodes(scenario), _Moves(scenario)
        self.moves: Callable[[State], Sequence[Move]] = lambda state: nodes[state[0]](state)
        """As `moves` gives them."""
        self.play: Callable[[State, Move], Played] = lambda state, move: doing[move](state)
        """As `play` does it."""


class _Nodes(dict[int, Callable[[State], Sequence[Move]]]):
    """By node what finds its moves."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __missing__(self, number: int) -> Callable[[State], Sequence[Move]]:
        node = self.scenario.nodes[number]
        if number >= WRITTEN:
            self[number] = _function(_reading(_listing(node)), scenario=self.scenario, listed=node.moves)
        elif number in FLOORS:
            openings = self.scenario.openings[number]
            self[number] = _function(_reading(_floor(self.scenario, number)), scenario=self.scenario, listed=openings)
        else:
            self[number] = partial(moves, self.scenario)
        return self[number]


class _Moves(dict[Move, Callable[[State], Played]]):
    """By move what does it."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __missing__(self, move: Move) -> Callable[[State], Played]:
        if isinstance(move, Written):
            seen = {f"seen_{branch.to}": self.scenario.nodes[branch.to].seen for branch in move.goto if branch.to >= 0}
            self[move] = _function(
                _move(self.scenario, move),
                scenario=self.scenario,
                move=move,
                spoken=move.spoken,
                claims=self.scenario.claims,
                **seen,
            )
        elif isinstance(move, Open):
            self[move] = _function(_opening(self.scenario, move), scenario=self.scenario)
        elif isinstance(move, Propose):  # there are too many of them to keep
            return lambda state: play(self.scenario, state, move)
        else:
            self[move] = lambda state: play(self.scenario, state, move)
        return self[move]


@lru_cache(maxsize=16)
def unrolled(scenario: Scenario) -> Unrolled:
    """The rules of a scenario, written out as they are needed."""
    return Unrolled(scenario)


def _function(lines: Iterator[str], **given: object) -> Callable[[State], Any]:
    """The function whose lines these are, with what is given and the engine's own names in its reach."""
    names = {
        "Changed": Changed, "Deals": Deals, "State": State, "Turned": Turned, "members": members, "new": tuple.__new__,
        "play": play, **given,
    }  # fmt: skip
    exec("\n".join(lines), names)
    made: Callable[[State], Any] = names["function"]  # type: ignore[assignment]
    return made


def _reading(lines: Iterator[str]) -> Iterator[str]:
    """Lines that find moves, with the parts of the position that they name."""
    found = [*lines]
    yield "def function(state, listed=listed, leave=scenario.leave):"
    for place, part in enumerate(State._fields):
        if any(re.search(rf"\b{part}\b", line) for line in found):
            yield f"    {part} = state[{place}]"
    yield from found


def _floor(scenario: Scenario, side: int) -> Iterator[str]:
    """The lines that find what can be done on the floor, as `moves` does."""
    yield "    found = [*listed]"
    for place, opening in reversed([*enumerate(scenario.openings[side])]):
        entry = scenario.nodes[opening.to]
        ways = [_can_be_made(move) for move in entry.moves]
        if "True" not in ways:
            yield f"    if said & {entry.free} == {entry.free} and not ({' or '.join(ways)}): del found[{place}]"
    yield f"    if deals[3][{side}] < {scenario.recesses}:"
    yield f"        asks, granted = scenario.asks[{side}], deals[4][{side}]"
    yield "        found += [ask for ask in asks if not granted & ask.bit] if granted else asks"
    yield "    found += scenario.passing, scenario.sum_up"
    yield "    return found"


def _can_be_made(move: Written) -> str:
    """The question whether a move can be made, as `can_make` asks it."""
    spent = [] if move.freely else [f"not {'said' if move.again is None else 'worn'} & {move.bit}"]
    return " and ".join([*spent, *([f"({move.when.code})"] if move.when is not None else [])]) or "True"


def _listing(node: Node) -> Iterator[str]:
    """The lines that find the moves of a node, as `open_here` does."""
    conditions = {place: f"not ({move.when.code})" for place, move in enumerate(node.moves) if move.when is not None}
    sets = [f"{name} & {bits}" for name, bits in (("said", node.once), ("worn", node.twice)) if bits]
    if sets:
        yield f"    if spent := {' | '.join(sets)}:"
        yield "        found = [*listed]"
        for place, move in reversed([*enumerate(node.moves)]):
            tests = [] if move.freely else [f"spent & {move.bit}"]
            if place in conditions:
                tests.append(conditions[place])
            if tests:
                yield f"        if {' or '.join(tests)}: del found[{place}]"
        yield "        return found or [leave]"
    if conditions:
        yield "    found = [*listed]"
        yield from (f"    if {test}: del found[{place}]" for place, test in reversed(conditions.items()))
        yield "    return found or [leave]"
    else:
        yield "    return listed"


def _move(scenario: Scenario, move: Written) -> Iterator[str]:
    """The lines that do a move for the first time, as `play` does it."""
    node = next(node for node in scenario.nodes if move in node.moves)
    closing = node.topic == scenario.closing_topic
    yield "def function(state):"
    yield f"    {_PARTS} = state"
    anew = move.again is not None or (move.freely and move.argues)
    unusual = [f"said & {move.bit}"] if anew else []
    if not closing:
        unusual += [f"minutes >= {scenario.talk - move.minutes}", f"run >= {RUN_LIMIT - 1}"]
        if scenario.most_moves:
            unusual.append(f"moves_made >= {scenario.most_moves - 1}")
    if unusual:
        yield f"    if {' or '.join(unusual)}: return play(scenario, state, move)"
    yield from _offer(node, move)
    yield "    events = [spoken]"
    if move.changes:
        yield from _change(scenario, move.changes)
    yield from _arguments(move)
    yield f"    minutes += {move.minutes}; moves_made += 1; run += 1; passes = 0; said |= {move.bit}"
    for branch in move.goto:
        if branch.when is None:
            yield from _way(scenario, node, branch)
            return
        yield f"    if {branch.when.code}:"
        yield from (f"    {line}" for line in _way(scenario, node, branch))
    yield from _way(scenario, node, Branch(None, FLOOR))


def _opening(scenario: Scenario, move: Open) -> Iterator[str]:
    """The lines that turn to a topic."""
    seen = f", scenario.nodes[{move.to}].seen" if scenario.nodes[move.to].seen is not None else ""
    parts = _PARTS.replace("node", str(move.to), 1).replace("moves_made", "moves_made + 1")
    yield "def function(state):"
    yield f"    {_PARTS} = state"
    yield f"    events = [new(Turned, (node, {move.topic}, None)){seen}]"
    yield f"    return new(State, ({parts.replace('run', '0').replace('passes', '0')})), events"


def _change(scenario: Scenario, changes: tuple[tuple[int, int], ...]) -> Iterator[str]:
    """Meters change, each within its bounds."""
    values = ", ".join(f"meter_{number}" for number in range(len(scenario.meters)))
    yield f"    {values}, = meters"
    for number, by in changes:
        meter = scenario.meters[number]
        bound, beyond = (meter.high, ">") if by > 0 else (meter.low, "<")
        yield f"    if (now := meter_{number} + {by}) {beyond} {bound}: now = {bound}"
        yield f"    if now != meter_{number}:"
        yield f"        events.append(new(Changed, ({number}, meter_{number}, now, None)))"
        yield f"        meter_{number} = now"
    yield f"    meters = ({values},)"


def _offer(node: Node, move: Written) -> Iterator[str]:
    """The claims that could be answered here, as `on_offer` finds them, if the move leaves any unanswered."""
    if not node.answerable:
        return
    left = f" and waiting & ~{move.answers}" if move.answers else ""
    yield f"    if (waiting := made & ~due & ~answered){left} and (waiting := waiting & {node.answerable}):"
    for each in node.answers:
        condition = f" and {each.when.code}" if each.when is not None else ""
        offer = f"{each.answers} & waiting" if each.answers & (each.answers - 1) else each.answers
        yield f"        if waiting & {each.answers} and not said & {each.bit}{condition}: offered |= {offer}"


def _arguments(move: Written) -> Iterator[str]:
    """It claims, answers, and puts settlements in words."""
    if move.claims:
        yield f"    if not made & {move.claims}:"
        yield f"        made |= {move.claims}"
        yield f"        events.append(claims[{move.claims.bit_length() - 1}].claimed)"
    if move.answers:
        yield f"    if answers := {move.answers} & made & ~answered:"
        yield "        answered |= answers"
        yield "        for number in members(answers): events.append(claims[number].answered)"
    if move.reach:
        yield f"    if reached := {move.reach} & ~deals[0]:"
        yield f"        for number in members(reached): events.append(scenario.reached[number][{move.side}])"
        yield "        deals = new(Deals, (deals[0] | reached, *deals[1:]))"
    if move.claims or move.reach:
        yield "    if deals[7] and (made != state[8] or deals[0] != state[13][0]): deals = deals._replace(barred=())"


def _way(scenario: Scenario, was: Node, branch: Branch) -> Iterator[str]:
    """The lines that end a move where one of its ways leads."""
    to = branch.to
    if to == END or (to < WRITTEN and to not in (FLOOR, *FLOORS)):
        yield "    return play(scenario, state, move)"
        return
    parts = _PARTS
    if to >= WRITTEN:
        node = scenario.nodes[to]
        if node is not was and node.seen is not None:
            yield f"    events.append(seen_{to})"
        parts = parts.replace("node", str(to), 1)
    else:
        yield f"    floor = {to}" if to != FLOOR else "    floor = 1 - floor"
        parts = parts.replace("node", "floor", 1)
    if to < WRITTEN or scenario.nodes[to].side != was.side:
        yield "    if offered:"
        yield "        if left := offered & ~answered:"
        yield "            due |= left"
        yield "            for number in members(left): events.append(claims[number].stood)"
        parts = parts.replace("run", "0").replace("offered", "0")
    yield f"    return new(State, ({parts})), events"
