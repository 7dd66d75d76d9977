"""How fast the rules are: random play of the shipped scenario, and a record replayed.

python -m tests.benchmarks.engine
"""

import random as chance
import time
from itertools import count as count_from
from itertools import islice

from game.engine.moves import moves, packages
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.places import data
from game.scenarios.load import load
from game.scenarios.rehearse import PACKAGES_IN

SECONDS = 3.0


def choices_a_second(scenario: Scenario, seconds: float = SECONDS) -> float:
    """Random play with the text of every line looked up, packages among the choices. The best of several windows."""
    words = scenario.words
    best = 0.0
    seeds = count_from(1)
    ending = time.process_time() + seconds
    while time.process_time() < ending:
        count, begun = 0, time.process_time()
        for seed in islice(seeds, 60):
            chance.seed(seed)
            state = start(scenario)
            while state.node != END:
                number = chance.getrandbits(62)
                move = None
                if state.node < END and number % PACKAGES_IN == 0:
                    move = packages(scenario, state).sample(number >> 8)
                if move is None:
                    found = moves(scenario, state)
                    move = found[(number >> 8) % len(found)]
                state, events = play(scenario, state, move)
                for event in events:
                    lines = getattr(event, "lines", ())
                    for line in lines:
                        words[line.id]
                count += 1
        best = max(best, count / (time.process_time() - begun))
    return best


if __name__ == "__main__":
    begun = time.perf_counter()
    loaded = load(data("dialogues") / "new-york-1962")
    spent = time.perf_counter() - begun
    assert loaded.scenario is not None
    print(f"loaded in                 {spent * 1000:10.0f} ms (imports included)")
    print(f"random play               {choices_a_second(loaded.scenario):10,.0f} choices a second")
