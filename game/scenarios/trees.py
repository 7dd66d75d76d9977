"""topics/*.yaml become topics, claims, nodes and moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.engine.issues import bits
from game.engine.lines import Line
from game.engine.scenario import END, FLOOR, Again, Branch, Claim, Node, Open, Topic, Written
from game.phrases import phrase
from game.scenarios import topic_shape, words
from game.scenarios.asking import Asker, Standpoint
from game.scenarios.definitions import naming, playing
from game.scenarios.files import Fitted
from game.scenarios.names import Names
from game.scenarios.pages import Page
from game.scenarios.sources import Sources

Step = str | int
RESERVED_TOPICS = frozenset({"table"})
RESERVED_NODES = frozenset({"floor", "end"})


class Tree(NamedTuple):
    """Everything that is written in topics."""

    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    nodes: tuple[Node, ...]
    moves: tuple[Written, ...]
    openings: tuple[tuple[Open, ...], tuple[Open, ...]]


@dataclass(slots=True)
class Planter:
    """Links the topics."""

    names: Names
    asker: Asker
    words: words.Words
    minutes: Mapping[str, int]
    sources: Sources
    never_opened: frozenset[str]
    """Topics that are not offered on the floor: the opening and the closing."""
    papers: Mapping[str, Sequence[str]]
    """By paper the sides that could hold it."""
    node_sides: dict[int, int] = field(default_factory=dict)
    """The side of each node, by number."""
    makers: dict[int, int] = field(default_factory=dict)
    """By claim the side whose moves make it."""
    declared: dict[str, str] = field(default_factory=dict)
    """By claim the topic that declares it."""
    straight: dict[int, tuple[Branch]] = field(default_factory=dict)
    """By node the one way that always leads there, as most moves have it."""

    def plant(self, written: Mapping[str, Fitted[topic_shape.Topic]]) -> Tree:
        """Every topic, in declared order."""
        for name, each in written.items():
            self._sides_and_claims(name, each)
        topics, claims, nodes, moves = [], [], [], []
        openings: tuple[list[Open], list[Open]] = ([], [])
        for name, each in written.items():
            planted = self.topic(name, each)
            nodes += planted
            moves += [move for node in planted for move in node.moves]
            topic = self._topic(name, each, planted)
            topics.append(topic)
            claims += self._claims(name, each, topic)
            if name not in self.never_opened:
                for side, to in enumerate(topic.opens):
                    if to >= 0:
                        openings[side].append(Open(f"open {name}", "open", 0, topic.number, to))
        return Tree(tuple(topics), tuple(claims), tuple(nodes), tuple(moves), (tuple(openings[0]), tuple(openings[1])))

    def _sides_and_claims(self, name: str, each: Fitted[topic_shape.Topic]) -> None:
        """Before anything is linked: whose turn it is at each node, and who makes which claim."""
        page, report = each.page, self.names.report
        if name in RESERVED_TOPICS:
            report.add(naming.RESERVED, page, ("topic",), name=name, what=phrase("topic"))
        for claim in each.shape.claims:
            other = self.declared.setdefault(claim, name)
            if other != name:
                report.add(
                    naming.NAMED_TWICE, page, ("claims", claim), key=True, what=phrase("claim"), name=claim,
                    where=phrase("the topic {topic}", topic=other),
                )  # fmt: skip
        where: dict[str, str] = {}
        for node, place in each.shape.nodes.items():
            if node in RESERVED_NODES:
                report.add(naming.RESERVED, page, ("nodes", node), key=True, name=node, what=phrase("node"))
            side = self.names.side(place.turn, page, "nodes", node, "turn")
            self.node_sides[self.names.nodes[name][node]] = side
            for move, written in place.moves.items():
                at = ("nodes", node, "moves", move)
                if move in where:
                    report.add(
                        naming.NAMED_TWICE,
                        page,
                        at,
                        key=True,
                        what=phrase("move"),
                        name=move,
                        where=phrase("the node {node}", node=where[move]),
                    )
                where.setdefault(move, node)
                if written.claims is None:
                    continue
                claim_number = self.names.claim(written.claims, page, *at, "claims")
                if claim_number >= 0 and self.makers.setdefault(claim_number, side) != side:
                    report.add(playing.CLAIM_OF_BOTH, page, (*at, "claims"), name=written.claims)

    def _topic(self, name: str, each: Fitted[topic_shape.Topic], planted: list[Node]) -> Topic:
        page, written = each.page, each.shape
        words.put(self.words, f"topics/{name}", title=written.title)
        argues = -1
        if written.argues is not None:
            argues = self.names.issue(written.argues, page, "argues")
        entries = [-1, -1]
        for side, node in written.opens.items():
            number = self.names.side(side, page, "opens", side, key=True)
            if side not in self.names.sides:
                continue
            if node not in self.names.nodes[name]:
                self.names.unknown_node(name, name, node, page, "opens", side)
                continue
            entries[number] = self.names.nodes[name][node]
            if self.node_sides.get(entries[number], number) != number:
                self.names.report.add(playing.WRONG_ENTRY, page, ("opens", side), node=node, side=side)
        places = [
            min(
                (move.place for node in planted for move in node.moves if move.side == side and move.place >= 0),
                default=-1,
            )
            for side in (0, 1)
        ]
        return Topic(self.names.topics[name], name, (entries[0], entries[1]), argues, (places[0], places[1]))

    def _claims(self, name: str, each: Fitted[topic_shape.Topic], topic: Topic) -> list[Claim]:
        claims = []
        for claim, text in each.shape.claims.items():
            self.words[f"claims/{claim}"] = text
            number = self.names.claims[claim]
            claims.append(Claim(number, claim, self.makers.get(number, 0), topic.number, topic.argues))
        return claims

    def topic(self, name: str, each: Fitted[topic_shape.Topic]) -> list[Node]:
        """The nodes of a topic."""
        return [self.node(name, node, place, each.page) for node, place in each.shape.nodes.items()]

    def node(self, topic: str, name: str, written: topic_shape.Node, page: Page) -> Node:
        """One node with its moves."""
        number = self.names.nodes[topic][name]
        side = self.node_sides[number]
        id_ = f"{topic}/{name}"
        at = ("nodes", name)
        standpoint = Standpoint(topic, side)
        moves = tuple(self.move(name, move, each, standpoint, page) for move, each in written.moves.items())
        yields = FLOOR
        if written.yields is not None:
            yields = self.names.node(topic, written.yields, page, *at, "yields")
            if self.node_sides.get(yields) == side:
                self.names.report.add(playing.OWN_YIELD, page, (*at, "yields"), node=name)
            if yields == END:
                self.names.report.add(playing.GOTO_END, page, (*at, "yields"))
        scene = words.scene(self.words, f"{id_}:scene", written.scene)
        return Node(number, id_, self.names.topics[topic], side, moves, yields, scene[0] if scene else None)

    def move(self, node: str, name: str, written: topic_shape.Move, at: Standpoint, page: Page) -> Written:
        """One move."""
        names, side = self.names, at.side
        id_ = f"{at.topic}/{node}.{name}"
        path = ("nodes", node, "moves", name)
        source = self.sources.of(written, page, *path)
        basis = written.basis or ("" if written.says is None else "invented")
        self.words[f"{id_}:label"] = written.label
        if written.cable:
            words.by_side(self.words, f"{id_}:cable", written.cable)
            names.sides_of(written.cable, page, *path, "cable")
        for number, synonym in enumerate(written.synonyms, 1):
            self.words[f"{id_}:synonym:{number}"] = synonym
        claims = 1 << max(names.claims.get(written.claims, 0), 0) if written.claims else 0
        goto = self.ways(written.goto, at, page, *path, "goto")
        return Written(
            text=id_,
            kind=written.kind,
            minutes=written.minutes or self.minutes.get(written.kind, 1),
            side=side,
            bit=1 << names.moves[at.topic][name],
            when=self.asker.ask(written.when, at, page, *path, "when") if written.when else None,
            lines=(
                *words.scene(self.words, f"{id_}:scene", written.scene),
                *self.speeches(written.says or [], id_, side, basis, source.text, page, *path, "says"),
            ),
            claims=claims,
            answers=self.answers(written.answers, side, page, *path, "answers") if written.answers else 0,
            changes=self.changes(written.changes, page, *path, "changes") if written.changes else (),
            reach=self.names.reach(written.reach, page, *path, "reach") if written.reach else 0,
            goto=goto,
            again=self.again(written.again, goto, at, id_, written, page, *path, "again") if written.again else None,
            freely=written.repeat == "freely",
            basis=basis,
            source=source.text,
            cites=self.cites(written.cites, side, page, *path, "cites") if written.cites else "",
            place=source.place if written.basis == "record" else -1,
        )

    def again(
        self, written: topic_shape.Again, goto: tuple[Branch, ...], at: Standpoint, id_: str, first: topic_shape.Move,
        page: Page, *path: Step,
    ) -> Again:  # fmt: skip
        """How a move is said a second time."""
        words.by_side(self.words, f"{id_}:again:cable", written.cable)
        self.names.sides_of(written.cable, page, *path, "cable")
        source = self.sources.read(first.source).text
        return Again(
            self.speeches(
                written.says, f"{id_}:again", at.side, first.basis or "invented", source, page, *path, "says"
            ),
            self.changes(written.changes, page, *path, "changes"),
            written.minutes or first.minutes or self.minutes.get(first.kind, 1),
            self.ways(written.goto, at, page, *path, "goto") if written.goto else goto,
        )

    def ways(self, written: list[topic_shape.Way], at: Standpoint, page: Page, *path: Step) -> tuple[Branch, ...]:
        """Where a move leads."""
        if len(written) == 1 and written[0].when is None:
            to = self.names.node(at.topic, written[0].to, page, *path, 0, "to")
            if to not in self.straight:
                self.straight[to] = (Branch(None, to),)
            return self.straight[to]
        branches = []
        for number, way in enumerate(written):
            last = number == len(written) - 1
            if last and way.when is not None:
                self.names.report.add(
                    playing.BRANCHES,
                    page,
                    (*path, number, "when"),
                    key=True,
                    what=phrase("The last way has a condition"),
                )
            elif not last and way.when is None:
                what = phrase("This way is always open, and others follow it")
                self.names.report.add(playing.BRANCHES, page, (*path, number, "to"), key=True, what=what)
            to = self.names.node(at.topic, way.to, page, *path, number, "to")
            when = None
            if way.when is not None:
                when = self.asker.ask(way.when, at, page, *path, number, "when")
            branches.append(Branch(when, to))
        return tuple(branches)

    def speeches(
        self, written: list[dict[str, str]], id_: str, side: int, basis: str, source: str, page: Page, *path: Step
    ) -> tuple[Line, ...]:
        """What is said, by people of the side."""
        for number, speech in enumerate(written):
            for person in speech:
                if self.names.people.get(person) != side:
                    self.names.speaker(person, side, page, *path, number, person)
        return words.lines(self.words, id_, written, basis, source)

    def answers(self, written: list[str], side: int, page: Page, *path: Step) -> int:
        """Claims of the other side, as bits."""
        numbers = []
        for place, name in enumerate(written):
            number = self.names.claim(name, page, *path, place)
            if number < 0:
                continue
            numbers.append(number)
            if self.makers.get(number, 1 - side) == side:
                self.names.report.add(playing.OWN_ANSWER, page, (*path, place), name=name)
        return bits(numbers)

    def changes(self, written: Mapping[str, int], page: Page, *path: Step) -> tuple[tuple[int, int], ...]:
        """Pairs (meter, by how much)."""
        return tuple((self.names.meter(name, page, *path, name), by) for name, by in written.items())

    def cites(self, name: str, side: int, page: Page, *path: Step) -> str:
        """The paper that is cited."""
        if name not in self.names.papers:
            if "sources/papers.yaml" not in self.names.broken:
                self.names.report.add_unknown(naming.UNKNOWN_PAPER, page, path, self.names.papers, name=name)
        else:
            side_name = list(self.names.sides)[side]
            if side_name not in self.papers.get(name, (side_name,)):
                self.names.report.add(playing.PAPER_NOT_HELD, page, path, name=name, side=side_name)
        return name
