"""What leads from one cleared position to the next: the rules, asked as seldom as can be.

Which moves there are depends on a few parts of a position, and what one of them changes on a few others. So
`moves` and `play` answer once for each value of these, with all else as the game begins, and the answer is looked
up wherever else they have that value: what a move does not touch passes by. Only claims go together, by sets: what
the side in turn could have answered stands when its turn is over. A test holds them all to `by_the_rules`.

To come to the 49,000 cleared positions of the largest topic that we ship, some 4,300 moves are made.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from game.engine.claims import on_offer
from game.engine.moves import Move, moves
from game.engine.play import play
from game.engine.projection import WHOLE, Cleared, Projection, leading, meter, reads
from game.engine.scenario import FLOORS, Node, Scenario, Written
from game.engine.state import State

Way: TypeAlias = tuple[str, Cleared]
"""A move by its text form, and the cleared position to which it leads."""


class _Step:
    """One move, and what it does to what it touches."""

    __slots__ = ("known", "move", "text", "touched")

    def __init__(self, move: Move, touched: Cleared) -> None:
        self.move = move
        self.text = move.text
        self.touched = touched
        """The bits that it reads or changes, without those of claims that come to stand."""
        self.known: dict[Cleared, tuple[Cleared, bool]] = {}
        """By what they are, what becomes of them, and whether the turn is over."""


class _Place(NamedTuple):
    """One node, or one floor, and what can be done there."""

    reads: Cleared
    """The bits by which that is decided."""
    known: dict[Cleared, tuple[list[_Step], Cleared]]
    """By what they are, the moves, and the claims that could be answered."""


class Ways:
    """The ways from one cleared position of a topic to another."""

    def __init__(self, scenario: Scenario, topic: int, projection: Projection) -> None:
        """Nothing is asked before it comes up."""
        self._scenario = scenario
        self._projection = projection
        self._nodes = {node.number: node for node in scenario.nodes if node.topic == topic}
        self._tried = {f"open {scenario.topics[topic].id}", "pass"}
        """What is done on the floor: no other topic is opened."""
        if topic == scenario.closing_topic:
            self._tried.add("sum-up")
        self._places = {number: _Place(self._decides(node), {}) for number, node in self._nodes.items()}
        for floor, entry in zip(FLOORS, scenario.topics[topic].opens, strict=True):
            self._places[floor] = _Place(self._decides(self._nodes.get(entry)), {})
        self._steps: dict[Move, _Step] = {}
        due, offered, answered = (projection.parts[name] for name in ("due", "offered", "answered"))
        self._due, self._offered = due.put(WHOLE), offered.put(WHOLE)
        self._from_answered = answered.first - offered.first
        """How far above the bit that says that a claim could have been answered the one stands that says it was."""
        self._to_due = offered.first - due.first
        """And how far below it the one that says that it stands unless it is answered."""

    def out_of(self, position: Cleared) -> list[Way]:
        """What can be done in the topic, and to what it leads; nothing at the nodes of another."""
        place = self._places.get(self._projection.node(position))
        if place is None:
            return []
        here = position & place.reads
        steps, offer = place.known.get(here) or self._look(place, here)
        due, could_be_answered = self._due, self._offered
        ways = []
        for step in steps:
            touched = position & step.touched
            to, over = step.known.get(touched) or self._make(step, touched)
            after = position ^ touched | to
            if due:
                waiting = (after & could_be_answered | offer) & ~(after >> self._from_answered)
                after = after & ~could_be_answered | (waiting >> self._to_due if over else waiting)
            ways.append((step.text, after))
        return ways

    def by_the_rules(self, position: Cleared) -> list[Way]:
        """The same by the rules alone: every move is made in the whole position."""
        state, clear = self._projection.whole(position), self._projection.clear
        return [(move.text, clear(play(self._scenario, state, move).state)) for move in self._moves(state)]

    def _moves(self, state: State) -> list[Move]:
        found = moves(self._scenario, state)
        return [move for move in found if state.node in self._nodes or move.text in self._tried]

    def _look(self, place: _Place, here: Cleared) -> tuple[list[_Step], Cleared]:
        """What can be done, by the rules, and which claims could be answered."""
        state = self._projection.whole(here)
        offer = self._projection.put([("offered", on_offer(self._scenario, state))])
        place.known[here] = [self._step(move) for move in self._moves(state)], offer
        return place.known[here]

    def _make(self, step: _Step, touched: Cleared) -> tuple[Cleared, bool]:
        """What a move makes of what it touches, by the rules."""
        after = play(self._scenario, self._projection.whole(touched), step.move).state
        to = self._projection.clear(after) & step.touched
        step.known[touched] = to & ~self._due | touched & self._due, after.run == 0
        return step.known[touched]

    def _step(self, move: Move) -> _Step:
        if move not in self._steps:
            self._steps[move] = _Step(move, self._touches(move))
        return self._steps[move]

    def _decides(self, node: Node | None) -> Cleared:
        """The bits that decide what can be done at a node, or on a floor from which it is opened."""
        written = () if node is None else node.moves
        return self._projection.put(
            [("node", WHOLE), *(("said", move.bit) for move in written)],
            [(name, move.answers) for move in written for name in ("made", "due", "answered")],
            reads(move.when for move in written),
        )

    def _touches(self, move: Move) -> Cleared:
        """The bits that a move reads or changes, without those of claims that come to stand."""
        touched = [(name, WHOLE) for name in ("node", "run", "floor", "passes", "minutes")]
        if not isinstance(move, Written):
            return self._projection.put(touched)
        touched += [("said", move.bit), ("made", move.claims | move.answers), ("answered", move.answers)]
        touched += [("deals[0]", move.reach), *((meter(number), WHOLE) for number, _ in self._changes(move))]
        return self._projection.put(touched, reads(leading(move)))

    def _changes(self, move: Written) -> Iterator[tuple[int, int]]:
        """How a move changes meters, the second time too where it is kept that there was a first."""
        yield from move.changes
        if move.again is not None and self._projection.put([("said", move.bit)]):
            yield from move.again.changes
            yield from self._scenario.repeating
