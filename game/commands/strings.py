"""`strings`: the words of a scenario for translators."""

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario


@click.command()
@click.argument("scenario", default=SHIPPED)
@click.option(
    "--format", "form", type=click.Choice(["po", "csv"]), default="po", show_default=True, help="How it is written."
)
@click.option("--language", default="", help="A translation, by the name of its file in languages/: filled in.")
@click.option(
    "--pseudo", "is_pseudo", is_flag=True, help="Filled in with a language that nobody speaks, for trying out."
)
@click.option("--json", "as_json", is_flag=True, help="How much is translated, as one JSON object on standard output.")
@plainly
def strings(scenario: str, form: str, language: str, is_pseudo: bool, as_json: bool) -> None:
    """Print every text of a scenario with its id, who says it, where, and what a translation must keep.

    Save it as languages/NAME.po or languages/NAME.csv in the scenario's folder, fill in the translations, and play with
    --language NAME. What is not translated is said in the scenario's own words.
    """
    from game.scenarios import gettext_po
    from game.scenarios.languages import NoTranslation, entries, fetched, why_not
    from game.scenarios.loaded import NoSuchLanguage
    from game.scenarios.pseudo import pseudo
    from game.scenarios.strings import as_csv, texts

    folder = folder_of(scenario)
    loaded = load_scenario(folder)
    assert loaded.scenario is not None
    words = loaded.scenario.words
    found = list(texts(loaded.scenario))
    done: dict[str, str] = {}
    if language:
        try:
            name, data = fetched(folder, language)
            held = entries(name, data)
        except NoSuchLanguage as fault:
            raise click.BadParameter(f"{fault}.") from None
        except NoTranslation as fault:
            raise Failure(f"The translation '{language}' cannot be read: {fault}.") from None
        done = {id_: entry.translation for id_, entry in held.items() if why_not(id_, entry, words) is None}
    elif is_pseudo:
        done = {each.id: pseudo(each.text) for each in found}
    if as_json:
        missing = [each.id for each in found if each.id not in done]
        show_json(
            {
                "scenario": loaded.scenario.id,
                "language": language or ("pseudo" if is_pseudo else "en"),
                "texts": len(found),
                "translated": len(found) - len(missing),
                "missing": missing,
            }
        )
    elif form == "csv":
        click.echo(as_csv(iter(found), done), nl=False)
    else:
        click.echo(gettext_po.written(found, done, language or "en"), nl=False)
