"""What a side may know: of the scenario (`known`) and of a position (`view`).

Whoever chooses moves, a person at a screen or a counterpart, gets these two and nothing else.
Scenarios that differ only in the other side's values, authority or brief give equal `known`;
states that differ only in the other side's grants give equal views.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.engine.events import Event
from game.engine.issues import Combination as Combination
from game.engine.issues import Package, Table, guess_of
from game.engine.issues import Worth as Worth
from game.engine.moves import Packages, moves
from game.engine.scenario import ANSWERS, END, FLOORS, AuthorityRule, Move, Scenario
from game.engine.scoring import worth
from game.engine.sides import Meter, Person, Side
from game.engine.state import State, pending, standing

GIVEN, ASK, NEVER = "given", "ask", "never"
"""What a capital says to a settlement: yes; only if it is asked; no, tonight."""


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """An issue as everybody knows it: ids only; titles stand in the words under `issues/ID:title`."""

    id: str
    settlements: tuple[str, ...]
    """`open` first."""
    bits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A topic as everybody knows it; its title is `topics/ID:title`."""

    id: str
    argues: int
    place: int
    """The first place of this side's moves in the document that the scenario is made from; -1 for none."""


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim that can be made; what it asserts is `claims/ID`."""

    id: str
    side: int
    topic: int
    argues: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a side knows of a scenario before anything is said."""

    scenario: str
    side: int
    sides: tuple[Side, Side]
    people: tuple[Person, ...]
    meters: tuple[Meter, ...]
    topics: tuple[KnownTopic, ...]
    issues: tuple[KnownIssue, ...]
    claims: tuple[KnownClaim, ...]
    impossible: tuple[Combination, ...]
    talk: int
    recesses: int
    weights: tuple[int, ...]
    worth: Worth
    """What tables are worth to this side."""
    guess: Worth
    """What this side guesses that they are worth to the other."""
    authority: Mapping[tuple[int, int], str]
    """By (issue, settlement): `given`, `ask` or `never`."""
    must_raise: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A position as one side sees it, or the whole room where `side` is None."""

    side: int | None
    turn: int
    """Whose turn it is; -1 when the talks are over."""
    node: str
    topic: int
    """-1 between topics."""
    place: str
    """`topic`, `floor`, `answer` or `end`."""
    closing: bool
    moves: tuple[Move, ...]
    """What this side can do now; empty when it is not its turn."""
    packages: Packages
    """What it can table now, made as it is asked for."""
    minutes: int
    left: int
    """Minutes of talk left, never below 0."""
    moves_left: int | None
    """Moves until the talks close, never below 0; None where only the clock closes them."""
    moves_made: int
    meters: tuple[int, ...]
    table: Table
    reach: int
    made: int
    standing: int
    pending: int
    answered: int
    """Claims, as bits."""
    tabled: Package
    counter: bool
    recesses: tuple[int, int]
    """Recesses taken."""
    grants: int
    """Settlements that its own capital has allowed in a recess, as bits."""
    passes: int
    log: tuple[Event, ...]
    """What happened so far, as far as this side may know."""


@lru_cache(maxsize=16)
def known(scenario: Scenario, side: int) -> Known:
    """What a side knows of a scenario."""

    def says(rule: AuthorityRule) -> str:
        if isinstance(rule, bool):
            return GIVEN if rule else NEVER
        return ASK

    return Known(
        scenario.id,
        side,
        scenario.sides,
        scenario.people,
        scenario.meters,
        tuple(KnownTopic(each.id, each.argues, each.places[side]) for each in scenario.topics),
        tuple(
            KnownIssue(each.id, tuple(s.id for s in each.settlements), tuple(s.bit for s in each.settlements))
            for each in scenario.issues
        ),
        tuple(KnownClaim(each.id, each.side, each.topic, each.argues) for each in scenario.claims),
        scenario.impossible,
        scenario.talk,
        scenario.recesses,
        tuple(issue.weight[side] for issue in scenario.issues),
        worth(scenario, side),
        guess_of(scenario.issues, side),
        {key: says(rules[side]) for key, rules in scenario.authority.items()},
        scenario.must_raise[side],
    )


def view(scenario: Scenario, state: State, side: int | None, log: Sequence[Event]) -> View:
    """A position as a side sees it; `None` for what the whole room sees."""
    node, deals = scenario.nodes[state.node], state.deals
    own = side is not None and node.side == side
    if state.node == END:
        place = "end"
    elif state.node in FLOORS:
        place = "floor"
    elif state.node in ANSWERS:
        place = "answer"
    else:
        place = "topic"
    return View(
        side=side,
        turn=node.side,
        node=node.id,
        topic=node.topic,
        place=place,
        closing=node.topic == scenario.closing_topic,
        moves=tuple(moves(scenario, state)) if own else (),
        packages=Packages(scenario, state, own),
        minutes=state.minutes,
        left=max(0, scenario.talk - state.minutes),
        moves_left=max(0, scenario.most_moves - state.moves_made) if scenario.most_moves else None,
        moves_made=state.moves_made,
        meters=state.meters,
        table=deals.table,
        reach=deals.reach,
        made=state.made,
        standing=standing(state),
        pending=pending(state),
        answered=state.made & state.answered,
        tabled=deals.tabled,
        counter=bool(deals.counter),
        recesses=deals.recesses,
        grants=deals.grants[side] if side is not None else 0,
        passes=state.passes,
        log=tuple(event for event in log if event.to is None or event.to == side),
    )
