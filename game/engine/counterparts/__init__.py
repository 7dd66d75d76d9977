"""Who plays the side that no human plays. One class a file; each is given a view and nothing else."""

from collections.abc import Mapping

from game.engine.counterparts.bluffer import Bluffer
from game.engine.counterparts.boulware import Boulware
from game.engine.counterparts.by_the_record import ByTheRecord
from game.engine.counterparts.choice import Change, Choice, Counterpart, Reason
from game.engine.counterparts.conceder import Conceder
from game.engine.counterparts.hardliner import Hardliner
from game.engine.counterparts.logroller import Logroller
from game.engine.counterparts.micro import Micro
from game.engine.counterparts.tit_for_tat import TitForTat

__all__ = ["LEVELS", "NAMES", "SEATS", "Change", "Choice", "Counterpart", "Reason", "counterpart"]

_ALL: dict[str, Counterpart] = {
    each.name: each
    for each in (
        ByTheRecord(), Conceder(), Logroller(), TitForTat(), Micro(), Bluffer(), Boulware(), Hardliner(),
    )
}  # fmt: skip

NAMES: tuple[str, ...] = tuple(_ALL)
"""Every counterpart: the recorded meeting's own temper first, then the others, the gentlest first."""

LEVELS: Mapping[str, str] = {"obliging": "conceder", "fair": "micro", "hard": "boulware"}
"""Three names for whoever does not want to choose a character, the easiest first, and who then plays."""

SEATS: tuple[str, ...] = (*LEVELS, *NAMES)
"""Every name under which a counterpart can be asked for."""

_FORMERLY = {"dealmaker": "conceder"}
"""Names that records hold and that are called otherwise now."""


def counterpart(name: str) -> Counterpart:
    """The counterpart of a name. Raises KeyError where there is none."""
    return _ALL[LEVELS.get(name, _FORMERLY.get(name, name))]
