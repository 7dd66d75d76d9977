"""What is counted while games are played: small sums that add up to the same total in any order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import TypeAlias

from game.engine.events import Closing, Event, Spoke
from game.engine.issues import Table
from game.engine.moves import Leave, Move
from game.engine.play import next_state
from game.engine.scenario import END, Scenario
from game.engine.scoring import result
from game.engine.state import State
from game.engine.views import known
from game.scenarios.rehearse import Rules, Seats, rehearse
from game.speech.telling import Teller

WORDS_A_MINUTE = 150
"""How fast a person reads."""
DECISION = 10
"""Seconds in which a person decides, beyond the reading."""

STUCK = -1
"""In place of a node: the game never came to its end."""

Way: TypeAlias = tuple[str, ...]
"""Moves from the start, by their text forms."""


@dataclass(slots=True)
class Tally:
    """What some games came to. Positions and tables are told apart by their numbers."""

    games: int = 0
    choices: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    """Games that ended, by what began the summing-up: `asked`, `passes`, `time`, or `led` where a topic led there."""
    tables: Counter[Table] = field(default_factory=Counter)
    """What was left of a game when the capitals had spoken."""
    disavowed: int = 0
    """Games in which a capital did not stand by something."""
    minutes: Counter[int] = field(default_factory=Counter)
    seconds: Counter[int] = field(default_factory=Counter)
    """How long a person on either side would have sat there: two for each game."""
    said: int = 0
    """Written moves made in any game, as bits."""
    worn: int = 0
    """Those made a second time in one game, as bits."""
    visited: Counter[int] = field(default_factory=Counter)
    """By node, how often it was come to."""
    made: Counter[int] = field(default_factory=Counter)
    """By written move, the number of games in which it was made."""
    stranded: Counter[int] = field(default_factory=Counter)
    """By node, how often nothing written could be said and `leave` was the only move."""
    looked: Counter[int] = field(default_factory=Counter)
    """By node with two or more moves, how often their effects were compared."""
    alike: Counter[int] = field(default_factory=Counter)
    """By node, how often all of them came to the same."""
    ways: dict[int, Way] = field(default_factory=dict)
    """The shortest game to each node at which `leave` was the only move; under `STUCK`, the shortest stuck game."""

    @property
    def stuck(self) -> int:
        """Games that never ended."""
        return self.games - self.endings.total()

    def add(self, other: "Tally") -> None:
        """Count the games of another tally too."""
        self.said |= other.said
        self.worn |= other.worn
        self.games += other.games
        self.choices += other.choices
        self.disavowed += other.disavowed
        for each in fields(self):
            if isinstance(counter := getattr(self, each.name), Counter):
                counter.update(getattr(other, each.name))
        for fault, way in other.ways.items():
            self.note(fault, way)

    def note(self, fault: int, way: Way) -> None:
        """Keep the shortest way to a fault; of equals the first in order, so that it is the same in any order."""
        kept = self.ways.get(fault)
        if kept is None or (len(way), way) < (len(kept), kept):
            self.ways[fault] = way


def tally(scenario: Scenario, seats: Seats, seeds: Sequence[int], rules: Rules | None = None) -> Tally:
    """Play one game for each seed, by rules that may be written out.

    Whether moves matter is looked at where a node is first met with two or more.
    """
    found = Tally(games=len(seeds))
    reader = _reader(scenario)
    nodes, looked = scenario.nodes, found.looked
    for seed in seeds:
        log: list[Event] = []
        reading = [0, 0]
        decisions = [0, 0]
        way: list[str] = []
        for step in rehearse(scenario, seed, seats, rules):
            before, offered, move, after, events, _ = step
            node = before.node
            side = nodes[node].side
            log += events
            decisions[side] += 1
            reading[side] += reader.offered(offered, side)
            if node not in looked and len(offered) > 1:
                looked[node] += 1
                found.alike[node] += not matters(scenario, before, offered)
            found.visited[node] += 1
            if type(move) is Leave:
                found.stranded[node] += 1
                found.note(node, tuple(way))
            way.append(move.text)
        found.choices += after.moves_made
        found.said |= after.said
        found.worn |= after.worn
        said, number = after.said, 0
        while said:
            skipped = (said & -said).bit_length()
            number += skipped
            found.made[number - 1] += 1
            said >>= skipped
        if after.node != END:
            found.note(STUCK, tuple(way))
            continue
        found.endings[next((each.why for each in reversed(log) if isinstance(each, Closing)), "led")] += 1
        found.minutes[after.minutes] += 1
        table, _ = result(scenario, after)
        found.tables[table] += 1
        found.disavowed += table != after.deals.table
        for side, told in enumerate(reader.told(log)):
            words = reading[side] + told
            found.seconds[words * 60 // WORDS_A_MINUTE + decisions[side] * DECISION] += 1
    return found


def matters(scenario: Scenario, state: State, offered: Sequence[Move]) -> bool:
    """Whether it matters which move is made: whether two of them lead to positions that differ.

    That one and not the other was said, and how many minutes it took, is not counted as a difference:
    any two moves differ in that.
    """
    return len({_mark(next_state(scenario, state, move)) for move in offered}) > 1


def _mark(state: State) -> tuple[object, ...]:
    return state.node, state.floor, state.made, state.due, state.answered, state.meters, state.deals


class _Reader:
    """Counts the words that a person is shown. Each text is put together once and its number of words kept."""

    def __init__(self, scenario: Scenario) -> None:
        words = scenario.words
        self._teller = Teller(lambda id: words.get(id, ""), known(scenario, 0))
        self._labels: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self._told: dict[object, int] = {}

    def offered(self, moves: Sequence[Move], side: int) -> int:
        """Words of the choices that a side is offered."""
        labels = self._labels[side]
        count = 0
        for move in moves:
            words = labels.get(move.text)
            if words is None:
                words = labels[move.text] = _words(self._teller.label(move, side))
            count += words
        return count

    def told(self, log: Sequence[Event]) -> tuple[int, int]:
        """Words of everything that happened, for each side; what a capital answers, only its own side reads."""
        told = self._told
        both, alone = 0, [0, 0]
        for event in log:
            # With its type, for events of two types are equal where their parts are. What is spoken has parts enough
            # for hashing them to take most of the counting.
            key = (event.move, event.again) if type(event) is Spoke else (type(event), event)
            words = told.get(key)
            if words is None:
                words = told[key] = sum(_words(each.text) for each in self._teller.tell((event,)))
            if event.to is None:
                both += words
            else:
                alone[event.to] += words
        return both + alone[0], both + alone[1]


@lru_cache(maxsize=2)
def _reader(scenario: Scenario) -> _Reader:
    return _Reader(scenario)


def _words(text: str) -> int:
    return len(text.split())
