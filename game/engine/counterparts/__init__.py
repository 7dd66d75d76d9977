"""Who plays the side that no human plays. One class a file; each is given a view and nothing else."""

from game.engine.counterparts.by_the_record import ByTheRecord
from game.engine.counterparts.choice import Choice, Counterpart, Reason
from game.engine.counterparts.dealmaker import Dealmaker
from game.engine.counterparts.hardliner import Hardliner

__all__ = ["NAMES", "Choice", "Counterpart", "Reason", "counterpart"]

_ALL: dict[str, Counterpart] = {each.name: each for each in (ByTheRecord(), Dealmaker(), Hardliner())}

NAMES: tuple[str, ...] = tuple(_ALL)
"""Every counterpart, the gentlest introduction first."""


def counterpart(name: str) -> Counterpart:
    """The counterpart of a name. Raises KeyError where there is none."""
    return _ALL[name]
