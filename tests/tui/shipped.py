"""The shipped meeting on a shelf, and apps that go on with its recorded games."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from game.places import data
from game.records.files import read_game
from game.records.journal import Summary
from game.records.record import Record
from game.scenarios.heads import Head, heads
from game.scenarios.load import Loaded, load
from game.session import HUMAN, Session
from game.tui.app import SeeAndCount
from game.tui.library import Playbill, Unplayable
from game.tui.options import Options
from game.tui.pace import Pace
from tests.tui.fake import AT_ONCE, OneBook, app_of

MEETING = "new-york-1962"
AMERICANS = (HUMAN, "conceder")
SOVIETS = ("conceder", HUMAN)
BOTH = (HUMAN, HUMAN)


@lru_cache(maxsize=3)
def meeting(name: str = MEETING) -> Loaded:
    return load(data("dialogues") / name)


class Shelf(OneBook):
    """The shipped meeting, the titles beside it, and a list of games that does not change from day to day."""

    def heads(self) -> Sequence[Head]:
        return heads(data("dialogues"))

    def playbill(self, name: str) -> Playbill:
        if name == self.scenario.id:
            return super().playbill(name)
        raise Unplayable("only the meeting is played here")

    def kept(self) -> list[Summary]:
        first = Summary("bxqrst", MEETING, AMERICANS, 25, 128, False, "", "2026-11-23T18:02:00Z", "", 0)
        return [
            first,
            first._replace(name="kmpvwz", seats=SOVIETS, moves=58, over=True, played="2026-11-21T20:15:00Z"),
            first._replace(name="dfghjk", seats=BOTH, moves=12, played="2026-11-20T09:41:00Z", parent="kmpvwz", at=9),
        ]


@contextmanager
def shelved(folder: Path) -> Iterator[Shelf]:
    """A shelf that keeps its games in a folder, for as long as it is needed."""
    loaded = meeting()
    assert loaded.scenario is not None
    shelf = Shelf(folder / "games.sqlite3", loaded.scenario, dict(loaded.files))
    yield shelf
    shelf.journal.close()


def game_of(name: str, meeting: str = MEETING) -> Record:
    """A recorded game of a meeting."""
    return read_game((data("dialogues") / meeting / "games" / f"{name}.yaml").read_bytes())


def another(shelf: Shelf, name: str) -> Shelf:
    """The same shelf with another meeting on it."""
    loaded = meeting(name)
    assert loaded.scenario is not None
    shelf.scenario, shelf.files = loaded.scenario, dict(loaded.files)
    return shelf


def recorded(
    shelf: Shelf, game: str, count: int, seats: tuple[str, str] = AMERICANS, pace: Pace = AT_ONCE
) -> SeeAndCount:
    """An app that goes on with a recorded game after so many of its moves."""
    meeting = shelf.scenario.id
    session = Session.follow(
        shelf.scenario, game_of(game, meeting), keep=shelf.journal, files=shelf.files, at=count, seats=seats
    )
    return app_of(shelf, Options(game=session.game, scenario=meeting), pace)
