"""The common manners of all counterparts: how to take a turn in a topic, on the floor, and at an answer.

A character is a subclass that says which kinds of move it likes, how its share falls with time, and
which of several good packages it would table. None ever goes beyond its authority.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from game.engine.chance import Draw
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.concession import linear
from game.engine.counterparts.recollection import (
    authorised,
    must_be_raised,
    on_this_topic,
    opened,
    packages_of,
    passed_before,
    running,
    said,
    sides_claims,
    tabled_last,
)
from game.engine.moves import (
    Accept,
    Open,
    Package,
    Pass,
    Recess,
    Refuse,
    SumUp,
    Written,
)
from game.engine.views import NEVER, Known, View

CLAIM_WEIGHT, CLAIMS_AT_MOST = 30, 120
"""What each claim standing on an issue takes off the share, and at most, in thousandths."""
TRUST_WEIGHT = 50
"""By how much full trust, or full distrust, moves the share, in thousandths."""
UNTIL_TWO_PACKAGES = 500
"""The share stays at this or more until the other side has tabled two different packages, for most."""
WORTH_A_RECESS = 400
"""What a settlement must gain before a side leaves the room for it, in hundredths of a point."""
MINUTES_FOR_A_RECESS = 45
"""Minutes of talk that must be left to ask and still to use the answer."""
YIELDING = ("offer", "concede")
"""The kinds of move that yield something."""
RUNS = 3
"""How many moves it makes running before it hands over, unless its manners say otherwise."""


PATIENCE = 4
"""How many moves it makes on a topic before it looks for the way back to the floor."""


class Bargainer:
    """A counterpart. Subclasses give the character."""

    name: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = (
        "rebut", "assert", "press", "offer", "ask", "concede", "warn", "praise", "deflect", "procedure",
    )  # fmt: skip
    """The kinds of move in the order in which it reaches for them."""
    runs: ClassVar[int] = RUNS
    patience: ClassVar[int] = PATIENCE
    until_two_packages: ClassVar[int] = UNTIL_TWO_PACKAGES
    wanders: ClassVar[int] = 4
    """One time in so many it says what it likes next best; 0 for never."""
    stays_for: ClassVar[tuple[str, ...]] = ("offer",)
    """The kinds of move that it does not leave a topic without."""

    def curve(self, spent: int, talk: int) -> int:
        """The share of both gains that it wants at this minute, in thousandths, before claims and trust."""
        return linear(spent, talk)

    def choose(self, known: Known, seen: View, draw: Draw) -> Choice:
        """Choose a move, with the reason."""
        if len(seen.moves) == 1 and seen.place != "floor":
            return Choice(seen.moves[0], Reason("only"))
        if seen.place == "answer":
            return self.answer(known, seen)
        if seen.place == "floor":
            return self.take_the_floor(known, seen, draw)
        return self.speak(known, seen, draw)

    # In a topic

    def speak(self, known: Known, seen: View, draw: Draw) -> Choice:
        """Say something: by kind, then what answers most claims, then what is unsaid, then by draw."""
        before = said(seen)
        written = [move for move in seen.moves if isinstance(move, Written) and self.may_say(known, move)]
        fresh = [move for move in written if move.text not in before and not move.freely]
        resting = [move for move in written if move.freely]
        if fresh and not (resting and running(seen) >= self.runs):
            move = self.pick(known, seen, fresh, draw)
            worth_staying = move.kind in self.stays_for or must_be_raised(known, seen, move)
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

        def liking(move: Written) -> tuple[bool, int, int]:
            due = must_be_raised(known, seen, move)
            return (not due, self.rank(seen, move), -(move.answers & theirs).bit_count())

        orders = sorted(set(map(liking, fresh)))
        while len(orders) > 1 and self.wanders and not orders[0][0] < orders[1][0] and not draw.below(self.wanders):
            del orders[0]
        return draw.one_of([move for move in fresh if liking(move) == orders[0]])

    def rank(self, seen: View, move: Written) -> int:
        """How far down its order a move stands; lower is sooner."""
        return self.kinds.index(move.kind) if move.kind in self.kinds else len(self.kinds)

    def may_say(self, known: Known, move: Written) -> bool:
        """It offers nothing that its capital would never allow. Asking commits nobody."""
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

    # On the floor

    def take_the_floor(self, known: Known, seen: View, draw: Draw) -> Choice:
        """A package, when its last turn was a topic; a recess; a point that must be raised; a topic; pass; sum up."""
        openings = [move for move in seen.moves if isinstance(move, Open)]
        if not tabled_last(seen) and (package := self.package(known, seen)):
            return package
        if recess := self.recess(known, seen):
            return recess
        for claim in known.must_raise:
            topic = known.claims[claim].topic
            if not seen.made >> claim & 1 and (found := [move for move in openings if move.topic == topic]):
                return Choice(found[0], Reason("must-raise", claim=known.claims[claim].id))
        turned = opened(seen)
        if unopened := [move for move in openings if move.topic not in turned]:
            return Choice(self.topic(known, unopened, draw), Reason("unopened"))
        if openings and not seen.passes:
            return Choice(self.topic(known, openings, draw), Reason("reopens"))
        rest = SumUp if passed_before(seen) else Pass
        move = next(move for move in seen.moves if isinstance(move, rest))
        return Choice(move, Reason("nothing-left"))

    def topic(self, known: Known, openings: Sequence[Open], draw: Draw) -> Open:
        """The topic it turns to."""
        argued = [move for move in openings if known.topics[move.topic].argues >= 0]
        return draw.one_of(argued or openings)

    def recess(self, known: Known, seen: View) -> Choice | None:
        """Ask for what it lacks, where a package with it would be worth enough."""
        if seen.left < MINUTES_FOR_A_RECESS:
            return None
        best: tuple[int, Recess] | None = None
        for move in seen.moves:
            if isinstance(move, Recess) and seen.reach & move.bit:
                gain = self.worth_with(known, seen, (move.issue, move.settlement))
                if gain >= WORTH_A_RECESS and (best is None or gain > best[0]):
                    best = gain, move
        if best is None:
            return None
        gain, move = best
        issue = known.issues[move.issue]
        reason = Reason("asks", "", issue.id, issue.settlements[move.settlement], gain, WORTH_A_RECESS)
        return Choice(move, reason)

    def worth_with(self, known: Known, seen: View, settlement: tuple[int, int]) -> int:
        """The best gain of a package with one settlement that it lacks, where the other side might like it too."""
        gains, theirs = known.worth.over(seen.table), known.guess.over(seen.table)
        best = 0
        for package in seen.packages.made_of(lambda pair: pair == settlement or authorised(known, seen, pair)):
            if settlement not in package or theirs(package) <= 0:
                continue
            if (gain := gains(package)) > best and seen.packages.allows(package):
                best = gain
        return best

    # Packages

    def answer(self, known: Known, seen: View) -> Choice:
        """Yes; or one counter-proposal; or no, naming the hardest part."""
        package = seen.tabled
        gains = known.worth.over(seen.table)
        gain, theirs = gains(package), known.guess.over(seen.table)(package)
        wanted = self.share(known, seen)(package) * max(gain + theirs, 0) // 1000
        lacking = [pair for pair in package if not authorised(known, seen, pair)]
        if not lacking and gain > 0 and gain >= wanted:
            accept = next(move for move in seen.moves if isinstance(move, Accept))
            return Choice(accept, Reason("accepts", value=gain, threshold=wanted))
        if counter := self.package(known, seen):
            return Choice(counter.move, counter.reason._replace(why="counters"))
        hardest = lacking[0] if lacking else hardest_of(package, gains)
        refuse = next(move for move in seen.moves if isinstance(move, Refuse) and move.issue == hardest[0])
        issue = known.issues[hardest[0]]
        why = "no-authority" if lacking else "no-gain" if gain <= 0 else "too-little"
        return Choice(refuse, Reason(why, "", issue.id, issue.settlements[hardest[1]], gain, max(wanted, 1)))

    def share(self, known: Known, seen: View) -> Callable[[Package], int]:
        """What share of both gains together it wants now, in thousandths, by the package that it is to weigh."""
        against = seen.standing & sides_claims(known, 1 - known.side)
        argued = [claim.argues for number, claim in enumerate(known.claims) if against >> number & 1]
        full = self.curve(seen.minutes, known.talk) - self.trust(known, seen)
        least = self.until_two_packages if len(packages_of(seen, 1 - known.side)) < 2 else 0

        def of(package: Package) -> int:
            on_these = sum([argued.count(issue) for issue, _ in package])
            return max(full - min(CLAIMS_AT_MOST, CLAIM_WEIGHT * on_these), least)

        return of

    def trust(self, known: Known, seen: View) -> int:
        """What trust takes off the share, in thousandths; distrust adds."""
        for meter, value in zip(known.meters, seen.meters, strict=True):
            if meter.id == "trust":
                return TRUST_WEIGHT * value // (meter.high if value > 0 else -meter.low or 1)
        return 0

    def package(self, known: Known, seen: View) -> Choice | None:
        """The package it would table now, if any is worth it to both as far as it can tell; a new one if it can."""
        gains, theirs = known.worth.over(seen.table), known.guess.over(seen.table)
        share, before = self.share(known, seen), packages_of(seen, known.side)
        best: tuple[tuple[bool, tuple[int, int]], Package, int, int] | None = None
        for package in seen.packages.made_of(lambda pair: authorised(known, seen, pair)):
            if (their_gain := theirs(package)) <= 0 or (gain := gains(package)) <= 0:
                continue
            liking = (package not in before, self.liking(gain, their_gain))
            if best is not None and liking <= best[0]:
                continue
            wanted = share(package) * (gain + their_gain) // 1000
            if gain >= wanted and seen.packages.allows(package):
                best = liking, package, gain, wanted
        if best is None:
            return None
        _, package, gain, wanted = best
        hardest = hardest_of(package, gains)
        issue = known.issues[hardest[0]]
        reason = Reason("worth", "", issue.id, issue.settlements[hardest[1]], gain, wanted)
        return Choice(seen.packages.propose(package), reason)

    def liking(self, gain: int, theirs: int) -> tuple[int, int]:
        """How it orders packages that are good enough: here what both gain most evenly by."""
        return min(gain, theirs), gain


def hardest_of(package: Package, gains: Callable[[Package], int]) -> tuple[int, int]:
    """The part of a package that would bring least by itself."""
    return min(package, key=lambda pair: gains((pair,)))
