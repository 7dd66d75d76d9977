"""How long leaving takes: seconds from a key, a signal or a terminal that closes to the end of the program.

    python -m tests.benchmarks.leaving [ROUNDS]

Each time a kept game of the shipped meeting is on the table. The terminal must be as it was found, and the game must be
kept; a program that hangs must leave as well. A pause is from ctrl+z until it has stopped, and from SIGCONT until the
table is drawn again. Linux only.
"""

import os
import signal
import statistics
import sys
import tempfile
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from game.records.journal import Journal
from tests.benchmarks.terminal import AT_TABLE, Program, Screen, Terminal, kept_meeting

LEFT = b"\x1b[?1049l"
"""Back from the other screen."""
HANGS = "import sys, time; from game.tui.app import SeeAndCount, run; from game.tui.options import Options; "
HANGS += "SeeAndCount.action_lamp = lambda self: time.sleep(600); run(Options(game=sys.argv[1]))"
LIMIT = 60.0

Way = Callable[[Terminal], object]


def killed(number: int) -> Way:
    return lambda terminal: os.kill(terminal.pid, number)


def closed(terminal: Terminal) -> None:
    os.close(terminal.fd)


WAYS: dict[str, Way] = {
    "q": lambda terminal: os.write(terminal.fd, b"q"),
    "ctrl+q": lambda terminal: os.write(terminal.fd, b"\x11"),
    "SIGINT": killed(signal.SIGINT),
    "SIGTERM": killed(signal.SIGTERM),
    "SIGHUP": killed(signal.SIGHUP),
    "closed terminal": closed,
}


def at_the_table(command: list[str], home: Path) -> tuple[Terminal, list[object]]:
    """A program at the table, and its terminal as it was found."""
    program = Program("game", command, AT_TABLE, (), environment={"SEE_AND_COUNT_HOME": str(home), "NO_COLOR": ""})
    terminal = Terminal(program)
    found = termios.tcgetattr(terminal.fd)
    until_it_shows(terminal, AT_TABLE)
    return terminal, found


def until_it_shows(terminal: Terminal, text: str) -> None:
    screen, end = Screen(), monotonic() + LIMIT
    while monotonic() < end:
        count = len(terminal.pieces)
        terminal.read(1.0)
        for _, piece in terminal.pieces[count:]:
            screen.feed(piece)
        if screen.shows(text):
            terminal.until_quiet(0.3, 3.0)
            return
    raise SystemExit(f"the program did not show {text!r}")


def ended(terminal: Terminal, options: int = 0) -> tuple[float, int]:
    """When the program had ended, or stopped, and how; what it writes meanwhile is read."""
    end = monotonic() + LIMIT
    while monotonic() < end:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG | options)
        if pid:
            return monotonic(), status
        with suppress(OSError, ValueError):  # it may have been closed
            terminal.read(0.005)
    raise SystemExit("the program did not end")


def left(command: list[str], home: Path, way: Way, *, hang: bool = False) -> float:
    """Leave once. Gives seconds; raises where the terminal is not as it was."""
    terminal, found = at_the_table(command, home)
    if hang:
        os.write(terminal.fd, b"\x1bOQ")
        terminal.until_quiet(0.5, 1.0)
    # Held open, so that the terminal can be asked when the program has gone.
    held = [] if way is closed else [os.open(f"/proc/{terminal.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)]
    at = monotonic()
    way(terminal)
    then, _ = ended(terminal)
    if way is not closed:
        terminal.read(0.05)
        assert termios.tcgetattr(terminal.fd) == found, "the terminal is not as it was"
        assert LEFT in b"".join(piece for _, piece in terminal.pieces), "the other screen is still there"
        os.close(terminal.fd)
    for each in held:
        os.close(each)
    return then - at


def paused(command: list[str], home: Path) -> tuple[float, float]:
    """Pause and come back. Gives seconds of each."""
    terminal, found = at_the_table(command, home)
    at = monotonic()
    os.write(terminal.fd, b"\x1a")
    stopped, status = ended(terminal, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert termios.tcgetattr(terminal.fd) == found
    terminal.pieces.clear()
    again = monotonic()
    os.kill(terminal.pid, signal.SIGCONT)
    until_it_shows(terminal, AT_TABLE)
    drawn = terminal.pieces[-1][0]
    terminal.end()
    return stopped - at, drawn - again


def main() -> None:
    """Leave in every way, and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        game = kept_meeting(home)
        command = [sys.executable, "-m", "game", "resume", game]
        print(f"{'':24}{'median':>8}{'most':>8}   seconds, of {rounds}")
        for name, way in WAYS.items():
            say(name, [left(command, home, way) for _ in range(rounds)])
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            hangs = [sys.executable, "-c", HANGS, game]
            say(f"{name} while it hangs", [left(hangs, home, WAYS[name], hang=True) for _ in range(rounds)])
        pauses = [paused(command, home) for _ in range(rounds)]
        say("ctrl+z", [out for out, _ in pauses])
        say("and back", [back for _, back in pauses])
        with Journal(home / "games.sqlite3") as journal:
            assert journal.game(game).record.rows, "the game is not kept"


def say(name: str, seconds: list[float]) -> None:
    """One row."""
    print(f"{name:24}{statistics.median(seconds):8.2f}{max(seconds):8.2f}")


if __name__ == "__main__":
    main()
