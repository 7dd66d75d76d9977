"""`preview`: a scenario played while it is being written."""

import sys
from pathlib import Path

import click

from game.commands.manners import plainly
from game.commands.named import counterpart_of, load_scenario, side_of
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--at", default="", metavar="TOPIC/NODE", help="Begin at this node.")
@click.option(
    "--with", "settings", multiple=True, metavar="SETTING",
    help="What is to be so: trust=3, minutes=40, said.TOPIC.MOVE, claimed., stands., answered.CLAIM, reach., at., "
    "granted.ISSUE.S. Several times.",
)  # fmt: skip
@click.option("--as", "side", help="The side you play; without it you play both.")
@click.option("--against", help="Who plays the other side: obliging, fair, hard, or by name, such as hardliner.")
@click.option("--form", default="", help="A shorter form of it.")
@click.option("--language", default="", help="A translation of it, by the name of its file in languages/.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same seed meets the same counterpart.")
@plainly
def preview(
    folder: Path,
    at: str,
    settings: tuple[str, ...],
    side: str | None,
    against: str | None,
    form: str,
    language: str,
    seed: int,
) -> None:
    """Play a scenario while you write it: whenever a file is saved, the game goes on at the same place.

    Faults are told and waited for. Nothing is kept.
    """
    from game.engine.counterparts import NAMES
    from game.preview import Preview, Wishes
    from game.records.record import HUMAN
    from game.scenarios.loaded import NoSuchForm, NoSuchLanguage
    from game.scenarios.positions import NoSuchPosition

    if not (folder / "scenario.yaml").is_file():
        raise click.BadParameter(
            phrase("there is no scenario in '{folder}'. Begin one with: see-and-count new {folder}", folder=folder)
        )
    seats = (HUMAN, HUMAN)
    if side is not None:
        other = counterpart_of(against or NAMES[0])
        seats = (HUMAN, other) if side_of(load_scenario(folder, form), side) == 0 else (other, HUMAN)
    elif against is not None:
        raise click.BadParameter(phrase("--against needs --as: say which side you play."))
    try:
        sys.exit(Preview(folder, Wishes(seats, at, settings, form, language, seed), sys.stdin, sys.stdout).play())
    except (NoSuchPosition, NoSuchForm, NoSuchLanguage) as fault:
        raise click.BadParameter(f"{str(fault).removesuffix('?')}{'?' if str(fault).endswith('?') else '.'}") from None
