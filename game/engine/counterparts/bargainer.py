"""How every counterpart takes the floor, asks its capital, and weighs packages.

A character is a subclass that says how much it wants at which hour, which of several good packages it
would table, and what it would talk about next. None ever goes beyond its authority.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from game.engine.chance import Draw
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.concession import linear
from game.engine.counterparts.recollection import (
    asked_in_vain,
    authorised,
    just_went_out,
    opened,
    packages_of,
    passed_before,
    sides_claims,
    tabled_last,
)
from game.engine.counterparts.speaker import Speaker
from game.engine.moves import Accept, Open, Package, Pass, Recess, Refuse, SumUp
from game.engine.views import Known, View

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

Gain: TypeAlias = Callable[[Package], int]
"""What a package would bring somebody over the table as it stands, in hundredths of a point."""
Least: TypeAlias = Callable[[Package, int, int], int]
"""The least that a package must bring to be taken now, from the package, its own gain and that of the others."""


class Bargainer(Speaker):
    """A counterpart. Subclasses give the character."""

    until_two_packages: ClassVar[int] = UNTIL_TWO_PACKAGES
    worth_a_recess: ClassVar[int] = WORTH_A_RECESS

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
            return Choice(self.topic(known, seen, unopened, draw), Reason("unopened"))
        if openings and not seen.passes:
            return Choice(self.topic(known, seen, openings, draw), Reason("reopens"))
        rest = SumUp if passed_before(seen) else Pass
        move = next(move for move in seen.moves if isinstance(move, rest))
        return Choice(move, Reason("nothing-left"))

    def topic(self, known: Known, seen: View, openings: Sequence[Open], draw: Draw) -> Open:
        """The topic it turns to: where something that it wants put in words belongs, where it seeks anything."""
        argued = [move for move in openings if known.topics[move.topic].argues >= 0]
        wanted = self.sought(known, seen)
        towards = [move for move in argued if wanted & sum(known.issues[known.topics[move.topic].argues].bits)]
        return draw.one_of(towards or argued or openings)

    def recess(self, known: Known, seen: View) -> Choice | None:
        """Ask for what it lacks, where a package with it is worth enough; not twice running, nor twice in vain."""
        if seen.left < MINUTES_FOR_A_RECESS or just_went_out(seen):
            return None
        best: tuple[int, Recess] | None = None
        in_vain = asked_in_vain(seen)
        for move in seen.moves:
            if isinstance(move, Recess) and seen.reach & move.bit and (move.issue, move.settlement) not in in_vain:
                gain = self.worth_with(known, seen, (move.issue, move.settlement))
                if gain >= self.worth_a_recess and (best is None or gain > best[0]):
                    best = gain, move
        if best is None:
            return None
        gain, move = best
        issue = known.issues[move.issue]
        reason = Reason("asks", "", issue.id, issue.settlements[move.settlement], gain, self.worth_a_recess)
        return Choice(move, reason)

    def worth_with(self, known: Known, seen: View, settlement: tuple[int, int]) -> int:
        """The best gain of a package with one settlement that it lacks, where the other side might like it too."""
        gains, theirs = known.worth.over(seen.table), self.theirs(known, seen)
        best = 0
        for package in seen.packages.made_of(lambda pair: pair == settlement or authorised(known, seen, pair)):
            if settlement not in package or theirs(package) <= 0:
                continue
            if (gain := gains(package)) > best and seen.packages.allows(package):
                best = gain
        return best

    # Packages

    def theirs(self, known: Known, seen: View) -> Gain:
        """What it guesses that packages bring the other side."""
        return known.guess.over(seen.table)

    def answer(self, known: Known, seen: View) -> Choice:
        """Yes; or one counter-proposal; or no, naming the hardest part."""
        package = seen.tabled
        gains = known.worth.over(seen.table)
        gain, theirs = gains(package), self.theirs(known, seen)(package)
        wanted = self.least(known, seen)(package, gain, theirs)
        lacking = [pair for pair in package if not authorised(known, seen, pair)]
        if not lacking and gain > 0 and gain >= wanted:
            accept = next(move for move in seen.moves if isinstance(move, Accept))
            return Choice(accept, Reason("accepts", value=gain, threshold=wanted))
        if counter := self.package(known, seen):
            return Choice(counter.move, counter.reason._replace(why="counters"))
        hardest = lacking[0] if lacking else hardest_of(package, gains)
        why = "no-authority" if lacking else "no-gain" if gain <= 0 else "too-little"
        return self.no(known, seen, hardest, Reason(why, "", "", "", gain, max(wanted, 1)))

    def no(self, known: Known, seen: View, hardest: tuple[int, int], reason: Reason) -> Choice:
        """A refusal, naming the hardest part."""
        refuse = next(move for move in seen.moves if isinstance(move, Refuse) and move.issue == hardest[0])
        issue = known.issues[hardest[0]]
        return Choice(refuse, reason._replace(issue=issue.id, settlement=issue.settlements[hardest[1]]))

    def least(self, known: Known, seen: View) -> Least:
        """The least that packages must bring it now: a share of what both gain, here."""
        share = self.share(known, seen)
        return lambda package, gain, theirs: share(package) * max(gain + theirs, 0) // 1000

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
        gains, theirs = known.worth.over(seen.table), self.theirs(known, seen)
        least, before = self.least(known, seen), packages_of(seen, known.side)
        best: tuple[tuple[bool, tuple[int, ...]], Package, int, int] | None = None
        for package in seen.packages.made_of(lambda pair: authorised(known, seen, pair)):
            if (their_gain := theirs(package)) <= 0 or (gain := gains(package)) <= 0:
                continue
            liking = (package not in before, self.liking(package, gain, their_gain))
            if best is not None and liking <= best[0]:
                continue
            wanted = least(package, gain, their_gain)
            if gain >= wanted and seen.packages.allows(package):
                best = liking, package, gain, wanted
        if best is None:
            return None
        _, package, gain, wanted = best
        hardest = hardest_of(package, gains)
        issue = known.issues[hardest[0]]
        reason = Reason("worth", "", issue.id, issue.settlements[hardest[1]], gain, wanted)
        return Choice(seen.packages.propose(package), reason)

    def liking(self, package: Package, gain: int, theirs: int) -> tuple[int, ...]:
        """How it orders packages that are good enough: here what both gain most evenly by."""
        return min(gain, theirs), gain


def hardest_of(package: Package, gains: Gain) -> tuple[int, int]:
    """The part of a package that would bring least by itself."""
    return min(package, key=lambda pair: gains((pair,)))
