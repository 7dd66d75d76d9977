"""A page: one file of a scenario as it was read. A report: the findings of one pass over all pages."""

import difflib
from collections import abc
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from game.phrases import phrase
from game.scenarios import events
from game.scenarios.findings import Definition, Finding, finding
from game.scenarios.marks import Mapping, Path, Value, mark_at, value_at

_SUGGESTIONS = 300
"""Behind so many findings no more names are compared: it takes milliseconds, and thousands may be wrong."""


@dataclass(frozen=True, eq=False)
class Page:
    """A file, its text, and what stands in it."""

    file: str
    """Its path in the scenario's folder, with slashes."""
    text: str
    tree: abc.Mapping[str, Value] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, and an empty one behind the last."""
        return [*self.text.split("\n"), ""]

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def places(self) -> Mapping:
        """The tree, in which everything knows its place. Nobody asks where a page has no fault."""
        if isinstance(self.tree, Mapping):
            return self.tree
        return events.parse(self.file, self.text)[0] or Mapping()


@dataclass(slots=True)
class Report:
    """Findings, in the order in which they were made."""

    findings: list[Finding] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether there is any error among them."""
        return any(each.severity == "error" for each in self.findings)

    def add(
        self,
        definition: Definition,
        page: Page,
        path: Path = (),
        *,
        key: bool = False,
        part: tuple[int, int] | None = None,
        remedy: str = "",
        **facts: object,
    ) -> None:
        """Report something about the value at a path, or about its key.

        `part` is where in the value the faulty part begins and how long it is, in characters.
        """
        line, column, width = _place(page, path, key, part)
        self.findings.append(finding(definition, page.file, facts, (line + 1, column + 1), width, remedy))

    def add_unknown(
        self,
        definition: Definition,
        page: Page,
        path: Path,
        known: Iterable[str],
        *,
        key: bool = False,
        part: tuple[int, int] | None = None,
        **facts: object,
    ) -> None:
        """Report a name that nothing declares; the fact `name` is compared with the known ones."""
        line, column, width = _place(page, path, key, part)
        remedy = self.nearest(str(facts["name"]), known)
        self.findings.append(finding(definition, page.file, facts, (line + 1, column + 1), width, remedy))

    def nearest(self, name: str, known: Iterable[str]) -> str:
        """A remedy that names the nearest of the known names, as long as somebody may still be reading."""
        return nearest(name, known) if len(self.findings) < _SUGGESTIONS else ""


def _place(page: Page, path: Path, key: bool, part: tuple[int, int] | None) -> tuple[int, int, int]:
    """Line and column from 0, and how many characters are meant."""
    mark = mark_at(page.places, path, key)
    line = page.lines[mark.line]
    value = path[-1] if key and path else value_at(page.tree, path)
    if not isinstance(value, str):
        return mark.line, mark.column, 1
    column = mark.column + (line[mark.column : mark.column + 1] in ("'", '"'))
    if not value or not line.startswith(value[0], column):
        return mark.line, mark.column, 1
    rest = len(line.rstrip()) - column
    begins, width = part or (0, len(value))
    if begins >= rest:
        return mark.line, column, rest
    return mark.line, column + begins, max(1, min(width, rest - begins))


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest of the known names; the empty text where none is near."""
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    return phrase("Did you mean '{name}'?", name=near[0]) if near else ""
