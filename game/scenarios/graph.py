"""The talks as a graph: for each topic its nodes, their moves and where these lead."""

from collections.abc import Mapping
from typing import NamedTuple

from game.engine.scenario import END, FLOOR, WRITTEN, Scenario, Topic, Written
from game.scenarios.playtest import Playtest


class GraphMove(NamedTuple):
    """A move at a node."""

    name: str
    label: str
    seen: float | None
    """In what share of the games of a playtest it was made; None without one."""


class GraphNode(NamedTuple):
    """A place of a topic; or one outside it, to which the topic leads."""

    name: str
    """The node in its topic; `floor`, `floor-SIDE`, `end` or `TOPIC/NODE` outside."""
    side: int
    """Whose turn it is; -1 outside."""
    moves: tuple[GraphMove, ...]
    entry: bool
    visits: int | None
    """How often games of a playtest came there; None without one, or outside."""


class Graph(NamedTuple):
    """One topic."""

    topic: str
    title: str
    sides: tuple[str, str]
    nodes: tuple[GraphNode, ...]
    edges: Mapping[tuple[str, str], tuple[str, ...]]
    """From node to node by the moves that lead there."""


def graphs(scenario: Scenario, found: Playtest | None = None, topics: tuple[str, ...] = ()) -> list[Graph]:
    """The graph of each topic, or of those that are named. Raises KeyError for a topic that there is not."""
    known = {topic.id: topic for topic in scenario.topics}
    return [_graph(scenario, known[name], found) for name in topics or known]


def _graph(scenario: Scenario, topic: Topic, found: Playtest | None) -> Graph:
    places = [node for node in scenario.nodes[WRITTEN:] if node.topic == topic.number]
    nodes, edges = [], dict[tuple[str, str], tuple[str, ...]]()
    inside = {node.number for node in places}
    outside: dict[str, None] = {}
    for node in places:
        name = _inner(node.id)
        for move in node.moves:
            for branch in (*move.goto, *(move.again.goto if move.again else ())):
                to = _name(scenario, branch.to, inside)
                if branch.to not in inside:
                    outside.setdefault(to)
                if _move(move) not in edges.get((name, to), ()):
                    edges[name, to] = (*edges.get((name, to), ()), _move(move))
        moves = tuple(
            GraphMove(_move(move), scenario.words.get(f"{move.text}:label", ""), _seen(move, found))
            for move in node.moves
        )
        visits = found.tally.visited[node.number] if found else None
        nodes.append(GraphNode(name, node.side, moves, node.number in topic.opens, visits))
    nodes += [GraphNode(name, -1, (), False, None) for name in outside]
    title = scenario.words.get(f"topics/{topic.id}:title", topic.id)
    return Graph(topic.id, title, (scenario.sides[0].id, scenario.sides[1].id), tuple(nodes), edges)


def _seen(move: Written, found: Playtest | None) -> float | None:
    return None if found is None else found.tally.made[move.bit.bit_length() - 1] / (found.tally.games or 1)


def _move(move: Written) -> str:
    return move.text.partition(".")[2]


def _inner(id_: str) -> str:
    return id_.partition("/")[2]


def _name(scenario: Scenario, number: int, inside: set[int]) -> str:
    """A node as its topic names it."""
    if number == FLOOR:
        return "floor"
    if number == END:
        return "end"
    id_ = scenario.nodes[number].id
    return _inner(id_) if number in inside or number < WRITTEN else id_
