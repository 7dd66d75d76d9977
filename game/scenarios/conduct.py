"""How counterparts bear themselves: what each does in many games against the same opponents, in figures.

A definition says when somebody gives way, how much, and to whom. These are the figures that show whether
it does: by fifth of the talk, the share of the common gain that it asks for in what it tables and takes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.engine.authority import outcome
from game.engine.counterparts import counterpart
from game.engine.counterparts.bargainer import Bargainer
from game.engine.events import Event, Reached
from game.engine.moves import Accept, Propose
from game.engine.scenario import ANSWERS, Scenario, Written
from game.engine.scoring import reservation, result, worth
from game.engine.views import known, view
from game.scenarios.rehearse import rehearse

OPPONENTS = ("random", "friendly", "firm", "hints", "conceder", "logroller", "hardliner")
"""Whom everybody meets, from either side."""
FIFTHS = 5
"""Into so many parts the talk is divided."""
NOTIONAL = 1_000
"""A package of ten points in all, five to each, in hundredths: what would it take for its own part of it?"""


@dataclass(slots=True)
class Conduct:
    """What a counterpart did in some games. Sums, so that games can be added in any order."""

    name: str
    games: int = 0
    agreed: int = 0
    """Games in which something that was agreed stood at the end."""
    out: int = 0
    """Games at whose end the first issue stood at something other than open."""
    disavowed: int = 0
    """Games in which its own capital did not stand by what it agreed to."""
    gain: int = 0
    """What all games brought it, in hundredths of a point."""
    said: Counter[str] = field(default_factory=Counter)
    """Moves in topics, by kind."""
    early: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    """The same in the first four fifths of the talk and in the last."""
    tabled: Counter[int] = field(default_factory=Counter)
    accepted: Counter[int] = field(default_factory=Counter)
    """Packages that it tabled, and took, by fifth of the talk."""
    asked: Counter[int] = field(default_factory=Counter)
    """Thousandths of the common gain that it kept for itself in what it tabled, by fifth: a sum."""
    settlements: int = 0
    """Settlements that it was the first to put in words."""
    several: int = 0
    """Packages of more than one issue that it tabled."""
    wanted: Counter[int] = field(default_factory=Counter)
    weighed: Counter[int] = field(default_factory=Counter)
    """By fifth, the sum of what it would have wanted for itself of ten points that both gain, and how often."""

    def share(self, kinds: Iterable[str], among: Counter[str] | None = None) -> float:
        """The share of its moves in topics that were of some kinds."""
        counted = self.said if among is None else among
        return sum(counted[kind] for kind in kinds) / (counted.total() or 1)

    def wants(self, fifth: int) -> float:
        """What it would have wanted for itself of ten points that both gain, in points, in a fifth of the talk."""
        return self.wanted[fifth] / 100 / (self.weighed[fifth] or 1)


def conduct(
    scenario: Scenario, name: str, games: int, opponents: Sequence[str] = OPPONENTS, first_seed: int = 0
) -> Conduct:
    """What a counterpart does in so many games, against each opponent in turn and from either side."""
    found = Conduct(name)
    for number in range(games):
        opponent = opponents[number // 2 % len(opponents)]
        side = number % 2
        seats = (name, opponent) if side == 0 else (opponent, name)
        _watch(scenario, found, side, seats, first_seed + number)
    return found


def _watch(scenario: Scenario, found: Conduct, side: int, seats: tuple[str, str], seed: int) -> None:
    knows, player = known(scenario, side), counterpart(found.name)
    gains_of = worth(scenario, side)
    log: list[Event] = []
    after = None
    for step in rehearse(scenario, seed, seats):
        before, after = step.before, step.after
        if scenario.nodes[before.node].side == side:
            fifth = min(FIFTHS - 1, FIFTHS * before.minutes // scenario.talk)
            if isinstance(step.move, Written):
                found.said[step.move.kind] += 1
                (found.late if fifth == FIFTHS - 1 else found.early)[step.move.kind] += 1
            table = before.deals.table
            if isinstance(step.move, Propose):
                gain, theirs = gains_of.over(table)(step.move.package), knows.guess.over(table)(step.move.package)
                found.tabled[fifth] += 1
                found.several += len(step.move.package) > 1
                found.asked[fifth] += 1000 * gain // max(1, gain + theirs)
            if before.node in (side, ANSWERS[side]) and isinstance(player, Bargainer):
                least = player.least(knows, view(scenario, before, side, log))
                found.wanted[fifth] += least((), NOTIONAL // 2, NOTIONAL // 2)
                found.weighed[fifth] += 1
            found.accepted[fifth] += isinstance(step.move, Accept)
            found.settlements += sum(isinstance(event, Reached) for event in step.events)
        log += step.events
    assert after is not None
    ending = outcome(scenario, after)
    found.games += 1
    found.agreed += any(ending.table)
    found.out += ending.table[0] != 0
    found.disavowed += any(each.side == side for each in ending.disavowed)
    found.gain += result(scenario, after)[1][side] - reservation(scenario, side)
