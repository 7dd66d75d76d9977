"""How it ended: what is left on the table, what it is worth, five medals."""

from collections.abc import Iterator

from textual.content import Content

from game.engine.issues import OPEN
from game.engine.medals import Result
from game.phrases import counted, noted, phrase
from game.speech.figures import hundredths
from game.speech.telling import Teller
from game.speech.verdict import verdicts
from game.tui.desk import Desk
from game.tui.widgets.prose import Block, quiet
from game.tui.widgets.script import SIDE_INKS

RIBBONS = {"gold": "●●●", "silver": "●●○", "bronze": "●○○", "none": "○○○", "held": "───"}
"""The medals, so that they can be told from one another without colour."""


def text(desk: Desk) -> Iterator[Block]:
    """The result, for each side that a person played."""
    teller, result = desk.teller, desk.session.result()
    names = max(Content(teller.issue(issue)).cell_length for issue in range(len(result.table))) + 2
    yield Block(Content(headline(teller, result)))
    for issue, settlement in enumerate(result.table):
        stands = Content.styled(teller.settlement(issue, settlement), ".quiet" if settlement == OPEN else ".lamp")
        if settlement != result.at_the_table[issue]:
            stands = Content.assemble(stands, ("  " + phrase("(a capital took it back)"), ".loss"))
        yield Block(stands, quiet(teller.issue(issue).ljust(names)), close=issue > 0)
    for side in (0, 1) if desk.reader is None else (desk.reader,):
        yield Block(Content.styled(teller.side(side), SIDE_INKS[side]))
        yield Block(Content(worth(result, side)), close=True)
        for number, verdict in enumerate(verdicts(teller, result.medals[side])):
            said = Content.assemble((f"{verdict.title}, {verdict.word}. ", "bold"), (verdict.why, ".quiet"))
            yield Block(said, Content.styled(f"{RIBBONS[verdict.medal]}  ", ".lamp"), close=number > 0)


def headline(teller: Teller, result: Result) -> str:
    """How it ended, in a sentence or two."""
    settled = sum(settlement != OPEN for settlement in result.table)
    count = counted(settled, "one question", "{number} questions") if settled else phrase("nothing")
    if result.disavowed:
        sides = sorted({each.side for each in result.disavowed})
        whose = phrase(" and ").join(teller.side(side) for side in sides)
        return phrase(
            "{side} agreed beyond its instructions, and its capital does not stand by it. Settled: {count}.",
            side=whose,
            count=count,
        )
    if not settled:
        return phrase("Nothing was agreed. That is a respectable end: each side goes home with what it came with.")
    says = noted(
        "Settled: {count}. The rest stays open, and will be talked of again."
        if settled < len(result.table)
        else "Settled: {count}."
    )
    return phrase(says, count=count)


def worth(result: Result, side: int) -> str:
    """What the end is worth to a side, beside leaving everything open."""
    now, floor = result.value[side], result.reservation[side]
    if now == floor:
        return phrase("Worth {value} of 100, as much as everything left open.", value=hundredths(now))
    says = noted(
        "Worth {value} of 100, {by} more than everything left open."
        if now > floor
        else "Worth {value} of 100, {by} less than everything left open."
    )
    return phrase(says, value=hundredths(now), by=hundredths(abs(now - floor)))
