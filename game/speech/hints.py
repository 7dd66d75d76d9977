"""Hints on request: what a thoughtful person beside the player would point at now, and why it matters.

A hint is made from what the side may know, its `Known` and its `View`, and from nothing else; so it can be wrong
about the other side, as a person can. It names one thing: a claim that can be answered, a settlement or a pair that
can be had, something to be asked of home or put in words. `hint` finds it, in numbers; `Hint.words` says it.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from game.engine.events import Refused, Spoke, Turned
from game.engine.issues import Gains, Package, with_package
from game.engine.moves import Accept, Move, Open, Pass, Recess, Refuse, SumUp, Written
from game.engine.views import ASK, GIVEN, NEVER, Known, View
from game.phrases import noted, phrase
from game.speech.figures import gain
from game.speech.telling import Teller

WORTH_A_RECESS = 200
"""What a settlement must bring, in hundredths of a point, before somebody walks out for it."""
MINUTES_AFTER_A_RECESS = 16
"""Minutes that must be left after a recess, to propose and be answered."""
RUNNING = 2
"""After so many moves running it is time to hand over."""
FAIR_SHARE = 3
"""A package is fair enough where one part in so many of what both gain is one's own."""
AIMS = 12
"""How many packages it keeps in mind as worth working for."""
YIELDING = ("offer", "concede")
"""Kinds of move that give something away; asking about a settlement gives nothing."""


class Hint(NamedTuple):
    """One thing to look at. Issues, settlements, topics and claims are numbers, gains hundredths of a point."""

    what: str
    """One of the keys of `WORDS`."""
    move: Move | None
    """What would be done about it; None where nothing presses."""
    claim: int = -1
    package: Package = ()
    """A package, or one settlement."""
    topic: int = -1
    gain: int = 0

    def words(self, teller: Teller, *, counts: bool = True) -> str:
        """The hint in one or two sentences, for the side whose teller this is; without figures where worth is kept."""
        issue = self.package[0][0] if self.package else -1
        label = teller.label(self.move, teller.known.side) if self.move else ""
        words = WORDS if counts else WORDS | WITHOUT_FIGURES
        return phrase(
            words[self.what],
            label=f"“{label}”",
            claim=teller.claim(self.claim) if self.claim >= 0 else "",
            package=teller.package(self.package),
            issue=teller.issue(issue) if issue >= 0 else "",
            topic=teller.topic(self.topic) if self.topic >= 0 else "",
            gain=gain(self.gain),
        )


WORDS = noted(
    {
        "answer": "They have claimed: {claim}. {label} answers it; if you talk of something else now, it stands.",
        "answer-late": "This stands unanswered: {claim}. While it does your refusals are weaker, and {label} "
        "answers it.",
        "raise": "Your instructions order you to raise this: {claim}. {label} does.",
        "speak": "{label} puts this in words: {package}. Nobody can propose it before somebody has said it.",
        "claim": "{label} makes a claim: {claim}. If they talk past it, it stands, and their refusals weaken.",
        "hand-over": "You have said much in one turn, and each claim is easier to talk past. {label} lets them answer.",
        "move-on": "Little more is to be had on this now. {label} moves the talk on.",
        "propose": "This is within reach: {package}. It is worth {gain} to you, and they may well gain too. "
        "Propose it.",
        "trade": "A pair worth trading is within reach: {package}. Together it is worth {gain} to you, and they "
        "may well "
        "gain too. Propose both at once.",
        "ask": "{package} is within reach, but not yours to give. A recess asks home; a package "
        "with it could be worth {gain} to you.",
        "accept": "The package on the table is worth {gain} to you, and home allows it. You can accept.",
        "counter": "The package on the table is not good enough. Answer it once with this: {package}, worth "
        "{gain} to you.",
        "no-authority": "Home has not allowed this part: {package}. Accept, and home may take the whole package back.",
        "refuse": "The package on the table is worth {gain} to you. Refuse, and say that the hardest part is {issue}.",
        "turn": "It could be worth something to both of you: {package}. Nobody has said it yet. Turn to “{topic}”.",
        "raise-there": "Your instructions order you to raise this: {claim}. It belongs to “{topic}”.",
        "answer-there": "This stands unanswered: {claim}. While it does your refusals are weaker. Go back to "
        "“{topic}”.",
        "pass": "Nothing presses. Pass, and hear what they have to say.",
        "sum-up": "Little more is to be had today. You can begin the summing-up.",
        "nothing": "Nothing presses. Say what you think best.",
    }
)
"""What each hint says."""

WITHOUT_FIGURES = noted(
    {
        "propose": "This is within reach: {package}. You gain by it, and they may well gain too. Propose it.",
        "trade": "A pair worth trading is within reach: {package}. You gain by both together, and they may well "
        "gain too. "
        "Propose both at once.",
        "ask": "{package} is within reach, but not yours to give. A recess asks home; you could gain by a "
        "package with it.",
        "accept": "You gain by the package on the table, and home allows it. You can accept.",
        "counter": "The package on the table is not good enough. Answer it once with this: {package}.",
        "refuse": "The package on the table is not good enough. Refuse, and say that the hardest part is {issue}.",
    }
)
"""The same where what things are worth is kept until the end."""


def hint(known: Known, seen: View) -> Hint | None:
    """The one thing to look at now; None where it is not this side's turn, or in the summing-up."""
    if seen.side != seen.turn or seen.closing or seen.place == "end":
        return None
    finder = _Finder(known, seen)
    found = {"answer": finder.at_an_answer, "floor": finder.on_the_floor}.get(seen.place, finder.in_a_topic)()
    return next(found, Hint("nothing", None))


class _Finder:
    """Looks at one position. Each method gives hints, the most pressing first."""

    def __init__(self, known: Known, seen: View) -> None:
        self.known, self.seen = known, seen
        self.own: Gains = known.worth.over(seen.table)
        self.theirs: Gains = known.guess.over(seen.table)
        self.against = sum(1 << n for n, claim in enumerate(known.claims) if claim.side != known.side)
        self.unraised = [claim for claim in known.must_raise if not seen.made >> claim & 1]
        self.refused = {
            (event.issue, dict(event.package)[event.issue])
            for event in seen.log
            if isinstance(event, Refused) and event.side != known.side
        }
        """Settlements that they have called the hardest part of a package."""

    # In a topic

    def in_a_topic(self) -> Iterator[Hint]:
        moves = [move for move in self.seen.moves if isinstance(move, Written) and not self.gives_away(move)]
        yield from self.answers(moves, self.seen.pending, "answer")
        for move in moves:
            for claim in self.unraised:
                if move.claims >> claim & 1:
                    yield Hint("raise", move, claim=claim)
        yield from self.speaking(moves)
        yield from self.answers(moves, self.seen.standing, "answer-late")
        resting = next((move for move in moves if move.freely), None)
        if resting and self.running() >= RUNNING:
            yield Hint("hand-over", resting)
        for move in moves:
            if new := move.claims & ~self.seen.made:
                yield Hint("claim", move, claim=new.bit_length() - 1)
        if resting:
            yield Hint("move-on", resting)

    def running(self) -> int:
        """How many moves this side has made running."""
        count = 0
        for event in reversed(self.seen.log):
            if isinstance(event, Turned) or (isinstance(event, Spoke) and event.side != self.seen.side):
                break
            count += isinstance(event, Spoke)
        return count

    def answers(self, moves: list[Written], claims: int, what: str) -> Iterator[Hint]:
        """The move that answers the most of some claims of the other side."""
        claims &= self.against
        best = max(moves, key=lambda move: (move.answers & claims).bit_count(), default=None)
        if best and (answered := best.answers & claims):
            yield Hint(what, best, claim=answered.bit_length() - 1)

    def speaking(self, moves: list[Written]) -> Iterator[Hint]:
        """The move that puts in words what is missing of a package worth working for."""
        for package in self.aims():
            for pair in package:
                if not self.bit(pair) & self.seen.reach:
                    for move in moves:
                        if self.bit(pair) & move.reach:
                            yield Hint("speak", move, package=(pair,))

    def aims(self) -> list[Package]:
        """Settlements and pairs worth working for, the best first: home might allow them, and they may gain as well."""
        single = [
            (pair,)
            for pair in self.known.authority
            if self.known.authority[pair] != NEVER and self.seen.table[pair[0]] != pair[1] and pair not in self.refused
        ]
        pairs = [(*one, *other) for one, other in combinations(single, 2) if one[0][0] != other[0][0]]
        found = [
            (-min(own, theirs), -own, package)
            for package in (*single, *pairs)
            if (own := self.own(package)) > 0 and (theirs := self.theirs(package)) > 0
        ]
        return [package for *_, package in sorted(found)[:AIMS]]

    def gives_away(self, move: Written) -> bool:
        """Whether a move offers what home would never allow."""
        return move.kind in YIELDING and any(
            rule == NEVER and self.bit(pair) & move.reach for pair, rule in self.known.authority.items()
        )

    # On the floor

    def on_the_floor(self) -> Iterator[Hint]:
        openings = {move.topic: move for move in self.seen.moves if isinstance(move, Open)}
        yield from self.packages()
        yield from self.recesses()
        yield from self.turning(openings)
        for claim in self.unraised:
            if move := openings.get(self.known.claims[claim].topic):
                yield Hint("raise-there", move, claim=claim, topic=move.topic)
        for number, claim_known in enumerate(self.known.claims):
            if self.seen.standing & self.against & 1 << number and (move := openings.get(claim_known.topic)):
                yield Hint("answer-there", move, claim=number, topic=move.topic)
        rest = SumUp if self.seen.passes else Pass
        yield Hint("sum-up" if self.seen.passes else "pass", next(m for m in self.seen.moves if isinstance(m, rest)))

    def packages(self, what: str = "") -> Iterator[Hint]:
        """The package that both gain by, the side that gains less as much as can be."""
        best: tuple[tuple[int, int], Package] | None = None
        for package in self.seen.packages.made_of(self.authorised):
            own, theirs = self.own(package), self.theirs(package)
            if min(own, theirs) <= 0 or not self.refused.isdisjoint(package):
                continue
            liking = (min(own, theirs), own)
            if (best is None or liking > best[0]) and self.seen.packages.allows(package):
                best = liking, package
        if best is not None:
            package = best[1]
            kind = what or ("propose" if len(package) == 1 else "trade")
            yield Hint(kind, self.seen.packages.propose(package), package=package, gain=self.own(package))

    def recesses(self) -> Iterator[Hint]:
        """What home should be asked for."""
        best: tuple[int, Recess] | None = None
        for move in self.seen.moves:
            if not isinstance(move, Recess) or not self.seen.reach & move.bit:
                continue
            if self.seen.left < move.minutes + MINUTES_AFTER_A_RECESS:
                continue
            value = self.with_leave((move.issue, move.settlement))
            if value >= WORTH_A_RECESS and (best is None or value > best[0]):
                best = value, move
        if best is not None:
            value, move = best
            yield Hint("ask", move, package=((move.issue, move.settlement),), gain=value)

    def with_leave(self, asked: tuple[int, int]) -> int:
        """The most that a package with something that home might allow would bring, where they might gain by it too."""
        found = [
            self.own(package)
            for package in self.seen.packages.made_of(lambda pair: pair == asked or self.authorised(pair))
            if asked in package and self.theirs(package) > 0 and self.possible(package)
        ]
        return max(found, default=0)

    def possible(self, package: Package) -> bool:
        """Whether a package can stand. That it was refused before does not matter here: a recess makes it new."""
        table = with_package(self.seen.table, package)
        return not any(impossible.holds(table) for impossible in self.known.impossible)

    def turning(self, openings: dict[int, Open]) -> Iterator[Hint]:
        """The topic in which something missing of a package worth working for may be put in words."""
        for package in self.aims():
            for pair in package:
                for topic, move in openings.items():
                    if self.known.topics[topic].argues == pair[0] and not self.bit(pair) & self.seen.reach:
                        yield Hint("turn", move, package=(pair,), topic=topic)

    # At a package

    def at_an_answer(self) -> Iterator[Hint]:
        package = self.seen.tabled
        own, theirs = self.own(package), self.theirs(package)
        lacking = [pair for pair in package if not self.authorised(pair)]
        if not lacking and own > 0 and FAIR_SHARE * own >= own + theirs:
            accept = next(move for move in self.seen.moves if isinstance(move, Accept))
            yield Hint("accept", accept, package=package, gain=own)
        yield from self.packages("counter")
        if not lacking and own > 0:
            accept = next(move for move in self.seen.moves if isinstance(move, Accept))
            yield Hint("accept", accept, package=package, gain=own)
        hardest = lacking[0] if lacking else min(package, key=lambda pair: self.own((pair,)))
        refuse = next(move for move in self.seen.moves if isinstance(move, Refuse) and move.issue == hardest[0])
        yield Hint("no-authority" if lacking else "refuse", refuse, package=(hardest,), gain=own)

    # What it knows

    def authorised(self, pair: tuple[int, int]) -> bool:
        """Whether home allows a settlement now."""
        rule = self.known.authority[pair]
        return rule == GIVEN or (rule == ASK and bool(self.seen.grants & self.bit(pair)))

    def bit(self, pair: tuple[int, int]) -> int:
        return self.known.issues[pair[0]].bits[pair[1]]
