"""A scenario in another language: its words replaced by those of a translation, as far as there are any.

A translation lies in the scenario's folder, `languages/de.po` or `languages/de.csv`, as `strings` wrote it. What is
not translated, or was translated from other words than now stand there, is said in the scenario's own.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from game import limits
from game.engine.scenario import Scenario
from game.phrases import phrase
from game.scenarios import gettext_po, strings
from game.scenarios.definitions import advising, writing
from game.scenarios.findings import Finding, finding
from game.scenarios.gettext_po import Translation
from game.scenarios.loaded import NoSuchLanguage
from game.scenarios.plurals import ENGLISH, Plurals, names_number
from game.speech.gate import clean

FOLDER = "languages"
ENDINGS = (".po", ".csv")

KEPT = "language"
"""By this name, with its ending, the translation that is played stands among the files of a game."""


class NoTranslation(ValueError):
    """A file is no translation."""

    def __init__(self, line: int, why: str) -> None:
        """Say where, counted from 1, and why."""
        super().__init__(phrase("line {line}: {why}", line=line, why=why))
        self.line, self.why = line, why


def languages(folder: Path) -> list[str]:
    """The languages in which a scenario can be played beside its own."""
    there = folder / FOLDER
    names = [each.stem for each in there.iterdir() if each.suffix in ENDINGS] if there.is_dir() else []
    return sorted(dict.fromkeys(names))


def fetched(folder: Path, language: str) -> tuple[str, bytes]:
    """The name under which a translation is kept with a game, and its bytes. Raises `NoSuchLanguage`, `OSError`."""
    if limits.IDENTIFIER.fullmatch(language.lower().replace("_", "-")):
        for ending in ENDINGS:
            if (path := folder / FOLDER / f"{language}{ending}").is_file():
                with path.open("rb") as file:
                    return f"{KEPT}{ending}", file.read(limits.TRANSLATION_BYTES + 1)
    raise NoSuchLanguage(language, languages(folder))


def read(name: str, data: bytes) -> Translation:
    """What a file of translations holds. Raises `NoTranslation`."""
    if len(data) > limits.TRANSLATION_BYTES:
        raise NoTranslation(1, phrase("it has more than {limit} bytes", limit=f"{limits.TRANSLATION_BYTES:,}"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise NoTranslation(data.count(b"\n", 0, fault.start) + 1, phrase("it is not UTF-8")) from None
    try:
        return gettext_po.read(text) if is_po(name) else Translation(strings.from_csv(text), None)
    except gettext_po.NotPo as fault:
        raise NoTranslation(fault.line, fault.why) from None
    except (ValueError, csv.Error) as fault:
        raise NoTranslation(1, str(fault)) from None


def is_kept_translation(name: str) -> bool:
    """Whether a file of a game is the translation in which it is played."""
    return PurePosixPath(name).stem == KEPT and PurePosixPath(name).suffix in ENDINGS


def is_po(name: str) -> bool:
    """Whether a file is PO; else it is CSV."""
    return PurePosixPath(name).suffix == ".po"


def why_not(id_: str, entry: strings.Entry, words: Mapping[str, str], forms: Plurals = ENGLISH) -> str | None:
    """Why a translation cannot stand for a text; None where it can. A form of one number need not name it."""
    if id_ not in words or not strings.is_words(id_):
        return phrase("is the id of no text")
    if words[id_] != entry.original:
        return phrase("was translated from other words than now stand there")
    free = "" if names_number(id_, forms) else "{number}"
    if _slots(entry.original, free) != _slots(entry.translation, free):
        return phrase("has other slots than its text")
    if clean(entry.translation, limits.TEXT, lines=True) != entry.translation:
        return phrase("holds a character that cannot be seen, or is too long")
    return None


def _slots(text: str, free: str) -> list[str]:
    return sorted(slot for slot in strings.SLOT.findall(text) if slot != free)


def translated(scenario: Scenario, name: str, data: bytes) -> Scenario:
    """A scenario in the words of a translation; its rules stay as they are. Raises `NoTranslation`."""
    words, own = dict(scenario.words), strings.of_form_id(scenario.form)
    for id_, entry in read(name, data).entries.items():
        if why_not(id_ := id_.removeprefix(own), entry, scenario.words) is None:
            words[id_] = entry.translation
    return replace(scenario, words=words)


def look_at_translation(name: str, data: bytes, words: Mapping[str, str]) -> Iterator[Finding]:
    """What is to be said about a translation."""
    try:
        found = read(name, data).entries
    except NoTranslation as fault:
        yield finding(writing.NO_TRANSLATION, name, {"why": fault.why}, (fault.line, 1))
        return
    for id_, entry in found.items():
        if why := why_not(id_, entry, words):
            yield finding(advising.STALE_TRANSLATION, name, {"name": id_, "what": why}, (entry.line, 1))
