"""What no game of a playtest reached: whether none can, or whether it was only not seen."""

from typing import NamedTuple

from game.engine.explore import LIMIT, explore
from game.scenarios.playtest import Playtest

PROVED, NOT_SEEN, REACHED = "proved", "not seen", "reached"
"""No game can come to it; neither was shown; a search found a game that comes to it."""


class Unreached(NamedTuple):
    """A move that no game of a playtest made."""

    move: str
    why: str
    """`PROVED`, `NOT_SEEN` or `REACHED`."""
    way: tuple[str, ...] = ()
    """For one that can be reached, a game from the start up to it."""


def unreached(found: Playtest, limit: int = LIMIT) -> list[Unreached]:
    """For each move that was never made, what a search of its topic shows; no other topic is searched."""
    unseen = found.unseen
    topics = {node.topic for node in found.scenario.nodes for move in node.moves if move.text in unseen}
    ways: dict[str, tuple[str, ...]] = {}
    proved: set[str] = set()
    for topic in sorted(topics):
        shown = explore(found.scenario, topic, limit)
        ways.update(shown.paths)
        proved.update(shown.unreachable)
    return [
        Unreached(text, REACHED, ways[text])
        if text in ways
        else Unreached(text, PROVED if text in proved else NOT_SEEN)
        for text in unseen
    ]
