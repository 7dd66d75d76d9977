"""`brief`: a side's confidential brief, for paper."""

import click

from game.commands.manners import plainly
from game.commands.named import SHIPPED, folder_of, load_scenario, side_of
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--as", "side", required=True, help="The side whose brief it is: us or ussr in New York.")
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@language_of_pages
@plainly
def brief(scenario: str, side: str, form: str, language: str) -> None:
    """Print a side's confidential brief, to read on paper."""
    folder = folder_of(scenario)
    loaded = load_scenario(folder, form, of_scenario(language, folder))
    side_of(loaded, side)
    assert loaded.scenario is not None
    click.echo(loaded.scenario.words[f"briefs/{side}"])
