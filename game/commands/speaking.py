"""The language that was asked for: on the command line, or in the settings."""

from pathlib import Path

import click

from game.phrases import phrase


def speak(language: str) -> None:
    """Let the screens speak a language. One that there is not, or that cannot be read, is a wrong use."""
    from game.scenarios.languages import NoTranslation
    from game.scenarios.loaded import NoSuchLanguage
    from game.scenarios.speaking import speak

    try:
        speak(language)
    except NoSuchLanguage as fault:
        raise click.BadParameter(f"{fault}.") from None
    except NoTranslation as fault:
        says = phrase("the translation of the screens in '{name}' cannot be read: {why}.", name=language, why=fault)
        raise click.BadParameter(says) from None


def speak_as_set() -> None:
    """Let the screens speak the language of the settings; what is wrong with it is said, and English spoken."""
    from game.settings import read

    if language := read()[0].language:
        from game.scenarios import speaking
        from game.speech.gate import clean

        if fault := speaking.speak_as_set(language):
            click.echo(clean(fault, 400), err=True)


language_of_pages = click.option(
    "--language", default="", help="The language of the words, where another than in the settings."
)
"""For a command that writes pages, pictures or papers."""


def of_scenario(language: str, folder: Path) -> str:
    """Let the screens speak a language where they do, and give it where the scenario does; else the empty text.

    One of the two is enough; a language that neither has is a wrong use. Where none is named, it is the one that is
    spoken already.
    """
    from game import phrases
    from game.scenarios import languages, speaking

    has = (language or phrases.language()) in languages.languages(folder)
    if not language:
        return phrases.language() if has else ""
    if language in speaking.spoken() or not has:
        speak(language)
    else:
        phrases.speak({}, language=language)  # what is written says in which language it is
    return language if has else ""
