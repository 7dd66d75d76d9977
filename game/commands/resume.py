"""`resume`: go on with a kept game."""

import sys

import click

from game.commands.beginning import open_screen, resume_plainly
from game.commands.manners import Failure, plain_by_default, plainly
from game.commands.named import open_journal
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("game", required=False)
@click.option("--at", type=click.IntRange(0), help="Go on from this move, as a new game; the old one is kept.")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@plainly
def resume(game: str | None, at: int | None, plain: bool) -> None:
    """Go on with a kept game; without a name, with the last one that is not over."""
    journal = open_journal()
    if game is None:
        unfinished = [summary for summary in journal.games() if not summary.over]
        if not unfinished:
            raise Failure(phrase("There is no unfinished game. Begin one with: see-and-count play"))
        game = unfinished[0].name
    if at is not None:
        from game.session import Session

        game = Session.resume(game, journal, at=at).game
    if plain or plain_by_default():
        sys.exit(resume_plainly(game))
    sys.exit(open_screen(game=game))
