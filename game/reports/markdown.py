"""Documents as Markdown: to read as it is, to paste, to print."""

import re
from collections.abc import Iterator

from game.reports.document import Block, Document, Figure, Grid, Items, Paragraph, Prose

_OBEYED = re.compile(r"([\\`*_\[\]<>#|~])")


def escaped(text: str) -> str:
    """A text in which Markdown finds nothing to obey."""
    return _OBEYED.sub(r"\\\1", text)


def document(found: Document) -> str:
    """A document as Markdown. A chart is its sentence and its table."""
    lines = [f"# {escaped(found.title)}", "", escaped(found.subtitle), ""]
    for section in found.sections:
        lines += [f"## {escaped(section.title)}", ""]
        for block in section.blocks:
            lines += [*_lines(block), ""]
    return "\n".join(lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, lead):
            yield f"**{escaped(lead)}** {escaped(text)}" if lead else escaped(text)
        case Items(items, numbered):
            for number, each in enumerate(items, 1):
                yield f"{f'{number}.' if numbered else '-'} {escaped(each)}"
        case Grid():
            yield from _grid(block)
        case Figure(_, sentence, table):
            yield escaped(sentence)
            yield ""
            yield from _grid(table)
        case Prose(title, text):
            yield f"### {escaped(title)}"
            yield ""
            # Its own headings go under this one.
            yield re.sub(r"^(#{1,3})(?= )", r"\1###", text.strip(), flags=re.MULTILINE)


def _grid(table: Grid) -> Iterator[str]:
    yield f"{escaped(table.caption)}:"
    yield ""
    yield f"| {' | '.join(map(escaped, table.heads))} |"
    yield f"|{'|'.join('---:' if n in table.figures else '---' for n in range(len(table.heads)))}|"
    for row in table.rows:
        yield f"| {' | '.join(escaped(each).replace(chr(10), ' ') for each in row)} |"
