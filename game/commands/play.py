"""`play`: begin a game."""

import sys

import click

from game.commands.beginning import edition_of, open_screen, play_plainly
from game.commands.manners import plain_by_default, plainly
from game.commands.named import SHIPPED
from game.commands.spoken import Spoken


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--as", "side", help="The side you play: us or ussr in New York.")
@click.option("--against", help="Who plays the other side: obliging, fair, hard, or by name, such as hardliner.")
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--language", default="", help="A translation of it, by the name of its file in languages/.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="A number: the same seed meets the same counterpart.")
@click.option("--hot-seat", is_flag=True, help="Two people at one keyboard.")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@plainly
def play(
    scenario: str, side: str | None, against: str | None, form: str, language: str, seed: int | None, hot_seat: bool,
    plain: bool,
) -> None:  # fmt: skip
    """Begin a game. SCENARIO is a scenario's name, a folder, or a game file to play on from."""
    if plain or plain_by_default():
        sys.exit(play_plainly(scenario, side, against, seed, hot_seat, form, language))
    edition = edition_of(scenario, form, language) if form or language else None
    sys.exit(open_screen(scenario=scenario, side=side, against=against, seed=seed, hot_seat=hot_seat, edition=edition))
