"""How fast topics are searched: every topic of the shipped scenario.

python -m tests.benchmarks.exploring

A line for each topic is what a search costs that was never made before. Then the largest is searched some times more,
and the best counts, for what else the machine does only makes them slower.
"""

import time

from game.engine.explore import Explored, explore
from game.engine.possible import possible
from game.engine.scenario import Scenario
from game.places import data
from game.scenarios.load import load

TIMES = 10


def timed(scenario: Scenario, topic: int) -> tuple[Explored, float]:
    """A search, and its seconds."""
    begun = time.process_time()
    found = explore(scenario, topic)
    return found, time.process_time() - begun


def main() -> None:
    """A line for each topic, the whole, and the largest again."""
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    begun = time.process_time()
    could_be = possible(scenario)
    spent = time.process_time() - begun
    print(f"possible            {len(could_be):5} of {len(scenario.moves)} moves, {spent:6.2f} s")
    states: dict[int, int] = {}
    for topic in scenario.topics:
        found, seconds = timed(scenario, topic.number)
        spent += seconds
        states[topic.number] = found.states
        end = "to its end" if found.complete else "cut short"
        print(
            f"{topic.id:20}{len(found.paths):5} reached, {len(found.unreachable)} unreachable, "
            f"{len(found.unseen):3} not seen, {found.states:8,} positions {end}, {seconds:6.2f} s"
        )
    whole = sum(states.values())
    print(f"together            {whole:8,} positions, {spent:6.2f} s, {whole / spent:,.0f} a second")
    largest = max(states, key=states.__getitem__)
    best = min(timed(scenario, largest)[1] for _ in range(TIMES))
    print(f"{scenario.topics[largest].id}, the best of {TIMES}  {best:6.2f} s, {states[largest] / best:,.0f} a second")


if __name__ == "__main__":
    main()
