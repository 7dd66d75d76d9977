"""By the record: says what the papers report, in their order, and bargains as late as it can."""

from collections.abc import Sequence
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.choice import Reason
from game.engine.counterparts.concession import boulware
from game.engine.moves import Open, Written
from game.engine.views import Known, View


class ByTheRecord(Bargainer):
    """Prefers documented moves, in the order in which the document reports them."""

    name: ClassVar[str] = "by-the-record"
    patience: ClassVar[int] = 12
    wanders: ClassVar[int] = 0
    greets: ClassVar[bool] = False
    runs: ClassVar[int] = 6

    def rank(self, order: tuple[str, ...], move: Written) -> int:
        """Documented moves by their place, then the rest by kind."""
        return move.place if move.place >= 0 else 1000 + super().rank(order, move)

    def topic(self, known: Known, seen: View, openings: Sequence[Open], draw: Draw) -> Open:
        """The topic that the document comes to first."""

        def place(move: Open) -> int:
            found = known.topics[move.topic].place
            return found if found >= 0 else 1000 + move.topic

        return min(openings, key=place)

    def why(self, known: Known, seen: View, move: Written) -> Reason:
        """The place in the document, where there is one."""
        if move.place < 0:
            return super().why(known, seen, move)
        claim = known.claims[move.claims.bit_length() - 1].id if move.claims else ""
        return Reason("documented", claim=claim, value=move.place)

    def curve(self, spent: int, talk: int) -> int:
        """Hardly anything until the end."""
        return boulware(spent, talk)
