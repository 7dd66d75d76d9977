"""A form of a scenario: the same files with fewer questions and topics, linked as a scenario of its own.

What a form leaves out is taken out before anything is linked, so whoever plays it meets a smaller scenario and
needs to know nothing of forms. Left out with a question are its settlements; with a topic its claims; and in the
topics that stay, every move that speaks of left-out questions alone, or leads to a left-out topic. What such a move
would have changed never happens: a condition that asks for it is answered as if nobody had ever spoken of it.

Weights, guessed weights and links are enlarged by one factor, so that the weights of a side sum to 100 again: every
figure that a player reads is of 100, and what a side would give for what stays as it is in the whole meeting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from game.engine.scenario import END, Node
from game.scenarios import cable_shape, debrief_shape, issue_shape, shape, topic_shape
from game.scenarios.files import Files, Fitted

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The names that a form leaves out."""

    issues: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    moves: frozenset[tuple[str, str]] = frozenset()
    """Pairs (topic, move), in the topics that stay."""

    def __bool__(self) -> bool:
        """Whether it leaves out anything."""
        return bool(self.issues or self.topics or self.claims or self.moves)

    def says(self, name: str, topic: str) -> bool | None:
        """What a condition hears that asks for a left-out name from a topic; None for any other name."""
        kind, _, rest = name.partition(".")
        first, dotted, second = rest.partition(".")
        if kind == "said":
            of, move = (first, second) if dotted else (topic, first)
            return False if of in self.topics or (of, move) in self.moves else None
        if kind in ("claimed", "stands", "answered"):
            return False if first in self.claims else None
        if kind in ("open", "at", "reach", "granted") and first in self.issues:
            return kind == "open" or (kind == "at" and second == "open")
        return None

    def all_of(self, names: Iterable[str]) -> bool:
        """Whether every name that a condition asks for, from no topic, is left out."""
        return all(self.says(name, "") is not None for name in names)


NOTHING = LeftOut()
"""What the whole of a scenario leaves out."""


def left_out(files: Files, form: shape.Form) -> LeftOut:
    """What a form leaves out of the files. Names that nothing declares are the linker's business."""
    scenario = files.scenario
    written = files.issues.shape.issues if files.issues else {}
    staying = {*form.topics, scenario.shape.closing if scenario else ""}
    issues = frozenset(name for name in written if name not in form.issues)
    topics = frozenset(name for name in files.topics if name not in staying)
    claims = frozenset(claim for name in topics for claim in files.topics[name].shape.claims)
    moves = frozenset(
        (name, id_)
        for name, topic in files.topics.items()
        if name not in topics
        for node in topic.shape.nodes.values()
        for id_, move in node.moves.items()
        if (move.reach and issues.issuperset(move.reach)) or any(_leads_out(way, topics) for way in _ways(move))
    )
    return LeftOut(issues, topics, claims, moves)


def smaller(files: Files, form: shape.Form, without: LeftOut) -> Files:
    """The files as if what a form leaves out had never been written."""
    return replace(
        files,
        scenario=_with(files.scenario, _scenario(files.scenario.shape, form, without)) if files.scenario else None,
        issues=_with(files.issues, _issues(files.issues.shape, without)) if files.issues else None,
        topics={
            name: _with(topic, _topic(name, topic.shape, without))
            for name, topic in files.topics.items()
            if name not in without.topics
        },
        cables=_with(files.cables, _cables(files.cables.shape, without)) if files.cables else None,
        debrief=_with(files.debrief, _debrief(files.debrief.shape, without)) if files.debrief else None,
        briefs={
            name.removesuffix(f"-{form.briefs}"): text
            for name, text in files.briefs.items()
            if name.endswith(f"-{form.briefs}")
        },
    )


def talk_moves(moves: int, closing: Iterable[Node]) -> int:
    """The move after which the talks close, for a game that is over by its last: an answer and both closings fit."""
    nodes = {node.number: node for node in closing}
    longest = {END: 0}
    return max(1, moves - 1 - max((_steps(number, nodes, longest) for number in nodes), default=0))


def _steps(number: int, nodes: Mapping[int, Node], longest: dict[int, int]) -> int:
    """How many moves it is at most from a node to the end; those that were counted are kept."""
    if number not in longest:
        ways = [way.to for move in nodes[number].moves for way in move.goto] if number in nodes else []
        longest[number] = 1 + max((_steps(to, nodes, longest) for to in ways), default=0)
    return longest[number]


def rescaled(kept: Mapping[str, int], total: int) -> dict[str, int]:
    """Whole numbers enlarged to a sum, in proportion; what is left over goes to the largest remainders, in order."""
    whole = sum(kept.values())
    if not whole:
        return dict(kept)
    shares = {name: number * total // whole for name, number in kept.items()}
    by_remainder = sorted(kept, key=lambda name: -(kept[name] * total % whole))
    for name in by_remainder[: total - sum(shares.values())]:
        shares[name] += 1
    return shares


def _with(fitted: Fitted[M], smaller: M) -> Fitted[M]:
    return Fitted(fitted.page, smaller)


def _scenario(written: shape.Scenario, form: shape.Form, without: LeftOut) -> shape.Scenario:
    changes: dict[str, object] = {
        "topics": [topic for topic in written.topics if topic not in without.topics],
        "opening": written.opening if written.opening not in without.topics else None,
        "talk": form.minutes,
        "must_raise": {
            side: [claim for claim in claims if claim not in without.claims]
            for side, claims in written.must_raise.items()
        },
    }
    if form.recesses is not None:
        changes["recesses"] = form.recesses
    return written.model_copy(update=changes)


def _issues(written: issue_shape.Issues, without: LeftOut) -> issue_shape.Issues:
    kept = {name: issue for name, issue in written.issues.items() if name not in without.issues}
    sides = {side for issue in written.issues.values() for side in issue.weight}
    weights = {side: _weights(written, kept, "weight", side) for side in sides}
    guesses = {side: _weights(written, kept, "guess", side) for side in sides}
    factors = {side: sum(issue.weight.get(side, 0) for issue in kept.values()) for side in sides}
    issues = {
        name: issue.model_copy(
            update={
                "weight": {side: weights[side][name] for side in issue.weight},
                "guess": {side: guesses[side][name] for side in issue.guess},
                "settlements": {id_: _settlement(each, without) for id_, each in issue.settlements.items()},
            }
        )
        for name, issue in kept.items()
    }
    links = [
        each.model_copy(
            update=sets | {"value": {side: _enlarged(points, factors[side]) for side, points in each.value.items()}}
        )
        for each in written.links
        if (sets := _sets(each, without)) is not None
    ]
    impossible = [
        each.model_copy(update=sets) for each in written.impossible if (sets := _sets(each, without)) is not None
    ]
    return written.model_copy(update={"issues": issues, "links": links, "impossible": impossible})


def _settlement(written: issue_shape.Settlement, without: LeftOut) -> issue_shape.Settlement:
    instead = {
        side: {mood: _kept(settlements, without.issues) for mood, settlements in moods.items()}
        for side, moods in written.instead.items()
    }
    return written.model_copy(update={"instead": instead}) if instead else written


def _kept(settlements: Mapping[str, list[str]], left_out: frozenset[str]) -> dict[str, list[str]]:
    """Settlements by issue, without those of the issues that are left out."""
    return {issue: at for issue, at in settlements.items() if issue not in left_out}


def _weights(written: issue_shape.Issues, kept: Mapping[str, issue_shape.Issue], key: str, side: str) -> dict[str, int]:
    """The weights of a side, or what it guesses of the other's, enlarged to what all of them sum to."""
    total = sum(getattr(issue, key).get(side, 0) for issue in written.issues.values())
    return rescaled({name: getattr(issue, key).get(side, 0) for name, issue in kept.items()}, total)


def _enlarged(points: int, weight: int) -> int:
    """Points of a link beside weights that were enlarged from a sum to 100, to the nearest whole."""
    if not weight:
        return points
    size = (200 * abs(points) + weight) // (2 * weight)
    return size if points > 0 else -size


def _sets(written: issue_shape.Link | issue_shape.Impossible, without: LeftOut) -> dict[str, object] | None:
    """When a combination holds where left-out questions are always open; None where it never does, or always."""
    if any(issue in without.issues and "open" not in at for issue, at in written.when.items()):
        return None
    when = {issue: at for issue, at in written.when.items() if issue not in without.issues}
    if not when:
        return None
    if any(issue in without.issues and "open" not in at for issue, at in written.unless.items()):
        return {"when": when, "unless": {}}
    unless = {issue: at for issue, at in written.unless.items() if issue not in without.issues}
    return None if written.unless and not unless else {"when": when, "unless": unless}


def _topic(name: str, written: topic_shape.Topic, without: LeftOut) -> topic_shape.Topic:
    nodes = {
        id_: node.model_copy(
            update={
                "moves": {
                    move: _move(each, without) for move, each in node.moves.items() if (name, move) not in without.moves
                },
                "yields": None if node.yields and _leads_out(node.yields, without.topics) else node.yields,
            }
        )
        for id_, node in written.nodes.items()
    }
    argues = None if written.argues in without.issues else written.argues
    return written.model_copy(update={"nodes": nodes, "argues": argues})


def _move(written: topic_shape.Move, without: LeftOut) -> topic_shape.Move:
    return written.model_copy(
        update={
            "claims": None if written.claims in without.claims else written.claims,
            "answers": [claim for claim in written.answers if claim not in without.claims],
            "reach": _kept(written.reach, without.issues),
        }
    )


def _cables(written: cable_shape.Cables, without: LeftOut) -> cable_shape.Cables:
    def kept(texts: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
        return {name: text for name, text in texts.items() if name not in names}

    cables = {
        side: cable.model_copy(
            update={
                "subjects": kept(cable.subjects, without.topics),
                "open": cable.open
                and cable.open.model_copy(update={"questions": kept(cable.open.questions, without.issues)}),
                "next": cable.next
                and cable.next.model_copy(
                    update={
                        "open": kept(cable.next.open, without.issues),
                        "agreed": kept(cable.next.agreed, without.issues),
                    }
                ),
            }
        )
        for side, cable in written.cables.items()
    }
    recorded = written.recorded and written.recorded.model_copy(
        update={"open": [issue for issue in written.recorded.open if issue not in without.issues]}
    )
    return written.model_copy(update={"cables": cables, "recorded": recorded})


def _debrief(written: debrief_shape.Debrief, without: LeftOut) -> debrief_shape.Debrief:
    return written.model_copy(
        update={
            # A settlement whose other half is left out would look like a bad bargain.
            "points": {id_: each for id_, each in written.points.items() if without.issues.isdisjoint(each.at)},
            "questions": {issue: each for issue, each in written.questions.items() if issue not in without.issues},
        }
    )


def _ways(move: topic_shape.Move) -> list[str]:
    return [way.to for way in (*move.goto, *(move.again.goto or () if move.again else ()))]


def _leads_out(to: str, topics: frozenset[str]) -> bool:
    topic, slash, _ = to.partition("/")
    return bool(slash) and topic in topics
