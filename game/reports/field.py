"""The field of outcomes: every result that could be authorised tonight, its edge, and where this game ended.

The edge is the Pareto frontier. Beside the game's own end stand the tables of debrief.yaml: how things stood on some
evening of the real affair.
"""

from functools import lru_cache
from typing import NamedTuple

from game.engine.frontier import Outcome, frontier, kalai_smorodinsky, nash, outcomes, rational, tonight
from game.engine.issues import OPEN, Table
from game.engine.medals import Result
from game.engine.scenario import Scenario
from game.engine.scoring import reservation, worth


class Reference(NamedTuple):
    """A table of the real affair."""

    id: str
    title: str
    says: str
    source: str
    outcome: Outcome


class Field(NamedTuple):
    """Outcomes as points: what each is worth to both sides, in hundredths of a point."""

    points: tuple[tuple[int, int], ...]
    """Every different pair of values that could be authorised tonight, in order."""
    tonight: tuple[Outcome, ...]
    """The frontier of what could be authorised tonight, the best for the first side first."""
    all: tuple[Outcome, ...]
    """The frontier of everything, whoever would have had to allow it."""
    reservation: tuple[int, int]
    nash: Outcome | None
    kalai_smorodinsky: Outcome | None
    """Of what could be authorised tonight; None where nothing of it is good for both."""
    references: tuple[Reference, ...]


@lru_cache(maxsize=4)
def field(scenario: Scenario) -> Field:
    """The field of a scenario: the same for each of its games. 120 ms for the shipped one, once."""
    floor = reservation(scenario, 0), reservation(scenario, 1)
    allowed = tonight(scenario)
    good = rational(allowed, floor)
    return Field(
        tuple(sorted({each.value for each in allowed})),
        tuple(rational(frontier(allowed), floor)),
        tuple(rational(frontier(outcomes(scenario)), floor)),
        floor,
        nash(good, floor) if good else None,
        kalai_smorodinsky(good, floor) if good else None,
        tuple(references(scenario)),
    )


def references(scenario: Scenario) -> list[Reference]:
    """The tables of the real affair with which outcomes are compared."""
    words, begins, ends = scenario.words, "debrief/points/", ":title"
    ids = [
        id_.removeprefix(begins).removesuffix(ends) for id_ in words if id_.startswith(begins) and id_.endswith(ends)
    ]
    found = []
    for id_ in ids:
        at = f"{begins}{id_}"
        table = tuple(
            issue.number(words[where]) if (where := f"{at}:at:{issue.id}") in words else OPEN
            for issue in scenario.issues
        )
        outcome = Outcome(table, (worth(scenario, 0)(table), worth(scenario, 1)(table)))
        found.append(Reference(id_, words[f"{at}:title"], words[f"{at}:says"], words[f"{at}:source"], outcome))
    return found


def distance(table: Table, other: Table) -> int:
    """On how many questions two tables differ."""
    return sum(ours != theirs for ours, theirs in zip(table, other, strict=True))


def better_for_both(scenario: Scenario, result: Result) -> int:
    """How many outcomes that could be authorised tonight were better for both sides, put in words or not."""
    ours, theirs = result.value
    return sum(each.value[0] > ours and each.value[1] > theirs for each in tonight_of(scenario))


@lru_cache(maxsize=4)
def tonight_of(scenario: Scenario) -> tuple[Outcome, ...]:
    """Every outcome that could be authorised tonight."""
    return tuple(tonight(scenario))
