"""A finding: what is wrong in a scenario, where, by which rule, and what to do about it.

Findings are values. What may be found is defined once in `definitions`, each with a code that
stays for ever; how a finding looks on a page is decided in `rendering`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.phrases import phrase

Severity: TypeAlias = Literal["error", "warning"]
Facts: TypeAlias = Mapping[str, object]
"""What the message of a definition names, by the words in its braces."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One thing that may be found."""

    code: str
    """E and a number for an error, with which nothing can be played; W and a number for a warning."""
    rule: str
    """What should hold, in one sentence."""
    message: str
    """What was found: a sentence with the facts in braces."""
    remedy: str
    """What to do about it where nothing better is known."""

    @property
    def severity(self) -> Severity:
        """Whether the scenario can be played all the same."""
        return "error" if self.code.startswith("E") else "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, at a line and a column counted from 1."""

    code: str
    severity: Severity
    message: str
    remedy: str
    rule: str
    file: str
    line: int
    column: int
    width: int = 1
    """How many characters it is about."""


def finding(
    definition: Definition,
    file: str,
    facts: Facts,
    place: tuple[int, int] = (1, 1),
    width: int = 1,
    remedy: str = "",
) -> Finding:
    """A finding of a kind, with the facts that its message names and a better remedy where one is known."""
    message = phrase(definition.message, "", **facts)
    better = remedy or phrase(definition.remedy, "", **facts)
    rule = phrase(definition.rule)
    return Finding(definition.code, definition.severity, message, better, rule, file, *place, width)
