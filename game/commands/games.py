"""`games`: the kept games."""

import click

from game.commands.manners import plainly, show_json
from game.commands.named import open_journal
from game.commands.spoken import Spoken
from game.phrases import counted, phrase


@click.command(cls=Spoken)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def games(as_json: bool) -> None:
    """List the kept games, the latest first."""
    kept = open_journal().games()
    if as_json:
        show_json({"games": [summary._asdict() for summary in kept]})
        return
    for summary in kept:
        state = [counted(summary.moves, "{number} moves", "{number} moves")]
        state.append(phrase("over" if summary.over else "open", sense="of a game"))
        if summary.parent:
            state.append(phrase("a branch of {game} at move {move}", game=summary.parent, move=summary.at))
        form = f", {summary.form}" if summary.form else ""
        seats = phrase("{one} against {other}", one=summary.seats[0], other=summary.seats[1])
        click.echo(f"{summary.name}  {summary.scenario}{form}  {seats}  {', '.join(state)}  {summary.begun}")
    if not kept:
        click.echo(phrase("No game has been kept yet. Begin one with: see-and-count play"), err=True)
