"""Five medals for a side, never one sum: what it gained, what was missed, and how it kept its word.

Each medal carries the figures that made it, so that whoever shows it can say why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.engine.authority import Disavowal, outcome
from game.engine.events import Answered, Changed, Claimed, Event, Reached, Spoke
from game.engine.frontier import Outcome, kalai_smorodinsky, rational, tonight
from game.engine.issues import OPEN, Table
from game.engine.scenario import Scenario, Written
from game.engine.scoring import reservation, result
from game.engine.state import State, standing, under

GOLD, SILVER, BRONZE, HELD, NONE = "gold", "silver", "bronze", "held", "none"
"""`held`: nothing gained and nothing lost, which is a respectable end."""


YIELDING = ("offer", "concede")
"""The kinds of move that yield something; asking about a settlement yields nothing."""


class Interest(NamedTuple):
    """The gain over the reservation value against the best that could be authorised tonight.

    All in hundredths of a point. `best` leaves the other side at its own reservation value or above;
    `kalai_smorodinsky` is the gain at that point (Kalai and Smorodinsky 1975).
    """

    medal: str
    gain: int
    best: int
    kalai_smorodinsky: int


class Agreement(NamedTuple):
    """Of the outcomes whose settlements all came within reach: how many were better for both sides."""

    medal: str
    better: int
    best: Outcome | None


class Instructions(NamedTuple):
    """Limits kept, points raised, and nothing offered that home would never allow. Numbers of issues and claims."""

    medal: str
    exceeded: tuple[tuple[int, int], ...]
    unraised: tuple[int, ...]
    conceded: tuple[tuple[int, int], ...]


class Credit(NamedTuple):
    """Whether a side is believed: what its words did to trust, papers shown, agreements kept and disavowed."""

    medal: str
    trust: int
    papers: int
    kept: int
    disavowed: int
    refuted: int


class Argument(NamedTuple):
    """Claims of its own that stand, claims of the other side that it answered, and papers that it cited."""

    medal: str
    standing: int
    answered: int
    of_theirs: int
    cited: int
    claims: int


class Medals(NamedTuple):
    """The five medals of one side."""

    interest: Interest
    agreement: Agreement
    instructions: Instructions
    credit: Credit
    argument: Argument


@dataclass(frozen=True, slots=True)
class Result:
    """How a game ended. Values in hundredths of a point; pairs in declared order of the sides."""

    table: Table
    at_the_table: Table
    """As the delegations left it, before the capitals spoke."""
    disavowed: tuple[Disavowal, ...]
    value: tuple[int, int]
    reservation: tuple[int, int]
    minutes: int
    medals: tuple[Medals, Medals]


def judge(scenario: Scenario, state: State, log: Sequence[Event]) -> Result:
    """How a game stands if it ends here, from its position and everything that happened."""
    table, value = result(scenario, state)
    floor = (reservation(scenario, 0), reservation(scenario, 1))
    ending = outcome(scenario, state)

    def medals(side: int) -> Medals:
        return Medals(
            _interest(scenario, side, value[side] - floor[side]),
            _agreement(scenario, state, table, value),
            _instructions(scenario, state, side, log),
            _credit(scenario, state, side, log),
            _argument(scenario, state, side, log),
        )

    return Result(table, state.deals.table, ending.disavowed, value, floor, state.minutes, (medals(0), medals(1)))


class _Best(NamedTuple):
    found: tuple[Outcome, ...]
    gain: tuple[int, int]
    kalai_smorodinsky: tuple[int, int]


@lru_cache(maxsize=4)
def _best(scenario: Scenario) -> _Best:
    """Everything that could be authorised tonight, and the best of it. 60 ms for the shipped scenario, once."""
    floor = (reservation(scenario, 0), reservation(scenario, 1))
    found = tuple(tonight(scenario))
    good = rational(found, floor)
    best = (max(each.value[0] for each in good) - floor[0], max(each.value[1] for each in good) - floor[1])
    point = kalai_smorodinsky(good, floor)
    return _Best(found, best, (point.value[0] - floor[0], point.value[1] - floor[1]))


def _interest(scenario: Scenario, side: int, gain: int) -> Interest:
    best = _best(scenario)
    share = best.kalai_smorodinsky[side]
    if gain <= 0:
        medal = HELD if gain == 0 else NONE
    elif gain >= share:
        medal = GOLD
    else:
        medal = SILVER if 2 * gain >= share else BRONZE
    return Interest(medal, gain, best.gain[side], share)


def _agreement(scenario: Scenario, state: State, table: Table, value: tuple[int, int]) -> Agreement:
    reach = state.deals.reach

    def in_words(found: Table) -> bool:
        return all(s in (OPEN, table[i]) or scenario.issues[i].settlements[s].bit & reach for i, s in enumerate(found))

    better = [
        each
        for each in _best(scenario).found
        if each.value[0] > value[0] and each.value[1] > value[1] and in_words(each.table)
    ]
    best = max(better, key=lambda each: min(each.value[0] - value[0], each.value[1] - value[1]), default=None)
    if not any(table):
        medal = NONE if better else HELD
    elif not better:
        medal = GOLD
    else:
        medal = SILVER if len(better) <= 3 else BRONZE
    return Agreement(medal, len(better), best)


def _instructions(scenario: Scenario, state: State, side: int, log: Sequence[Event]) -> Instructions:
    written = {move.text: move for move in scenario.moves}
    exceeded = tuple(pair for each in outcome(scenario, state).disavowed if each.side == side for pair in each.package)
    unraised = tuple(claim for claim in scenario.must_raise[side] if not state.made >> claim & 1)
    conceded = []
    saying: Written | None = None
    for event in log:
        if isinstance(event, Spoke):
            saying = written.get(event.move)
        elif isinstance(event, Reached) and event.side == side and saying and saying.kind in YIELDING:
            rule = scenario.authority[event.issue, event.settlement][side]
            conceded += [(event.issue, event.settlement)] if rule is False else []
    missed = len(unraised) + len(conceded) + 2 * bool(exceeded)
    medal = (GOLD, SILVER, BRONZE, NONE)[min(missed, 3)]
    return Instructions(medal, exceeded, unraised, tuple(conceded))


def _credit(scenario: Scenario, state: State, side: int, log: Sequence[Event]) -> Credit:
    written = {move.text: move for move in scenario.moves}
    trust, cited, refuted = 0, set(), 0
    speaking = -1
    for event in log:
        if isinstance(event, Spoke):
            speaking = event.side
            if event.side == side and (move := written.get(event.move)) and move.cites:
                cited.add(move.cites)
        elif isinstance(event, Changed) and speaking == side and scenario.meters[event.meter].id == "trust":
            trust += event.now - event.was
        elif isinstance(event, Answered) and event.side != side:
            refuted += 1
    ending = outcome(scenario, state)
    disavowed = sum(each.side == side for each in ending.disavowed)
    kept = len({by for by, s in zip(under(state.deals), ending.table, strict=True) if by and s != OPEN})
    points = trust + min(len(cited), 3) + kept - 3 * disavowed - refuted // 4
    if disavowed:
        medal = BRONZE if points >= 0 else NONE
    else:
        medal = GOLD if points >= 3 else SILVER if points >= 1 else BRONZE if points >= -1 else NONE
    return Credit(medal, trust, len(cited), kept, disavowed, refuted)


def _argument(scenario: Scenario, state: State, side: int, log: Sequence[Event]) -> Argument:
    own = sum(1 << claim.number for claim in scenario.claims if claim.side == side)
    written = {move.text: move for move in scenario.moves}
    stand = (standing(state) & own).bit_count()
    theirs = (state.made & ~own).bit_count()
    answered = (state.made & state.answered & ~own).bit_count()
    claims = sum(isinstance(event, Claimed) and event.side == side for event in log)
    cited = sum(
        bool(isinstance(event, Spoke) and event.side == side and not event.again and written[event.move].cites)
        for event in log
    )
    if theirs and 3 * answered >= 2 * theirs and stand >= 3 and cited:
        medal = GOLD
    elif theirs and 2 * answered >= theirs and stand >= 2:
        medal = SILVER
    else:
        medal = BRONZE if stand or 3 * answered >= theirs > 0 else NONE
    return Argument(medal, stand, answered, theirs, cited, claims)
