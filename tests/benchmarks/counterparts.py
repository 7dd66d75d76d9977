"""How counterparts bear themselves, and how well habits, hints and a search do against them.

python -m tests.benchmarks.counterparts [GAMES] [SEARCHES]

GAMES for each counterpart and each habit, at the meeting, from either side; SEARCHES for each counterpart and side.
"""

import sys

from game.engine.counterparts import NAMES
from game.engine.medals import judge
from game.engine.scenario import Scenario
from game.places import data
from game.scenarios.best_reply import best_reply
from game.scenarios.conduct import FIFTHS, conduct
from game.scenarios.habits import HABITS
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse


def characters(scenario: Scenario, games: int) -> None:
    """One line for each counterpart."""
    print(f"{games} games each. Of ten points in all, by fifth of the talk, it wants; packages a game; kinds of move")
    print(
        "                agreed  bombers  disavowed  gain   wants                          tabled  offers  warns  asks"
    )
    for name in NAMES:
        found = conduct(scenario, name, games)
        wants = " ".join(f"{found.wants(fifth):5.2f}" for fifth in range(FIFTHS))
        print(
            f"{name:14}  {found.agreed / games:6.3f}  {found.out / games:7.3f}  {found.disavowed / games:9.3f}"
            f"  {found.gain / games / 100:+5.2f}  {wants}  {found.tabled.total() / games:6.2f}"
            f"  {found.share(['offer', 'concede']):6.3f}  {found.share(['warn']):5.3f}  {found.share(['ask']):5.3f}",
            flush=True,
        )


def interest(scenario: Scenario, habit: str, games: int) -> float:
    """What a habit brings on average, in hundredths of the best, against each counterpart in turn from either side."""
    total = 0.0
    for seed in range(games):
        side, name = seed % 2, NAMES[seed // 2 % len(NAMES)]
        steps = list(rehearse(scenario, seed, (habit, name) if side == 0 else (name, habit)))
        log = [event for step in steps for event in step.events]
        medal = judge(scenario, steps[-1].after, log).medals[side].interest
        total += 100 * medal.gain / medal.best
    return total / games


def main(games: int = 200, searches: int = 1) -> None:
    """Print everything."""
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    characters(scenario, games)
    for habit in HABITS:
        print(f"Interest of {habit:14} {interest(scenario, habit, games):6.1f}", flush=True)
    found = [
        best_reply(scenario, side, name, seed).interest for name in NAMES for side in (0, 1) for seed in range(searches)
    ]
    print(f"Interest of the best reply {sum(found) / len(found):6.1f}  {found}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
