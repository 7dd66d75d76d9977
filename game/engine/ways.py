"""What leads from one cleared position to the next: what can be done there (`choices`), and what it does (`steps`).

Both are looked up by the bits on which they depend. Only claims go together, by sets: what the side in turn could
have answered stands when its turn is over.

A search spends its time here. A test holds the ways to `by_the_rules`.
"""

from collections.abc import Sequence
from typing import TypeAlias

from game.engine.choices import Choice, Choices
from game.engine.moves import moves
from game.engine.play import next_state
from game.engine.projection import Cleared, Projection
from game.engine.scenario import Scenario
from game.engine.steps import Step, Steps

Way: TypeAlias = tuple[str, Cleared]
"""A move by its text form, and the cleared position to which it leads."""


class Ways:
    """The ways from one cleared position of a topic to another."""

    def __init__(self, scenario: Scenario, topic: int, projection: Projection) -> None:
        """Nothing is asked before it comes up."""
        self._scenario = scenario
        self._projection = projection
        self._steps = Steps(scenario, projection)
        self._choices = Choices(scenario, topic, projection, self._steps)
        parts = projection.parts
        due, offered, answered = parts["due"], parts["offered"], parts["answered"]
        self._node, self._offered = parts["node"].bits, offered.bits
        self._from_answered = answered.first - offered.first
        """How far above the bit that says that a claim could have been answered the one stands that says it was."""
        self._to_due = offered.first - due.first
        """And how far below it the one that says that it stands unless it is answered."""
        self._from_made = offered.first - parts["made"].first
        """And the one that says that it was made."""

    def keep(self, bits: Cleared) -> None:
        """From now on lead to positions of these bits alone."""
        self._steps.keep(bits)

    def choice(self, position: Cleared) -> Choice:
        """What can be done in the topic; nothing at the nodes of another."""
        asked = self._choices[position & self._node]
        return asked[position & asked.bits]

    def after(self, position: Cleared, choice: Choice) -> list[Cleared]:
        """To what each step of a choice leads."""
        steps, _, answers = choice
        if answers:  # those that were made and neither came to stand nor were answered yet
            answers &= position << self._from_made & ~(position << self._to_due | position >> self._from_answered)
        if answers or position & self._offered:
            return self._while_claims_wait(position, steps, answers)
        return [position ^ does[position & bits][0] for _, bits, does in steps]

    def _while_claims_wait(self, position: Cleared, steps: Sequence[Step], offer: Cleared) -> list[Cleared]:
        """The same where the side in turn can answer claims, or could before in this turn."""
        waiting = (position & self._offered | offer) & ~(position >> self._from_answered)
        begun = position & ~self._offered
        goes_on, is_over = begun | waiting, begun | waiting >> self._to_due
        found = []
        for _, bits, does in steps:
            flips, over, answered = does[position & bits]
            if answered:
                left = waiting & ~(answered >> self._from_answered)
                found.append((begun | (left >> self._to_due if over else left)) ^ flips)
            else:
                found.append((is_over if over else goes_on) ^ flips)
        return found

    def out_of(self, position: Cleared) -> list[Way]:
        """What can be done, and to what it leads."""
        choice = self.choice(position)
        return [(step.text, to) for step, to in zip(choice.steps, self.after(position, choice), strict=True)]

    def by_the_rules(self, position: Cleared) -> list[Way]:
        """The same by the rules alone: every move is made in the whole position."""
        state, clear = self._projection.whole(position), self._projection.clear
        inside, tried = state.node in self._choices.nodes, self._choices.tried
        made = [move for move in moves(self._scenario, state) if inside or move.text in tried]
        return [(move.text, clear(next_state(self._scenario, state, move))) for move in made]
