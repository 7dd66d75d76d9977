"""`strings`: the words of a scenario, or those of the screens, for translators."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario

if TYPE_CHECKING:
    from game.scenarios.strings import Text


@click.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--screens", is_flag=True, help="The words of the screens, which are the same for every scenario.")
@click.option(
    "--format", "form", type=click.Choice(["po", "csv"]), default="po", show_default=True, help="How it is written."
)
@click.option("--language", default="", help="A translation, by the name of its file in languages/: filled in.")
@click.option(
    "--pseudo", "is_pseudo", is_flag=True, help="Filled in with a language that nobody speaks, for trying out."
)
@click.option("--json", "as_json", is_flag=True, help="How much is translated, as one JSON object on standard output.")
@plainly
def strings(scenario: str, screens: bool, form: str, language: str, is_pseudo: bool, as_json: bool) -> None:
    """Print every text of a scenario with its id, who says it, where, and what a translation must keep.

    Save it as languages/NAME.po or languages/NAME.csv in the scenario's folder, fill in the translations, and play with
    --language NAME. What is not translated is said in the scenario's own words.

    With --screens it is the words of the screens, with a row for each form that a phrase has with a number in that
    language. Their file lies in the folder languages beside the kept games.
    """
    from game.scenarios import gettext_po
    from game.scenarios.pseudo import pseudo
    from game.scenarios.strings import as_csv

    of, found, held = _of_screens(language) if screens else _of_scenario(scenario, language)
    done = {each.id: pseudo(each.text) for each in found} if is_pseudo and not language else held()
    if as_json:
        missing = [each.id for each in found if each.id not in done]
        show_json(
            {
                "scenario": of,
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


Held = Callable[[], Mapping[str, str]]
"""Reads what is translated already, by ids."""


def _of_scenario(scenario: str, language: str) -> tuple[str, list["Text"], Held]:
    from game.scenarios.languages import fetched
    from game.scenarios.strings import texts

    folder = folder_of(scenario)
    loaded = load_scenario(folder).scenario
    assert loaded is not None
    words = loaded.words
    return loaded.id, list(texts(loaded)), lambda: _held(language, lambda: fetched(folder, language), words)


def _of_screens(language: str) -> tuple[str, list["Text"], Held]:
    from game.scenarios import phrasebook, speaking

    found = list(phrasebook.texts(language or "en"))
    words = {each.id: each.text for each in found}
    begun = language in speaking.spoken()  # of a language that there is not yet, the file is begun
    return "screens", found, lambda: _held(language if begun else "", lambda: speaking.found(language), words)


def _held(language: str, fetch: Callable[[], tuple[str, bytes]], words: Mapping[str, str]) -> Mapping[str, str]:
    """What a translation holds and still fits."""
    from game.scenarios.languages import NoTranslation, entries, why_not
    from game.scenarios.loaded import NoSuchLanguage

    if not language:
        return {}
    try:
        held = entries(*fetch())
    except NoSuchLanguage as fault:
        raise click.BadParameter(f"{fault}.") from None
    except NoTranslation as fault:
        raise Failure(f"The translation '{language}' cannot be read: {fault}.") from None
    return {id_: entry.translation for id_, entry in held.items() if why_not(id_, entry, words) is None}
