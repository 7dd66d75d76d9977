"""`new`: a scenario to begin with."""

from pathlib import Path

import click

from game.commands.manners import plainly
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("folder", type=click.Path(path_type=Path))
@plainly
def new(folder: Path) -> None:
    """Write a small complete negotiation into a new folder, to be played at once and changed piece by piece.

    The folder's name becomes its own. dialogues/README.md is the guide.
    """
    from game.scenarios.starting import CannotStart, start_scenario

    try:
        files = start_scenario(folder)
    except CannotStart as fault:
        raise click.BadParameter(str(fault)) from None
    click.echo(phrase("{files} files are in {folder}. Next:", files=len(files), folder=folder))
    click.echo(f"  see-and-count check {folder}")
    click.echo(f"  see-and-count preview {folder}")
