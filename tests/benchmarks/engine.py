"""How fast the rules are: random play of the shipped scenario, a record replayed, and positions made and hashed.

python -m tests.benchmarks.engine

Absolute figures mean little on a machine that does other things; the best of several windows is shown.
"""

import random as chance
import time
import timeit
from collections.abc import Callable, Sequence
from itertools import count as count_from
from itertools import islice

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

SECONDS = 3.0
RECORD = 60
"""The moves of the record that is replayed."""

Rules = tuple[Callable[[State], Sequence[Move]], Callable[[State, Move], tuple[State, list[Event]]]]


def rates(scenario: Scenario, ways: Sequence[Rules], seconds: float = SECONDS) -> list[float]:
    """Choices a second for each way to play, in turns and as in a playtest: at random, every line looked up."""
    best = [0.0] * len(ways)
    seeds = count_from(1)
    ending = time.process_time() + seconds * len(ways)
    while time.process_time() < ending:
        games = list(islice(seeds, 60))
        for number, way in enumerate(ways):
            begun = time.process_time()
            with paused():
                choices = play_at_random(scenario, games, *way)
            best[number] = max(best[number], choices / (time.process_time() - begun))
    return best


def play_at_random(
    scenario: Scenario,
    seeds: Sequence[int],
    moves: Callable[[State], Sequence[Move]],
    play: Callable[[State, Move], tuple[State, list[Event]]],
) -> int:
    """Some games, packages among the choices; how many choices they had."""
    words, count = scenario.words, 0
    for seed in seeds:
        chance.seed(seed)
        state = start(scenario)
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


def microseconds(do: Callable[[], object], times: int = 20_000) -> float:
    """The shortest of several runs of one call."""
    return min(timeit.repeat(do, number=times, repeat=7)) / times * 1e6


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
        spent = microseconds(lambda each=each: replay(scenario, each), 200) / 1000
        print(f"{RECORD} moves replayed in     {spent:10.2f} ms, {what}")
    state = replay(scenario, record).states[-1]
    print(f"a position made in        {microseconds(lambda: State(*state)):10.2f} µs")
    print(f"  and hashed in           {microseconds(lambda: hash(state)):10.2f} µs")


if __name__ == "__main__":
    main()
