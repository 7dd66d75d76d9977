"""The tutorial: at most fourteen moves and 700 words, one new word at a time, and something to be had for both."""

from collections.abc import Iterator

import pytest

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, counterpart
from game.engine.events import Event
from game.engine.moves import Move, moves, read
from game.engine.play import play, start
from game.engine.scenario import END, Scenario, Written
from game.engine.scoring import reservation, result
from game.engine.state import State
from game.engine.views import known, view
from game.places import data
from game.scenarios.check import check
from game.scenarios.habits import any_move
from game.scenarios.load import load
from game.scenarios.rehearse import RANDOM, Step, rehearse
from game.speech.hints import hint
from game.speech.telling import Teller

FOLDER = data("dialogues") / "two-drivers"
WORDS = ("move", "claim", "within reach", "package")
"""What the scenes teach, in their order; authority, recess and summing-up come on the floor."""


@pytest.fixture(scope="module")
def drivers() -> Scenario:
    scenario = load(FOLDER).scenario
    assert scenario is not None
    return scenario


def count(text: str) -> int:
    return len(text.split())


def shown(scenario: Scenario, game: list[Step], side: int) -> int:
    """The words that the player of a side is shown: introduction, brief, choices, and all that happens."""
    words, teller = scenario.words, Teller(scenario.words.__getitem__, known(scenario, side))
    total = count(words["scenario:about"]) + count(words["scenario:opening-scene"])
    total += count(words[f"briefs/{scenario.sides[side].id}"])
    for step in game:
        if scenario.nodes[step.before.node].side == side:
            total += sum(count(teller.label(move, side)) for move in step.offered)
        told = teller.tell(event for event in step.events if event.to in (None, side))
        total += sum(count(each.text) for each in told)
    return total


def test_there_is_nothing_to_say_about_it() -> None:
    assert check(FOLDER).clean


@pytest.mark.parametrize(
    "seats", [(RANDOM, RANDOM), *((RANDOM, name) for name in NAMES), *((name, RANDOM) for name in NAMES)]
)
def test_it_has_at_most_fourteen_moves_and_seven_hundred_words(drivers: Scenario, seats: tuple[str, str]) -> None:
    for seed in range(250):
        game = list(rehearse(drivers, seed, seats))
        assert game[-1].after.node == END
        assert game[-1].after.moves_made <= 14
        for side, seat in enumerate(seats):
            assert seat != RANDOM or shown(drivers, game, side) <= 700


def test_its_longest_game_has_exactly_fourteen_moves(drivers: Scenario) -> None:
    assert max(len(list(rehearse(drivers, seed))) for seed in range(400)) == 14


@pytest.mark.parametrize("seed", range(20))
def test_the_words_come_one_at_a_time_and_in_their_order(drivers: Scenario, seed: int) -> None:
    teller = Teller(drivers.words.__getitem__, known(drivers, 0))
    scenes = [drivers.words["kerb/window:scene"]]
    for step in rehearse(drivers, seed):
        scenes += [told.text for told in teller.tell(step.events) if told.kind == "scene"]
    places = [next(number for number, text in enumerate(scenes) if word in text) for word in WORDS]
    assert places == sorted(places)
    assert len(set(places)) == len(WORDS)
    assert any("summing-up" in text for text in scenes)
    for word in WORDS:
        assert f"glossary/{word}" in drivers.words


def test_authority_and_recess_are_named_where_they_are_wanted(drivers: Scenario) -> None:
    for side in drivers.sides:
        assert {"recess", "authority"} <= set(
            drivers.words[f"table/recess:{side.id}:label"].lower().replace(":", "").split()
        )
        assert "authority" in drivers.words[f"table/recess:{side.id}:scene"]


def test_every_line_is_marked_as_invented(drivers: Scenario) -> None:
    assert {line.basis for move in drivers.moves for line in move.lines if line.speaker} == {"invented"}
    assert "invented" in drivers.words["scenario:about"]


def by_hints(scenario: Scenario, side: int, other: str, seed: int) -> State:
    """A game in which one side does what the hints say, and chance helps where they say nothing."""
    draw, state, log = Draw(seed), start(scenario), list[Event]()
    while state.node != END:
        turn = scenario.nodes[state.node].side
        seen = view(scenario, state, turn, log)
        move: Move | None
        if turn == side:
            found = hint(known(scenario, side), seen)
            move = (found and found.move) or any_move(scenario, state, moves(scenario, state), draw)
        else:
            move = counterpart(other).choose(known(scenario, turn), seen, Draw(seed, state.moves_made)).move
        state, events = play(scenario, state, move)
        log += events
    return state


@pytest.mark.parametrize("side", [0, 1])
def test_who_follows_the_hints_mostly_gains_something(drivers: Scenario, side: int) -> None:
    played = [result(drivers, by_hints(drivers, side, other, seed))[1] for other in NAMES for seed in range(15)]
    gained = sum(value[side] > reservation(drivers, side) for value in played)
    assert 2 * gained > len(played)


def lines() -> Iterator[str]:
    yield from ("kerb/window.sent", "kerb/door.wrong-day", "kerb/answer.both-cars", "kerb/steam.half")
    yield from ("kerb/cold.shiver", "kerb/terms.listen", "recess space=squeeze", "pass", "recess thermos=half")
    yield from ("propose space=squeeze thermos=half", "accept")
    yield from ("closing/gleb-first.plates", "closing/eddie-last.what-he-said")


def test_the_trade_that_each_must_ask_for_is_the_best_for_both(drivers: Scenario) -> None:
    state = start(drivers)
    for text in lines():
        state, _ = play(drivers, state, read(drivers, state, text))
    table, value = result(drivers, state)
    assert [issue.settlements[s].id for issue, s in zip(drivers.issues, table, strict=True)] == ["squeeze", "half"]
    assert min(value[side] - reservation(drivers, side) for side in (0, 1)) >= 3000
    assert state.moves_made == 13


def test_a_driver_who_agrees_without_asking_is_disavowed(drivers: Scenario) -> None:
    state = start(drivers)
    agreed = [text for text in lines() if not text.startswith(("recess", "pass", "closing"))]
    for text in (*agreed, "sum-up", *(text for text in lines() if text.startswith("closing"))):
        state, _ = play(drivers, state, read(drivers, state, text))
    assert result(drivers, state)[0] == (0, 0)


def test_nobody_runs_out_of_answers(drivers: Scenario) -> None:
    assert all(isinstance(move, Written) for node in drivers.nodes for move in node.moves)
    for node in drivers.nodes:
        if node.topic >= 0:
            assert any(move.when is None for move in node.moves), node.id
