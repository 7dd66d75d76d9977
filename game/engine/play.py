"""Doing a move: one function for each kind, and one that says where the talks go next.

Each takes a position and gives the next, with a list of what happened on the way. The steps that several
share take the position and that list, and add to it.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from game.engine import events as happened
from game.engine.authority import outcome
from game.engine.claims import members, on_offer
from game.engine.events import Event
from game.engine.issues import OPEN, Table, with_package
from game.engine.lines import Line
from game.engine.scenario import (
    ANSWERS,
    END,
    FLOOR,
    FLOORS,
    RUN_LIMIT,
    WRITTEN,
    Accept,
    Branch,
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
from game.engine.state import Deals, Parts, State

Played: TypeAlias = tuple[State, list[Event]]
"""The next position and what happened on the way to it."""

_new = tuple.__new__
"""Makes a named tuple from its parts, without the function that names them."""

REFUSALS_ALLOWED = 2
"""Refusals running, without a counter-proposal, that cost nothing."""


def start(scenario: Scenario) -> State:
    """The position in which the talks begin."""
    deals = Deals(0, (OPEN,) * len(scenario.issues), (), (0, 0), (0, 0), (), 0, (), (0, 0))
    meters = tuple(meter.start for meter in scenario.meters)
    return State(scenario.start, 0, 0, 0, scenario.first, 0, 0, 0, 0, 0, 0, 0, meters, deals)


def play(scenario: Scenario, state: State, move: Move) -> Played:
    """Do a move that `moves`, `packages` or `read` gave in this position; others are not looked at twice."""
    return _BY_KIND[type(move)](scenario, state, move)


def next_state(scenario: Scenario, state: State, move: Move) -> State:
    """The position to which a move leads, for whoever does not ask what happens on the way."""
    return play(scenario, state, move)[0]


def _written(scenario: Scenario, state: State, move: Written) -> Played:
    place, minutes, moves_made, run, floor, _, said, worn, made, offered, due, answered, meters, deals = state
    node, bit, again = scenario.nodes[place], move.bit, move.again
    first = not said & bit
    waiting = made & ~due & ~answered if node.answerable else 0  # before it claims anything itself
    events: list[Event]
    if first or again is None:
        events, changes, ways = [move.spoken], move.changes, move.goto
        said |= bit
        minutes += move.minutes
    else:
        events, changes, ways = [move.spoken_again], (*again.changes, *scenario.repeating), again.goto
        worn |= bit
        minutes += again.minutes
    if changes:
        meters = _changed(scenario, meters, changes, events)
    if first and move.argues:
        made, answered, deals = _argued(scenario, move, made, answered, deals, events)
    if waiting and waiting & ~answered:
        offered |= on_offer(node, waiting, state)
    here = (
        place, minutes, moves_made + 1, run + 1, floor, 0, said, worn, made, offered, due, answered, meters, deals,
    )  # fmt: skip
    to = ways[0].to if len(ways) == 1 else _way(ways, _new(State, here))
    return _arrived(scenario, node, to, here, events)


def _argued(
    scenario: Scenario, move: Written, made: int, answered: int, deals: Deals, events: list[Event]
) -> tuple[int, int, Deals]:
    """What a move does the first time only: it claims, answers and puts in words."""
    new = False
    if (claim := move.claims) and not made & claim:
        new = True
        made |= claim
        events.append(scenario.claims[claim.bit_length() - 1].claimed)
    if move.answers and (answers := move.answers & made & ~answered):
        answered |= answers
        for number in members(answers):
            events.append(scenario.claims[number].answered)
    if move.reach and (reached := move.reach & ~deals.reach):
        new = True
        deals = _new(Deals, (deals.reach | reached, *deals[1:]))
        for number in members(reached):
            events.append(scenario.reached[number][move.side])
    if new and deals.barred:
        deals = deals._replace(barred=())
    return made, answered, deals


def _way(goto: tuple[Branch, ...], state: State) -> int:
    for branch in goto:
        if branch.when is None or branch.when.test(state):
            return branch.to
    return FLOOR


def _changed(
    scenario: Scenario, meters: tuple[int, ...], changes: tuple[tuple[int, int], ...], events: list[Event]
) -> tuple[int, ...]:
    """Meters as they are after some changes, each within its bounds."""
    values = [*meters]
    for number, by in changes:
        meter, was = scenario.meters[number], values[number]
        now = was + by
        if now < meter.low:
            now = meter.low
        elif now > meter.high:
            now = meter.high
        if now != was:
            events.append(_new(happened.Changed, (number, was, now, None)))
            values[number] = now
    return tuple(values)


def _open(scenario: Scenario, state: State, move: Open) -> Played:
    return _at(scenario, move.to, _spent(state, 0, state.deals), [happened.Turned(state.node, move.topic)])


def _propose(scenario: Scenario, state: State, move: Propose) -> Played:
    counter = state.node in ANSWERS
    side, deals, package = scenario.nodes[state.node].side, state.deals, move.package
    lines = [*scenario.table_lines["counter" if counter else "propose"][side]]
    other = [pair for pair in package if pair not in deals.tabled]
    for issue, settlement in other or package:  # a counter says what would have to be otherwise, not all of it
        lines += scenario.issues[issue].settlements[settlement].put[side]
    if counter:
        barred = (*deals.barred, deals.tabled)
        deals = deals._replace(tabled=package, counter=1, barred=barred, refusals=_with(deals.refusals, side, 0))
    else:
        deals = deals._replace(tabled=package, counter=0)
    events: list[Event] = [happened.Tabled(side, package, counter, tuple(lines))]
    return _at(scenario, ANSWERS[1 - side], _spent(state, move.minutes, deals), events)


def _accept(scenario: Scenario, state: State, move: Accept) -> Played:
    deals, node = state.deals, scenario.nodes[state.node]
    package, side = deals.tabled, node.side
    lines: list[Line] = []
    for issue, settlement in package:
        lines += scenario.issues[issue].settlements[settlement].accept[side]
    table = with_package(deals.table, package)
    events = [happened.Accepted(side, package, tuple(lines)), *_settled(deals.table, table)]
    deals = deals._replace(
        table=table,
        agreed=(*deals.agreed, package),
        tabled=(),
        counter=0,
        barred=(),
        refusals=_with(deals.refusals, side, 0),
    )
    return _arrived(scenario, node, FLOOR, _spent(state, move.minutes, deals), events)


def _refuse(scenario: Scenario, state: State, move: Refuse) -> Played:
    deals, node = state.deals, scenario.nodes[state.node]
    package, side = deals.tabled, node.side
    settlement = scenario.issues[move.issue].settlements[dict(package)[move.issue]]
    mood = _mood(scenario, state, side)
    events: list[Event] = [happened.Refused(side, package, move.issue, settlement.refuse[side][mood])]
    reach = deals.reach
    if settlement.instead[side] and (reached := settlement.instead[side][mood] & ~reach):
        reach |= reached
        events += [scenario.reached[number][side] for number in members(reached)]
    refusals = deals.refusals[side] + 1
    if refusals > REFUSALS_ALLOWED:
        refusals, meters = 0, _changed(scenario, state.meters, scenario.refusing, events)
        state = state._replace(meters=meters)
    deals = deals._replace(
        reach=reach,
        tabled=(),
        counter=0,
        barred=(*deals.barred, package),
        refusals=_with(deals.refusals, side, refusals),
    )
    return _arrived(scenario, node, FLOOR, _spent(state, move.minutes, deals), events)


def _mood(scenario: Scenario, state: State, side: int) -> int:
    """The number of the mood that colours a refusal: the first that holds, and after them all, `plain`.

    A side that refuses again without having countered is in the first mood, so that it does not say no twice in
    the same words.
    """
    if scenario.moods and state.deals.refusals[side]:
        return 0
    for number, (_, when) in enumerate(scenario.moods):
        if when.test(state):
            return number
    return len(scenario.moods)


def _recess(scenario: Scenario, state: State, move: Recess) -> Played:
    side, deals, grants = move.side, state.deals, state.deals.grants
    events: list[Event] = [happened.WentOut(side, scenario.table_lines["recess"][side])]
    if move.when.test(state):
        events.append(happened.Granted(side, move.issue, move.settlement, to=side))
        grants = _with(grants, side, grants[side] | move.bit)
    else:
        events.append(happened.Denied(side, move.issue, move.settlement, to=side))
    deals = deals._replace(grants=grants, recesses=_with(deals.recesses, side, deals.recesses[side] + 1), barred=())
    after = _spent(state, move.minutes, deals)
    return _arrived(scenario, scenario.nodes[state.node], FLOORS[side], after, events)


def _pass(scenario: Scenario, state: State, move: Pass) -> Played:
    side, passes = state.node, state.passes + 1
    events: list[Event] = [happened.Passed(side, scenario.table_lines["pass"][side])]
    after = _spent(state, move.minutes, state.deals, passes)
    if passes < 2:
        return _arrived(scenario, scenario.nodes[side], FLOOR, after, events)
    return _closed(scenario, 1 - side, "passes", after, events)


def _sum_up(scenario: Scenario, state: State, move: SumUp) -> Played:
    return _closed(scenario, state.node, "asked", _spent(state, move.minutes, state.deals), [])


def _leave(scenario: Scenario, state: State, move: Leave) -> Played:
    node = scenario.nodes[state.node]
    events: list[Event] = [happened.Scene(line) for line in scenario.table_lines["leave"][node.side]]
    after = _spent(state, move.minutes, state.deals, state.passes)
    to = END if node.topic == scenario.closing_topic else FLOORS[1 - node.side]
    return _arrived(scenario, node, to, after, events)


def _spent(state: State, minutes: int, deals: Deals, passes: int = 0) -> Parts:
    """The position when some minutes went into a move that is not a written one."""
    node, before, moves_made, _, floor, _, said, worn, made, offered, due, answered, meters, _ = state
    return (
        node, before + minutes, moves_made + 1, 0, floor, passes,
        said, worn, made, offered, due, answered, meters, deals,
    )  # fmt: skip


def _arrived(scenario: Scenario, was: Node, to: int, parts: Parts, events: list[Event]) -> Played:
    """Bring a move to where it leads, unless six have run, or the clock says otherwise."""
    _, minutes, moves_made, run, floor, passes, said, worn, made, offered, due, answered, meters, deals = parts
    side = was.side
    if was.topic != scenario.closing_topic:
        late = minutes >= scenario.talk or moves_made >= scenario.last_move
        if late and not deals.tabled:
            return _closed(scenario, 1 - side, "time", parts, events)
        if run >= RUN_LIMIT and to >= WRITTEN and scenario.nodes[to].side == side:
            to = was.yields
    if to == FLOOR:
        to = FLOORS[1 - floor]
    node = scenario.nodes[to]
    if node.side != side or to < WRITTEN:
        if node.seen is not None:
            events.append(node.seen)
        run = 0
        if offered:
            due |= _left(scenario, offered & ~answered, events)
            offered = 0
        if to in FLOORS:
            floor = to
    elif node.seen is not None and node is not was:
        events.append(node.seen)
    after = _new(State, (
        to, minutes, moves_made, run, floor, passes, said, worn, made, offered, due, answered, meters, deals,
    ))  # fmt: skip
    if to == END:
        _end(scenario, after, events)
    return after, events


def _left(scenario: Scenario, claims: int, events: list[Event]) -> int:
    """A side's turn is over: the claims that it could have answered in it, and did not, stand."""
    for number in members(claims):
        events.append(scenario.claims[number].stood)
    return claims


def _closed(scenario: Scenario, first: int, why: str, parts: Parts, events: list[Event]) -> Played:
    """End the turn and begin the summing-up; `first` is the side that speaks first."""
    state = _new(State, parts)
    left = _left(scenario, state.offered & ~state.answered, events)
    events.append(happened.Closing(first, why))
    if why == "time":
        events += [happened.Scene(line) for line in scenario.table_lines["time"][first]]
    after = state._replace(run=0, offered=0, due=state.due | left)
    return _at(scenario, scenario.closing[first], after, events)


def _at(scenario: Scenario, node: int, parts: Parts, events: list[Event]) -> Played:
    """Come to a node by no move's own way, and see what is to be seen there."""
    if (seen := scenario.nodes[node].seen) is not None:
        events.append(seen)
    return _new(State, (node, *parts[1:])), events


def _end(scenario: Scenario, state: State, events: list[Event]) -> None:
    result = outcome(scenario, state)
    events += [happened.Disavowed(*each) for each in result.disavowed]
    events += _settled(state.deals.table, result.table)
    events.append(happened.Ended())


def _settled(was: Table, now: Table) -> list[Event]:
    return [happened.Settled(i, a, b) for i, (a, b) in enumerate(zip(was, now, strict=True)) if a != b]


def _with(pair: tuple[int, int], side: int, value: int) -> tuple[int, int]:
    return (value, pair[1]) if side == 0 else (pair[0], value)


Doing: TypeAlias = Callable[[Scenario, State, Any], Played]

_BY_KIND: Mapping[type[Move], Doing] = {
    Written: _written,
    Open: _open,
    Propose: _propose,
    Accept: _accept,
    Refuse: _refuse,
    Recess: _recess,
    Pass: _pass,
    SumUp: _sum_up,
    Leave: _leave,
}
