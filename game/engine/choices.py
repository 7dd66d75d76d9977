"""What can be done in a cleared position.

That depends on which moves are spent and on what their conditions ask for, and is looked up by these. Whether one
condition holds depends on less, and is asked by itself.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.asked import Asked
from game.engine.conditions import Condition
from game.engine.moves import moves
from game.engine.projection import Cleared, Projection
from game.engine.scenario import FLOORS, Node, Scenario
from game.engine.steps import Step, Steps


class Choice(NamedTuple):
    """What can be done."""

    steps: Sequence[Step] = ()
    said: int = 0
    """The written moves among them, as bits."""
    answers: Cleared = 0
    """The claims that those among them answer which were not said before, where it stands that they were offered."""


class Choices(dict[int, Asked[Choice]]):
    """By the number of a node what can be done there: nothing at the nodes of other topics."""

    def __init__(self, scenario: Scenario, topic: int, projection: Projection, steps: Steps) -> None:
        """Nothing is made before it comes up."""
        self._scenario = scenario
        self._projection = projection
        self._steps = steps
        self._at = projection.parts["node"].bits
        self._opens = scenario.topics[topic].opens
        self.nodes = {node.number: node for node in scenario.nodes if node.topic == topic}
        self.tried = {f"open {scenario.topics[topic].id}", "pass"}
        """What is done on the floor: no other topic is opened."""
        if topic == scenario.closing_topic:
            self.tried.add("sum-up")

    def __missing__(self, number: int) -> Asked[Choice]:
        if number in self.nodes:
            self[number] = self._talk(self.nodes[number])
        elif number in FLOORS:
            entry = self.nodes.get(self._opens[number])
            self[number] = Asked(self._at | self._opened(entry) if entry is not None else self._at, self._on_the_floor)
        else:
            self[number] = Asked(0, lambda _: Choice())
        return self[number]

    def _on_the_floor(self, here: Cleared) -> Choice:
        """What `moves` finds there."""
        found = moves(self._scenario, self._projection.whole(here))
        return Choice([self._steps[move] for move in found if move.text in self.tried])

    def _talk(self, node: Node) -> Asked[Choice]:
        """What a writer wrote for a node."""
        said_at, offered_at = self._projection.parts["said"].put, self._projection.parts["offered"].put
        written = [
            (move, said_at(move.bit & node.once), self._holds(move.when), said_at(move.bit), offered_at(move.answers))
            for move in node.moves
        ]

        def look(here: Cleared) -> Choice:
            steps, said, answers = [], 0, 0
            for move, spent, holds, before, answered in written:
                if not here & spent and (holds is None or holds[here & holds.bits]):
                    steps.append(self._steps[move])
                    said |= move.bit
                    if answered and not here & before:
                        answers |= answered
            return Choice(steps or [self._steps[self._scenario.leave]], said, answers)

        return Asked(self._at | self._opened(node), look)

    def _opened(self, node: Node) -> Cleared:
        """The bits that decide which moves of a node can be made."""
        said = self._projection.parts["said"].put(sum([move.bit for move in node.moves]))
        return said | self._projection.read_by(*[move.when for move in node.moves])

    def _holds(self, when: Condition | None) -> Asked[bool] | None:
        """Whether a condition holds; None where there is none."""
        if when is None:
            return None
        test, whole = when.test, self._projection.whole
        return Asked(self._projection.read_by(when), lambda here: test(whole(here)))
