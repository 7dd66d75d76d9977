"""`check`: the faults of scenarios."""

import sys
from pathlib import Path

import click

from game.commands.manners import FAILED, plainly
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def check(paths: tuple[Path, ...], as_json: bool) -> None:
    """Look for faults in scenarios: every finding in one pass, with its line and its remedy."""
    from game.scenarios.check import Checks
    from game.scenarios.check import check as look

    for path in paths:
        if not path.exists():
            raise click.BadParameter(phrase("there is no '{path}' here.", path=path))
    checks = Checks(tuple(folder for path in paths for folder in look(path).folders))
    click.echo(checks.json() if as_json else checks.text())
    if not checks.ok:
        sys.exit(FAILED)
