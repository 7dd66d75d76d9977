"""`new`: a scenario to begin with."""

from pathlib import Path

import click

from game.commands.manners import plainly


@click.command()
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
    click.echo(f"{len(files)} files are in {folder}. Next:")
    click.echo(f"  see-and-count check {folder}")
    click.echo(f"  see-and-count preview {folder}")
