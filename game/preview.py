"""A scenario played while it is being written: whenever a file is saved, the game goes on at the same place.

The place is kept as the moves that were made. They are made again in the changed scenario; where one of them is no
move there any more, that is said, and the game goes on before it. Nothing is kept when it ends.
"""

import os
import queue
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

from game.engine.counterparts import counterpart
from game.engine.scenario import Scenario
from game.engine.state import State
from game.phrases import phrase
from game.plain import Lines, PlainTable, Quit
from game.records.record import FORMAT, Header, Record, Row
from game.records.replay import replay
from game.scenarios.check import check
from game.scenarios.load import Loaded, load
from game.scenarios.pages import nearest
from game.scenarios.positions import NoSuchPosition, position
from game.session import Session, Unkept

LOOKING = 0.3
"""Seconds between two looks at the files."""

Times = Mapping[str, tuple[int, int]]
"""For each file of a folder when it was written and how long it is."""


class Saved(Exception):
    """A file of the scenario was saved."""


class Wishes(NamedTuple):
    """What a preview is to begin with."""

    seats: tuple[str, str]
    at: str = ""
    """The node, `TOPIC/NODE`; the empty text for the beginning."""
    settings: tuple[str, ...] = ()
    form: str = ""
    language: str = ""
    seed: int = 0


class Watched:
    """Lines from somebody at a keyboard; while they wait, the files of a folder are looked at."""

    def __init__(self, lines_in: TextIO, look: Callable[[], Times]) -> None:
        """`look` says how the files are now."""
        self._in = lines_in
        self._look = look
        self._seen = look()
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._asked = False

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return self._in.isatty()

    def readline(self) -> str:
        """The next line. Raises `Saved` when a file was saved meanwhile; the line that was being typed is kept."""
        if not self._asked:
            self._asked = True
            # Only a line that is asked for is read, so that nothing is taken from whoever reads after us.
            threading.Thread(target=lambda: self._lines.put(self._in.readline()), daemon=True).start()
        while True:
            try:
                line = self._lines.get(timeout=LOOKING)
            except queue.Empty:
                self.look()
                continue
            try:
                self.look()
            except Saved:
                self._lines.put(line)
                raise
            self._asked = False
            return line

    def look(self) -> None:
        """Raise `Saved` where files are other than when they were looked at last."""
        now = self._look()
        if now != self._seen:
            self._seen = now
            raise Saved


def times(folder: Path) -> Times:
    """How the files of a folder are now."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            try:
                status = os.stat(path)
            except OSError:  # An editor exchanges a file for another: between the two there is none.
                continue
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


class _Table(PlainTable):
    """A game at which nothing is kept."""

    def play(self) -> int:
        """Play until the player leaves. Raises `Saved`."""
        try:
            self.sit()
        except Quit:
            return 0
        except KeyboardInterrupt:
            self.lines.say("")  # The shell begins a line of its own.
            return 0


class Preview:
    """A folder that is played while it changes."""

    def __init__(self, folder: Path, wishes: Wishes, lines_in: TextIO, out: TextIO) -> None:
        """Know what to play, and where to talk about it."""
        self.folder, self.wishes = folder, wishes
        self.watched = Watched(lines_in, lambda: times(folder))
        self.lines = Lines(self.watched, out)  # type: ignore[arg-type]  # It asks for lines and whether anybody sits there.
        self.out = out
        self.rows: tuple[Row, ...] = ()

    def play(self) -> int:
        """Play until the player leaves. Gives the exit code. Raises `NoSuchPosition` for one that there never was."""
        begun = False
        while True:
            try:
                session = self.session(begun)
                begun = True
                if session is None:
                    self.wait()
                    continue
                table = _Table(session, self.watched, self.out)  # type: ignore[arg-type]
                try:
                    return table.play()
                finally:
                    self.rows = table.session.record.rows
            except Saved:
                self.lines.say("")
                self.lines.say(phrase("[Saved: read again.]"))
            except Quit:
                return 0
            except KeyboardInterrupt:
                self.lines.say("")
                return 0

    def wait(self) -> None:
        """Wait until a file is saved. Raises `Saved` and `Quit`."""
        while self.lines.ask(phrase("Save a file, or type quit: ")) != "quit":
            pass
        raise Quit

    def session(self, begun: bool) -> Session | None:
        """The game at its place in the scenario as it is now; None where there is nothing to play."""
        loaded = load(self.folder, self.wishes.form, self.wishes.language)
        if loaded.scenario is None:
            self.lines.say(check(self.folder).text())
            return None
        try:
            begins = position(loaded.scenario, self.wishes.at, self.wishes.settings)
        except NoSuchPosition as fault:
            if not begun:
                raise
            self.lines.say(f"[The place to begin at is gone: {fault}.]")
            return None
        return self.again(loaded, loaded.scenario, begins)

    def again(self, loaded: Loaded, scenario: Scenario, begins: State) -> Session:
        """A session with the moves that were made, as far as they can be made now."""
        header = Header(
            FORMAT,
            scenario.id,
            "",
            "",
            self.wishes.language or "en",
            self.wishes.seed,
            self.wishes.seats,
            form=scenario.form,
        )
        rows = tuple(row._replace(digest="") for row in self.rows)
        replayed = replay(scenario, Record(header, rows), begins)
        if replayed.stopped is not None:
            lost = next(iter([row.move for row in rows if row.is_move][len(replayed.turns) :]), "")
            known = [move.text for move in scenario.moves]
            meant = f" {nearest(lost, known)}" if "/" in lost and lost not in known else ""
            self.lines.say(
                f"[Of {len(rows)} moves the game goes on after {len(replayed.turns)}: {replayed.stopped}.{meant}]"
            )
        return Session(scenario, "preview", header, replayed, Unkept(), counterpart)
