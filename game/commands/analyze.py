"""`analyze`: every outcome of a scenario."""

import click

from game.commands.manners import plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario


@click.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def analyze(scenario: str, form: str, as_json: bool) -> None:
    """Look at every outcome of a scenario: what there is to be gained, and what stands out.

    SCENARIO is a scenario's name or a folder.
    """
    from game.scenarios.analyze import analyze as look

    loaded = load_scenario(folder_of(scenario), form)
    assert loaded.scenario is not None
    found = look(loaded.scenario)
    if as_json:
        show_json(found.as_json())
        return
    from rich.console import Console

    from game.scenarios.tables import of_analysis

    Console().print(of_analysis(found))
