"""The papers: while the talks go on, the passages that moves have cited; when they are over, the whole telegram."""

from collections.abc import Iterator

from textual.content import Content

from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, quiet

LENGTH = 100_000
"""Characters of one paper."""

NOTHING = "Nothing that was said so far rests on a passage of the telegram."
ABOUT = "The passages of the real telegram on which what was said so far rests. The rest would tell how it ends."


def text(desk: Desk) -> Iterator[Block]:
    """The passages on which what was said so far rests, and no other."""
    cited = desk.session.cited()
    yield Block(quiet(ABOUT if cited else NOTHING))
    for tag in cited:
        yield Block(Content.styled(tag, ".key"))
        yield Block(Content(clean(desk.session.text(f"passages/{tag}"), LENGTH)), close=True)


def telegram(desk: Desk) -> Iterator[Block]:
    """The whole telegram, when the talks are over. What was said tonight is marked."""
    session = desk.session
    cited, passages = set(session.cited()), session.all_passages()
    for number, part in enumerate(("title", "date", "reference")):
        if session.has_text(f"telegram:{part}"):
            yield Block(quiet(clean(session.text(f"telegram:{part}"), LENGTH)), close=number > 0)
    yield Block(quiet(f"{len(cited & set(passages))} of {len(passages)} passages were spoken tonight."), quiet("• "))
    for tag in passages:
        passage = Content(clean(session.text(f"passages/{tag}"), LENGTH))
        yield Block(passage, quiet("• " if tag in cited else "  "))
