"""`analyze`: what there is to be gained in a scenario, found by looking at every outcome."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.engine.frontier import Outcome, egalitarian, frontier, kalai_smorodinsky, nash, outcomes, rational, tonight
from game.engine.issues import Combination, Table
from game.engine.scenario import Scenario
from game.engine.scoring import reservation


class Points(NamedTuple):
    """The outcomes that stand out among those that leave neither side below its reservation value."""

    nash: Outcome
    kalai_smorodinsky: Outcome
    egalitarian: Outcome


class Set(NamedTuple):
    """Some outcomes, and what stands out among them."""

    name: str
    """`all`; `tonight`: what both capitals might allow; `recesses`: what they might in the recesses there are."""
    outcomes: int
    rational: int
    """Outcomes that leave neither side below its reservation value."""
    frontier: tuple[Outcome, ...]
    """Outcomes that no other beats for one side without harm to the other, the best for the first side first."""
    rational_frontier: tuple[Outcome, ...]
    """Those of them that are rational."""
    points: Points | None
    """None where no outcome is rational."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What there is to be gained in a scenario."""

    scenario: Scenario
    reservation: tuple[int, int]
    """For each side what leaving everything open is worth, in hundredths of a point."""
    sets: tuple[Set, Set, Set]
    best_for_both: tuple[tuple[int, int], ...]
    """Pairs (issue, settlement) that are best for both sides, so that there is nothing to bargain about."""

    def as_json(self) -> Mapping[str, object]:
        """One JSON object, as scripts rely on it. Values in points; the frontier is that of all outcomes."""
        scenario, whole = self.scenario, self.sets[0]
        return {
            "scenario": scenario.id,
            "issues": [
                {
                    "id": issue.id,
                    "weight": self._by_side(issue.weight),
                    "settlements": [{"id": each.id, "value": self._by_side(each.value)} for each in issue.settlements],
                }
                for issue in scenario.issues
            ],
            "links": [
                {**self._combination(link.combination), "value": self._by_side(link.value)} for link in scenario.links
            ],
            "impossible": [self._combination(each) for each in scenario.impossible],
            "outcomes": whole.outcomes,
            "reservation": self._points(self.reservation),
            "frontier": [self._outcome(each) for each in whole.frontier],
            **self._standing_out(whole),
            "sets": {
                each.name: {
                    "outcomes": each.outcomes,
                    "rational": each.rational,
                    "frontier": len(each.frontier),
                    "rational_frontier": len(each.rational_frontier),
                    **self._standing_out(each),
                }
                for each in self.sets
            },
        }

    def package(self, table: Table) -> dict[str, str]:
        """A table by the ids of its issues and settlements."""
        return {issue.id: issue.settlements[s].id for issue, s in zip(self.scenario.issues, table, strict=True)}

    def _standing_out(self, found: Set) -> Mapping[str, object]:
        if found.points is None:
            return dict.fromkeys(Points._fields)
        return {name: self._outcome(each) for name, each in found.points._asdict().items()}

    def _outcome(self, outcome: Outcome) -> Mapping[str, object]:
        return {"package": self.package(outcome.table), "value": self._points(outcome.value)}

    def _points(self, hundredths: tuple[int, int]) -> Mapping[str, float]:
        return {side.id: each / 100 for side, each in zip(self.scenario.sides, hundredths, strict=True)}

    def _by_side(self, numbers: tuple[int, int]) -> Mapping[str, int]:
        return {side.id: each for side, each in zip(self.scenario.sides, numbers, strict=True)}

    def _combination(self, combination: Combination) -> dict[str, object]:
        found: dict[str, object] = {"when": self._settlements(combination.when)}
        if combination.unless:
            found["unless"] = self._settlements(combination.unless)
        return found

    def _settlements(self, sets: Iterable[tuple[int, int]]) -> Mapping[str, list[str]]:
        issues = self.scenario.issues
        return {
            issues[i].id: [each.id for s, each in enumerate(issues[i].settlements) if numbers >> s & 1]
            for i, numbers in sets
        }


def analyze(scenario: Scenario) -> Analysis:
    """Look at every outcome of a scenario."""
    floor = reservation(scenario, 0), reservation(scenario, 1)
    never = {key for key, rules in scenario.authority.items() if any(rule is False for rule in rules)}
    every = list(outcomes(scenario))
    allowed = [each for each in every if never.isdisjoint(enumerate(each.table))]
    sets = _set("all", every, floor), _set("tonight", allowed, floor), _set("recesses", tonight(scenario), floor)
    return Analysis(scenario, floor, sets, _best_for_both(scenario))


def _set(name: str, found: list[Outcome], floor: tuple[int, int]) -> Set:
    good, edge = rational(found, floor), frontier(found)
    points = Points(nash(good, floor), kalai_smorodinsky(good, floor), egalitarian(good, floor)) if good else None
    return Set(name, len(found), len(good), tuple(edge), tuple(rational(edge, floor)), points)


def _best_for_both(scenario: Scenario) -> tuple[tuple[int, int], ...]:
    return tuple(
        (i, s)
        for i, issue in enumerate(scenario.issues)
        for s, each in enumerate(issue.settlements)
        if all(each.value[side] == max(other.value[side] for other in issue.settlements) for side in (0, 1))
    )
