"""Search of one topic: which of its moves can be made in some game, and which in none.

Whole positions never meet again, because minutes and what was said only grow. So everything that no
condition of the topic reads is cleared away, and the search plays on the cleared positions themselves.
What it finds is played again from the start, in whole positions, before it is reported as reached.

The search stays in its topic, so it proves nothing of moves that need something from another one. That
is left to `possible`, which takes every fact of the scenario by itself and asks only whether it could
ever hold. What is not even possible so is proved unreachable; whatever is left was merely not seen.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from game.engine.moves import NotAMove, moves, read
from game.engine.play import play, start
from game.engine.possible import possible
from game.engine.scenario import END, FLOORS, Scenario, Written
from game.engine.state import State
from game.engine.unrolled import unrolled

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
    paths, states, complete = search.run(limit, 0)
    # What is said again is like what is said first, until where it leads is asked for: then one such move is followed.
    for move in search.said_again():
        if not search.all_come_to(move, paths):
            found, more, _ = search.run(AGAIN_LIMIT, move.bit)
            paths = found | paths
            states += more
    paths = {text: path for text, path in paths.items() if _really(scenario, path)}
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


def _really(scenario: Scenario, path: tuple[str, ...]) -> bool:
    """Whether a game can be played so, in whole positions."""
    state = start(scenario)
    try:
        for text in path:
            state = play(scenario, state, read(scenario, state, text)).state
    except NotAMove:
        return False
    return True


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
        self.rules = unrolled(scenario)
        self.start = start(scenario)
        opening = f"open {scenario.topics[topic].id}"
        self.tried = {opening, "pass", *(("sum-up",) if topic == scenario.closing_topic else ())}
        """On the floor only this topic is opened."""

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
        if meters != begun.meters:
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
        """Whether a move was made at every node of the topic to which a move leads when it is said again."""
        nodes = {way.to for way in move.again.goto} & self.inside if move.again is not None else set()
        return all(any(each.text in paths for each in self.scenario.nodes[node].moves) for node in nodes)

    def run(self, limit: int, kept: int) -> tuple[dict[str, Path], int, bool]:
        """Breadth first, until every move was made: a path to each, how many positions, and whether there are no more.

        `kept` is the bit of a move that is remembered though no condition reads it.
        """
        self.kept = self.reads.said | kept
        before: dict[State, tuple[State | None, Path]] = {state: (None, path) for state, path in self.beginnings()}
        found: dict[str, Path] = {}
        waiting = deque(before)
        while waiting and len(before) < limit and len(found) < len(self.texts):
            state = waiting.popleft()
            if state.node not in self.inside and state.node not in FLOORS:
                continue
            for move in self.rules.moves(state):
                if state.node in FLOORS and move.text not in self.tried:
                    continue
                if move.text in self.texts and move.text not in found:
                    found[move.text] = (*_path(before, state), move.text)
                after = self.cleared(self.rules.play(state, move)[0])
                if after not in before:
                    before[after] = (state, (move.text,))
                    waiting.append(after)
        return found, len(before), not waiting or len(found) == len(self.texts)

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


def _path(before: Mapping[State, tuple[State | None, Path]], state: State | None) -> Path:
    parts: list[Path] = []
    while state is not None:
        state, path = before[state]
        parts.append(path)
    return tuple(text for path in reversed(parts) for text in path)
