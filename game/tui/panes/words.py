"""The words that stand on the screen now and may need explaining, each with its explanation."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from game.phrases import noted, phrase
from game.speech.glossary import terms_in
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, quiet

NOTHING = noted("None of the words on the screen needs explaining.")


def text(desk: Desk, shown: Iterable[str]) -> Iterator[Block]:
    """The terms in some texts, by the alphabet."""
    found = sorted(terms_in("\n".join(shown), desk.session.terms), key=str.casefold)
    if not found:
        yield Block(quiet(phrase(NOTHING)))
    for term in found:
        yield Block(Content.assemble((term, ".key")))
        yield Block(Content(desk.session.terms[term]), close=True)
