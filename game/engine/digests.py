"""Two fingerprints of a scenario: what is played by, and what is said.

A record holds both. With the same rules it replays move for move; with other words it still does.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from game.engine.conditions import Condition

if TYPE_CHECKING:
    from game.engine.scenario import Branch, Scenario, Written


def rules(scenario: "Scenario") -> str:
    """SHA-256 over everything that playing and scoring read, conditions by their text."""
    return _digest(list(_facts(scenario)))


def wording(words: Mapping[str, str]) -> str:
    """SHA-256 over every text and its id."""
    return _digest([(id_, words[id_]) for id_ in sorted(words)])


def _digest(facts: Sequence[object]) -> str:
    """JSON in ASCII is the same on every Python, which `repr` of a text is not."""
    return hashlib.sha256(json.dumps(facts, separators=(",", ":")).encode("ascii")).hexdigest()


def _facts(scenario: "Scenario") -> Iterator[tuple[object, ...]]:
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
    yield "conditions", sorted(_conditions(scenario))
    if scenario.form:
        yield "form", scenario.form, scenario.most_moves


def _conditions(scenario: "Scenario") -> Iterator[tuple[str, str]]:
    """The text of each condition under the id of what it belongs to."""
    for name, mood in scenario.moods:
        yield f"moods/{name}", mood.text
    for move in scenario.moves:
        if move.when is not None:
            yield f"{move.text}:when", " ".join(move.when.text.split())
        yield from _open_when(move.text, move.goto)
        if move.again is not None and move.again.goto is not move.goto:
            yield from _open_when(f"{move.text}:again", move.again.goto)


def _open_when(id_: str, branches: "tuple[Branch, ...]") -> Iterator[tuple[str, str]]:
    for number, branch in enumerate(branches):
        if branch.when is not None:
            yield f"{id_}:goto:{number}", " ".join(branch.when.text.split())


def _move(move: "Written") -> tuple[object, ...]:
    again = move.again
    return (
        "move", move.text, move.kind, move.minutes, move.side, move.claims, move.answers, move.changes, move.reach,
        _ways(move.goto), move.freely, move.basis, move.cites, move.place,
        again and (again.changes, again.minutes, _ways(again.goto)),
    )  # fmt: skip


def _ways(branches: "tuple[Branch, ...]") -> tuple[int, ...]:
    return tuple(branch.to for branch in branches)
