"""`export`: a kept game as a game file."""

import click

from game.commands.manners import plainly
from game.commands.named import open_journal


@click.command()
@click.argument("game")
@plainly
def export(game: str) -> None:
    """Write a kept game as a game file on standard output; of a damaged one, the moves that are sound."""
    from game.records.faults import BrokenRecord
    from game.records.files import write_game

    journal = open_journal()
    try:
        record = journal.game(game).record
    except BrokenRecord as fault:
        click.echo(str(fault), err=True)
        record = journal.sound(game)
    click.echo(write_game(record), nl=False)
