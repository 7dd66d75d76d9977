"""The papers: while the talks go on, the passages that moves have cited, and what the reader could hold that evening.

When the talks are over, the whole telegram.
"""

from collections.abc import Iterator

from textual.content import Content

from game.phrases import counted, noted, phrase
from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, quiet

LENGTH = 100_000
"""Characters of one paper."""

NOTHING = noted("Nothing that was said so far rests on a passage of the telegram.")
HELD = noted("Papers that you could hold that day")
HELD_BY_BOTH = noted("Papers that both sides could hold that day")
ABOUT = noted("The passages of the real telegram on which what was said so far rests. The rest would tell how it ends.")


def text(desk: Desk) -> Iterator[Block]:
    """The passages on which what was said so far rests, and no other; then the papers of whoever reads."""
    cited = desk.session.cited()
    yield Block(quiet(phrase(ABOUT if cited else NOTHING)))
    for tag in cited:
        yield Block(Content.styled(tag, ".key"))
        yield Block(Content(clean(desk.session.text(f"passages/{tag}"), LENGTH)), close=True)
    yield from _held(desk)


def _held(desk: Desk) -> Iterator[Block]:
    papers = desk.session.papers(desk.reader)
    if papers:
        yield Block(Content.styled(phrase(HELD_BY_BOTH if desk.reader is None else HELD), ".heading"))
    for paper in papers:
        title, date, says = (clean(part, LENGTH) for part in paper)
        yield Block(Content.styled(title, "bold"), aside=quiet(date))
        yield Block(Content(says), close=True)


def telegram(desk: Desk) -> Iterator[Block]:
    """The whole telegram, when the talks are over. What was said tonight is marked."""
    session = desk.session
    cited, passages = set(session.cited()), session.all_passages()
    for number, part in enumerate(("title", "date", "reference")):
        if session.has_text(f"telegram:{part}"):
            yield Block(quiet(clean(session.text(f"telegram:{part}"), LENGTH)), close=number > 0)
    comparison = session.comparison(0)
    points = comparison.points[1] if comparison else len(passages)  # its heading is none
    said = counted(
        len(cited & set(passages)),
        "One of its {points} points was spoken of today.",
        "{number} of its {points} points were spoken of today.",
        points=points,
    )
    yield Block(quiet(said), quiet("• "))
    for tag in passages:
        passage = Content(clean(session.text(f"passages/{tag}"), LENGTH))
        yield Block(passage, quiet("• " if tag in cited else "  "))
