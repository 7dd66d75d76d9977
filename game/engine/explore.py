"""Search of one topic: which of its moves can be made in some game, and which in none.

Whole positions never meet again, because minutes and what was said only grow. So everything that no
condition of the topic reads is cleared away (`projection`), and the search goes from one cleared position to
the next (`ways`). What it finds is played again from the start before it is reported as reached.

Nodes to which only a move said a second time leads lie behind everything that could be said in between.
To them the search goes from where such a move was first made, first to what stands nearer on the map.

The search stays in its topic, so it proves nothing of moves that need something from another one. That
is left to `possible`, which takes every fact of the scenario by itself and asks only whether it could
ever hold. What is not even possible so is proved unreachable; whatever is left was merely not seen.
"""

from collections import deque
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from game.engine.claims import members
from game.engine.moves import NotAMove, moves, read
from game.engine.play import next_state, start
from game.engine.possible import possible
from game.engine.projection import WHOLE, Cleared, Projection
from game.engine.scenario import END, FLOOR, FLOORS, Node, Scenario, Written
from game.engine.state import State
from game.engine.ways import Ways

Path: TypeAlias = tuple[str, ...]
"""A game from the start, by the text forms of its moves."""

LIMIT = 50_000
"""How many cleared positions are looked at before a search is given up."""

AGAIN_LIMIT = 5_000
"""How many are looked at for one move that is said again."""


@dataclass(frozen=True, slots=True)
class Explored:
    """What a search of one topic showed. Moves by their text forms, in declared order."""

    topic: str
    paths: Mapping[str, tuple[str, ...]]
    """By move that can be made, a whole game from the start up to it: played, so it is certain."""
    unreachable: tuple[str, ...]
    """Moves that no game can come to: proved."""
    unseen: tuple[str, ...]
    """Moves of which neither was shown: they may need something from another topic, or lie beyond the limit."""
    states: int
    """The cleared positions that were looked at."""
    complete: bool
    """Whether the search made every move, or came to the end of the cleared positions within its limit."""


def explore(scenario: Scenario, topic: int, limit: int = LIMIT) -> Explored:
    """Search a topic, by its number, to the end or to the limit."""
    search, games = _Search(scenario, topic), _Games(scenario)
    paths, states, complete = search.first_said(limit)
    # What is said again is like what is said first, until where it leads is asked for: then one such move is followed.
    for move in search.said_again:
        if move.text in paths and search.behind(move)[1] - paths.keys():
            state = games.after(paths[move.text])
            if state is not None:
                found, more = search.once_more(move, state, paths[move.text])
                paths = found | paths
                states += more
    ordered = sorted(paths.items(), key=itemgetter(1))  # so that games which begin alike stand side by side
    paths = {text: path for text, path in ordered if games.after(path) is not None}
    missing = [move for move in search.written if move.text not in paths]
    could_be = possible(scenario) if missing else frozenset()
    return Explored(
        scenario.topics[topic].id,
        {move.text: paths[move.text] for move in search.written if move.text in paths},
        tuple(move.text for move in missing if move.text not in could_be),
        tuple(move.text for move in missing if move.text in could_be),
        states,
        complete or not missing,
    )


class _Games:
    """Games played in whole positions, each from where it parts from the one before."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.texts: Path = ()
        self.states = [start(scenario)]

    def after(self, path: Path) -> State | None:
        """Where a game comes to whose moves are these; None where there is no such game."""
        alike = 0
        for text, other in zip(path, self.texts[: len(self.states) - 1], strict=False):
            if text != other:
                break
            alike += 1
        del self.states[alike + 1 :]
        self.texts = path
        try:
            for text in path[alike:]:
                state = self.states[-1]
                self.states.append(next_state(self.scenario, state, read(self.scenario, state, text)))
        except NotAMove:
            return None
        return self.states[-1]


class _Search:
    """What a topic leads to, from cleared position to cleared position."""

    def __init__(self, scenario: Scenario, topic: int) -> None:
        self.scenario = scenario
        self.nodes = [node for node in scenario.nodes if node.topic == topic]
        self.written = [move for node in self.nodes for move in node.moves]
        self.said_again = [each for each in self.written if each.again is not None and each.again.goto is not each.goto]
        """The moves that lead elsewhere when they are said again."""
        self.projection = Projection(scenario, topic, self.said_again)
        self.ways = Ways(scenario, topic, self.projection)
        self.leads = {node.number: _leads(node) for node in self.nodes}
        """From each node of the topic, and from the floors, where one can go with nothing said twice."""
        opens = scenario.topics[topic].opens
        self.leads |= {FLOORS[side]: {opens[side], FLOORS[1 - side]} for side in (0, 1)}

    def behind(self, move: Written) -> tuple[set[int], set[str]]:
        """The nodes of the topic to which a move leads when it is said again, and the moves that can be made there."""
        ways = move.again.goto if move.again is not None else ()
        nodes = [node for node in self.nodes if node.number in {way.to for way in ways}]
        return {node.number for node in nodes}, {each.text for node in nodes for each in node.moves}

    def first_said(self, limit: int) -> tuple[dict[str, Path], int, bool]:
        """Everything to which a way leads without a word said twice; and whether there are no more positions."""
        begun = beginnings(self.scenario)
        near = _closure({state.node for state, _ in begun}, self.leads)
        wanted = {move.text for node in self.nodes if node.number in near for move in node.moves}
        keep = self.projection.keeping()
        return self.run({self.projection.clear(state) & keep: path for state, path in begun}, limit, wanted, keep, {})

    def once_more(self, move: Written, state: State, path: Path) -> tuple[dict[str, Path], int]:
        """What comes of a move said again, from where a path made it first."""
        to, wanted = self.behind(move)
        said_at = next(node.number for node in self.nodes if move in node.moves)
        keep = self.projection.keeping(move)
        begun = {self.projection.clear(state) & keep: path}
        found, states, _ = self.run(begun, AGAIN_LIMIT, wanted, keep, self.steps_to(to, said_at))
        return found, states

    def run(
        self,
        begun: Mapping[Cleared, Path],
        limit: int,
        wanted: Set[str],
        keep: Cleared,
        steps: Mapping[int, int],
    ) -> tuple[dict[str, Path], int, bool]:
        """A path to each move that is made until all that are wanted were: how many positions, and whether it ended.

        What was come to first is looked at first; where `steps` to a goal are given, what is fewest steps from it.
        """
        self.ways.keep(keep)
        choice_at, after, node = self.ways.choice, self.ways.after, self.projection.node(WHOLE)
        before: dict[Cleared, Cleared | None] = dict.fromkeys(begun)
        found: dict[str, Path] = {}
        unmade = sum(move.bit for move in self.written)
        goal = sum(move.bit for move in self.written if move.text in wanted)
        far = max(steps.values(), default=-1) + 1
        waiting: list[deque[Cleared]] = [deque(begun), *(deque() for _ in range(far))]
        at = 0
        while unmade & goal and at <= far and len(before) < limit:
            if not waiting[at]:
                at += 1
                continue
            position = waiting[at].popleft()
            choice = choice_at(position)
            if made := choice.said & unmade:
                path = self.path(before, begun, position)
                for text in (self.scenario.moves[number].text for number in members(made)):
                    found[text] = (*path, text)
                unmade ^= made
            for to in after(position, choice):
                if to not in before:
                    before[to] = position
                    near = steps.get(to & node, far) if steps else 0
                    waiting[near].append(to)
                    if near < at:
                        at = near
        return found, len(before), not any(waiting)

    def path(self, before: Mapping[Cleared, Cleared | None], begun: Mapping[Cleared, Path], position: Cleared) -> Path:
        """A whole game up to a position. Few are told of, so only now it is asked by which moves it came there."""
        texts = []
        while (came_from := before[position]) is not None:
            texts.append(next(text for text, to in self.ways.out_of(came_from) if to == position))
            position = came_from
        return (*begun[position], *reversed(texts))

    def steps_to(self, goal: Set[int], last: int) -> dict[int, int]:
        """How many ways there are at least from each node to a goal, to which only the last node leads."""
        steps = dict.fromkeys(goal, 0) | {last: 1}
        waiting = deque([last])
        while waiting:
            to = waiting.popleft()
            for number, leads in self.leads.items():
                if to in leads and number not in steps:
                    steps[number] = steps[to] + 1
                    waiting.append(number)
        return steps


@lru_cache(maxsize=16)
def beginnings(scenario: Scenario) -> tuple[tuple[State, Path], ...]:
    """The start of the game, and the first time that each side has the floor, with the moves to it."""
    begun = start(scenario)
    found: list[tuple[State, Path]] = [(begun, ())]
    seen, sides = {begun.node}, set(FLOORS)
    waiting: deque[tuple[State, Path]] = deque(found)
    while waiting and sides:
        state, path = waiting.popleft()
        if state.node in sides:
            sides.remove(state.node)
            found.append((state, path))
        for move in moves(scenario, state):
            after = next_state(scenario, state, move)
            if after.node not in seen and after.node != END:
                seen.add(after.node)
                waiting.append((after, (*path, move.text)))
    return tuple(found)


def _leads(node: Node) -> set[int]:
    to = {node.yields, *(way.to for move in node.moves for way in move.goto)}
    return to | {*FLOORS} if FLOOR in to else to


def _closure(reached: set[int], leads: Mapping[int, Set[int]]) -> set[int]:
    """Every node that can be come to from some."""
    waiting = [*reached]
    while waiting:
        more = leads.get(waiting.pop(), set()) - reached
        reached |= more
        waiting += more
    return reached
