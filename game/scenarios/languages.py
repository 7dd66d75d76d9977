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
from game.scenarios import digests, gettext_po, strings
from game.scenarios.definitions import advising, writing
from game.scenarios.findings import Finding, finding
from game.scenarios.loaded import NoSuchLanguage
from game.speech.gate import clean

FOLDER = "languages"
ENDINGS = (".po", ".csv")

KEPT = "language"
"""By this name, with its ending, the translation that is played stands among the files of a game."""


class NoTranslation(ValueError):
    """A file is no translation."""

    def __init__(self, line: int, why: str) -> None:
        """Say where, counted from 1, and why."""
        super().__init__(f"line {line}: {why}")
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


def entries(name: str, data: bytes) -> Mapping[str, strings.Entry]:
    """By id what a translation holds. Raises `NoTranslation`."""
    if len(data) > limits.TRANSLATION_BYTES:
        raise NoTranslation(1, f"it has more than {limits.TRANSLATION_BYTES:,} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise NoTranslation(data.count(b"\n", 0, fault.start) + 1, "it is not UTF-8") from None
    try:
        return gettext_po.read(text) if PurePosixPath(name).suffix == ".po" else strings.from_csv(text)
    except gettext_po.NotPo as fault:
        raise NoTranslation(fault.line, fault.why) from None
    except (ValueError, csv.Error) as fault:
        raise NoTranslation(1, str(fault)) from None


def why_not(id_: str, entry: strings.Entry, words: Mapping[str, str]) -> str | None:
    """Why a translation cannot stand for a text; None where it can."""
    if id_ not in words or not strings.is_words(id_):
        return "is the id of no text"
    if words[id_] != entry.original:
        return "was translated from other words than now stand there"
    if sorted(strings.SLOT.findall(entry.original)) != sorted(strings.SLOT.findall(entry.translation)):
        return "has other slots than its text"
    if clean(entry.translation, limits.TEXT, lines=True) != entry.translation:
        return "holds a character that cannot be seen, or is too long"
    return None


def translated(scenario: Scenario, name: str, data: bytes) -> Scenario:
    """A scenario in the words of a translation; its rules stay as they are. Raises `NoTranslation`."""
    words = dict(scenario.words)
    for id_, entry in entries(name, data).items():
        if why_not(id_, entry, scenario.words) is None:
            words[id_] = entry.translation
    return replace(scenario, words=words, wording=digests.wording(words))


def look_at_translation(name: str, data: bytes, words: Mapping[str, str]) -> Iterator[Finding]:
    """What is to be said about a translation."""
    try:
        found = entries(name, data)
    except NoTranslation as fault:
        yield finding(writing.NO_TRANSLATION, name, {"why": fault.why}, (fault.line, 1))
        return
    for id_, entry in found.items():
        if why := why_not(id_, entry, words):
            yield finding(advising.STALE_TRANSLATION, name, {"name": id_, "what": why}, (entry.line, 1))
