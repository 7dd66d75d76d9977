"""What `analyze` adds to an analysis, for scripts: trades, and what other weights would change."""

from collections.abc import Mapping, Sequence

from game.engine.issues import Table
from game.engine.scenario import Scenario
from game.scenarios.analyze import Analysis
from game.scenarios.sensitivity import Sensitivity
from game.scenarios.trades import Trade


def trades_as_json(scenario: Scenario, found: Sequence[Trade]) -> list[Mapping[str, object]]:
    """Each trade with its settlements, and the points that each side gains."""
    issues = scenario.issues
    return [
        {
            "settlements": {issues[i].id: issues[i].settlements[s].id for i, s in (each.first, each.second)},
            "gain": {side.id: each.gain[number] / 100 for number, side in enumerate(scenario.sides)},
        }
        for each in found
    ]


def sensitivity_as_json(analysis: Analysis, found: Sensitivity) -> Mapping[str, object]:
    """In what share of the draws each point stayed where it is, and where it stood most often."""
    fewest, middle, most = found.frontier

    def point(name: str) -> Mapping[str, object]:
        counted = getattr(found, name)
        return {
            "stayed": round(stayed(analysis, found, name), 4),
            "packages": [
                {"package": analysis.package(table), "share": round(times / found.draws, 4)}
                for table, times in counted.most_common(5)
            ],
        }

    return {
        "draws": found.draws,
        "change": found.change,
        "frontier": {"fewest": fewest, "middle": middle, "most": most},
        **{name: point(name) for name in ("nash", "kalai_smorodinsky", "egalitarian")},
    }


def stayed(analysis: Analysis, found: Sensitivity, name: str) -> float:
    """In what share of the draws a point was the same package as with the written weights."""
    points = analysis.sets[0].points
    if points is None:
        return 0.0
    table: Table = points._asdict()[name].table
    times: int = getattr(found, name)[table]
    return times / found.draws
