"""A position that a writer asks for: a node, and what is to have happened before it.

price/answer    trust=2  minutes=40  claimed.custom  reach.price.same  at.day.friday  said.price.ten-years
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from game.engine.play import start
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.scenarios.pages import nearest

T = TypeVar("T")

KINDS = ("said", "claimed", "stands", "answered", "reach", "at", "granted")


class NoSuchPosition(ValueError):
    """A position cannot be had; why stands in its text, the second half of a sentence."""


def position(scenario: Scenario, at: str = "", settings: Sequence[str] = ()) -> State:
    """The beginning of the talks, or the position at a node (`TOPIC/NODE`), with some things set.

    Raises `NoSuchPosition`.
    """
    state = start(scenario)
    if at:
        nodes = {node.id: node.number for node in scenario.nodes if node.number != END}
        state = state._replace(node=_known("node", at, nodes))
    for setting in settings:
        state = _set(scenario, state, setting)
    return state


def _set(scenario: Scenario, state: State, setting: str) -> State:
    name, equals, value = (each.strip() for each in setting.partition("="))
    if equals:
        return _number(scenario, state, name, value)
    kind, _, rest = name.partition(".")
    if kind not in KINDS:
        raise NoSuchPosition(f"'{setting}' is neither METER=NUMBER, minutes=NUMBER, nor one of {', '.join(KINDS)}")
    if kind == "said":
        moves = {_said(move.text): move.bit for move in scenario.moves}
        return state._replace(said=state.said | _known("move", rest, moves))
    if kind in ("claimed", "stands", "answered"):
        bit = 1 << _known("claim", rest, {each.id: each.number for each in scenario.claims})
        return state._replace(
            made=state.made | bit,
            due=state.due | bit * (kind == "stands"),
            answered=state.answered | bit * (kind == "answered"),
        )
    settlements = {
        f"{issue.id}.{each.id}": (i, s)
        for i, issue in enumerate(scenario.issues)
        for s, each in enumerate(issue.settlements)
        if s
    }
    issue, settlement = _known("settlement", rest, settlements)
    deals, bit = state.deals, scenario.issues[issue].settlements[settlement].bit
    if kind == "granted":
        side = max(scenario.nodes[state.node].side, 0)
        grants = tuple(each | bit * (number == side) for number, each in enumerate(deals.grants))
        return state._replace(deals=deals._replace(grants=(grants[0], grants[1])))
    deals = deals._replace(reach=deals.reach | bit)
    if kind == "at":
        table = (*deals.table[:issue], settlement, *deals.table[issue + 1 :])
        deals = deals._replace(table=table, agreed=(*deals.agreed, ((issue, settlement),)))
    return state._replace(deals=deals)


def _number(scenario: Scenario, state: State, name: str, value: str) -> State:
    digits = value.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 6:
        raise NoSuchPosition(f"'{value}' is not a whole number")
    number = int(value)
    if name == "minutes":
        if not 0 <= number < scenario.talk:
            raise NoSuchPosition(f"the talks have {scenario.talk} minutes, and {number} of them cannot be spent")
        return state._replace(minutes=number)
    if name == "left":
        raise NoSuchPosition(f"what is left follows from what is spent: write minutes={scenario.talk - number}")
    place = _known("meter", name, {meter.id: n for n, meter in enumerate(scenario.meters)})
    meter = scenario.meters[place]
    if not meter.low <= number <= meter.high:
        raise NoSuchPosition(f"the meter '{name}' goes from {meter.low} to {meter.high}")
    return state._replace(meters=(*state.meters[:place], number, *state.meters[place + 1 :]))


def _said(text: str) -> str:
    """`price/ask.ten-years` as a condition names it: `price.ten-years`."""
    topic, _, rest = text.partition("/")
    return f"{topic}.{rest.partition('.')[2]}"


def _known(what: str, name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        raise NoSuchPosition(f"there is no {what} '{name}'{_near(name, known)}")
    return known[name]


def _near(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f". {near}" if near else ""
