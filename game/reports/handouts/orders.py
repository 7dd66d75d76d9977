"""What a capital says to each settlement, in words: for the side itself, and for a teacher who answers for it."""

import re

from game.engine.conditions import Condition
from game.engine.issues import OPEN
from game.reports.handouts.paper import Materials

AT_ONCE, ASKED, NEVER = "at once", "after a recess", "never tonight"


def rule(made: Materials, side: int, issue: int, settlement: int) -> str:
    """At once, after a recess, or never tonight."""
    if settlement == OPEN:
        return AT_ONCE
    said = made.scenario.authority[issue, settlement][side]
    if isinstance(said, Condition):
        return ASKED
    return AT_ONCE if said else NEVER


def recesses(made: Materials, side: int) -> tuple[str, ...]:
    """What a side may be allowed in a recess, each with its condition."""
    found = []
    for (issue, settlement), rules in made.scenario.authority.items():
        said = rules[side]
        if isinstance(said, Condition):
            asked = f"{made.teller.issue(issue)}, “{made.teller.settlement(issue, settlement)}”"
            found.append(f"{asked}: yes, once {condition(made, said.text, issue)}.")
    return tuple(found)


_NAME = re.compile(r"(reach|at)\.([a-z0-9-]+)\.([a-z0-9-]+)")
_CLAIM = re.compile(r"(claimed|stands|answered)\.([a-z0-9-]+)")
_EITHER = re.compile(r"\(([^()]* or [^()]*)\)")
EITHER = r"either \1"
DONE = {
    "reach": "has been put in words", "at": "has been agreed",
    "claimed": "has been claimed", "stands": "has been claimed and not answered", "answered": "has been answered",
}  # fmt: skip
"""What must have been done with something, by the word of a condition."""
_OTHER = re.compile(
    r"(?P<kind>granted|open|said)\.(?P<name>[a-z0-9.-]+)"
    r"|(?P<number>[a-z][a-z0-9-]*)\s*(?P<sign>[<>]=?|[=!]=)\s*(?P<bound>-?\d+)"
)
COUNTED = {"left": "the minutes left are", "minutes": "the minutes spent are"}
COMPARED = {">": "above", ">=": "at least", "<": "below", "<=": "at most", "==": "exactly", "!=": "anything but"}
LEFT_OUT = "something that this form leaves out"


def condition(made: Materials, text: str, asked: int = -1) -> str:
    """A condition in words: “A public statement” (pledge) has been put in words.

    The question is named where it is another than that about which a side has `asked`.
    """
    numbers = {issue.id: number for number, issue in enumerate(made.scenario.issues)}
    kinds = {found.group(1) for pattern in (_NAME, _CLAIM) for found in pattern.finditer(text)}
    # What must be done with everything is said once, at the end.
    end = f" {DONE[kinds.pop()]}" if len(kinds) == 1 and not _OTHER.search(text) else ""

    def done(kind: str) -> str:
        return "" if end else f" {DONE[kind]}"

    def named(found: re.Match[str]) -> str:
        kind, issue, settlement = found.groups()
        if issue not in numbers:
            return f"{LEFT_OUT}{done(kind)}"
        number = numbers[issue]
        title = made.teller.settlement(number, made.scenario.issues[number].number(settlement))
        of = "" if number == asked else f" ({made.teller.issue(number).lower()})"
        return f"“{title}”{of}{done(kind)}"

    def claimed(found: re.Match[str]) -> str:
        claim = made.scenario.words.get(f"claims/{found.group(2)}")
        return f"{f'“{claim}”' if claim else LEFT_OUT}{done(found.group(1))}"

    told = _OTHER.sub(lambda found: _other(made, found), _EITHER.sub(EITHER, text))
    return f"{_CLAIM.sub(claimed, _NAME.sub(named, told))}{end}"


def _other(made: Materials, found: re.Match[str]) -> str:
    """What a condition asks of moves, questions, meters and minutes."""
    words, kind, name = made.scenario.words, found["kind"], found["name"]
    if kind is None:
        counted = found["number"]
        what = COUNTED.get(counted) or f"{words[f'meters/{counted}:title'].lower()} is"
        return f"{what} {COMPARED[found['sign']]} {found['bound']}"
    if kind == "said":
        said = (move for move in made.scenario.moves if _named(move.text) == name)
        label = next((f"“{words[f'{move.text}:label']}”" for move in said), LEFT_OUT)
        return f"{label} has been said"
    issue, _, settlement = name.partition(".")
    for number, each in enumerate(made.scenario.issues):
        if each.id == issue and kind == "open":
            return f"{made.teller.issue(number).lower()} is open"
        if each.id == issue:
            return f"“{made.teller.settlement(number, each.number(settlement))}” has been allowed"
    return f"{LEFT_OUT} {'is open' if kind == 'open' else 'has been allowed'}"


def _named(move: str) -> str:
    """A written move as a condition names it: `price/ask.ten-years` is `price.ten-years`."""
    topic, _, rest = move.partition("/")
    return f"{topic}.{rest.partition('.')[2]}"
