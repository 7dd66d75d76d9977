"""Who plays which side in a game on the screen: by what the command line says, or by asking."""

from textual.app import App

from game.phrases import phrase
from game.session import HUMAN
from game.tui.library import Playbill, Unplayable
from game.tui.options import Options
from game.tui.screens.brief import BriefPage
from game.tui.screens.sides import Seating, SidesPage


async def take_seats(app: App[None], bill: Playbill, options: Options) -> tuple[str, str] | None:
    """Who plays which side, by the options or by asking. None where the player went back."""
    if options.hot_seat:
        return HUMAN, HUMAN
    ids = [each.id for each in bill.delegations]
    if options.side is not None and options.side not in ids:
        raise Unplayable(
            phrase(
                "There is no side '{side}' here. The sides are {sides}.",
                side=options.side,
                sides=phrase(" and ").join(ids),
            )
        )
    if options.against is not None and options.against not in bill.counterparts:
        raise Unplayable(
            phrase(
                "There is no counterpart '{name}'. There are {counterparts}.",
                name=options.against,
                counterparts=", ".join(bill.counterparts),
            )
        )
    side = ids.index(options.side) if options.side is not None else None
    while True:
        if side is not None and options.against is not None:
            seating: Seating | None = Seating(side, options.against)
        else:
            seating = await app.push_screen_wait(SidesPage(bill, side))
        if seating is None:
            return None
        if seating.side < 0:
            return HUMAN, HUMAN
        if await app.push_screen_wait(BriefPage(bill.delegations[seating.side].brief)):
            return (HUMAN, seating.against) if seating.side == 0 else (seating.against, HUMAN)
        if options.side is not None and options.against is not None:
            return None
