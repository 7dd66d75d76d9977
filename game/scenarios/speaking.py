"""The language of the screens: a translation of the program's own phrases, fetched and spoken.

It lies in the folder languages, `de.po` or `de.csv`, beside the kept games, or among the assets that are shipped.
"""

from pathlib import Path

from game import phrases, places
from game.phrases import IDS
from game.scenarios.languages import NoTranslation, fetched, languages, read, why_not
from game.scenarios.loaded import NoSuchLanguage
from game.scenarios.plurals import plurals

OWN = ("", phrases.ENGLISH)
"""Names of the language in which the program is written."""


def folders() -> tuple[Path, ...]:
    """Where translations of the screens are looked for, one after the other."""
    return places.home(), places.data("assets")


def spoken() -> list[str]:
    """The languages that the screens speak beside English."""
    return sorted({name for folder in folders() for name in languages(folder)})


def found(language: str) -> tuple[str, bytes]:
    """The name and the bytes of a translation of the screens. Raises `NoSuchLanguage` and `OSError`."""
    for folder in folders():
        if language in languages(folder):
            return fetched(folder, language)
    raise NoSuchLanguage(language, spoken())


def speak(language: str) -> None:
    """Speak a language from here on. Raises `NoSuchLanguage`, `NoTranslation` and `OSError`, and speaks as before."""
    if language in OWN:
        phrases.speak({})
        return
    held = read(*found(language))
    forms = held.forms or plurals(language)
    said = {
        id_: entry.translation
        for id_, entry in held.entries.items()
        if id_.startswith(IDS) and why_not(id_, entry, {id_: entry.original}, forms) is None
    }
    phrases.speak(said, forms.of, language)


def speak_as_set(language: str) -> str:
    """Speak the language of the settings, where no other was named before. Gives what is wrong with it, as a sentence.

    Then everything is said as before; the empty text where nothing is wrong.
    """
    if language in OWN or phrases.language() != phrases.ENGLISH:
        return ""
    try:
        speak(language)
    except (NoSuchLanguage, NoTranslation, OSError) as fault:
        return phrases.phrase("Settings: {why}.", why=fault)
    return ""
