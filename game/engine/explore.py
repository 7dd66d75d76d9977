"""Search of one topic: which of its moves can be made in some game, and which in none.

Whole positions never meet again, because minutes and what was said only grow. So everything that no
condition of the topic reads is cleared away, and the search plays on the cleared positions themselves.
What it finds is played again from the start, in whole positions, before it is reported as reached.

Nodes to which only a move said a second time leads lie behind everything that could be said in between.
To them the search goes from where such a move was first made, first to what stands nearer on the map.

The search stays in its topic, so it proves nothing of moves that need something from another one. That
is left to `possible`, which takes every fact of the scenario by itself and asks only whether it could
ever hold. What is not even possible so is proved unreachable; whatever is left was merely not seen.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from game.engine.moves import NotAMove, moves, read
from game.engine.play import play, start
from game.engine.possible import possible
from game.engine.scenario import END, FLOOR, FLOORS, Node, Scenario, Written
from game.engine.state import State
from game.engine.unrolled import unrolled

LIMIT = 50_000
"""How many cleared positions are looked at before a search is given up."""

AGAIN_LIMIT = 5_000
"""How many are looked at for one move that is said again."""

_FAR = 999
"""Further than any way leads."""


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


class Reads(NamedTuple):
    """What the conditions of a topic read, each set as bits."""

    said: int
    made: int
    due: int
    answered: int
    reach: int
    grants: tuple[int, int]
    issues: tuple[int, ...]
    meters: tuple[int, ...]
    clock: bool


_SETS = re.compile(r"\(([^()]+)\) & (0x[0-9a-f]+)")


def reads(codes: Iterable[str]) -> Reads:
    """What conditions read. Their code is the engine's own, so it can be told from that."""
    masks: dict[str, int] = {}
    issues, meters, clock = set(), set(), False
    for code in codes:
        for sets, mask in _SETS.findall(code):
            for each in re.findall(r"[a-z]+(?:\[\d\])*", sets):
                masks[each] = masks.get(each, 0) | int(mask, 16)
        issues |= {int(number) for number in re.findall(r"deals\[1\]\[(\d+)\]", code)}
        meters |= {int(number) for number in re.findall(r"meters\[(\d+)\]", code)}
        clock = clock or "minutes" in code
    said, made, due, answered, reach, *grants = (
        masks.get(each, 0) for each in ("said", "made", "due", "answered", "deals[0]", "deals[4][0]", "deals[4][1]")
    )
    both = (grants[0], grants[1])
    return Reads(said, made, due, answered, reach, both, tuple(sorted(issues)), tuple(sorted(meters)), clock)


def explore(scenario: Scenario, topic: int, limit: int = LIMIT) -> Explored:
    """Search a topic, by its number, to the end or to the limit."""
    search = _Search(scenario, topic)
    paths, states, complete = search.first_said(limit)
    # What is said again is like what is said first, until where it leads is asked for: then one such move is followed.
    for move in search.said_again():
        if move.text in paths and not search.all_come_to(move, paths):
            found, more = search.once_more(move, paths[move.text])
            paths = found | paths
            states += more
    paths = {text: path for text, path in paths.items() if _played(scenario, path) is not None}
    could_be = possible(scenario)
    missing = [move for move in search.written if move.text not in paths]
    return Explored(
        scenario.topics[topic].id,
        {move.text: paths[move.text] for move in search.written if move.text in paths},
        tuple(move.text for move in missing if move.text not in could_be),
        tuple(move.text for move in missing if move.text in could_be),
        states,
        complete or not missing,
    )


def _played(scenario: Scenario, path: tuple[str, ...]) -> State | None:
    """Where a game comes to, in whole positions, whose moves are these; None where there is no such game."""
    state = start(scenario)
    try:
        for text in path:
            state = play(scenario, state, read(scenario, state, text)).state
    except NotAMove:
        return None
    return state


Path: TypeAlias = tuple[str, ...]


class _Search:
    """The cleared positions of one topic, and what leads from one to another."""

    def __init__(self, scenario: Scenario, topic: int) -> None:
        self.scenario = scenario
        self.topic = topic
        self.nodes = [node for node in scenario.nodes if node.topic == topic]
        self.inside = frozenset(node.number for node in self.nodes)
        self.written = [move for node in self.nodes for move in node.moves]
        self.texts = frozenset(move.text for move in self.written)
        self.reads = reads(_codes(self.written))
        self.kept = self.reads.said
        self.unread = len(scenario.meters) > len(self.reads.meters)
        """Whether there are meters that no condition reads."""
        self.rules = unrolled(scenario)
        self.start = start(scenario)
        opening = f"open {scenario.topics[topic].id}"
        self.tried = {opening, "pass", *(("sum-up",) if topic == scenario.closing_topic else ())}
        """On the floor only this topic is opened."""
        self.ways = {node.number: _ways(node) for node in self.nodes}
        """From each node of the topic, and from the floors, where one can go with nothing said twice."""
        opens = scenario.topics[topic].opens
        self.ways |= {FLOORS[side]: {opens[side], FLOORS[1 - side]} for side in (0, 1)}

    def cleared(self, state: State) -> State:
        """A position without what no condition of the topic reads."""
        node, minutes, _, run, floor, passes, said, _, made, offered, due, answered, meters, deals = state
        asked, begun = self.reads, self.start
        reach, table, _, _, grants, *_ = deals
        blank = begun.deals
        if reach or grants != blank.grants or table != blank.table:
            blank = blank._replace(
                reach=reach & asked.reach,
                table=tuple(at if issue in asked.issues else 0 for issue, at in enumerate(table)),
                grants=(grants[0] & asked.grants[0], grants[1] & asked.grants[1]),
            )
        if self.unread and meters != begun.meters:
            meters = tuple(
                value if number in asked.meters else begun.meters[number] for number, value in enumerate(meters)
            )
        parts = (
            node, minutes if asked.clock else 0, 0, run if node in self.inside else 0, floor, passes, said & self.kept,
            0, made & asked.made, offered & asked.due, due & asked.due, answered & asked.answered, meters, blank,
        )  # fmt: skip
        return tuple.__new__(State, parts)

    def said_again(self) -> Iterator[Written]:
        """The moves that lead elsewhere when they are said again."""
        yield from (move for move in self.written if move.again is not None and move.again.goto is not move.goto)

    def all_come_to(self, move: Written, paths: Mapping[str, Path]) -> bool:
        """Whether every move was made at the nodes of the topic to which a move leads when it is said again."""
        nodes = {way.to for way in move.again.goto} & self.inside if move.again is not None else set()
        return all(each.text in paths for node in nodes for each in self.scenario.nodes[node].moves)

    def first_said(self, limit: int) -> tuple[dict[str, Path], int, bool]:
        """Everything to which a way leads without a word said twice; and whether there are no more positions."""
        begun = dict(self.beginnings())
        near = _closure({state.node for state in begun}, self.ways)
        wanted = {move.text for node in self.nodes if node.number in near for move in node.moves}
        return self.run(begun, limit, wanted)

    def once_more(self, move: Written, path: Path) -> tuple[dict[str, Path], int]:
        """What comes of a move said again, from where a path made it first."""
        state = _played(self.scenario, path)
        if state is None or move.again is None:
            return {}, 0
        to = {way.to for way in move.again.goto} & self.inside
        wanted = {each.text for number in to for each in self.scenario.nodes[number].moves}
        said_at = next(node.number for node in self.nodes if move in node.moves)
        self.kept = self.reads.said | move.bit
        found, states, _ = self.run({self.cleared(state): path}, AGAIN_LIMIT, wanted, self.steps_to(to, said_at))
        return found, states

    def run(
        self, begun: Mapping[State, Path], limit: int, wanted: Set[str], steps: Mapping[int, int] | None = None
    ) -> tuple[dict[str, Path], int, bool]:
        """A path to each move that is made until all that are wanted were: how many positions, and whether it ended.

        What was come to first is looked at first; where `steps` to a goal are given, what is fewest steps from it.
        """
        before: dict[State, tuple[State | None, Path]] = {state: (None, path) for state, path in begun.items()}
        found: dict[str, Path] = {}
        missing = set(wanted)
        waiting = [(0, place, state) for place, state in enumerate(before)]
        while waiting and len(before) < limit and missing:
            _, _, state = heappop(waiting)
            if state.node not in self.inside and state.node not in FLOORS:
                continue
            for move in self.rules.moves(state):
                if state.node in FLOORS and move.text not in self.tried:
                    continue
                if move.text in self.texts and move.text not in found:
                    found[move.text] = (*_path(before, state), move.text)
                    missing.discard(move.text)
                after = self.cleared(self.rules.play(state, move)[0])
                if after not in before:
                    before[after] = (state, (move.text,))
                    heappush(waiting, (steps.get(after.node, _FAR) if steps else 0, len(before), after))
        return found, len(before), not waiting

    def steps_to(self, goal: Set[int], last: int) -> dict[int, int]:
        """How many ways there are at least from each node to a goal, to which only the last node leads."""
        steps = dict.fromkeys(goal, 0) | {last: 1}
        waiting = deque([last])
        while waiting:
            to = waiting.popleft()
            for number, ways in self.ways.items():
                if to in ways and number not in steps:
                    steps[number] = steps[to] + 1
                    waiting.append(number)
        return steps

    def beginnings(self) -> Iterator[tuple[State, Path]]:
        """The start of the game, and the first time that each side has the floor, with the moves to it."""
        scenario = self.scenario
        begun = start(scenario)
        yield self.cleared(begun), ()
        seen, sides = {begun.node: ()}, set(FLOORS)
        waiting: deque[tuple[State, Path]] = deque([(begun, ())])
        while waiting and sides:
            state, path = waiting.popleft()
            if state.node in sides:
                sides.remove(state.node)
                yield self.cleared(state), path
            for move in moves(scenario, state):
                after = play(scenario, state, move).state
                if after.node not in seen and after.node != END:
                    seen[after.node] = ()
                    waiting.append((after, (*path, move.text)))


def _codes(written: Iterable[Written]) -> Iterator[str]:
    """Every condition of some moves, and of where they lead."""
    for move in written:
        ways = (*move.goto, *(move.again.goto if move.again is not None else ()))
        yield from (each.code for each in (move.when, *(way.when for way in ways)) if each is not None)


def _ways(node: Node) -> set[int]:
    to = {node.yields, *(way.to for move in node.moves for way in move.goto)}
    return to | {*FLOORS} if FLOOR in to else to


def _closure(reached: set[int], ways: Mapping[int, Set[int]]) -> set[int]:
    """Every node that can be come to from some."""
    waiting = [*reached]
    while waiting:
        more = ways.get(waiting.pop(), set()) - reached
        reached |= more
        waiting += more
    return reached


def _path(before: Mapping[State, tuple[State | None, Path]], state: State | None) -> Path:
    parts: list[Path] = []
    while state is not None:
        state, path = before[state]
        parts.append(path)
    return tuple(text for path in reversed(parts) for text in path)
