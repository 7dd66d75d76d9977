"""The end: what is left on the table, what it is worth, five medals. Then the telegram."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content

from game.engine.issues import OPEN
from game.engine.medals import Result
from game.session import HUMAN, Session
from game.speech.telling import Teller, hundredths
from game.speech.verdict import verdicts
from game.tui.desk import Desk
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.prose import Block, quiet

RIBBONS = {"gold": "●●●", "silver": "●●○", "bronze": "●○○", "none": "○○○", "held": "───"}
"""The medals, so that they can be told from one another without colour."""

NAMES = 13
"""Cells for the name of a question."""


class EndPage(ReadingPage):
    """The end. Gives False where the player goes back to the title."""

    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        "●●●\tGold. Two are silver, one is bronze, none is none.",
        "───\tHeld: nothing gained and nothing lost.",
    )
    BINDINGS = [
        Binding(
            "enter,t",
            "telegram",
            "the telegram that was sent",
            key_display="⏎",
            id="telegram",
            tooltip="Read the whole telegram",
        ),
        Binding(
            "d", "debrief", "debrief", id="debrief", tooltip="What was possible, why, and what came of it in truth"
        ),
        Binding(
            "r",
            "rewind",
            "sit down again",
            id="rewind-end",
            tooltip="Go back to an earlier move; this game is kept as it is",
        ),
        Binding("escape", "close", "title", key_display="esc", id="close-end", tooltip="Back to the title"),
        Binding("q", "app.quit", "leave", id="quit", tooltip="Leave; the game is kept"),
    ]

    def __init__(self, session: Session) -> None:
        """A game that is over."""
        self.session = session
        reader = session.seats.index(HUMAN) if session.seats.count(HUMAN) == 1 else None
        self.desk = Desk(session, reader)
        super().__init__(
            "The talks are over", list(_text(self.desk, session.result())), note=self.desk.hour(self.desk.view).time
        )

    def action_telegram(self) -> None:
        """Read the whole telegram."""
        from game.tui.panes.papers import telegram

        self.app.push_screen(ReadingPage("The telegram that was sent", list(telegram(self.desk))))

    def action_debrief(self) -> None:
        """Read the debrief."""
        from game.tui.screens.debrief import DebriefPage

        self.app.push_screen(DebriefPage(self.session))

    def action_rewind(self) -> None:
        """Sit down again at an earlier move."""
        from game.tui.screens.rewind import RewindPage

        self.app.push_screen(RewindPage(self.desk))


def _text(desk: Desk, result: Result) -> Iterator[Block]:
    teller = desk.teller
    yield Block(Content(_headline(teller, result)))
    for issue, settlement in enumerate(result.table):
        stands = Content.styled(teller.settlement(issue, settlement), ".quiet" if settlement == OPEN else ".lamp")
        if settlement != result.at_the_table[issue]:
            stands = Content.assemble(stands, ("  (a capital took it back)", ".loss"))
        yield Block(stands, quiet(teller.issue(issue).ljust(NAMES)), close=issue > 0)
    for side in (0, 1) if desk.reader is None else (desk.reader,):
        yield Block(Content.styled(teller.side(side), (".first-side", ".second-side")[side]))
        yield Block(Content(_worth(result, side)), quiet("Worth".ljust(NAMES)), close=True)
        for verdict in verdicts(teller, result.medals[side]):
            said = Content.assemble((f"{verdict.title}, {verdict.medal}. ", "bold"), (verdict.why, ".quiet"))
            yield Block(said, Content.styled(f"{RIBBONS[verdict.medal]}  ", ".lamp"))


def _headline(teller: Teller, result: Result) -> str:
    """How it ended, in a sentence or two."""
    settled = sum(settlement != OPEN for settlement in result.table)
    count = {0: "nothing", 1: "one question"}.get(settled, f"{settled} questions")
    if result.disavowed:
        sides = sorted({each.side for each in result.disavowed})
        whose = " and ".join(teller.side(side) for side in sides)
        return f"{whose} agreed beyond its instructions, and its capital does not stand by it. Settled: {count}."
    if not settled:
        return "Nothing was agreed. That is a respectable end: each side goes home with what it came with."
    rest = " The rest stays open, and will be talked of again." if settled < len(result.table) else ""
    return f"Settled: {count}.{rest}"


def _worth(result: Result, side: int) -> str:
    now, floor = result.value[side], result.reservation[side]
    if now == floor:
        return f"{hundredths(now)} of 100, as much as everything left open."
    more = "more" if now > floor else "less"
    return f"{hundredths(now)} of 100, {hundredths(abs(now - floor))} {more} than everything left open."
