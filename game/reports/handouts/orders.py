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
            found.append(f"{asked}: yes, once {condition(made, said.text)}.")
    return tuple(found)


_NAME = re.compile(r"(reach|at)\.([a-z0-9-]+)\.([a-z0-9-]+)")


def condition(made: Materials, text: str) -> str:
    """A condition in words: once the pledge, “A public statement”, has been put in words."""
    numbers = {issue.id: number for number, issue in enumerate(made.scenario.issues)}

    def named(found: re.Match[str]) -> str:
        kind, issue, settlement = found.groups()
        if issue not in numbers:
            return "something that this form leaves out"
        number = numbers[issue]
        title = made.teller.settlement(number, made.scenario.issues[number].number(settlement))
        verb = "has been put in words" if kind == "reach" else "has been agreed"
        return f"“{title}” ({made.teller.issue(number).lower()}) {verb}"

    return _NAME.sub(named, text)
