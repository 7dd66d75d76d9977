"""The flow: under each topic what was claimed, what answered it, and what stands because nothing did."""

from collections.abc import Iterator

from textual.content import Content

from game.phrases import noted, phrase
from game.reports.flow import ANSWERED, STANDING, Made
from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, quiet
from game.tui.widgets.script import SIDE_INKS

NOTHING = noted("Nothing has been claimed yet. What either side asserts will stand here, and what answers it.")


def text(desk: Desk) -> Iterator[Block]:
    """The claims by topic, in the order in which they were made."""
    flows = desk.session.flow()
    if not flows:
        yield Block(quiet(phrase(NOTHING)))
    for flow in flows:
        title = desk.teller.topic(flow.topic) if flow.topic >= 0 else phrase("Before the first topic")
        yield Block(Content.styled(title, ".heading"))
        for made in flow.claims:
            yield from _claim(desk, made)
        for argument in flow.arguments:
            mark = Content.styled("✎ ", SIDE_INKS[argument.side])
            yield Block(Content(clean(argument.text)), mark, close=True, aside=quiet(phrase("own argument")))


def _claim(desk: Desk, made: Made) -> Iterator[Block]:
    says = "" if made.how == ANSWERED else phrase("unanswered" if made.how == STANDING else "waits")
    ink = ".loss" if made.how == STANDING and made.side != desk.reader else ".quiet"
    yield Block(
        Content(desk.teller.claim(made.claim)),
        Content.styled("▪ ", SIDE_INKS[made.side]),
        close=True,
        aside=Content.styled(says, ink),
    )
    if made.how == ANSWERED:
        said = [desk.teller.claim(claim) for claim in made.answers] or [phrase("answered, without a claim")]
        for each in said:
            yield Block(quiet(each), Content.styled("  └ ", SIDE_INKS[1 - made.side]), close=True)
