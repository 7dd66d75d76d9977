"""Doing a move: one function for each kind, and one that says where the talks go next."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from game.engine import events as happened
from game.engine.authority import outcome
from game.engine.claims import members, on_offer
from game.engine.events import Event
from game.engine.issues import OPEN, Table, with_package
from game.engine.lines import Line
from game.engine.moves import is_late
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
    Open,
    Pass,
    Propose,
    Recess,
    Refuse,
    Scenario,
    SumUp,
    Written,
)
from game.engine.state import Deals, State


class Played(NamedTuple):
    """The next position and what happened on the way to it."""

    state: State
    events: list[Event]


_new = tuple.__new__
"""Makes a named tuple from its parts, without the function that names them."""

REFUSALS_ALLOWED = 2
"""Refusals running, without a counter-proposal, that cost nothing."""


def start(scenario: Scenario) -> State:
    """The position in which the talks begin."""
    issues = len(scenario.issues)
    deals = Deals(0, (OPEN,) * issues, (0,) * issues, 0, (0, 0), (0, 0), (), 0, (), (0, 0))
    meters = tuple(meter.start for meter in scenario.meters)
    return State(scenario.start, 0, 0, 0, scenario.first, 0, 0, 0, 0, 0, 0, 0, meters, deals)


def play(scenario: Scenario, state: State, move: Move) -> Played:
    """Do a move that `moves`, `packages` or `read` gave in this position; others are not looked at twice."""
    return _BY_KIND[type(move)](scenario, state, move)


def _written(scenario: Scenario, state: State, move: Written) -> Played:
    said, worn, made, due, answered = state.said, state.worn, state.made, state.due, state.answered
    deals, meters = state.deals, state.meters
    bit, side = move.bit, move.side
    again = move.again if said & bit else None
    events: list[Event] = []
    if again is not None:
        events.append(move.spoken_again)
        worn |= bit
        minutes, goto = again.minutes, again.goto
        meters = _changed(scenario, meters, again.changes, events)
        meters = _changed(scenario, meters, scenario.repeating, events)
    else:
        events.append(move.spoken)
        minutes, goto = move.minutes, move.goto
        if move.changes:
            meters = _changed(scenario, meters, move.changes, events)
        if not said & bit:
            said |= bit
            if new := move.claims & ~made:
                made |= new
                events.append(happened.Claimed(side, new.bit_length() - 1))
            if new := move.answers & made & ~answered:
                answered |= new
                events += [happened.Answered(side, claim) for claim in members(new)]
            if new := move.reach & ~deals.reach:
                events += [happened.Reached(side, *scenario.places[number]) for number in members(new)]
                deals = _new(Deals, (deals.reach | new, *deals[1:]))
            if deals.barred and (made != state.made or deals.reach != state.deals.reach):
                deals = deals._replace(barred=())
    offered = state.offered
    if state.made & ~due & ~answered:
        offered |= on_offer(scenario, state)
    spent, count, run = state.minutes + minutes, state.moves_made + 1, state.run + 1
    parts = (state.node, spent, count, run, state.floor, 0, said, worn, made, offered, due, answered, meters, deals)
    after = _new(State, parts)
    return _arrive(scenario, after, side, _way(goto, after), events)


def _way(goto: tuple[Branch, ...], state: State) -> int:
    for branch in goto:
        if branch.when is None or branch.when(state):
            return branch.to
    return FLOOR


def _changed(
    scenario: Scenario, meters: tuple[int, ...], changes: tuple[tuple[int, int], ...], events: list[Event]
) -> tuple[int, ...]:
    for number, by in changes:
        meter = scenario.meters[number]
        was = meters[number]
        now = max(meter.low, min(meter.high, was + by))
        if now != was:
            events.append(happened.Changed(number, was, now))
            meters = (*meters[:number], now, *meters[number + 1 :])
    return meters


def _open(scenario: Scenario, state: State, move: Open) -> Played:
    events: list[Event] = [happened.Turned(state.node, move.topic)]
    after = state._replace(node=move.to, moves_made=state.moves_made + 1, run=0, passes=0)
    _scene(scenario, move.to, events)
    return Played(after, events)


def _propose(scenario: Scenario, state: State, move: Propose) -> Played:
    counter = state.node in ANSWERS
    side = scenario.nodes[state.node].side
    lines = [*scenario.table_lines["counter" if counter else "propose"][side]]
    for issue, settlement in move.package:
        lines += scenario.issues[issue].settlements[settlement].put[side]
    deals = state.deals._replace(tabled=move.package, counter=int(counter))
    if counter:
        deals = deals._replace(barred=(*deals.barred, state.deals.tabled), refusals=_with(deals.refusals, side, 0))
    events: list[Event] = [happened.Tabled(side, move.package, counter, tuple(lines))]
    after = state._replace(
        node=ANSWERS[1 - side],
        minutes=state.minutes + move.minutes,
        moves_made=state.moves_made + 1,
        run=0,
        passes=0,
        deals=deals,
    )
    return Played(after, events)


def _accept(scenario: Scenario, state: State, move: Accept) -> Played:
    deals, side = state.deals, scenario.nodes[state.node].side
    package = deals.tabled
    lines: list[Line] = []
    for issue, settlement in package:
        lines += scenario.issues[issue].settlements[settlement].accept[side]
    events: list[Event] = [happened.Accepted(side, package, tuple(lines))]
    table = with_package(deals.table, package)
    events += _settled(deals.table, table)
    agreements = deals.agreements + 1
    settled = {issue for issue, _ in package}
    deals = deals._replace(
        table=table,
        under=tuple(agreements if i in settled else under for i, under in enumerate(deals.under)),
        agreements=agreements,
        tabled=(),
        counter=0,
        barred=(),
        refusals=_with(deals.refusals, side, 0),
    )
    return _after_answer(scenario, state, move, side, deals, state.meters, events)


def _refuse(scenario: Scenario, state: State, move: Refuse) -> Played:
    deals, side = state.deals, scenario.nodes[state.node].side
    package = deals.tabled
    settlement = scenario.issues[move.issue].settlements[dict(package)[move.issue]]
    events: list[Event] = [happened.Refused(side, package, move.issue, settlement.refuse[side][_mood(scenario, state)])]
    meters = state.meters
    refusals = deals.refusals[side] + 1
    if refusals > REFUSALS_ALLOWED:
        meters = _changed(scenario, meters, scenario.refusing, events)
        refusals = 0
    deals = deals._replace(
        tabled=(), counter=0, barred=(*deals.barred, package), refusals=_with(deals.refusals, side, refusals)
    )
    return _after_answer(scenario, state, move, side, deals, meters, events)


def _mood(scenario: Scenario, state: State) -> int:
    """The number of the mood that colours a refusal: the first that holds, and after them all, `plain`."""
    for number, (_, holds) in enumerate(scenario.moods):
        if holds(state):
            return number
    return len(scenario.moods)


def _after_answer(
    scenario: Scenario,
    state: State,
    move: Move,
    side: int,
    deals: Deals,
    meters: tuple[int, ...],
    events: list[Event],
) -> Played:
    after = state._replace(
        minutes=state.minutes + move.minutes,
        moves_made=state.moves_made + 1,
        run=0,
        passes=0,
        deals=deals,
        meters=meters,
    )
    return _arrive(scenario, after, side, FLOOR, events)


def _recess(scenario: Scenario, state: State, move: Recess) -> Played:
    side, deals = move.side, state.deals
    events: list[Event] = [happened.WentOut(side, scenario.table_lines["recess"][side])]
    if move.when(state):
        events.append(happened.Granted(side, move.issue, move.settlement, to=side))
        deals = deals._replace(grants=_with(deals.grants, side, deals.grants[side] | move.bit))
    else:
        events.append(happened.Denied(side, move.issue, move.settlement, to=side))
    deals = deals._replace(recesses=_with(deals.recesses, side, deals.recesses[side] + 1), barred=())
    after = state._replace(
        minutes=state.minutes + move.minutes, moves_made=state.moves_made + 1, run=0, passes=0, deals=deals
    )
    return _arrive(scenario, after, side, FLOORS[side], events)


def _pass(scenario: Scenario, state: State, move: Pass) -> Played:
    side = state.node
    events: list[Event] = [happened.Passed(side, scenario.table_lines["pass"][side])]
    after = state._replace(
        minutes=state.minutes + move.minutes, moves_made=state.moves_made + 1, run=0, passes=state.passes + 1
    )
    if after.passes < 2:
        return _arrive(scenario, after, side, FLOOR, events)
    return _close(scenario, after, 1 - side, "passes", events)


def _sum_up(scenario: Scenario, state: State, move: SumUp) -> Played:
    side = state.node
    after = state._replace(minutes=state.minutes + move.minutes, moves_made=state.moves_made + 1, run=0, passes=0)
    return _close(scenario, after, side, "asked", [])


def _leave(scenario: Scenario, state: State, move: Leave) -> Played:
    node = scenario.nodes[state.node]
    events: list[Event] = [happened.Scene(line) for line in scenario.table_lines["leave"][node.side]]
    after = state._replace(minutes=state.minutes + move.minutes, moves_made=state.moves_made + 1, run=0)
    to = END if node.topic == scenario.closing_topic else FLOORS[1 - node.side]
    return _arrive(scenario, after, node.side, to, events)


def _arrive(scenario: Scenario, after: State, side: int, to: int, events: list[Event]) -> Played:
    """Bring a side's move to where it leads, unless six have run, or the clock says otherwise."""
    was = scenario.nodes[after.node]
    closing = was.topic == scenario.closing_topic
    if not closing and is_late(scenario, after) and not after.deals.tabled:
        return _close(scenario, after, 1 - side, "time", events)
    if to >= WRITTEN and scenario.nodes[to].side == side and after.run >= RUN_LIMIT and not closing:
        to = was.yields
    if to == FLOOR:
        to = FLOORS[1 - after.floor]
    if to >= WRITTEN:
        if to != after.node:
            _scene(scenario, to, events)
        if scenario.nodes[to].side == side:
            return Played(_at(after, to, after.run, after.floor, after.offered, after.due), events)
        return Played(_turn_over(after, side, to, after.floor, events), events)
    if to == END:
        return _end(scenario, _turn_over(after, side, END, after.floor, events), events)
    return Played(_turn_over(after, side, to, to, events), events)


def _turn_over(after: State, side: int, to: int, floor: int, events: list[Event]) -> State:
    """End a side's turn: the claims that it could have answered in it, and did not, stand."""
    left = after.offered & ~after.answered
    if left:
        events += [happened.Stood(1 - side, claim) for claim in members(left)]
    return _at(after, to, 0, floor, 0, after.due | left)


def _at(after: State, node: int, run: int, floor: int, offered: int, due: int) -> State:
    """A position at another node. Four times as fast as `_replace`, and on the way of every move."""
    _, minutes, count, _, _, passes, said, worn, made, _, _, answered, meters, deals = after
    parts = (node, minutes, count, run, floor, passes, said, worn, made, offered, due, answered, meters, deals)
    return _new(State, parts)


def _close(scenario: Scenario, after: State, first: int, why: str, events: list[Event]) -> Played:
    """Begin the summing-up; `first` is the side that speaks first."""
    to = scenario.closing[first]
    after = _turn_over(after, scenario.nodes[after.node].side, to, after.floor, events)
    events.append(happened.Closing(first, why))
    if why == "time":
        events += [happened.Scene(line) for line in scenario.table_lines["time"][first]]
    _scene(scenario, to, events)
    return Played(after, events)


def _end(scenario: Scenario, after: State, events: list[Event]) -> Played:
    result = outcome(scenario, after)
    events += [happened.Disavowed(*each) for each in result.disavowed]
    events += _settled(after.deals.table, result.table)
    events.append(happened.Ended())
    return Played(after, events)


def _scene(scenario: Scenario, node: int, events: list[Event]) -> None:
    if (scene := scenario.nodes[node].scene) is not None:
        events.append(happened.Scene(scene))


def _settled(was: Table, now: Table) -> list[Event]:
    return [happened.Settled(i, a, b) for i, (a, b) in enumerate(zip(was, now, strict=True)) if a != b]


def _with(pair: tuple[int, int], side: int, value: int) -> tuple[int, int]:
    return (value, pair[1]) if side == 0 else (pair[0], value)


_BY_KIND: Mapping[type[Move], Callable[[Scenario, State, Any], Played]] = {
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
