"""Under which subject each move of a game is told.

There is one paragraph a subject. In a telegram, what comes up inside a subject and leads back to it,
without the floor between, is told with it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Closing, Spoke
from game.engine.scenario import Scenario
from game.records.replay import Turn

PROPOSALS = -1
"""The subject of packages, of the answers to them, and of what else is done between topics."""

ADVICE = -2
"""The subject of what a side advises at the end; no move is told there."""


class Place(NamedTuple):
    """Where a move is told."""

    subject: int
    """The number of a topic, or `PROPOSALS`."""
    topic: int
    """The topic in which it was made; -1 between topics."""
    stretch: int
    """How often the talks had been between topics before it: what shares a number was said without a break."""


def places(scenario: Scenario, turns: Sequence[Turn], within: bool) -> list[Place]:
    """Where each move is told: a subject that comes up `within` another under that one, or under its own."""
    numbers = {topic.id: topic.number for topic in scenario.topics}
    found: list[Place] = []
    stretch: list[int] = []
    breaks = 0
    for turn in turns:
        if any(isinstance(event, Spoke) for event in turn.events):
            stretch.append(numbers[turn.move.partition("/")[0]])
            continue
        found += _told(stretch, breaks, within)
        stretch = []
        breaks += 1
        sums_up = any(isinstance(event, Closing) and event.why == "asked" for event in turn.events)
        found.append(Place(scenario.closing_topic if sums_up else PROPOSALS, -1, breaks))
    return [*found, *_told(stretch, breaks, within)]


def _told(topics: Sequence[int], stretch: int, within: bool) -> Iterator[Place]:
    """The topics of moves made without a break: from one to its last return, everything is told under it."""
    at = 0
    while at < len(topics):
        subject = topics[at]
        last = len(topics) - 1 - list(reversed(topics)).index(subject) if within else at
        for topic in topics[at : last + 1]:
            yield Place(subject, topic, stretch)
        at = last + 1
