"""Two fingerprints of a scenario: what is played by, and what is said.

A record holds both. With the same rules it replays move for move; with other words it still does.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from game.engine.conditions import Condition
from game.engine.scenario import Branch, Scenario, Written


def rules(scenario: Scenario, conditions: Mapping[str, str]) -> str:
    """SHA-256 over everything that playing and scoring read, conditions by their text."""
    return _digest(list(_facts(scenario, conditions)))


def wording(words: Mapping[str, str]) -> str:
    """SHA-256 over every text and its id."""
    return _digest([(id_, words[id_]) for id_ in sorted(words)])


def _digest(facts: Sequence[object]) -> str:
    """JSON in ASCII is the same on every Python, which `repr` of a text is not."""
    return hashlib.sha256(json.dumps(facts, separators=(",", ":")).encode("ascii")).hexdigest()


def _facts(scenario: Scenario, conditions: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    yield "scenario", scenario.id, scenario.first, scenario.start, scenario.closing, scenario.closing_topic
    yield "time", scenario.talk, scenario.recesses, sorted(scenario.minutes.items())
    yield "costs", scenario.repeating, scenario.refusing, scenario.must_raise
    for side in scenario.sides:
        yield "side", side.id
    for meter in scenario.meters:
        yield "meter", meter.id, meter.low, meter.high, meter.start
    for issue in scenario.issues:
        yield "issue", issue.id, issue.weight, issue.guess
        for settlement in issue.settlements:
            yield "settlement", issue.id, settlement.id, settlement.value, settlement.guess
            if any(settlement.instead):
                yield "instead", issue.id, settlement.id, settlement.instead
    for link in scenario.links:
        yield "link", link.combination.when, link.combination.unless, link.value
    for impossible in scenario.impossible:
        yield "impossible", impossible.when, impossible.unless
    for key, allowed in scenario.authority.items():
        yield "authority", key, tuple(" ".join(r.text.split()) if isinstance(r, Condition) else r for r in allowed)
    for topic in scenario.topics:
        yield "topic", topic.id, topic.opens, topic.argues, topic.places
    for claim in scenario.claims:
        yield "claim", claim.id, claim.side, claim.topic
    for node in scenario.nodes:
        yield "node", node.id, node.side, node.yields
    for move in scenario.moves:
        yield _move(move)
    yield "conditions", sorted(conditions.items())
    if scenario.form:
        yield "form", scenario.form, scenario.most_moves


def _move(move: Written) -> tuple[object, ...]:
    again = move.again
    return (
        "move", move.text, move.kind, move.minutes, move.side, move.claims, move.answers, move.changes, move.reach,
        _ways(move.goto), move.freely, move.basis, move.cites, move.place,
        again and (again.changes, again.minutes, _ways(again.goto)),
    )  # fmt: skip


def _ways(branches: tuple[Branch, ...]) -> tuple[int, ...]:
    return tuple(branch.to for branch in branches)
