"""Doing a move: one function for each kind, and one that says where the talks go next.

Each of them changes a draft of the next position, which is made from it once, when all is done.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from game.engine import events as happened
from game.engine.authority import outcome
from game.engine.claims import members, on_offer
from game.engine.draft import Draft
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
    after = Draft(state)
    _BY_KIND[type(move)](scenario, state, move, after)
    return _new(Played, (after.state(), after.events))


def _written(scenario: Scenario, state: State, move: Written, after: Draft) -> None:
    node, bit, goto = scenario.nodes[after.node], move.bit, move.goto
    waiting = after.made & ~after.due if node.answerable else 0  # before it claims anything itself
    after.passes = 0
    after.run += 1
    if not after.said & bit:
        after.minutes += move.minutes
        after.said |= bit
        after.events.append(move.spoken)
        if move.changes:
            _change(scenario, move.changes, after)
        if move.argues:
            _argue(scenario, move, after)
    elif (again := move.again) is not None:
        after.minutes += again.minutes
        after.worn |= bit
        after.events.append(move.spoken_again)
        _change(scenario, again.changes, after)
        _change(scenario, scenario.repeating, after)
        goto = again.goto
    else:
        after.minutes += move.minutes
        after.events.append(move.spoken)
        _change(scenario, move.changes, after)
    if waiting & ~after.answered:
        after.offered |= on_offer(scenario, state)
    _arrive(scenario, node, goto[0].to if len(goto) == 1 else _way(goto, after.state()), after)


def _argue(scenario: Scenario, move: Written, after: Draft) -> None:
    """What a move does the first time only: it claims, answers and puts in words."""
    new = False
    if (claim := move.claims) and not after.made & claim:
        new = True
        after.made |= claim
        after.events.append(scenario.claims[claim.bit_length() - 1].claimed)
    if move.answers and (answered := move.answers & after.made & ~after.answered):
        after.answered |= answered
        after.events += [scenario.claims[number].answered for number in members(answered)]
    if move.reach and (reached := move.reach & ~after.deals.reach):
        new = True
        after.events += [scenario.reached[number][move.side] for number in members(reached)]
        deals = after.deals
        after.deals = _new(Deals, (deals.reach | reached, *deals[1:]))
    if new and after.deals.barred:
        after.deals = after.deals._replace(barred=())


def _way(goto: tuple[Branch, ...], state: State) -> int:
    for branch in goto:
        if branch.when is None or branch.when.test(state):
            return branch.to
    return FLOOR


def _change(scenario: Scenario, changes: tuple[tuple[int, int], ...], after: Draft) -> None:
    """Move meters, each within its bounds."""
    for number, by in changes:
        meter, meters = scenario.meters[number], after.meters
        was = meters[number]
        now = was + by
        if now < meter.low:
            now = meter.low
        elif now > meter.high:
            now = meter.high
        if now != was:
            after.events.append(_new(happened.Changed, (number, was, now, None)))
            after.meters = (*meters[:number], now, *meters[number + 1 :])


def _open(scenario: Scenario, state: State, move: Open, after: Draft) -> None:
    after.events.append(happened.Turned(state.node, move.topic))
    after.run = after.passes = 0
    _enter(scenario, move.to, after)


def _propose(scenario: Scenario, state: State, move: Propose, after: Draft) -> None:
    counter = state.node in ANSWERS
    side = scenario.nodes[state.node].side
    lines = [*scenario.table_lines["counter" if counter else "propose"][side]]
    other = [pair for pair in move.package if pair not in state.deals.tabled]
    for issue, settlement in other or move.package:  # a counter says what would have to be otherwise, not all of it
        lines += scenario.issues[issue].settlements[settlement].put[side]
    after.events.append(happened.Tabled(side, move.package, counter, tuple(lines)))
    deals = state.deals._replace(tabled=move.package, counter=int(counter))
    if counter:
        deals = deals._replace(barred=(*deals.barred, state.deals.tabled), refusals=_with(deals.refusals, side, 0))
    after.deals = deals
    after.minutes += move.minutes
    after.run = after.passes = 0
    after.node = ANSWERS[1 - side]


def _accept(scenario: Scenario, state: State, move: Accept, after: Draft) -> None:
    deals, node = state.deals, scenario.nodes[state.node]
    package, side = deals.tabled, node.side
    lines: list[Line] = []
    for issue, settlement in package:
        lines += scenario.issues[issue].settlements[settlement].accept[side]
    after.events.append(happened.Accepted(side, package, tuple(lines)))
    table = with_package(deals.table, package)
    after.events += _settled(deals.table, table)
    agreements = deals.agreements + 1
    settled = {issue for issue, _ in package}
    after.deals = deals._replace(
        table=table,
        under=tuple(agreements if i in settled else under for i, under in enumerate(deals.under)),
        agreements=agreements,
        tabled=(),
        counter=0,
        barred=(),
        refusals=_with(deals.refusals, side, 0),
    )
    _after_answer(scenario, node, move, after)


def _refuse(scenario: Scenario, state: State, move: Refuse, after: Draft) -> None:
    deals, node = state.deals, scenario.nodes[state.node]
    package, side = deals.tabled, node.side
    settlement = scenario.issues[move.issue].settlements[dict(package)[move.issue]]
    mood = _mood(scenario, state, side)
    after.events.append(happened.Refused(side, package, move.issue, settlement.refuse[side][mood]))
    reach = deals.reach
    if settlement.instead[side] and (reached := settlement.instead[side][mood] & ~reach):
        reach |= reached
        after.events += [scenario.reached[number][side] for number in members(reached)]
    refusals = deals.refusals[side] + 1
    if refusals > REFUSALS_ALLOWED:
        _change(scenario, scenario.refusing, after)
        refusals = 0
    after.deals = deals._replace(
        reach=reach,
        tabled=(),
        counter=0,
        barred=(*deals.barred, package),
        refusals=_with(deals.refusals, side, refusals),
    )
    _after_answer(scenario, node, move, after)


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


def _after_answer(scenario: Scenario, node: Node, move: Move, after: Draft) -> None:
    after.minutes += move.minutes
    after.run = after.passes = 0
    _arrive(scenario, node, FLOOR, after)


def _recess(scenario: Scenario, state: State, move: Recess, after: Draft) -> None:
    side, deals = move.side, state.deals
    after.events.append(happened.WentOut(side, scenario.table_lines["recess"][side]))
    grants = deals.grants
    if move.when.test(state):
        after.events.append(happened.Granted(side, move.issue, move.settlement, to=side))
        grants = _with(grants, side, grants[side] | move.bit)
    else:
        after.events.append(happened.Denied(side, move.issue, move.settlement, to=side))
    recesses = _with(deals.recesses, side, deals.recesses[side] + 1)
    after.deals = deals._replace(grants=grants, recesses=recesses, barred=())
    after.minutes += move.minutes
    after.run = after.passes = 0
    _arrive(scenario, scenario.nodes[state.node], FLOORS[side], after)


def _pass(scenario: Scenario, state: State, move: Pass, after: Draft) -> None:
    side = state.node
    after.events.append(happened.Passed(side, scenario.table_lines["pass"][side]))
    after.minutes += move.minutes
    after.run = 0
    after.passes += 1
    if after.passes < 2:
        _arrive(scenario, scenario.nodes[state.node], FLOOR, after)
    else:
        _close(scenario, 1 - side, "passes", after)


def _sum_up(scenario: Scenario, state: State, move: SumUp, after: Draft) -> None:
    after.minutes += move.minutes
    after.run = after.passes = 0
    _close(scenario, state.node, "asked", after)


def _leave(scenario: Scenario, state: State, move: Leave, after: Draft) -> None:
    node = scenario.nodes[state.node]
    after.events += [happened.Scene(line) for line in scenario.table_lines["leave"][node.side]]
    after.minutes += move.minutes
    after.run = 0
    to = END if node.topic == scenario.closing_topic else FLOORS[1 - node.side]
    _arrive(scenario, node, to, after)


def _arrive(scenario: Scenario, was: Node, to: int, after: Draft) -> None:
    """Bring a move to where it leads, unless six have run, or the clock says otherwise."""
    side = was.side
    if was.topic != scenario.closing_topic:
        late = after.minutes >= scenario.talk or after.moves_made >= scenario.last_move
        if late and not after.deals.tabled:
            return _close(scenario, 1 - side, "time", after)
        if after.run >= RUN_LIMIT and to >= WRITTEN and scenario.nodes[to].side == side:
            to = was.yields
    if to == FLOOR:
        to = FLOORS[1 - after.floor]
    after.node = to
    node = scenario.nodes[to]
    if node.side != side or to < WRITTEN:
        if node.seen is not None:
            after.events.append(node.seen)
        after.run = 0
        if after.offered:
            _stand(scenario, after)
        if to < WRITTEN:
            if to == END:
                _end(scenario, after)
            else:
                after.floor = to
    elif node.seen is not None and node is not was:
        after.events.append(node.seen)


def _stand(scenario: Scenario, after: Draft) -> None:
    """A side's turn is over: the claims that it could have answered in it, and did not, stand."""
    if left := after.offered & ~after.answered:
        after.due |= left
        after.events += [scenario.claims[number].stood for number in members(left)]
    after.offered = 0


def _close(scenario: Scenario, first: int, why: str, after: Draft) -> None:
    """End the turn and begin the summing-up; `first` is the side that speaks first."""
    after.run = 0
    _stand(scenario, after)
    after.events.append(happened.Closing(first, why))
    if why == "time":
        after.events += [happened.Scene(line) for line in scenario.table_lines["time"][first]]
    _enter(scenario, scenario.closing[first], after)


def _enter(scenario: Scenario, to: int, after: Draft) -> None:
    """Come to a node that a writer wrote, and see what is to be seen there."""
    after.node = to
    if (seen := scenario.nodes[to].seen) is not None:
        after.events.append(seen)


def _end(scenario: Scenario, after: Draft) -> None:
    result = outcome(scenario, after.state())
    after.events += [happened.Disavowed(*each) for each in result.disavowed]
    after.events += _settled(after.deals.table, result.table)
    after.events.append(happened.Ended())


def _settled(was: Table, now: Table) -> list[Event]:
    return [happened.Settled(i, a, b) for i, (a, b) in enumerate(zip(was, now, strict=True)) if a != b]


def _with(pair: tuple[int, int], side: int, value: int) -> tuple[int, int]:
    return (value, pair[1]) if side == 0 else (pair[0], value)


Doing: TypeAlias = Callable[[Scenario, State, Any, Draft], None]

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
