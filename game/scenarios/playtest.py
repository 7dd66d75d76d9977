"""`playtest`: plays a scenario many times and says what came of it.

Games are played in batches of the same size, whoever plays them and wherever, and the batches are
added up: a seed gives the same figures with one worker or with many.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.engine.chance import Draw
from game.engine.issues import OPEN
from game.engine.scenario import WRITTEN, Scenario
from game.engine.scoring import worth
from game.phrases import phrase
from game.scenarios.collector import paused
from game.scenarios.expectations import Expectation, expectation
from game.scenarios.load import Loaded, load_files
from game.scenarios.rehearse import RANDOM, Rules, Seats
from game.scenarios.shortening import shortened
from game.scenarios.tally import STUCK, Tally, Way, tally

BATCH = 200
"""Games that are played in one go."""

ENDINGS = ("asked", "passes", "time")
"""What begins the summing-up: a side asks for it, both pass, or the hour comes. A topic may also lead there itself."""


class Judged(NamedTuple):
    """An expectation, and what came of it."""

    expected: Expectation
    seen: float | None
    """The share that was seen, 0 to 1."""
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Playtest:
    """What many games of a scenario came to."""

    scenario: Scenario
    seats: Seats
    seed: int
    seconds: float
    """How long it took."""
    tally: Tally
    expected: tuple[Expectation, ...] = ()
    """What the scenario expects of many games."""

    @property
    def finished(self) -> int:
        """Games that came to their end."""
        return self.tally.games - self.tally.stuck

    @property
    def unseen(self) -> list[str]:
        """The written moves that nobody ever made."""
        return [move.text for move in self.scenario.moves if not self.tally.said & move.bit]

    @property
    def unvisited(self) -> list[str]:
        """The written nodes that nobody ever came to."""
        visited = self.tally.visited
        return [node.id for node in self.scenario.nodes[WRITTEN:] if not visited[node.number]]

    @property
    def unworn(self) -> list[str]:
        """The written moves that nobody ever made a second time, though they have words for it."""
        worn = self.tally.worn
        return [move.text for move in self.scenario.moves if move.again is not None and not worn & move.bit]

    @property
    def stranded(self) -> dict[str, int]:
        """The nodes at which `leave` was the only move, and how often."""
        return {self.scenario.nodes[number].id: count for number, count in sorted(self.tally.stranded.items())}

    def faults(self) -> list[tuple[str, Way]]:
        """Each fault that games ran into, and the fewest moves found to lead there."""
        nodes = self.scenario.nodes
        return [
            (phrase("A game does not end") if node == STUCK
             else phrase("Nothing but `leave` can be done, {node}", node=nodes[node].id),
             shortened(self.scenario, node, way))
            for node, way in sorted(self.tally.ways.items())
        ]  # fmt: skip

    @property
    def idle(self) -> list[str]:
        """The nodes at which it mostly did not matter which of two or more moves was made."""
        count = self.tally
        return [
            self.scenario.nodes[node].id
            for node, looked in sorted(count.looked.items())
            if 2 * count.alike[node] > looked
        ]

    @property
    def effective_choices(self) -> float:
        """The share of the nodes visited with two or more moves whose moves mostly led to different positions."""
        looked = len(self.tally.looked)
        return 1 - len(self.idle) / looked if looked else 1.0

    @property
    def nothing(self) -> int:
        """Games after which everything was open."""
        return self.tally.tables[(OPEN,) * len(self.scenario.issues)]

    def values(self, side: int) -> Counter[int]:
        """What games were worth to a side, in hundredths of a point, with how many games."""
        value = worth(self.scenario, side)
        found: Counter[int] = Counter()
        for table, games in self.tally.tables.items():
            found[value(table)] += games
        return found

    def settled(self) -> dict[str, dict[str, float]]:
        """By issue and settlement, `open` too, in what share of the finished games it stood there at last."""
        return {
            issue.id: {
                each.id: sum(games for table, games in self.tally.tables.items() if table[i] == s)
                / (self.finished or 1)
                for s, each in enumerate(issue.settlements)
            }
            for i, issue in enumerate(self.scenario.issues)
        }

    def judged(self) -> list[Judged]:
        """What was expected, and what was seen of it; None where other players are meant, or nothing was finished."""
        judged = []
        for each in self.expected:
            meant = each.seats == self.seats and self.finished > 0
            seen = self._share(each) if meant else None
            judged.append(Judged(each, seen, None if seen is None else each.holds(seen)))
        return judged

    @property
    def failed(self) -> bool:
        """Whether a game was stuck, or something that was expected did not hold."""
        return self.tally.stuck > 0 or any(each.holds is False for each in self.judged())

    def _share(self, expected: Expectation) -> float:
        match expected.what:
            case "nothing agreed":
                return self.nothing / self.finished
            case "something disavowed":
                return self.tally.disavowed / self.finished
            case "moves seen":
                return 1 - len(self.unseen) / (len(self.scenario.moves) or 1)
            case "choices effective":
                return self.effective_choices
        games = sum(
            games
            for table, games in self.tally.tables.items()
            if (table[expected.issue] == expected.settlement) == (expected.what == "at")
        )
        return games / self.finished

    def as_json(self) -> Mapping[str, object]:
        """One JSON object, as scripts rely on it."""
        count = self.tally
        return {
            "scenario": self.scenario.id,
            "games": count.games,
            "choices": count.choices,
            "seconds": round(self.seconds, 3),
            "choices_per_second": round(count.choices / self.seconds) if self.seconds else 0,
            "finished": self.finished,
            "stuck": count.stuck,
            "minutes": round(mean(count.minutes), 1),
            "human_minutes": {
                "p50": round(percentile(count.seconds, 50) / 60, 1),
                "p95": round(percentile(count.seconds, 95) / 60, 1),
            },
            "moves": {"total": len(self.scenario.moves), "seen": len(self.scenario.moves) - len(self.unseen)},
            "unseen": self.unseen,
            "effective_choices": round(self.effective_choices, 4),
            "packages": len(count.tables),
            "endings": dict.fromkeys(ENDINGS, 0) | dict(sorted(count.endings.items())),
            "value": {
                side.id: {
                    "mean": round(mean(values) / 100, 2),
                    "p5": percentile(values, 5) / 100,
                    "p95": percentile(values, 95) / 100,
                }
                for side, values in ((each, self.values(number)) for number, each in enumerate(self.scenario.sides))
            },
            "settled": {
                issue: {settlement: round(share, 5) for settlement, share in shares.items()}
                for issue, shares in self.settled().items()
            },
            "nodes": {
                "total": len(self.scenario.nodes) - WRITTEN,
                "seen": len(self.scenario.nodes) - WRITTEN - len(self.unvisited),
            },
            "unvisited": self.unvisited,
            "stranded": {
                self.scenario.nodes[number].id: {
                    "times": times,
                    "way": list(shortened(self.scenario, number, count.ways[number])),
                }
                for number, times in sorted(count.stranded.items())
            },
            "expected": [
                {
                    "expect": each.expected.text,
                    "seen": None if each.seen is None else round(each.seen, 5),
                    "holds": each.holds,
                }
                for each in self.judged()
            ],
        }


def playtest(
    loaded: Loaded,
    games: int,
    seed: int = 0,
    seats: Seats = (RANDOM, RANDOM),
    *,
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda played: None,
) -> Playtest:
    """Play a scenario so many times, in this thread or wherever an executor plays; `progress` hears how many are done.

    Raises KeyError for a seat that nobody can take, and ValueError for a scenario that cannot be played.
    """
    scenario = loaded.scenario
    if scenario is None:
        raise ValueError("a scenario with faults cannot be played")
    begun = time.perf_counter()
    total = Tally()
    for found in _tallies(scenario, loaded.files, games, seed, seats, executor):
        total.add(found)
        progress(total.games)
    settlements = {issue.id: {each.id: s for s, each in enumerate(issue.settlements)} for issue in scenario.issues}
    expected = tuple(expectation(text, settlements) for text in loaded.expected)
    return Playtest(scenario, seats, seed, time.perf_counter() - begun, total, expected)


def game_seed(seed: int, number: int) -> int:
    """The seed of one game of many: 63 bits, so that it can be asked for on the command line and kept."""
    return Draw(seed, number).number() >> 1


def _tallies(
    scenario: Scenario, files: Mapping[str, bytes], games: int, seed: int, seats: Seats, executor: Executor | None
) -> Iterator[Tally]:
    """What each batch came to, in order."""
    batches = [
        [game_seed(seed, number) for number in range(first, min(first + BATCH, games))]
        for first in range(0, games, BATCH)
    ]
    if executor is None:
        yield from (_batch(scenario, seats, seeds, games) for seeds in batches)
    else:
        written = tuple(files.items())
        played = [executor.submit(_elsewhere, written, seats, seeds, games) for seeds in batches]
        yield from (each.result() for each in played)


def _batch(scenario: Scenario, seats: Seats, seeds: Sequence[int], games: int) -> Tally:
    """A batch of so many games in all."""
    with paused():
        return tally(scenario, seats, seeds, Rules.of(scenario, games))


def _elsewhere(files: tuple[tuple[str, bytes], ...], seats: Seats, seeds: list[int], games: int) -> Tally:
    """A batch in another process: conditions are functions and cannot be sent there, but files can."""
    return _batch(_scenario(files), seats, seeds, games)


@lru_cache(maxsize=1)
def _scenario(files: tuple[tuple[str, bytes], ...]) -> Scenario:
    scenario = load_files(dict(files)).scenario
    assert scenario is not None
    return scenario


def mean(counted: Counter[int]) -> float:
    """The mean of numbers, each with how often it came; 0 for none."""
    return sum(number * times for number, times in counted.items()) / (counted.total() or 1)


def percentile(counted: Counter[int], percent: int) -> int:
    """The smallest number that is not below so many of a hundred; 0 for none."""
    passed, total = 0, counted.total()
    for number, times in sorted(counted.items()):
        passed += times
        if 100 * passed >= percent * total:
            return number
    return 0
