"""`analyze`: every outcome of a scenario."""

from pathlib import Path

import click

from game.commands.manners import plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--svg", "drawn", type=click.Path(path_type=Path), help="Draw all outcomes into this file.")
@click.option(
    "--draws", type=click.IntRange(1, 10_000), default=200, show_default=True,
    help="How often the weights are changed by up to a fifth.",
)  # fmt: skip
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same number changes them alike.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@language_of_pages
@plainly
def analyze(scenario: str, form: str, drawn: Path | None, draws: int, seed: int, as_json: bool, language: str) -> None:
    """Look at every outcome of a scenario: what there is to be gained, what stands out, and how firmly.

    SCENARIO is a scenario's name or a folder.
    """
    from game.reports.analysis_chart import analysis_chart, picture
    from game.scenarios.analyze import analyze as look
    from game.scenarios.sensitivity import sensitivity
    from game.scenarios.trades import trades

    folder = folder_of(scenario)
    loaded = load_scenario(folder, form, of_scenario(language, folder))
    assert loaded.scenario is not None
    found = look(loaded.scenario)
    gained, moved = trades(loaded.scenario), sensitivity(loaded.scenario, draws, seed)
    if drawn is not None:
        drawn.write_text(picture(found), encoding="utf-8")
    if as_json:
        from game.scenarios.analysis_json import sensitivity_as_json, trades_as_json

        show_json(
            {
                **found.as_json(),
                "trades": trades_as_json(loaded.scenario, gained),
                "sensitivity": sensitivity_as_json(found, moved),
            }
        )
        return
    from rich.console import Console

    from game.reports.chart_lines import chart_lines
    from game.scenarios.tables import of_analysis, of_sensitivity, of_trades

    console = Console()
    console.print(of_analysis(found))
    console.print(of_trades(loaded.scenario, gained))
    console.print(of_sensitivity(found, moved))
    for line in chart_lines(analysis_chart(found)):
        click.echo(line)
