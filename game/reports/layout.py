"""A telegram as lines of text: numbers, letters, and names that need not be said twice.

A sentence that begins with the name with which the one before it began loses it: "Kuznetsov replied
no. Proposed each side refer problem to its capital."
"""

import re
import textwrap
from collections.abc import Sequence

from game.reports.blanks import TELEGRAM
from game.reports.cable import Cable, Paragraph, Part

WIDTH = 78
"""Columns of a telegram on paper."""


def blocks(cable: Cable) -> list[list[str]]:
    """The telegram in blocks of lines: heading, opening, its paragraphs, who signed. Lines are not wrapped."""
    clerk = _Clerk(cable.names if cable.style == TELEGRAM else ())
    found = [list(cable.heading), [cable.opening] if cable.opening else []]
    for number, paragraph in enumerate(cable.paragraphs, 1):
        lines = clerk.paragraph(paragraph)
        if cable.style == TELEGRAM:
            lines[0] = f"{number}. {lines[0]}"
        found.append(lines)
    found.append(list(cable.signed))
    return [block for block in found if block]


def numbered(cable: Cable) -> list[list[str]]:
    """The lines of each paragraph by its number; those at 0 stand above the first."""
    found = blocks(cable)
    above = bool(cable.heading) + bool(cable.opening)
    return [[line for block in found[:above] for line in block], *found[above : above + len(cable.paragraphs)]]


def lines(cable: Cable) -> list[str]:
    """The telegram line by line, each paragraph and each point on one."""
    return [line for block in blocks(cable) for line in block]


def typed(cable: Cable, width: int = WIDTH) -> str:
    """The telegram as it would lie on a desk: wrapped, with a line between the paragraphs."""
    wrapped = [[textwrap.fill(line, width, break_on_hyphens=False) for line in block] for block in blocks(cable)]
    return "\n\n".join("\n".join(block) for block in wrapped) + "\n"


class _Clerk:
    """Writes paragraphs, and remembers who was named last."""

    def __init__(self, names: Sequence[str]) -> None:
        # "Kuznetsov and Zorin" names two, and "Kuznetsov's" is no subject.
        self.leading = re.compile(rf"({'|'.join(map(re.escape, names))}) (?!and\b)(?=[a-z])") if names else None
        self.named = ""

    def paragraph(self, paragraph: Paragraph) -> list[str]:
        """The lines of a paragraph."""
        self.named = ""
        found: list[str] = []
        prose: list[str] = []
        for part in paragraph.parts:
            if part.drawn and part.listed and prose:
                found.append(" ".join(prose))
                prose, self.named = [], ""
            if part.lead:
                prose.append(self.without_name(part.lead))
            if part.listed and len(part.sentences) == 1:
                prose += [f"{each.text.removesuffix('.')}." for each in part.sentences]
                self.named = ""
            elif part.listed:
                found += [" ".join(prose)] if prose else []
                prose = []
                found += self.points(part)
                self.named = ""
            else:
                prose += [self.without_name(each.text) for each in part.sentences]
        return [*found, " ".join(prose)] if prose else found

    def points(self, part: Part) -> list[str]:
        """A list: lettered in a telegram, with dashes in a report."""
        count = len(part.sentences)
        marks = [f"{chr(ord('A') + number)}." for number in range(count)] if self.leading else ["-"] * count
        ends = [";"] * (count - 1) + ["."]
        return [
            f"{mark} {self.point(each.text)}{end}" for mark, each, end in zip(marks, part.sentences, ends, strict=True)
        ]

    def point(self, text: str) -> str:
        """One entry, without its full stop."""
        if self.leading is None:
            return text.removesuffix(".")
        return _capital(self.leading.sub("", text, count=1) if self.leading.match(text) else text).removesuffix(".")

    def without_name(self, text: str) -> str:
        """A sentence, without the name that leads it where that was just named."""
        match = self.leading.match(text) if self.leading else None
        name, before = match[1] if match else "", self.named
        self.named = name
        return _capital(text[match.end() :]) if match and name == before else text


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
