"""The best reply to a counterpart that can be found by search: what a player who knew everything might have done.

Against one counterpart and one seed a game is a puzzle for one player, for the counterpart answers the same
moves alike. The search plays it many times over: towards some packages by a rough plan, then from some move
of the best game so far with another plan and other draws, and keeps what brought most. It is seeded, looks at
no clock, and gives the same game on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from game.engine.authority import allowed
from game.engine.chance import Draw
from game.engine.counterparts import counterpart
from game.engine.events import Event
from game.engine.issues import OPEN, PACKAGE_LIMIT, Gains, Package, with_package
from game.engine.medals import judge
from game.engine.moves import Accept, Move, Open, Packages, Pass, Recess, Refuse, Written, moves, propose
from game.engine.play import play, start
from game.engine.scenario import ANSWERS, END, FLOORS, Scenario
from game.engine.scoring import reservation, result, worth
from game.engine.state import State
from game.engine.views import known, view

TRIES = 300
"""How many games are played to find one."""
ANEW = 3
"""One in so many tries begins at the first move; the others go on from some move of the best game so far."""
PLANS = 2
"""How many packages a plan has at most."""


class Found(NamedTuple):
    """A game that was found, by its moves, and what it came to."""

    moves: tuple[str, ...]
    gain: int
    """What it brought the side over leaving everything open, in hundredths of a point."""
    interest: int
    """The same in hundredths of the best gain that could be authorised tonight: the medal's own measure."""
    tries: int


class _Line(NamedTuple):
    """A game that was played: the moves, with the positions before them, and what it brought."""

    score: tuple[int, int]
    """The gain, and how few moves it took."""
    steps: tuple[tuple[State, int, Move], ...]
    """Position, number of events before it, move."""
    log: tuple[Event, ...]
    last: State


def best_reply(scenario: Scenario, side: int, against: str, seed: int = 0, tries: int = TRIES) -> Found:
    """The best game that so many tries find for a side against a counterpart. Raises KeyError for its name."""
    hunt = _Hunt(scenario, side, against, seed)
    best = hunt.try_once(hunt.plan(), start(scenario), [], [])
    for number in range(1, tries):
        plan = hunt.plan()
        own = [i for i, (state, _, _) in enumerate(best.steps) if scenario.nodes[state.node].side == side]
        if number % ANEW == 0 or not own:
            found = hunt.try_once(plan, start(scenario), [], [])
        else:
            at = hunt.draw.one_of(own)
            state, events, _ = best.steps[at]
            found = hunt.try_once(plan, state, list(best.steps[:at]), list(best.log[:events]))
        best = max(best, found, key=lambda line: line.score)
    medal = judge(scenario, best.last, best.log).medals[side].interest
    interest = 100 * medal.gain // medal.best if medal.best else 0
    return Found(tuple(move.text for _, _, move in best.steps), medal.gain, interest, tries)


@dataclass
class _Hunt:
    """What stays the same from try to try, and the draws."""

    scenario: Scenario
    side: int
    against: str
    seed: int

    def __post_init__(self) -> None:
        self.draw = Draw(self.seed)
        self.player = counterpart(self.against)
        self.knows = known(self.scenario, 1 - self.side)
        self.worth = worth(self.scenario, self.side)
        self.aims = _aims(self.scenario, self.side)

    def plan(self) -> tuple[Package, ...]:
        """Some packages to work for, the better ones oftener."""
        if not self.aims:
            return ()
        return tuple(
            self.aims[min(self.draw.below(len(self.aims)), self.draw.below(len(self.aims)))]
            for _ in range(1 + self.draw.below(PLANS))
        )

    def try_once(
        self, plan: Sequence[Package], state: State, steps: list[tuple[State, int, Move]], log: list[Event]
    ) -> _Line:
        """Play on from a position to the end."""
        scenario = self.scenario
        while state.node != END:
            turn = scenario.nodes[state.node].side
            if turn == self.side:
                move = self.choose(plan, state)
            else:
                seen = view(scenario, state, turn, log)
                move = self.player.choose(self.knows, seen, Draw(self.seed, state.moves_made)).move
            steps.append((state, len(log), move))
            state, events = play(scenario, state, move)
            log += events
        gain = result(scenario, state)[1][self.side] - reservation(scenario, self.side)
        return _Line((gain, -len(steps)), tuple(steps), tuple(log), state)

    # What it does on the way to a plan

    def choose(self, plan: Sequence[Package], state: State) -> Move:
        """A move that serves the plan, and now and then any other."""
        offered = moves(self.scenario, state)
        if len(offered) == 1:
            return offered[0]
        table = state.deals.table
        wanted = [each for each in plan if any(table[i] != s for i, s in each)]
        if state.node in ANSWERS:
            return self.answer(wanted, state, offered)
        if state.node in FLOORS:
            return self.on_the_floor(wanted, state, offered)
        return self.speak(wanted, state, offered)

    def answer(self, wanted: Sequence[Package], state: State, offered: Sequence[Move]) -> Move:
        gains = self.worth.over(state.deals.table)
        tabled = state.deals.tabled
        good = gains(tabled) > 0 and all(allowed(self.scenario, state, self.side, i, s) for i, s in tabled)
        if good and (not wanted or self.draw.below(2)):
            return next(move for move in offered if isinstance(move, Accept))
        if (ready := self.ready(wanted, state)) and self.draw.below(4):
            return ready
        return self.draw.one_of([move for move in offered if isinstance(move, Refuse)])

    def on_the_floor(self, wanted: Sequence[Package], state: State, offered: Sequence[Move]) -> Move:
        if (ready := self.ready(wanted, state)) and self.draw.below(8):
            return ready
        missing = self.missing(wanted, state)
        for move in offered:
            if isinstance(move, Recess) and state.deals.reach & move.bit and move.when.test(state):
                asked = (move.issue, move.settlement)
                if any(asked in each for each in wanted) and self.draw.below(8):
                    return move
        openings = [move for move in offered if isinstance(move, Open)]
        towards = [move for move in openings if self.reaches(move.topic) & missing]
        if towards and self.draw.below(8):
            return self.draw.one_of(towards)
        if openings and self.draw.below(4):
            return self.draw.one_of(openings)
        return next(move for move in offered if isinstance(move, Pass))

    def speak(self, wanted: Sequence[Package], state: State, offered: Sequence[Move]) -> Move:
        missing = self.missing(wanted, state)
        written = [move for move in offered if isinstance(move, Written)]
        useful = [move for move in written if move.reach & missing]
        if useful and self.draw.below(8):
            return self.draw.one_of(useful)
        out = [move for move in written if move.ends_topic]
        if out and not missing & self.reaches(self.scenario.nodes[state.node].topic) and self.draw.below(2):
            return self.draw.one_of(out)
        return self.draw.one_of(offered)

    def ready(self, wanted: Sequence[Package], state: State) -> Move | None:
        """A package of the plan that can be tabled, and that home allows."""
        can = Packages(self.scenario, state)
        for each in wanted:
            package = tuple((i, s) for i, s in each if state.deals.table[i] != s)
            move = propose(self.scenario, package)
            if move in can and all(allowed(self.scenario, state, self.side, i, s) for i, s in package):
                return move
        return None

    def missing(self, wanted: Sequence[Package], state: State) -> int:
        """The settlements of the plan that nobody has put in words, as bits."""
        bits = 0
        for each in wanted:
            for i, s in each:
                bits |= self.scenario.issues[i].settlements[s].bit
        return bits & ~state.deals.reach

    def reaches(self, topic: int) -> int:
        """The settlements that the side can put in words in a topic, as bits."""
        return _reaches(self.scenario, self.side)[topic] if topic >= 0 else 0


@lru_cache(maxsize=4)
def _reaches(scenario: Scenario, side: int) -> tuple[int, ...]:
    found = [0] * len(scenario.topics)
    for node in scenario.nodes:
        if node.topic >= 0 and node.side == side:
            for move in node.moves:
                found[node.topic] |= move.reach
    return tuple(found)


@lru_cache(maxsize=4)
def _aims(scenario: Scenario, side: int) -> tuple[Package, ...]:
    """The packages by which both sides gain and that neither capital forbids, the best for this side first."""
    table = (OPEN,) * len(scenario.issues)
    own: Gains = worth(scenario, side).over(table)
    other: Gains = worth(scenario, 1 - side).over(table)
    pairs = [pair for pair, rules in scenario.authority.items() if all(rule is not False for rule in rules)]
    found = []
    for size in range(1, PACKAGE_LIMIT + 1):
        for package in combinations(sorted(pairs), size):
            if len({i for i, _ in package}) < size:
                continue
            possible = not any(each.holds(with_package(table, package)) for each in scenario.impossible)
            if possible and (gain := own(package)) > 0 and other(package) > 0:
                found.append((-gain, package))
    return tuple(package for _, package in sorted(found))
