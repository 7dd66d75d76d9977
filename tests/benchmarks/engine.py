"""How fast the rules are: random play of the shipped scenario, a record replayed, and positions made and hashed.

python -m tests.benchmarks.engine

Absolute figures mean little on a machine that does other things; of several times the shortest is shown.
"""

import random as chance
import time
import timeit
from collections.abc import Callable, Sequence

from game.engine.events import Event
from game.engine.moves import Move, moves, packages
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.engine.unrolled import unrolled
from game.places import data
from game.records.replay import replay
from game.scenarios.collector import paused
from game.scenarios.habits import PACKAGES_IN
from game.scenarios.load import load
from tests.records.at_random import recorded

GAMES, TURNS, SECONDS = 200, 40, 2.0
RECORD = 60
"""The moves of the record that is replayed."""

Rules = tuple[Callable[[State], Sequence[Move]], Callable[[State, Move], tuple[State, list[Event]]]]


def rates(scenario: Scenario, ways: Sequence[Rules]) -> list[float]:
    """Choices a second for each way to play the same games at random, as in a playtest, every line looked up.

    Each game counts by the shortest of the times that it takes, for what else the machine does only makes them longer.
    """
    choices, shortest = 0, [[float("inf")] * GAMES for _ in ways]
    for turn in range(TURNS + 1):  # the first one writes out what is not written out yet
        choices = 0
        for seed in range(GAMES):
            for number, way in enumerate(ways):
                with paused():
                    begun = time.perf_counter()
                    made = play_at_random(scenario, seed, *way)
                    spent = time.perf_counter() - begun
                if turn:
                    shortest[number][seed] = min(shortest[number][seed], spent)
            choices += made
    return [choices / sum(each) for each in shortest]


def play_at_random(
    scenario: Scenario,
    seed: int,
    moves: Callable[[State], Sequence[Move]],
    play: Callable[[State, Move], tuple[State, list[Event]]],
) -> int:
    """One game, packages among the choices; how many choices it had."""
    words, count, state = scenario.words, 0, start(scenario)
    chance.seed(seed)
    while state.node != END:
        move: Move | None = None
        if state.node < END and chance.getrandbits(30) % PACKAGES_IN == 0:
            move = packages(scenario, state).sample(chance.getrandbits(62))
        if move is None:
            found = moves(state)
            move = found[chance.getrandbits(30) % len(found)]
        state, events = play(state, move)
        for event in events:
            for line in getattr(event, "lines", ()):
                words[line.id]
        count += 1
    return count


def microseconds(do: str | Callable[[], object], times: int = 200, **given: object) -> float:
    """What something takes, by the shortest of many short runs: a machine that does other things disturbs long ones."""
    run, best, ending = timeit.Timer(do, globals=given), float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < ending:
        best = min(best, run.timeit(times))
    return best / times * 1e6


def main() -> None:
    """Every figure of the module's first line."""
    begun = time.perf_counter()
    scenario = load(data("dialogues") / "new-york-1962").scenario
    spent = time.perf_counter() - begun
    assert scenario is not None
    print(f"loaded in                 {spent * 1000:10.0f} ms (imports included)")
    out = unrolled(scenario)
    rules: Rules = (lambda state: moves(scenario, state), lambda state, move: play(scenario, state, move))
    clear, written = rates(scenario, [rules, (out.moves, out.play)])
    print(f"random play, by the rules {clear:10,.0f} choices a second")
    print(f"  the rules written out   {written:10,.0f} choices a second, {written / clear:.2f} times")
    record = next(each for each in (recorded(scenario, seed) for seed in range(999)) if len(each.rows) >= RECORD)
    record = record._replace(rows=record.rows[:RECORD])
    bare = record._replace(rows=tuple(row._replace(digest="") for row in record.rows))
    for what, each in (("and every digest compared", record), ("without digests", bare)):
        spent = microseconds(lambda each=each: replay(scenario, each), 5) / 1000
        print(f"{RECORD} moves replayed in     {spent:10.2f} ms, {what}")
    state = replay(scenario, record).states[-1]
    spent = microseconds("new(State, parts)", new=tuple.__new__, State=State, parts=tuple(state))
    print(f"a position made in        {spent:10.2f} µs, as `play` makes it")
    print(f"  and hashed in           {microseconds('hash(state)', state=state):10.2f} µs")


if __name__ == "__main__":
    main()
