"""A telegram beside the real one, paragraph by paragraph, and both lists of open questions."""

from collections.abc import Iterator

from textual.content import Content

from game.phrases import counted, noted, phrase
from game.reports import layout
from game.reports.compare import HEADING, Beside, Comparison
from game.speech.gate import clean
from game.tui.desk import TEXT, Desk
from game.tui.panes.pad import paragraph
from game.tui.widgets.columns import Pair
from game.tui.widgets.prose import Block, quiet

YOURS, REAL = noted("Yours"), noted("The real one")
NOT_YOURS = noted("Nothing of this in yours.")
NOT_REAL = noted("The real one has nothing beside this.")


def pairs(desk: Desk, side: int) -> Iterator[Pair]:
    """Paragraph by paragraph, in the order of the real one."""
    comparison = desk.session.comparison(side)
    if comparison is None:
        return
    yield _head(comparison.title)
    told, points = comparison.points
    made = counted(
        told,
        "One of its {points} points stands in yours too.",
        "{number} of its {points} points stand in yours too.",
        points=points,
    )
    yield Pair([], [Block(quiet(f"• {made}"))])
    paragraphs = layout.numbered(comparison.cable)
    for row in comparison.rows:
        yield Pair(_yours(paragraphs, row), _real(row))


def open_questions(desk: Desk, side: int) -> Iterator[Pair]:
    """What each of the two lists as open."""
    comparison = desk.session.comparison(side)
    if comparison is None:
        return
    yield _head(comparison.title)
    lead = phrase("Questions left open"), phrase("Questions left open that day")
    yield Pair([Block(Content.styled(lead[0], "bold"))], [Block(Content.styled(lead[1], "bold"))])
    yield Pair(_listed(comparison.open), _listed(comparison.open_then))
    yield Pair([Block(quiet(_common(comparison)))], [])


def _head(title: str) -> Pair:
    return Pair(
        [Block(Content.styled(phrase(YOURS), ".heading"))],
        [Block(Content.styled(phrase(REAL), ".heading")), Block(quiet(clean(title, TEXT)), close=True)],
    )


def _yours(paragraphs: list[list[str]], row: Beside) -> list[Block]:
    if not row.yours:
        return [Block(quiet(phrase(NOT_YOURS)))]
    found: list[Block] = []
    for number in row.yours:
        blocks = list(paragraph(paragraphs[number])) if number < len(paragraphs) else []
        found += [each._replace(text=quiet(each.text.plain)) for each in blocks] if number == HEADING else blocks
    return found


def _real(row: Beside) -> list[Block]:
    if not row.passages:
        return [Block(quiet(phrase(NOT_REAL)))]
    return [
        Block(
            Content.styled(clean(each.text, TEXT), "" if each.told else ".quiet"),
            Content.styled("• " if each.told else "  ", ".lamp"),
            close=number > 0,
        )
        for number, each in enumerate(row.passages)
    ]


def _listed(questions: tuple[str, ...]) -> list[Block]:
    said = [each for each in questions if each] or [phrase("None.")]
    return [Block(Content(clean(each, TEXT)), quiet("- "), close=number > 0) for number, each in enumerate(said)]


def _common(comparison: Comparison) -> str:
    count, then = len(comparison.open), len(comparison.open_then)
    if count == then:
        return phrase("Both list {count}. Whether they are the same is yours to see.", count=count)
    return phrase(
        "Yours lists {count}, that day's {then}. A telegram names only what was spoken of.", count=count, then=then
    )
