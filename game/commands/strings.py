"""`strings`: the words of a scenario, or those of the screens, for translators."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase

if TYPE_CHECKING:
    from game.scenarios.gettext_po import Translation
    from game.scenarios.plurals import Plurals
    from game.scenarios.strings import Text


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--screens", is_flag=True, help="The words of the screens, which are the same for every scenario.")
@click.option(
    "--format", "form", type=click.Choice(["po", "csv"]), default="po", show_default=True, help="How it is written."
)
@click.option("--language", default="", help="A translation, by the name of its file in languages/: filled in.")
@click.option(
    "--pseudo", "is_pseudo", is_flag=True, help="Filled in with a language that nobody speaks, for trying out."
)
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="Write it into this file, as UTF-8.")
@click.option("--json", "as_json", is_flag=True, help="How much is translated, as one JSON object on standard output.")
@plainly
def strings(
    scenario: str, screens: bool, form: str, language: str, is_pseudo: bool, to: Path | None, as_json: bool
) -> None:
    """Print every text of a scenario with its id, who says it, where, and what a translation must keep.

    Save it as languages/NAME.po or languages/NAME.csv in the scenario's folder (--language NAME --to FILE), fill in the
    translations, and play with --language NAME. What is not translated is said in the scenario's own words.

    With --screens it is the words of the screens, with every form that a phrase has with a number in that language.
    Their file lies in the folder languages beside the kept games.
    """
    from game.scenarios import gettext_po
    from game.scenarios.plurals import plurals, rows
    from game.scenarios.pseudo import pseudo
    from game.scenarios.strings import as_csv

    of, found, held = _of_screens(language) if screens else _of_scenario(scenario, language)
    forms = (held and held.forms) or plurals(language)
    each_form = list(rows(found, forms))
    if is_pseudo and not language:
        done: Mapping[str, str] = {each.id: pseudo(each.text) for each in each_form}
    else:
        done = _fitting(held, {each.id: each.text for each in each_form}, forms) if held else {}
    if as_json:
        missing = [each.id for each in each_form if each.id not in done]
        show_json(
            {
                "scenario": of,
                "language": language or ("pseudo" if is_pseudo else "en"),
                "texts": len(each_form),
                "translated": len(each_form) - len(missing),
                "missing": missing,
            }
        )
        return
    if form == "csv":
        text = as_csv(iter(each_form), done)
    else:
        text = gettext_po.written(found, done, language or "en", forms)
    if to is None:
        click.echo(text, nl=False)
    else:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(text.encode())
        click.echo(phrase("Written: {file}", file=to), err=True)


def _of_scenario(scenario: str, language: str) -> tuple[str, list["Text"], "Translation | None"]:
    from game.scenarios import lesson
    from game.scenarios.languages import fetched, languages
    from game.scenarios.strings import of_form, texts

    folder = folder_of(scenario)
    loaded = load_scenario(folder)
    whole = loaded.scenario
    assert whole is not None
    found = list(texts(whole))
    for each in loaded.forms:
        form = load_scenario(folder, each).scenario
        assert form is not None
        found += of_form(form, whole)
    try:
        found += lesson.texts(lesson.lesson(folder))
    except lesson.Unfit as fault:
        raise Failure(str(fault)) from None
    begun = language in languages(folder)  # of a language that there is not yet, the file is begun
    return whole.id, found, _held(language, lambda: fetched(folder, language)) if begun else None


def _of_screens(language: str) -> tuple[str, list["Text"], "Translation | None"]:
    from game.scenarios import phrasebook, speaking

    begun = language in speaking.spoken()
    held = _held(language, lambda: speaking.found(language)) if begun else None
    return "screens", list(phrasebook.texts()), held


def _held(language: str, fetch: Callable[[], tuple[str, bytes]]) -> "Translation":
    from game.scenarios.languages import NoTranslation, read
    from game.scenarios.loaded import NoSuchLanguage

    try:
        return read(*fetch())
    except NoSuchLanguage as fault:
        raise click.BadParameter(f"{fault}.") from None
    except NoTranslation as fault:
        raise Failure(
            phrase("The translation '{language}' cannot be read: {why}.", language=language, why=fault)
        ) from None


def _fitting(held: "Translation", words: Mapping[str, str], forms: "Plurals") -> Mapping[str, str]:
    """By id what a translation holds and still fits."""
    from game.scenarios.languages import why_not

    return {id_: each.translation for id_, each in held.entries.items() if why_not(id_, each, words, forms) is None}
