"""How fast typed words are understood: a short sentence and the longest, among the moves of a node and among forty.

python -m tests.benchmarks.understanding
"""

import time
from collections.abc import Callable, Sequence

from game.engine.views import known
from game.limits import MESSAGE
from game.places import data
from game.scenarios.load import load
from game.speech.matching import Candidate, GramMatcher
from game.speech.understanding import OURS, understand
from game.speech.wordings import Wordings, matcher

SHORT = "These old planes could carry an atom bomb to our citys."
TIMES = 50


def milliseconds(do: Callable[[], object], times: int = TIMES) -> float:
    """The shortest of several runs: what else the machine does only makes them longer."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def report(name: str, spent: float) -> None:
    """One line."""
    print(f"{name:48}{spent:8.2f} ms")


def main() -> None:
    """Every figure of the module's first line."""
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    begun = time.perf_counter()
    ours: GramMatcher = matcher(scenario)
    report("the matcher made, once for a scenario", (time.perf_counter() - begun) * 1000)
    sides = [Wordings(scenario.words, known(scenario, side)) for side in (0, 1)]
    candidates = [sides[0].of(move) for move in scenario.moves if move.side == 0][:40]
    longest = " ".join(scenario.words[line.id] for move in scenario.moves for line in move.lines)[-MESSAGE:]

    def index(some: Sequence[Candidate]) -> None:
        ours.score(SHORT, [each._replace(source=str(time.perf_counter_ns())) for each in some])

    for count in (8, 40):
        some = candidates[:count]
        report(f"{count} moves seen for the first time, short sentence", milliseconds(lambda some=some: index(some)))
        for name, text in (("short sentence", SHORT), (f"{MESSAGE:,} characters", longest)):
            spent = milliseconds(lambda some=some, text=text: understand(text, some, ours, OURS))
            report(f"{count} moves, {name}", spent)


if __name__ == "__main__":
    main()
