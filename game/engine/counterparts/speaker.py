"""How every counterpart takes a turn inside a topic: what it says next, and when it has said enough.

A character is told apart by the kinds of move that it reaches for, which may change with what the
other side just did, and by how long it stays.
"""

from collections.abc import Sequence
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.aims import sought
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.recollection import must_be_raised, on_this_topic, running, said, sides_claims
from game.engine.moves import Written
from game.engine.views import NEVER, Known, View

YIELDING = ("offer", "concede")
"""The kinds of move that yield something."""


class Speaker:
    """The manners of a counterpart in a topic. Subclasses give the character."""

    name: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = (
        "rebut", "assert", "press", "offer", "ask", "concede", "warn", "praise", "deflect", "procedure",
    )  # fmt: skip
    """The kinds of move in the order in which it reaches for them."""
    runs: ClassVar[int] = 3
    """How many moves it makes running before it hands over."""
    patience: ClassVar[int] = 4
    """How many moves it makes on a topic before it looks for the way back to the floor."""
    wanders: ClassVar[int] = 4
    """One time in so many it says what it likes next best; 0 for never."""
    greets: ClassVar[bool] = True
    """Whether the first word of the evening is drawn, whatever it reaches for later."""
    stays_for: ClassVar[tuple[str, ...]] = ("offer",)
    """The kinds of move that it does not leave a topic without."""
    seeks: ClassVar[bool] = False
    """Whether it puts in words, before anything else, what a good package would need."""

    def order(self, known: Known, seen: View) -> tuple[str, ...]:
        """The kinds of move in the order in which it reaches for them now."""
        return self.kinds

    def speak(self, known: Known, seen: View, draw: Draw) -> Choice:
        """Say something: by kind, then what answers most claims, then what is unsaid, then by draw."""
        before = said(seen)
        written = [move for move in seen.moves if isinstance(move, Written) and self.may_say(known, seen, move)]
        fresh = [move for move in written if move.text not in before and not move.freely]
        resting = [move for move in written if move.freely]
        if running(seen) >= self.runs and (handing_over := self.handing_over(known, seen, fresh)):
            return Choice(draw.one_of(handing_over), Reason("hands-over"))
        if fresh and not (resting and running(seen) >= self.runs):
            move = self.pick(known, seen, fresh, draw)
            worth_staying = (
                move.kind in self.stays_for
                or must_be_raised(known, seen, move)
                or bool(move.reach & self.sought(known, seen))
            )
            if on_this_topic(seen) < self.patience or worth_staying:
                return Choice(move, self.why(known, seen, move))
        if on_this_topic(seen) >= self.patience and (way_out := self.way_out(fresh, resting)):
            return Choice(draw.one_of(way_out), Reason("moves-on"))
        if fresh and not resting:
            move = self.pick(known, seen, fresh, draw)
            return Choice(move, self.why(known, seen, move))
        if resting:
            return Choice(draw.one_of(resting), Reason("procedure"))
        if written:
            return Choice(draw.one_of(written), Reason("worn"))
        return Choice(draw.one_of(seen.moves), Reason("only"))

    def handing_over(self, known: Known, seen: View, fresh: Sequence[Written]) -> Sequence[Written]:
        """The words with which it hands over, where nothing is left that it must raise."""
        if any(must_be_raised(known, seen, move) for move in fresh):
            return []
        return [move for move in fresh if move.kind == "procedure"]

    def way_out(self, fresh: Sequence[Written], resting: Sequence[Written]) -> Sequence[Written]:
        """The moves that give the floor back, or at least the turn."""
        return (
            [move for move in fresh if move.ends_topic and move.kind not in YIELDING]
            or [move for move in resting if move.ends_topic]
            or resting
        )

    def pick(self, known: Known, seen: View, fresh: Sequence[Written], draw: Draw) -> Written:
        """The move it likes best among those it has not made."""
        theirs = (seen.pending | seen.standing) & sides_claims(known, 1 - known.side)
        order, wanted = self.order(known, seen), self.sought(known, seen)

        def liking(move: Written) -> tuple[bool, int, int]:
            due = must_be_raised(known, seen, move)
            rank = -1 if move.reach & wanted else self.rank(order, move)
            return (not due, rank, -(move.answers & theirs).bit_count())

        if self.greets and not said(seen):  # nothing has been said yet that a first word could follow from
            return draw.one_of(fresh)
        orders = sorted(set(map(liking, fresh)))
        while len(orders) > 1 and self.wanders and not orders[0][0] < orders[1][0] and not draw.below(self.wanders):
            del orders[0]
        return draw.one_of([move for move in fresh if liking(move) == orders[0]])

    def sought(self, known: Known, seen: View) -> int:
        """The settlements that it wants put in words, as bits; 0 where it only argues."""
        return sought(known, seen) if self.seeks else 0

    def rank(self, order: tuple[str, ...], move: Written) -> int:
        """How far down an order of kinds a move stands; lower is sooner."""
        return order.index(move.kind) if move.kind in order else len(order)

    def may_say(self, known: Known, seen: View, move: Written) -> bool:
        """It offers nothing that its capital would never allow, and takes back nothing. Asking commits nobody."""
        if seen.closing and any(known.meters[meter].id == "trust" and by < 0 for meter, by in move.changes):
            return not any(seen.table)  # everything is open, so there is nothing to take back
        if move.kind not in YIELDING or not move.reach:
            return True
        return not any(
            rule == NEVER and known.issues[issue].bits[settlement] & move.reach
            for (issue, settlement), rule in known.authority.items()
        )

    def why(self, known: Known, seen: View, move: Written) -> Reason:
        """Why it said that."""
        open_claims = move.answers & (seen.pending | seen.standing)
        if open_claims:
            claim = known.claims[(open_claims & -open_claims).bit_length() - 1]
            return Reason("answers", claim=claim.id, value=open_claims.bit_count())
        if move.claims:
            return Reason("raises", claim=known.claims[move.claims.bit_length() - 1].id)
        return Reason("unsaid")
