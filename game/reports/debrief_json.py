"""A debrief as scripts read it. Values in points, names by id."""

from collections.abc import Mapping

from game.engine.frontier import Outcome
from game.engine.issues import Package, Table
from game.engine.scenario import Scenario
from game.reports.debrief import Debrief


def as_json(made: Debrief) -> Mapping[str, object]:
    """One JSON object."""
    scenario, result, field = made.scenario, made.result, made.field
    sides = [side.id for side in scenario.sides]
    best = result.medals[0].agreement.best
    return {
        "game": made.name,
        "scenario": scenario.id,
        "form": scenario.form,
        "seats": dict(zip(sides, made.record.header.seats, strict=True)),
        "knowing": made.record.header.knowing,
        "finished": made.over,
        "moves": len(made.turns),
        "minutes": result.minutes,
        "issues": _table(scenario, result.table),
        "value": _points(scenario, result.value),
        "reservation": _points(scenario, result.reservation),
        "medals": {
            side: {name: medal.medal for name, medal in result.medals[n]._asdict().items()}
            for n, side in enumerate(sides)
        },
        "counts": {side: made.counts[n]._asdict() for n, side in enumerate(sides)},
        "course": [
            {
                "move": each.number,
                "minutes": each.minutes,
                "value": _points(scenario, each.value),
                "meters": {meter.id: value for meter, value in zip(scenario.meters, each.meters, strict=True)},
            }
            for each in made.course
        ],
        "dance": [
            {
                "move": step.move,
                "side": sides[step.side],
                "package": _package(scenario, step.package),
                "step": step.kind,
                "value": _points(scenario, step.value),
                "change": {"own": step.change[0] / 100, "other": step.change[1] / 100},
            }
            for step in made.dance
        ],
        "better_for_both": {
            "in_words": result.medals[0].agreement.better,
            "tonight": made.better,
            "best": _outcome(scenario, best) if best else None,
        },
        "frontier": [_outcome(scenario, each) for each in field.tonight],
        "nash": _outcome(scenario, field.nash) if field.nash else None,
        "kalai_smorodinsky": _outcome(scenario, field.kalai_smorodinsky) if field.kalai_smorodinsky else None,
        "references": {each.id: _outcome(scenario, each.outcome) for each in field.references},
        "missed": _missed(made),
        "flow": [
            {
                "claim": scenario.claims[each.claim].id,
                "side": sides[each.side],
                "move": each.move,
                "how": each.how,
                "answer": each.answer,
            }
            for topic in made.flow
            for each in topic.claims
        ],
        "own_arguments": [
            {"after": each.after, "side": sides[each.side], "text": each.text} for each in made.arguments
        ],
        "answers": [
            {"move": each.move, "did": each.did, "why": each.why, "otherwise": list(each.otherwise)}
            for each in made.answers
        ],
    }


def _missed(made: Debrief) -> Mapping[str, object] | None:
    lost, scenario = made.missed, made.scenario
    if lost is None:
        return None
    return {
        "how": lost.how,
        "package": _package(scenario, lost.package),
        "side": scenario.sides[lost.side].id if lost.side >= 0 else None,
        "move": lost.move,
        "minutes": lost.minutes,
        "trouble": _package(scenario, (lost.trouble,)),
        "why": lost.why,
        "gain": _points(scenario, lost.gain),
        "short": lost.short / 100,
        "sit_down": lost.sit_down,
    }


def _points(scenario: Scenario, values: tuple[int, int]) -> Mapping[str, float]:
    return {side.id: value / 100 for side, value in zip(scenario.sides, values, strict=True)}


def _package(scenario: Scenario, package: Package) -> Mapping[str, str]:
    return {scenario.issues[i].id: scenario.issues[i].settlements[s].id for i, s in package}


def _table(scenario: Scenario, table: Table) -> Mapping[str, str]:
    return _package(scenario, tuple(enumerate(table)))


def _outcome(scenario: Scenario, outcome: Outcome) -> Mapping[str, object]:
    return {"package": _table(scenario, outcome.table), "value": _points(scenario, outcome.value)}
