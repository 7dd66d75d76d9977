"""The debrief chapter by chapter, as lines: a chart is its sentence and its figures, a row of a table a sentence."""

from collections.abc import Iterator

from game.phrases import phrase
from game.plain.asking import as_number
from game.plain.lines import headed
from game.reports.document import Block, Figure, Grid, Items, Paragraph, Prose, Section
from game.session import Session


def debrief_lines(session: Session, wanted: str) -> Iterator[str]:
    """The chapter that is wanted by its number, or what chapters there are. The talks are over."""
    chapters = session.debrief().sections
    number = as_number(wanted)
    if number is not None and 1 <= number <= len(chapters):
        yield from chapter_lines(chapters[number - 1])
        return
    for place, chapter in enumerate(chapters, 1):
        yield f"{place}. {chapter.title}"
    if wanted:
        yield phrase("Say which chapter, from 1 to {last}: 'debrief 1'.", last=len(chapters))
    else:
        yield phrase("'debrief 1' reads the first of these, and so on.")


def chapter_lines(chapter: Section) -> list[str]:
    """A chapter under its heading."""
    return headed(chapter.title, [line for block in chapter.blocks for line in _lines(block)])


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, lead):
            yield f"{lead} {text}" if lead else text
        case Items(items, numbered):
            yield from (f"{number}. {each}" if numbered else each for number, each in enumerate(items, 1))
        case Grid(caption, heads, rows, figures):
            # What the columns are is said once; a figure alone would be lost among others, so it keeps its name.
            yield f"{caption} ({'; '.join(filter(None, heads))}):"
            for row in rows:
                cells = (f"{heads[n]} {cell}" if n in figures else cell for n, cell in enumerate(row) if cell)
                yield f"{'; '.join(cells)}."
        case Figure(_, sentence, grid):
            yield sentence
            yield from _lines(grid)
        case Prose(title, text):
            yield f"{title}:"
            yield text.strip()
