"""The papers on the table: a side's brief, the passages cited so far, and in the end the whole telegram."""

from textual.content import Content

from game.session import Session
from game.speech.gate import clean
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.prose import Block, blocks, quiet

LENGTH = 100_000
"""Characters of one paper."""


def brief_page(brief: str, whose: str) -> ReadingPage:
    """A side's confidential brief."""
    return ReadingPage(f"Brief: {whose}", blocks(clean(brief, LENGTH, lines=True)))


def cited_page(session: Session) -> ReadingPage:
    """The passages on which what was said so far rests, and no other: the rest would tell how it ends."""
    text: list[Block] = []
    for tag in session.cited():
        text.append(Block(Content.styled(tag, ".key")))
        text.append(Block(Content(clean(session.text(f"passages/{tag}"), LENGTH)), close=True))
    if not text:
        text = [Block(Content("Nothing that was said so far rests on a passage of the telegram."))]
    return ReadingPage("The telegram, as far as you have talked", text)


def telegram_page(session: Session) -> ReadingPage:
    """The whole telegram, when the talks are over. What was said tonight is marked."""
    cited = set(session.cited())
    text = [
        Block(Content.styled(clean(session.text(f"telegram:{part}"), LENGTH), ".quiet"), close=number > 0)
        for number, part in enumerate(("title", "date", "reference"))
    ]
    for tag in session.all_passages():
        passage = Content(clean(session.text(f"passages/{tag}"), LENGTH))
        text.append(Block(passage, quiet("• " if tag in cited else "  ")))
    note = f"• {len(cited)} of {len(session.all_passages())} passages were spoken tonight"
    return ReadingPage("The telegram that was sent", text, note=note)
