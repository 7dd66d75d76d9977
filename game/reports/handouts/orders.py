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
_EITHER = re.compile(r"\(([^()]* or [^()]*)\)")
EITHER = r"either \1"
PUT, AGREED = "has been put in words", "has been agreed"


def condition(made: Materials, text: str, asked: int = -1) -> str:
    """A condition in words: “A public statement” (pledge) has been put in words.

    The question is named where it is another than that about which a side has `asked`.
    """
    numbers = {issue.id: number for number, issue in enumerate(made.scenario.issues)}
    kinds = {kind for kind, _, _ in _NAME.findall(text)}
    end = {"reach": PUT, "at": AGREED}[kinds.pop()] if len(kinds) == 1 else ""

    def named(found: re.Match[str]) -> str:
        kind, issue, settlement = found.groups()
        if issue not in numbers:
            return "something that this form leaves out"
        number = numbers[issue]
        title = made.teller.settlement(number, made.scenario.issues[number].number(settlement))
        of = "" if number == asked else f" ({made.teller.issue(number).lower()})"
        verb = "" if end else f" {PUT if kind == 'reach' else AGREED}"
        return f"“{title}”{of}{verb}"

    return f"{_NAME.sub(named, _EITHER.sub(EITHER, text))} {end}".rstrip()
