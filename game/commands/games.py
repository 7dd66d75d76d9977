"""`games`: the kept games."""

import click

from game.commands.manners import plainly, show_json
from game.commands.named import open_journal


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def games(as_json: bool) -> None:
    """List the kept games, the latest first."""
    kept = open_journal().games()
    if as_json:
        show_json({"games": [summary._asdict() for summary in kept]})
        return
    for summary in kept:
        state = "over" if summary.over else "open"
        form = f", {summary.form}" if summary.form else ""
        branch = f", a branch of {summary.parent} at move {summary.at}" if summary.parent else ""
        click.echo(
            f"{summary.name}  {summary.scenario}{form}  {' against '.join(summary.seats)}  "
            f"{summary.moves} moves, {state}{branch}  {summary.begun}"
        )
    if not kept:
        click.echo("No game has been kept yet. Begin one with: see-and-count play", err=True)
