"""`analyze` against plain enumeration, written another way and from its own JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.engine.conditions import Condition
from game.engine.issues import Combination, Issue, Link, Settlement, bits
from game.engine.scenario import AuthorityRule, Scenario
from game.places import data
from game.reports.analysis_chart import analysis_chart, picture
from game.reports.chart_lines import chart_lines
from game.scenarios.analyze import Analysis, analyze
from game.scenarios.load import load
from game.scenarios.sensitivity import sensitivity
from game.scenarios.trades import trades
from tests.fence import fence

Package = dict[str, str]
ASKED = Condition("trust > 0", lambda state: True, "True", frozenset())

PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9))
RULES: st.SearchStrategy[AuthorityRule] = st.sampled_from([True, False, ASKED])


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Scenarios with small numbers, so that outcomes are often equal and often just not."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    places = iter(range(sum(sizes)))
    issues = []
    for number, size in enumerate(sizes):
        settlements = [Settlement("open", 0, draw(PAIRS), (0, 0))]
        settlements += [Settlement(f"s{each}", 1 << next(places), draw(PAIRS), (0, 0)) for each in range(size)]
        issues.append(Issue(f"issue-{number}", draw(PAIRS), (0, 0), tuple(settlements)))

    def combination(parts: int) -> tuple[tuple[int, int], ...]:
        chosen = sorted(draw(st.sets(st.integers(0, len(sizes) - 1), max_size=parts)))
        return tuple((i, bits(draw(st.sets(st.integers(0, sizes[i]), min_size=1)))) for i in chosen)

    def links(parts: int) -> Iterator[Combination]:
        for _ in range(draw(st.integers(0, 2))):
            if when := combination(parts):
                yield Combination(when, combination(1))

    return replace(
        fence(),
        issues=tuple(issues),
        links=tuple(
            Link("links/1", each, draw(st.tuples(st.integers(-2, 2), st.integers(-2, 2)))) for each in links(2)
        ),
        impossible=tuple(each for each in links(2) if not each.holds((0,) * len(issues))),
        authority={(i, s): (draw(RULES), draw(RULES)) for i, size in enumerate(sizes) for s in range(1, size + 1)},
        recesses=draw(st.integers(0, 2)),
        words={},
    )


def holds(combination: Mapping[str, Any], package: Package) -> bool:
    def all_in(sets: Mapping[str, list[str]]) -> bool:
        return all(package[issue] in settlements for issue, settlements in sets.items())

    return all_in(combination["when"]) and not ("unless" in combination and all_in(combination["unless"]))


def plainly(found: Mapping[str, Any]) -> list[tuple[Package, dict[str, Fraction]]]:
    """Every outcome with its value, from what the JSON says of issues, links and combinations."""
    outcomes = []
    for chosen in product(*(issue["settlements"] for issue in found["issues"])):
        package = {issue["id"]: each["id"] for issue, each in zip(found["issues"], chosen, strict=True)}
        if any(holds(each, package) for each in found["impossible"]):
            continue
        value = {}
        for side in found["reservation"]:
            parts = zip(found["issues"], chosen, strict=True)
            value[side] = sum((Fraction(i["weight"][side] * s["value"][side], 100) for i, s in parts), Fraction(0))
            value[side] += sum(link["value"][side] for link in found["links"] if holds(link, package))
        outcomes.append((package, value))
    return outcomes


def gains(value: Mapping[str, Fraction] | Mapping[str, float], floor: Mapping[str, float]) -> list[Fraction]:
    return [Fraction(round(100 * (value[side] - floor[side])), 100) for side in floor]


def compared(found: Mapping[str, Any], outcomes: list[tuple[Package, dict[str, Fraction]]]) -> None:
    """See that counts and points of a set are those of some outcomes."""
    floor = found["reservation"]
    good = [gains(value, floor) for _, value in outcomes if min(gains(value, floor)) >= 0]
    assert found["outcomes"] == len(outcomes)
    assert found["rational"] == len(good)
    assert found["rational_frontier"] == sum(
        not any(a <= x and b <= y and (a, b) != (x, y) for x, y in good) for a, b in good
    )
    if not good:
        assert found["nash"] is found["kalai_smorodinsky"] is found["egalitarian"] is None
        return
    best = [max(each[side] for each in good) or 1 for side in (0, 1)]
    a, b = gains(found["nash"]["value"], floor)
    assert a * b == max(x * y for x, y in good)
    a, b = gains(found["egalitarian"]["value"], floor)
    assert (min(a, b), max(a, b)) == max((min(x, y), max(x, y)) for x, y in good)
    a, b = gains(found["kalai_smorodinsky"]["value"], floor)
    if all(any(each[side] for each in good) for side in (0, 1)):
        assert min(a / best[0], b / best[1]) == max(min(x / best[0], y / best[1]) for x, y in good)


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_every_outcome_is_found_and_its_value_is_the_sum_of_its_parts(scenario: Scenario) -> None:
    found: Any = analyze(scenario).as_json()
    outcomes = plainly(found)
    compared({**found, **found["sets"]["all"]}, outcomes)
    values = [tuple(value.values()) for _, value in outcomes]
    unbeaten = {
        json.dumps(package)
        for package, value in outcomes
        if not any(
            all(x >= y for x, y in zip(other, value.values(), strict=True))
            for other in values
            if other != tuple(value.values())
        )
    }
    assert {json.dumps(each["package"]) for each in found["frontier"]} == unbeaten
    assert len(found["frontier"]) == len(unbeaten)
    by_package = {json.dumps(package): value for package, value in outcomes}
    for each in found["frontier"]:
        assert each["value"] == {side: float(v) for side, v in by_package[json.dumps(each["package"])].items()}
    start = by_package[json.dumps({issue["id"]: "open" for issue in found["issues"]})]
    assert found["reservation"] == {side: float(value) for side, value in start.items()}


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_tonight_is_what_both_capitals_might_allow_and_recesses_leave_time_to_ask_for(scenario: Scenario) -> None:
    found: Any = analyze(scenario).as_json()
    rules = {
        (issue.id, issue.settlements[s].id): scenario.authority[i, s]
        for i, issue in enumerate(scenario.issues)
        for s in range(1, len(issue.settlements))
    }

    def says(package: Package, rule: AuthorityRule, side: int) -> int:
        return sum(rules[pair][side] is rule for pair in package.items() if pair in rules)

    tonight = [each for each in plainly(found) if not any(says(each[0], False, side) for side in (0, 1))]
    asked = [each for each in tonight if all(says(each[0], ASKED, side) <= scenario.recesses for side in (0, 1))]
    compared({**found, **found["sets"]["tonight"]}, tonight)
    compared({**found, **found["sets"]["recesses"]}, asked)


def test_a_settlement_that_is_best_for_both_leaves_nothing_to_bargain_about() -> None:
    scenario = fence()
    assert analyze(scenario).best_for_both == ()
    issue = scenario.issues[0]
    wall = replace(issue.settlements[2], value=(100, 90))
    issue = replace(issue, settlements=(*issue.settlements[:2], wall, issue.settlements[3]))
    assert analyze(replace(scenario, issues=(issue, scenario.issues[1]))).best_for_both == ((0, 2),)


@pytest.fixture(scope="module", name="new_york")
def the_meeting_in_new_york() -> Analysis:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    return analyze(scenario)


def test_new_york_leaves_room_for_trades_and_for_nothing(new_york: Analysis) -> None:
    found: Any = new_york.as_json()
    assert found["reservation"] == {"us": 59.76, "ussr": 55.82}
    assert found["outcomes"] == 8625
    counts = {
        name: (each["outcomes"], each["rational"], each["rational_frontier"]) for name, each in found["sets"].items()
    }
    assert counts == {"all": (8625, 2793, 26), "tonight": (648, 328, 11), "recesses": (574, 281, 10)}
    assert new_york.best_for_both == ()


def test_new_york_has_the_bombers_out_at_every_point_that_stands_out(new_york: Analysis) -> None:
    found: Any = new_york.as_json()
    for each in found["sets"].values():
        assert each["nash"]["package"]["il28"] == "after-cuba"
        assert each["kalai_smorodinsky"]["package"]["il28"] == "after-cuba"
    values = {name: (each["nash"]["value"], each["kalai_smorodinsky"]["value"]) for name, each in found["sets"].items()}
    assert values == {
        "all": ({"us": 76.52, "ussr": 72.6}, {"us": 76.52, "ussr": 72.6}),
        "tonight": ({"us": 72.56, "ussr": 76.08}, {"us": 72.56, "ussr": 76.08}),
        "recesses": ({"us": 70.98, "ussr": 74.2}, {"us": 72.06, "ussr": 72.28}),
    }


def test_the_command_prints_one_object_or_tables() -> None:
    run = CliRunner()
    told = run.invoke(main, ["analyze", "--draws", "30", "--json"])
    assert told.exit_code == 0
    assert set(json.loads(told.stdout)) == {
        "scenario", "issues", "links", "impossible", "outcomes", "reservation", "frontier",
        "nash", "kalai_smorodinsky", "egalitarian", "sets", "trades", "sensitivity",
    }  # fmt: skip
    shown = run.invoke(main, ["analyze", "--draws", "30"])
    assert shown.exit_code == 0
    assert "8,625" in shown.stdout
    assert "76.52 / 72.60" in shown.stdout


# Trades, other weights, and the picture


@given(scenarios())
@settings(max_examples=150, deadline=None)
def test_a_trade_is_a_loss_alone_and_a_gain_together(scenario: Scenario) -> None:
    found: Any = analyze(scenario).as_json()
    outcomes = {json.dumps(package): value for package, value in plainly(found)}
    nothing = {issue["id"]: "open" for issue in found["issues"]}

    def gain(**settled: str) -> list[Fraction] | None:
        value = outcomes.get(json.dumps({**nothing, **settled}))
        return value and gains(value, found["reservation"])

    every = [(issue["id"], each["id"]) for issue in found["issues"] for each in issue["settlements"][1:]]
    expected = set()
    for (i, s), (j, t) in product(every, every):
        alone = [gain(**{i: s}), gain(**{j: t})]
        together = gain(**{i: s, j: t}) if i < j else None
        if together and min(together) > 0 and not any(each and min(each) >= 0 for each in alone):
            expected.add((i, s, j, t))
    ids = [(issue.id, [each.id for each in issue.settlements]) for issue in scenario.issues]
    told = {(ids[i][0], ids[i][1][s], ids[j][0], ids[j][1][t]) for (i, s), (j, t), _ in trades(scenario)}
    assert told == expected
    for each in trades(scenario):
        (i, s), (j, t) = each.first, each.second
        assert gain(**{ids[i][0]: ids[i][1][s], ids[j][0]: ids[j][1][t]}) == [Fraction(g, 100) for g in each.gain]


def test_weights_that_stay_change_nothing(new_york: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.scenarios.sensitivity.CHANGE", 0)
    found = sensitivity(new_york.scenario, 1)
    points = new_york.sets[0].points
    assert points is not None
    assert [list(found.nash), list(found.kalai_smorodinsky)] == [[points.nash.table], [points.kalai_smorodinsky.table]]
    assert found.frontier == (len(new_york.sets[0].rational_frontier),) * 3


def test_other_weights_are_drawn_by_a_seed(new_york: Analysis) -> None:
    few = sensitivity(new_york.scenario, 6, 1)
    assert few == sensitivity(new_york.scenario, 6, 1)
    assert few != sensitivity(new_york.scenario, 6, 2)
    assert few.nash.total() == few.egalitarian.total() == 6


@pytest.mark.parametrize("name", ["new-york-1962", "new-york-next-day"])
def test_a_shipped_scenario_leaves_enough_to_find_and_nothing_that_both_want_most(name: str) -> None:
    scenario = load(data("dialogues") / name).scenario
    assert scenario is not None
    found = analyze(scenario)
    assert 5 <= len(found.sets[0].rational_frontier) <= 60
    assert found.best_for_both == ()
    assert trades(scenario)


def test_the_plot_has_every_mark_and_its_legend(new_york: Analysis) -> None:
    lines = chart_lines(analysis_chart(new_york))
    plane = "\n".join(lines[1:21])
    assert all(sign in plane for sign in (".", "o", "A", "|", "-"))
    assert "A Nash; Kalai-Smorodinsky" in lines[-1]
    assert "| - nothing agreed" in lines[-1]
    assert max(map(len, lines[:-1])) <= 80


def test_the_picture_is_one_file_of_svg(new_york: Analysis) -> None:
    drawn = ElementTree.fromstring(picture(new_york))
    assert drawn.tag.endswith("}svg")
    assert any(each.text and "Nash" in each.text for each in drawn.iter())
