"""Where the talks can go from node to node: what nothing leads to, what leads nowhere, what goes in circles."""

from collections.abc import Iterable, Mapping

from game.engine.scenario import END, FLOOR, RUN_LIMIT, WRITTEN, Branch, Node, Topic, Written
from game.phrases import phrase
from game.scenarios.definitions import advising, playing
from game.scenarios.files import Files
from game.scenarios.names import UNKNOWN, Names
from game.scenarios.pages import Page
from game.scenarios.trees import Tree

HOLDING = frozenset({"assert", "rebut", "deflect", "procedure"})
"""Kinds of move with which a side gives nothing away."""


class Paths:
    """The ways between the nodes of a scenario."""

    def __init__(self, files: Files, names: Names, tree: Tree) -> None:
        """Know every way, also those that lead to a node which is not there."""
        self.files, self.names, self.tree = files, names, tree
        self.report = names.report
        self.nodes: Mapping[int, Node] = {node.number: node for node in tree.nodes}
        self.ways: Mapping[int, frozenset[int]] = {node.number: _ways(node) for node in tree.nodes}
        scenario = files.scenario
        self.closing = names.topics.get(scenario.shape.closing, -1) if scenario else -1
        opening = scenario.shape.opening if scenario else None
        self.opening = names.topics.get(opening, -1) if opening else -1

    def judge(self) -> None:
        """Report every way with which nothing can be played: to the end, round the summing-up, or freely."""
        for topic in self.tree.topics:
            nodes = [node for node in self.tree.nodes if node.topic == topic.number]
            if topic.number == self.closing:
                self.summing_up(nodes)
            else:
                self.endings(nodes)

    def advise(self) -> None:
        """Report what is unwise about where the talks can go; paths through a faulty topic are not known."""
        entries = {entry for topic in self.tree.topics for entry in topic.opens}
        faulty = {each.file for each in self.report.findings if each.severity == "error"}
        if not any(file.startswith("topics/") for file in faulty | self.files.broken):
            self.orphans(entries)
            self.dead_ends()
        for topic in self.tree.topics:
            if f"topics/{topic.id}.yaml" in faulty:
                continue
            nodes = [node for node in self.tree.nodes if node.topic == topic.number]
            self.circles(nodes)
            for node in nodes:
                self.moves_at(topic, node, node.number in entries)

    def place(self, node: Node, *path: str) -> tuple[Page, tuple[str, ...]]:
        """The page of a node, and the path to it or to a part of it."""
        topic, _, name = node.id.partition("/")
        return self.files.topics[topic].page, ("nodes", name, *path)

    def orphans(self, entries: set[int]) -> None:
        """Nodes that nothing leads to."""
        reached = _closure(entries, self.ways)
        for node in self.tree.nodes:
            if node.number not in reached:
                page, path = self.place(node)
                self.report.add(advising.ORPHAN, page, path, key=True, node=node.id)

    def dead_ends(self) -> None:
        """Nodes from which no way leads to the floor or the end."""
        back: dict[int, set[int]] = {}
        out = set()
        for number, ways in self.ways.items():
            if any(to < WRITTEN for to in ways):
                out.add(number)
            for to in ways:
                back.setdefault(to, set()).add(number)
        leading_out = _closure(out, back)
        for node in self.tree.nodes:
            if node.number not in leading_out:
                page, path = self.place(node)
                self.report.add(advising.DEAD_END, page, path, key=True, node=node.id)

    def summing_up(self, nodes: list[Node]) -> None:
        """The closing goes forward, stays in its topic, and claims nothing."""
        numbers = {node.number for node in nodes}
        for node in nodes:
            page, path = self.place(node)
            if node.number in _closure(self.ways[node.number] & numbers, self.ways):
                self.report.add(
                    playing.CLOSING_CYCLE, page, path, key=True, node=node.id, what=phrase("can be come to again")
                )
            for move in node.moves:
                at = (*path, "moves", _name(move))
                if any(branch.to not in numbers | {END, UNKNOWN} for branch in _branches(move)):
                    self.report.add(
                        playing.CLOSING_CYCLE,
                        page,
                        (*at, "goto"),
                        key=True,
                        node=node.id,
                        what=phrase("leads back to the talks"),
                    )
                if move.claims:
                    self.report.add(
                        playing.CLAIM_IN_CLOSING, page, (*at, "claims"), key=True, what=phrase("makes a claim")
                    )
                if move.answers:
                    self.report.add(
                        playing.CLAIM_IN_CLOSING, page, (*at, "answers"), key=True, what=phrase("answers a claim")
                    )

    def endings(self, nodes: list[Node]) -> None:
        """Only the summing-up leads to the end, and only the floor to the summing-up; only procedure is free."""
        for node in nodes:
            page, path = self.place(node)
            for move in node.moves:
                if any(branch.to == END or self._is_closing(branch.to) for branch in _branches(move)):
                    self.report.add(playing.GOTO_END, page, (*path, "moves", _name(move), "goto"))
                if move.freely and move.kind != "procedure":
                    at = (*path, "moves", _name(move), "repeat")
                    self.report.add(playing.FREELY, page, at, key=True, kind=move.kind)

    def _is_closing(self, number: int) -> bool:
        node = self.nodes.get(number)
        return node is not None and node.topic == self.closing >= 0

    def circles(self, nodes: list[Node]) -> None:
        """Where a side can make its six moves running without leaving a circle, somebody must be next."""
        own = {
            node.number: frozenset(
                to for to in self.ways[node.number] if to in self.nodes and self.nodes[to].side == node.side
            )
            for node in nodes
        }
        for node in nodes:
            circle = {each for each in _closure(own[node.number], own) if node.number in _closure({each}, own)}
            if node.number not in circle or node.yields != FLOOR:
                continue
            moves = [move for each in circle if each in self.nodes for move in self.nodes[each].moves]
            running = [move for move in moves if any(branch.to in circle for branch in _branches(move))]
            if sum(RUN_LIMIT if move.freely else 1 + (move.again is not None) for move in running) >= RUN_LIMIT:
                page, path = self.place(node)
                self.report.add(advising.RUNS_AWAY, page, path, key=True, node=node.id, side=self._side(node))

    def moves_at(self, topic: Topic, node: Node, entry: bool) -> None:
        """What can be done at a node: hold, and, inside a topic, always something."""
        page, path = self.place(node)
        if not any(move.kind in HOLDING and move.when is None for move in node.moves):
            self.report.add(advising.NO_HOLD, page, path, key=True, node=node.id)
        always = [move for move in node.moves if move.freely]
        if topic.number == self.closing:
            return
        if entry and topic.number != self.opening:
            for move in always:
                self.report.add(
                    advising.FREE_ENTRY, page, (*path, "moves", _name(move), "repeat"), key=True, node=node.id
                )
        elif not entry and not any(move.when is None for move in always):
            self.report.add(advising.RUNS_OUT, page, path, key=True, node=node.id)

    def _side(self, node: Node) -> str:
        return list(self.names.sides)[node.side]


def _name(move: Written) -> str:
    return move.text.partition(".")[2]


def _branches(move: Written) -> Iterable[Branch]:
    return (*move.goto, *(move.again.goto if move.again else ()))


def _ways(node: Node) -> frozenset[int]:
    yields = {node.yields} if node.yields != FLOOR else set()
    return frozenset(branch.to for move in node.moves for branch in _branches(move)) | yields


def _closure(start: Iterable[int], ways: Mapping[int, Iterable[int]]) -> set[int]:
    """Everything that can be come to from some nodes, those included."""
    reached = set(start)
    waiting = list(reached)
    while waiting:
        for to in ways.get(waiting.pop(), ()):
            if to not in reached:
                reached.add(to)
                waiting.append(to)
    return reached
