"""`handouts`: papers for a lesson."""

from pathlib import Path

import click

from game.commands.manners import Failure, plainly
from game.commands.named import SHIPPED, folder_of, load_for_class
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="The folder for the papers.")
@click.option("--form", help="The form that is played: lesson, where there is one, if nothing is said.")
@click.option("--whole", is_flag=True, help="The whole meeting in place of a form.")
@language_of_pages
@plainly
def handouts(scenario: str, to: Path, form: str | None, whole: bool, language: str) -> None:
    """Write the papers of a lesson, ready to print on A4 or Letter: pupils' and teacher's apart.

    Open start-here.html in the folder. SCENARIO is a scenario's name or a folder.
    """
    from game.reports.handouts.folder import folder
    from game.reports.handouts.paper import Materials
    from game.scenarios.lesson import Unfit, lesson

    where = folder_of(scenario)
    language = of_scenario(language, where)
    loaded = load_for_class(where, form, whole, language)
    assert loaded.scenario is not None
    try:
        written = folder(Materials(loaded.scenario, lesson(where, language)))
    except Unfit as fault:
        raise Failure(str(fault)) from None
    for name, text in written.items():
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    start = to / "start-here.html"
    click.echo(
        phrase("{papers} papers are in {folder}. Open {start} first.", papers=len(written), folder=to, start=start)
    )
