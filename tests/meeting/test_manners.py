"""The manners of whoever plays the other side at the meeting: how it begins, reads, and leaves."""

import pytest

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, counterpart
from game.engine.events import Event
from game.engine.issues import with_package
from game.engine.moves import Move, Written, read
from game.engine.play import play, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.views import known, view

SEEDS = range(20)
IN_TURNS = ("hardliner", "bluffer", "tit-for-tat", "conceder")
IN_FULL = ("by-the-record", "boulware")


def chosen(meeting: Scenario, state: State, name: str, seed: int, log: list[Event]) -> Move:
    """What a counterpart would do there."""
    side = meeting.nodes[state.node].side
    seen = view(meeting, state, side, log)
    return counterpart(name).choose(known(meeting, side), seen, Draw(seed, state.moves_made)).move


def at(meeting: Scenario, node: str) -> State:
    """The talks at a node."""
    number = next(number for number, each in enumerate(meeting.nodes) if each.id == node)
    return start(meeting)._replace(node=number)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("node", ["closing/soviet-answer", "closing/soviet-balance", "closing/american-answer"])
def test_nobody_takes_back_in_the_summing_up_what_was_agreed(meeting: Scenario, name: str, node: str) -> None:
    state = at(meeting, node)
    state = state._replace(deals=state.deals._replace(table=with_package(state.deals.table, ((0, 3), (4, 2)))))
    offered = [move for move in view(meeting, state, meeting.nodes[state.node].side, []).moves if costs_trust(move)]
    assert offered
    for seed in SEEDS:
        assert chosen(meeting, state, name, seed, []) not in offered


def costs_trust(move: Move) -> bool:
    return isinstance(move, Written) and any(by < 0 for meter, by in move.changes if meter == 0)


def test_the_first_word_of_the_evening_is_not_the_same_every_evening(meeting: Scenario) -> None:
    for name in set(NAMES) - {"by-the-record"}:
        assert len({chosen(meeting, start(meeting), name, seed, []).text for seed in SEEDS}) == 3, name


def read_out(meeting: Scenario, name: str) -> list[str]:
    """What a counterpart reads when the bombers are raised, until it hands over."""
    state, log = start(meeting), list[Event]()
    for text in ("opening/arrival.to-business", "il28/press.yesterday"):
        state, events = play(meeting, state, read(meeting, state, text))
        log += events
    texts = []
    while meeting.nodes[state.node].id == "il28/objection":
        move = chosen(meeting, state, name, 7, log)
        texts.append(move.text.removeprefix("il28/objection."))
        state, events = play(meeting, state, move)
        log += events
    return texts


@pytest.mark.parametrize("name", IN_TURNS)
def test_who_has_read_enough_for_one_turn_hands_over(meeting: Scenario, name: str) -> None:
    *points, last = read_out(meeting, name)
    assert "obsolete" in points
    assert 2 <= len(points) <= 3
    assert last == "hand-over"


@pytest.mark.parametrize("name", IN_FULL)
def test_who_keeps_to_the_page_reads_it_to_the_end(meeting: Scenario, name: str) -> None:
    assert len(read_out(meeting, name)) == 6
