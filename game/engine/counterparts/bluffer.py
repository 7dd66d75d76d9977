"""Bluffer: says that home will never allow what home allows, and gives way when it is called."""

from collections.abc import Sequence
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.bargainer import Bargainer, Least
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.recollection import challenged, sides_claims
from game.engine.moves import Open, Package
from game.engine.views import Known, View

BEYOND = 1_000_000
"""What a package beyond its false limit would have to bring, in hundredths of a point: more than there is."""


class Bluffer(Bargainer):
    """Claims a limit that it has not: on what weighs most with it, nothing but the best will do.

    The limit stands until it is challenged: until at least half of what it claims about the issue has been
    answered, or a paper was held up against it. Then it bargains as anybody would.
    """

    name: ClassVar[str] = "bluffer"
    kinds: ClassVar[tuple[str, ...]] = (
        "assert", "warn", "press", "rebut", "ask", "offer", "praise", "concede", "procedure", "deflect",
    )  # fmt: skip
    caught: ClassVar[tuple[str, ...]] = (
        "offer", "ask", "concede", "praise", "rebut", "assert", "procedure", "press", "deflect", "warn",
    )  # fmt: skip
    """What it reaches for when it has been challenged."""
    seeks: ClassVar[bool] = True
    runs: ClassVar[int] = 2
    patience: ClassVar[int] = 5
    stays_for: ClassVar[tuple[str, ...]] = ()

    def bluff(self, known: Known, seen: View) -> int:
        """The issue on which it claims a false limit; -1 when it has been challenged, or has nothing to claim."""
        argued = {claim.argues for claim in known.claims if claim.side == known.side and claim.argues >= 0}
        issue = max(argued, key=lambda each: (known.weights[each], -each), default=-1)
        return -1 if issue < 0 or challenged(known, seen, issue) else issue

    def order(self, known: Known, seen: View) -> tuple[str, ...]:
        """Firm until it is called, obliging after."""
        return self.kinds if self.bluff(known, seen) >= 0 else self.caught

    def sought(self, known: Known, seen: View) -> int:
        """Nothing on what it bluffs about."""
        issue = self.bluff(known, seen)
        return super().sought(known, seen) & ~(sum(known.issues[issue].bits) if issue >= 0 else 0)

    def topic(self, known: Known, seen: View, openings: Sequence[Open], draw: Draw) -> Open:
        """What it bluffs about, first."""
        issue = self.bluff(known, seen)
        about = [move for move in openings if issue >= 0 and known.topics[move.topic].argues == issue]
        return super().topic(known, seen, about or openings, draw)

    def least(self, known: Known, seen: View) -> Least:
        """Out of reach for a package beyond the false limit; else what anybody would want."""
        issue, plain = self.bluff(known, seen), super().least(known, seen)

        def wanted(package: Package, gain: int, theirs: int) -> int:
            return BEYOND if self.beyond(known, issue, package) else plain(package, gain, theirs)

        return wanted

    def no(self, known: Known, seen: View, hardest: tuple[int, int], reason: Reason) -> Choice:
        """A refusal that hides behind the false limit, where the package goes beyond it."""
        issue = self.bluff(known, seen)
        if not self.beyond(known, issue, seen.tabled):
            return super().no(known, seen, hardest, reason)
        unanswered = (seen.pending | seen.standing) & sides_claims(known, known.side)
        claims = [claim.id for n, claim in enumerate(known.claims) if claim.argues == issue and unanswered >> n & 1]
        bluff = Reason("bluffs", claims[0] if claims else "", "", "", reason.value, 0)
        return super().no(known, seen, next(pair for pair in seen.tabled if pair[0] == issue), bluff)

    def beyond(self, known: Known, issue: int, package: Package) -> bool:
        """Whether a package settles the issue of the bluff at anything but what is best for itself."""
        points = known.worth.points[issue] if issue >= 0 else ()
        return any(number == issue and points[settlement] < max(points) for number, settlement in package)
