"""What a word on the command line names: a scenario, a side, a counterpart, a kept game or a game file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure
from game.phrases import counted, phrase

if TYPE_CHECKING:
    from game.records.journal import Journal
    from game.records.notes import Notes
    from game.records.record import Header, Record
    from game.scenarios.load import Loaded

SHIPPED = "new-york-1962"
"""The scenario that is played when none is named."""

LESSON = "lesson"
"""Its form that a class begins with."""

FIRST_STEPS = "two-drivers"
"""The scenario that teaches how to play."""


def folder_of(scenario: str) -> Path:
    """The folder of a scenario, by its path or by the name of a shipped one."""
    from game.places import data

    for folder in (Path(scenario), data("dialogues") / scenario):
        if (folder / "scenario.yaml").is_file():
            return folder
    shipped = sorted(each.parent.name for each in data("dialogues").glob("*/scenario.yaml"))
    raise click.BadParameter(
        phrase("there is no scenario '{scenario}'; there are {names}.", scenario=scenario, names=", ".join(shipped))
    )


def load_scenario(folder: Path, form: str = "", language: str = "", *, apart: bool = False) -> "Loaded":
    """A scenario without faults, read apart where a screen is to follow. One with faults is a `Failure`."""
    if apart:
        from game.scenarios.apart import load
    else:
        from game.scenarios.load import load
    from game.scenarios.loaded import NoSuchForm, NoSuchLanguage

    try:
        loaded = load(folder, form, language)
    except (NoSuchForm, NoSuchLanguage) as fault:
        raise click.BadParameter(f"{fault}.") from None
    if loaded.scenario is None:
        faults = [finding for finding in loaded.findings if finding.severity == "error"]
        raise Failure(
            counted(
                len(faults),
                "The scenario in '{folder}' has a fault, so it cannot be played. It is: {where}: {fault} See more "
                "with: see-and-count check {folder}",
                "The scenario in '{folder}' has {number} faults, so it cannot be played. The first: {where}: {fault} "
                "See more with: see-and-count check {folder}",
                folder=folder,
                where=f"{faults[0].file}:{faults[0].line}",
                fault=faults[0].message,
            )
        )
    return loaded


def load_for_class(folder: Path, form: str | None, whole: bool, language: str = "") -> "Loaded":
    """The form that is asked for; if nothing is said the lesson, where there is one, and else the whole."""
    if whole and form:
        raise click.UsageError(phrase("Say --whole or --form, not both."))
    if not whole and not form:
        try:
            return load_scenario(folder, LESSON, language)
        except click.BadParameter:
            pass  # There is no lesson; whatever else is wrong, the whole says as well.
    return load_scenario(folder, form or "", language)


def side_of(loaded: "Loaded", side: str) -> int:
    """The number of a side."""
    assert loaded.scenario is not None
    ids = [each.id for each in loaded.scenario.sides]
    if side not in ids:
        sides = phrase(" and ").join(ids)
        raise click.BadParameter(
            phrase("there is no side '{side}' here; the sides are {sides}.", side=side, sides=sides)
        )
    return ids.index(side)


def counterpart_of(name: str) -> str:
    """The name of a counterpart that there is."""
    from game.engine.counterparts import SEATS

    if name not in SEATS:
        raise click.BadParameter(
            phrase("there is no counterpart '{name}'; there are {names}.", name=name, names=", ".join(SEATS))
        )
    return name


def open_journal() -> "Journal":
    """Where games are kept."""
    from game.records.journal import Journal
    from game.settings import games as file

    return Journal(file())


def open_notes() -> "Notes":
    """Where what people wrote about games is kept: beside the games."""
    from game.places import home
    from game.records.notes import Notes

    return Notes(home() / "notes.sqlite3")


def open_game(game: str, language: str = "") -> tuple["Record", "Loaded"]:
    """A kept game or a game file, and the scenario that it belongs to."""
    return open_games([game], language)[0]


def open_games(games: Sequence[str], language: str = "") -> list[tuple["Record", "Loaded"]]:
    """Kept games and game files, each with its scenario, which is loaded once for all that have the same.

    With a language the scenario is in it, where it can be; without, a kept game has the words that were kept with it.
    """
    loaded: dict[object, Loaded] = {}
    found = []
    for game in games:
        record, same, load = _find(game, language)
        if same not in loaded:
            loaded[same] = load()
        found.append((record, loaded[same]))
    return found


def _find(game: str, language: str) -> tuple["Record", object, Callable[[], "Loaded"]]:
    """A game, what it has in common with others of the same scenario, and how that is loaded."""
    from game.commands.speaking import of_scenario

    path = Path(game)
    if not path.is_file():
        journal = open_journal()
        record = journal.game(game).record
        header = record.header
        same = header.rules, header.wording, header.form
        return record, same, lambda: _as_kept(header, journal.files(header.rules, header.wording), language)
    from game.records.files import open_game

    record = open_game(path)
    form, beside = record.header.form, path.resolve().parent.parent
    there = beside.name == record.header.scenario and (beside / "scenario.yaml").is_file()
    try:
        folder = beside if there else folder_of(record.header.scenario)
    except click.BadParameter as fault:
        where = phrase("A game file is read with the scenario in whose folder it lies: put it into its games/.")
        raise click.BadParameter(f"{fault.message} {where}") from None
    return record, (folder, form), lambda: load_scenario(folder, form, of_scenario(language, folder))


def _as_kept(header: "Header", files: Mapping[str, bytes], language: str) -> "Loaded":
    """The scenario of a kept game from the files that were kept with it, in another language where one is named."""
    from game.commands.speaking import of_scenario, speak
    from game.scenarios.languages import fetched, is_kept_translation
    from game.scenarios.load import load_files

    if language:
        try:
            folder = folder_of(header.scenario)
        except click.BadParameter:
            speak(language)  # the scenario is not here any more, so no translation of it is
        else:
            if of_scenario(language, folder):
                name, data = fetched(folder, language)
                files = {**{each: text for each, text in files.items() if not is_kept_translation(each)}, name: data}
    return load_files(files, header.form)
