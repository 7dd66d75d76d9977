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


def condition(made: Materials, text: str, asked: int = -1) -> str:
    """A condition in words: “A public statement” (pledge) has been put in words.

    The question is named where it is another than that about which a side has `asked`.
    """
    numbers = {issue.id: number for number, issue in enumerate(made.scenario.issues)}
    kinds = {found.group(1) for pattern in (_NAME, _CLAIM) for found in pattern.finditer(text)}
    # What must be done with everything is said once, at the end.
    end = f" {DONE[kinds.pop()]}" if len(kinds) == 1 else ""

    def done(kind: str) -> str:
        return "" if end else f" {DONE[kind]}"

    def named(found: re.Match[str]) -> str:
        kind, issue, settlement = found.groups()
        if issue not in numbers:
            return "something that this form leaves out"
        number = numbers[issue]
        title = made.teller.settlement(number, made.scenario.issues[number].number(settlement))
        of = "" if number == asked else f" ({made.teller.issue(number).lower()})"
        return f"“{title}”{of}{done(kind)}"

    def claimed(found: re.Match[str]) -> str:
        return f"“{made.scenario.words[f'claims/{found.group(2)}']}”{done(found.group(1))}"

    return f"{_CLAIM.sub(claimed, _NAME.sub(named, _EITHER.sub(EITHER, text)))}{end}"
