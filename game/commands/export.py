"""`export`: a kept game as a game file."""

import click

from game.commands.manners import plainly
from game.commands.named import open_game, open_journal
from game.commands.spoken import Spoken


@click.command(cls=Spoken)
@click.argument("game")
@click.option(
    "--as", "how", type=click.Choice(["game", "text", "markdown"]), default="game", show_default=True,
    help="A game file, or the transcript as text or as Markdown.",
)  # fmt: skip
@plainly
def export(game: str, how: str) -> None:
    """Write a kept game as a game file on standard output; of a damaged one, the moves that are sound.

    Or its transcript, also of a game file, with nothing in it that only one side may know.
    """
    if how != "game":
        _transcript(game, how)
        return
    from game.records.faults import BrokenRecord
    from game.records.files import write_game

    journal = open_journal()
    try:
        record = journal.game(game).record
    except BrokenRecord as fault:
        click.echo(str(fault), err=True)
        record = journal.sound(game)
    click.echo(write_game(record), nl=False)


def _transcript(game: str, how: str) -> None:
    from game.records.replay import replay
    from game.reports.script import as_markdown, as_text

    record, loaded = open_game(game)
    assert loaded.scenario is not None
    written = as_markdown if how == "markdown" else as_text
    click.echo(written(loaded.scenario, replay(loaded.scenario, record)), nl=False)
