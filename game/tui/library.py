"""Where the screens get scenarios and games: what can be played, what is kept, and a session of either.

What is slow to import is imported when it is first asked for, scenarios are read in a process of their own,
and every question but `heads` may be asked in another thread.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from game import phrases
from game.phrases import phrase
from game.places import data, games
from game.scenarios.heads import Head, heads
from game.speech.gate import clean

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.sides import Side
    from game.records.journal import Journal, Summary
    from game.records.record import Record
    from game.scenarios.loaded import Loaded
    from game.session import Session
    from game.tui.recording import Recording


TEXT = 100_000
"""Characters of one text."""

AS_RECORDED = "as-recorded"
"""The file of the recorded game that is watched first."""


class Unplayable(Exception):
    """Something cannot be played: one clear sentence."""


class Delegation(NamedTuple):
    """A side as it is introduced before a game."""

    id: str
    title: str
    people: tuple[tuple[str, str], ...]
    """Name and role of each."""
    brief: str
    """Confidential, in Markdown: shown to whoever sits down on this side."""


class Edition(NamedTuple):
    """A scenario that was read before the screen was there: in a form, or in a translation."""

    loaded: "Loaded"
    language: str
    """The empty text for the scenario's own."""


class Playbill(NamedTuple):
    """A scenario as it is introduced before a game."""

    name: str
    """By what the library finds it again."""
    title: str
    place: str
    date: str
    begins: str
    about: str
    delegations: tuple[Delegation, Delegation]
    counterparts: tuple[str, ...]
    """Who can play the other side, by name, the gentlest first."""


class Library(Protocol):
    """What the screens ask for."""

    def heads(self) -> Sequence[Head]:
        """Titles of the scenarios there are. Quick."""
        ...

    def playbill(self, name: str) -> Playbill:
        """A scenario by its id or folder. Raises `Unplayable`."""
        ...

    def begin(self, name: str, seats: tuple[str, str], seed: int) -> "Session":
        """Begin a game of it. Raises `Unplayable` and `RecordError`."""
        ...

    def follow(self, path: Path) -> "Session":
        """Begin a game with the moves of a game file. Raises `Unplayable` and `RecordError`."""
        ...

    def recorded(self, name: str) -> "Recording":
        """The recorded game of a scenario that is there to be watched. Raises `Unplayable` and `RecordError`."""
        ...

    def kept(self) -> Sequence["Summary"]:
        """The kept games, the one played last first. Raises `RecordError`."""
        ...

    def resume(self, game: str, *, at: int | None = None) -> "Session":
        """Go on with a kept game; with `at`, from so many of its moves, as a new game. Raises `RecordError`."""
        ...


@dataclass
class Shelves:
    """The library of this machine: shipped scenarios, folders by path, and the journal."""

    path: Path = field(default_factory=games)
    """The journal's file."""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    """By the name of a scenario, how it is played here."""

    def __post_init__(self) -> None:
        """Nothing is opened yet."""
        self._read = lru_cache(maxsize=2)(_load)
        self._journal: Journal | None = None

    def _loaded(self, name: str) -> tuple["Scenario", "Loaded"]:
        edition = self.editions.get(name)
        if edition is None or edition.loaded.scenario is None:
            return self._read(name)
        return edition.loaded.scenario, edition.loaded

    @property
    def journal(self) -> "Journal":
        """The kept games."""
        from game.records.journal import Journal

        if self._journal is None:
            self._journal = Journal(self.path)
        return self._journal

    def heads(self) -> Sequence[Head]:
        """Titles of the shipped scenarios; none where they are missing, which is said when one is asked for."""
        try:
            return heads(data("dialogues"))
        except FileNotFoundError:
            return []

    def playbill(self, name: str) -> Playbill:
        """A scenario by its id or folder."""
        return playbill(name, self._loaded(name)[0])

    def begin(self, name: str, seats: tuple[str, str], seed: int) -> "Session":
        """Begin a game."""
        from game.session import Session

        scenario, loaded = self._loaded(name)
        edition = self.editions.get(name)
        language = (edition.language or phrases.ENGLISH) if edition else _language(loaded)
        return Session.begin(scenario, seats, seed=seed, keep=self.journal, files=loaded.files, language=language)

    def follow(self, path: Path) -> "Session":
        """Begin a game with the moves of a game file."""
        from game.records.files import read_game
        from game.session import Session

        record = read_game(path.read_bytes())
        beside = path.resolve().parent.parent
        name = str(beside) if (beside / "scenario.yaml").is_file() else record.header.scenario
        scenario, loaded = self._read(name)
        return Session.follow(scenario, record, keep=self.journal, files=loaded.files)

    def recorded(self, name: str) -> "Recording":
        """The first of the games beside a scenario, or the one as it was recorded."""
        from game.records.files import read_game

        scenario, _ = self._read(name)
        folder = (Path(name) if (Path(name) / "scenario.yaml").is_file() else data("dialogues") / name) / "games"
        paths = sorted(folder.glob("*.yaml"), key=lambda path: (path.stem != AS_RECORDED, path.stem))
        if not paths:
            raise Unplayable(phrase("No game of '{name}' was recorded.", name=clean(name, 80)))
        return recording(scenario, read_game(paths[0].read_bytes()))

    def kept(self) -> Sequence["Summary"]:
        """The kept games."""
        return self.journal.games()

    def resume(self, game: str, *, at: int | None = None) -> "Session":
        """Go on with a kept game."""
        from game.scenarios import apart
        from game.session import Session

        return Session.resume(game, self.journal, at=at, loader=apart.load_files)


def recording(scenario: "Scenario", record: "Record") -> "Recording":
    """A game as it is watched; nothing is kept of it."""
    from game.session import HUMAN, Session, Unkept
    from game.tui.recording import Recording

    comments = tuple(clean(row.comment, TEXT, lines=True) for row in record.rows if row.is_move)
    title = clean(record.title, 200) or clean(scenario.words.get("scenario:title", ""), 200)
    if record.header.knowing:
        title = phrase("{title}, played knowing both briefs", title=title)

    def at(count: int) -> Session:
        return Session.follow(scenario, record, keep=Unkept(), at=count, seats=(HUMAN, HUMAN))

    return Recording(title, comments, at)


def playbill(name: str, scenario: "Scenario") -> Playbill:
    """A scenario as it is introduced."""
    from game.engine.counterparts import SEATS

    def text(id: str) -> str:
        return clean(scenario.words.get(id, ""), TEXT, lines=True)

    def delegation(side: "Side") -> Delegation:
        people = tuple((text(f"people/{each}:name"), text(f"people/{each}:role")) for each in side.people)
        return Delegation(side.id, text(f"sides/{side.id}:title"), people, text(f"briefs/{side.id}"))

    first, second = map(delegation, scenario.sides)
    place, date, begins = text("scenario:place"), text("scenario:date"), text("scenario:begins")
    return Playbill(name, text("scenario:title"), place, date, begins, text("scenario:about"), (first, second), SEATS)


def _translation(folder: Path) -> str:
    """The language of the screens, where a scenario has it too; else the empty text."""
    if phrases.language() == phrases.ENGLISH:
        return ""
    from game.scenarios.languages import languages

    return phrases.language() if phrases.language() in languages(folder) else ""


def _language(loaded: "Loaded") -> str:
    """The language in which a scenario was loaded."""
    return phrases.language() if any(file.startswith("language.") for file in loaded.files) else phrases.ENGLISH


def _load(name: str) -> tuple["Scenario", "Loaded"]:
    from game.scenarios.apart import load

    folder = Path(name)
    if not (folder / "scenario.yaml").is_file():
        folder = data("dialogues") / name
    if not (folder / "scenario.yaml").is_file():
        shipped = ", ".join(head.id for head in heads(data("dialogues")))
        raise Unplayable(
            phrase("There is no scenario '{name}'. There are: {shipped}.", name=clean(name, 80), shipped=shipped)
        )
    loaded = load(folder, language=_translation(folder))
    if loaded.scenario is None:
        first = next(each for each in loaded.findings if each.severity == "error")
        raise Unplayable(
            phrase(
                "'{name}' cannot be played yet: {file}, line {line}: {message} See everything with: "
                "see-and-count check {folder}",
                name=clean(name, 80),
                file=first.file,
                line=first.line,
                message=clean(first.message),
                folder=clean(str(folder)),
            )
        )
    return loaded.scenario, loaded
