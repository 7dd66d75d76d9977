"""Every name that a scenario declares, its number, and the finding where a name is not declared.

A name that stands in a part which did not fit its shape is declared all the same, so that one
fault does not call forth others. A number that was not found is 0: a scenario with errors is never
finished, so nobody plays with it.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from game.engine.scenario import END, FLOOR, FLOORS, WRITTEN
from game.phrases import phrase
from game.scenarios.definitions import naming
from game.scenarios.files import Files
from game.scenarios.forms import NOTHING, LeftOut
from game.scenarios.marks import value_at
from game.scenarios.pages import Page, Report

T = TypeVar("T")
Step = str | int

UNKNOWN = -2
"""Where a way leads whose node is not declared."""


def _keys(page: Page | None, *path: Step) -> list[str]:
    value = value_at(page.tree, path) if page else None
    return list(value) if isinstance(value, dict) else []


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


class Names:
    """The names of one scenario, each kind numbered in declared order."""

    def __init__(self, files: Files, report: Report, without: LeftOut = NOTHING) -> None:
        """Collect them from the files as they were read, without those that a form leaves out."""
        pages = files.pages
        self.left_out = without
        scenario, issues = pages.get("scenario.yaml"), pages.get("issues.yaml")
        self.report = report
        self.broken = files.broken
        self.damaged = files.damaged
        self.sides = _numbered(_keys(scenario, "sides")[:2])
        self.people = self._people(scenario)
        self.meters = _numbered(_keys(scenario, "meters"))
        self.moods = _numbered(_keys(scenario, "moods"))
        self.topics = _numbered(files.topics)
        self.issues = _numbered(each for each in _keys(issues, "issues") if each not in without.issues)
        self.settlements: dict[str, dict[str, int]] = {
            issue: _numbered(["open", *_keys(issues, "issues", issue, "settlements")]) for issue in self.issues
        }
        self.settlement_bits = self._bits()
        self.nodes: dict[str, dict[str, int]] = {}
        self.moves: dict[str, dict[str, int]] = {}
        self.claims: dict[str, int] = {}
        self._tree(files)
        self.papers = _numbered(_keys(pages.get("sources/papers.yaml"), "papers"))
        telegram = next((name for name in pages if name.startswith("sources/telegram")), "")
        self.passages = _numbered(_keys(pages.get(telegram), "passages"))
        self.documents = _numbered(_keys(pages.get("sources/documents.yaml"), "documents"))

    def _people(self, scenario: Page | None) -> dict[str, int]:
        """The side of each person, -1 where it sits with neither."""
        people = dict.fromkeys(_keys(scenario, "people"), -1)
        for side, number in self.sides.items():
            members = value_at(scenario.tree, ("sides", side, "people")) if scenario else None
            for person in members or ():
                if person in people:
                    people[str(person)] = number
        return people

    def _bits(self) -> dict[tuple[str, str], int]:
        pairs = [(issue, name) for issue, names in self.settlements.items() for name in names if name != "open"]
        return {pair: 1 << number for number, pair in enumerate(pairs)}

    def _tree(self, files: Files) -> None:
        node_number, move_number = WRITTEN, 0
        for topic in self.topics:
            page = files.topics[topic].page
            nodes = self.nodes[topic] = {}
            moves = self.moves[topic] = {}
            for node in _keys(page, "nodes"):
                nodes[node] = node_number
                node_number += 1
                for move in _keys(page, "nodes", node, "moves"):
                    if (topic, move) not in self.left_out.moves:
                        moves.setdefault(move, move_number)
                        move_number += 1
            for claim in _keys(page, "claims"):
                self.claims.setdefault(claim, len(self.claims))

    def topic_is_unsure(self, topic: str = "") -> bool:
        """Whether a topic, or any, could hardly be read, so that what it declares is unknown."""
        if topic:
            return f"topics/{topic}.yaml" in self.broken
        return any(name.startswith("topics/") for name in self.broken | self.damaged)

    def side(self, name: str, page: Page, *path: Step, key: bool = False) -> int:
        """The number of a side; one that a file lacks altogether was reported when it did not fit its shape."""
        if (number := self.sides.get(name)) is not None:
            return number
        if value_at(page.tree, path) is None:
            return 0
        self.report.add_unknown(
            naming.UNKNOWN_SIDE, page, path, self.sides, key=key, name=name, sides=phrase(" and ").join(self.sides)
        )
        return 0

    def sides_of(self, by_side: Mapping[str, object], page: Page, *path: Step) -> None:
        """See that every key of a mapping is a side."""
        if by_side.keys() <= self.sides.keys():
            return
        for name in by_side:
            self.side(name, page, *path, name, key=True)

    def pair(self, by_side: Mapping[str, T], other: T, page: Page, *path: Step, both: bool = True) -> tuple[T, T]:
        """What stands for each side, in declared order; `other` where nothing does, which is a finding if both must."""
        self.sides_of(by_side, page, *path)
        first, second = self.sides
        if both and len(by_side) < 2:
            for name in (first, second):
                if value_at(page.tree, (*path, name)) is None:
                    self.report.add(naming.MISSING_SIDE, page, path, key=True, name=name)
        return by_side.get(first, other), by_side.get(second, other)

    def speaker(self, name: str, side: int, page: Page, *path: Step) -> None:
        """See that a person exists and sits with a side."""
        sits = self.people.get(name)
        if sits is None:
            self.report.add_unknown(naming.UNKNOWN_PERSON, page, path, self.people, key=True, name=name)
        elif sits != side:
            with_ = list(self.sides)[sits] if sits >= 0 else "nobody"
            self.report.add(naming.WRONG_PERSON, page, path, key=True, name=name, side=with_)

    def meter(self, name: str, page: Page, *path: Step) -> int:
        """The number of a meter, where its name is a key."""
        if (number := self.meters.get(name)) is not None:
            return number
        self.report.add_unknown(naming.UNKNOWN_METER, page, path, self.meters, key=True, name=name)
        return 0

    def topic(self, name: str, page: Page, *path: Step) -> int:
        """The number of a topic."""
        if (number := self.topics.get(name)) is not None:
            return number
        if not self.topic_is_unsure(name) and value_at(page.tree, path) is not None:
            self.report.add_unknown(naming.UNKNOWN_TOPIC, page, path, self.topics, name=name)
        return 0

    def issue(self, name: str, page: Page, *path: Step, key: bool = False) -> int:
        """The number of an issue."""
        if (number := self.issues.get(name)) is not None:
            return number
        if "issues.yaml" in self.broken or not self.issues:
            return 0
        self.report.add_unknown(naming.UNKNOWN_ISSUE, page, path, self.issues, key=key, name=name)
        return 0

    def settlement(self, issue: str, name: str, page: Page, *path: Step, or_open: bool = False) -> int:
        """The number of a settlement of an issue that was looked up before."""
        known = self.settlements.get(issue)
        if known is None:
            return 0
        number = known.get(name)
        if number is None or (number == 0 and not or_open):
            names = list(known) if or_open else [each for each in known if each != "open"]
            self.report.add_unknown(naming.UNKNOWN_SETTLEMENT, page, path, names, name=name, issue=issue)
            return 0
        return number

    def reach(self, written: Mapping[str, list[str]], page: Page, *path: Step) -> int:
        """Settlements that are put in words, as bits."""
        reached = 0
        for issue, settlements in written.items():
            self.issue(issue, page, *path, issue, key=True)
            for place, name in enumerate(settlements):
                self.settlement(issue, name, page, *path, issue, place)
                reached |= self.settlement_bits.get((issue, name), 0)
        return reached

    def claim(self, name: str, page: Page, *path: Step) -> int:
        """The number of a claim; -1 where there is none, for claims are bits and none of them is 0."""
        if (number := self.claims.get(name)) is not None:
            return number
        if not self.topic_is_unsure():
            self.report.add_unknown(naming.UNKNOWN_CLAIM, page, path, self.claims, name=name)
        return -1

    def node(self, topic: str, name: str, page: Page, *path: Step) -> int:
        """The number of the node to which a way leads, or `FLOOR`."""
        if name == "floor":
            return FLOOR
        if name == "end":
            return END
        where, slash, inner = name.partition("/")
        if not slash:
            where, inner = topic, name
        elif where == "table":
            floor, _, side = inner.partition("-")
            if floor == "floor" and side in self.sides:
                return FLOORS[self.sides[side]]
            floors = [f"table/floor-{side}" for side in self.sides]
            self.report.add_unknown(naming.UNKNOWN_NODE, page, path, floors, name=name, topic="table")
            return UNKNOWN
        nodes = self.nodes.get(where)
        if nodes is None:
            if not self.topic_is_unsure(where):
                part = (0, len(where))
                self.report.add_unknown(naming.UNKNOWN_TOPIC, page, path, self.topics, part=part, name=where)
            return UNKNOWN
        if (number := nodes.get(inner)) is not None:
            return number
        self.unknown_node(topic, where, inner, page, *path)
        return UNKNOWN

    def unknown_node(self, topic: str, where: str, name: str, page: Page, *path: Step) -> None:
        """Report a node that its topic does not have: the nearest of the topic, or the same name elsewhere."""
        remedy = self.report.nearest(name, self.nodes[where])
        elsewhere = [f"{other}/{name}" for other, nodes in self.nodes.items() if name in nodes and other != where]
        if elsewhere:
            remedy = phrase("Did you mean '{name}'?", name=elsewhere[0])
        part = (len(where) + 1 if where != topic else 0, len(name))
        self.report.add(naming.UNKNOWN_NODE, page, path, part=part, remedy=remedy, name=name, topic=where)
