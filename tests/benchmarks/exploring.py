"""How fast topics are searched: every topic of the shipped scenario.

python -m tests.benchmarks.exploring
"""

import time

from game.engine.explore import explore
from game.engine.possible import possible
from game.places import data
from game.scenarios.load import load


def main() -> None:
    """A line for each topic, and the whole."""
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    begun = time.process_time()
    could_be = possible(scenario)
    spent = time.process_time() - begun
    print(f"possible            {len(could_be):5} of {len(scenario.moves)} moves, {spent:6.2f} s")
    states = 0
    for topic in scenario.topics:
        before = time.process_time()
        found = explore(scenario, topic.number)
        seconds = time.process_time() - before
        states += found.states
        end = "to its end" if found.complete else "cut short"
        print(
            f"{topic.id:20}{len(found.paths):5} reached, {len(found.unreachable)} unreachable, "
            f"{len(found.unseen):3} not seen, {found.states:8,} positions {end}, {seconds:6.2f} s"
        )
    spent = time.process_time() - begun
    print(f"together            {states:8,} positions, {spent:6.2f} s, {states / spent:,.0f} a second")


if __name__ == "__main__":
    main()
