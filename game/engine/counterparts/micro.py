"""MiCRO: one new offer for each new offer of the other side, and each the smallest step down."""

from typing import ClassVar

from game.engine.counterparts.bargainer import Bargainer, Least, hardest_of
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.recollection import authorised, packages_of
from game.engine.moves import Package
from game.engine.views import Known, View


class Micro(Bargainer):
    """The strategy of de Jonge (2022): no model of the others, no clock.

    It goes down a ladder of its own packages, best first. It tables the next as long as the other side has
    tabled as many different ones as it has, and takes whatever is as good as the lowest that it has tabled
    or would table now. The rungs are the packages that no other beats for both sides, as far as it can tell.
    """

    name: ClassVar[str] = "micro"
    kinds: ClassVar[tuple[str, ...]] = (
        "ask", "rebut", "offer", "assert", "press", "concede", "procedure", "praise", "deflect", "warn",
    )  # fmt: skip
    seeks: ClassVar[bool] = True
    runs: ClassVar[int] = 1
    patience: ClassVar[int] = 3
    wanders: ClassVar[int] = 0
    stays_for: ClassVar[tuple[str, ...]] = ()

    def least(self, known: Known, seen: View) -> Least:
        """What the lowest rung brings that it has tabled or would table now; an even share where it has no ladder."""
        gains = known.worth.over(seen.table)
        tabled = [gain for each in packages_of(seen, known.side) if (gain := gains(each)) > 0]
        next_one = self.next_rung(known, seen)
        lowest = min([*tabled, gains(next_one)] if next_one else tabled, default=None)
        return lambda package, gain, theirs: max(gain + theirs, 0) // 2 if lowest is None else lowest

    def package(self, known: Known, seen: View) -> Choice | None:
        """The next rung down, where it owes one."""
        package = self.next_rung(known, seen)
        if package is None:
            return None
        gains = known.worth.over(seen.table)
        hardest = hardest_of(package, gains)
        issue = known.issues[hardest[0]]
        gain = gains(package)
        reason = Reason("worth", "", issue.id, issue.settlements[hardest[1]], gain, gain)
        return Choice(seen.packages.propose(package), reason)

    def next_rung(self, known: Known, seen: View) -> Package | None:
        """The next package to table; None while the other side has tabled fewer different ones than it has."""
        before = packages_of(seen, known.side)
        if len(before) > len(packages_of(seen, 1 - known.side)):
            return None
        return next((each for each in self.ladder(known, seen) if each not in before), None)

    def ladder(self, known: Known, seen: View) -> list[Package]:
        """Its packages, the best for itself first; of those that another beats for both sides, none."""
        gains, theirs = known.worth.over(seen.table), self.theirs(known, seen)
        found = [
            (gain, their_gain, package)
            for package in seen.packages.made_of(lambda pair: authorised(known, seen, pair))
            if (gain := gains(package)) > 0 and (their_gain := theirs(package)) > 0
        ]
        rungs: list[Package] = []
        most = 0
        for _, their_gain, package in sorted(found, key=lambda each: (-each[0], -each[1], each[2])):
            if their_gain > most and seen.packages.allows(package):
                rungs.append(package)
                most = their_gain
        return rungs
