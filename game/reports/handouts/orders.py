"""What a capital says to each settlement, in words: for the side itself, and for a teacher who answers for it."""

from game.engine.conditions import Condition
from game.engine.issues import OPEN
from game.phrases import noted, phrase
from game.reports.handouts.conditions import condition
from game.reports.handouts.paper import Materials

AT_ONCE, ASKED, NEVER = noted(("at once", "after a recess", "never today"))


def rule(made: Materials, side: int, issue: int, settlement: int) -> str:
    """At once, after a recess, or never tonight, as a phrase to be said."""
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
            found.append(
                phrase(
                    "{issue}, “{settlement}”: yes, once {condition}.",
                    issue=made.teller.issue(issue),
                    settlement=made.teller.settlement(issue, settlement),
                    condition=condition(made, said.text, issue),
                )
            )
    return tuple(found)
