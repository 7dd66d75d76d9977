"""How findings look on a page: with the line they are about and a caret under the place; or as JSON.

topics/il28.yaml:65:13  E012  There is no node 'anwser' in topic il28. Did you mean 'answer'?
   65 |       goto: anwser
      |             ^^^^^^
"""

import unicodedata
from collections.abc import Mapping

from game.scenarios.findings import Finding
from game.speech.gate import clean

WIDTH = 100
"""Characters of a source line that are shown; of a longer one the part around the place."""

_BEFORE = 60
_MESSAGE = 2_000


def render(finding: Finding, source_text: str, file: str = "") -> str:
    """A finding in three lines; in one where its file has no such line. `file` is shown for its own file's name."""
    where = f"{clean(file or finding.file)}:{finding.line}:{finding.column}"
    first = f"{where}  {finding.code}  {clean(f'{finding.message} {finding.remedy}', _MESSAGE)}"
    lines = source_text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if finding.line > len(lines) or not lines[finding.line - 1].strip():
        return first
    line = lines[finding.line - 1]
    column = min(finding.column - 1, len(line))
    start = 0 if len(line) <= WIDTH else max(0, column - _BEFORE)
    end = min(len(line), start + WIDTH)
    shown = clean(line[start:end], WIDTH)
    indent = " " * _cells(clean(line[start:column], WIDTH))
    carets = "^" * max(1, _cells(clean(line[column : min(column + finding.width, end)], WIDTH)))
    return f"{first}\n{finding.line:>5} | {shown}\n      | {indent}{carets}"


def as_json(finding: Finding, file: str = "") -> Mapping[str, str | int]:
    """A finding for scripts."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": clean(finding.message, _MESSAGE),
        "remedy": clean(finding.remedy, _MESSAGE),
        "rule": finding.rule,
        "file": clean(file or finding.file),
        "line": finding.line,
        "column": finding.column,
    }


def _cells(text: str) -> int:
    """How many terminal cells a text takes: none for marks on another character, two for wide ones."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
