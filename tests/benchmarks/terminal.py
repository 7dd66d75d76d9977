"""How the program feels in a terminal: title card, first usable frame, keys, memory, rest; beside others.

    python -m tests.benchmarks.terminal

Each program runs in a pseudo-terminal of 120 by 40 that answers as present-day emulators do. Every piece of
output is stamped when it is read and drawn on a screen afterwards, so a time is when the screen showed the
change. The programs take turns, and the figures to trust on a shared machine are ratios to the hello of the
same run. The environment variables `POSTING` and `ELIA` may name those programs, each installed by itself.
Linux only.
"""

import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from time import monotonic, sleep

import pyte

from game.places import data

COLUMNS, ROWS = 120, 40
STARTS, KEYS, REST = 5, 40, 5.0
"""Starts of each program, keys pressed in each, and seconds without one."""
QUIET = 0.06
"""Seconds of silence that end the answer to a key."""
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y", b"\x1b[c": b"\x1b[?62;c"}
"""What a terminal is asked, and says."""
TICK = os.sysconf("SC_CLK_TCK")

HELLO = """
from textual.app import App
from textual.widgets import Input, Static
class Hello(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("Hello, table.")
        line = Input()
        line.cursor_blink = False
        yield line
Hello().run()
"""


@dataclass(frozen=True)
class Program:
    """Something to measure."""

    name: str
    command: Sequence[str]
    ready: str
    """A text that is on the screen when it can be used."""
    keys: Sequence[bytes]
    card: str = ""
    """A text that is on the screen before."""
    environment: dict[str, str] = field(default_factory=dict)


@dataclass
class Terminal:
    """A program in a terminal, and what it wrote, with the time of each piece."""

    program: Program
    pieces: list[tuple[float, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.began = monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **self.program.environment}
            # A program that was never compiled would be compiled at each start, and that is not what is measured.
            around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
            os.execvpe(self.program.command[0], list(self.program.command), {**around, **own})
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, seconds: float) -> bool:
        """Take one piece of output, if one comes in time."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.pieces.append((monotonic(), piece))
        for asked, answer in ANSWERS.items():
            if asked in piece:
                os.write(self.fd, answer)
        return bool(piece)

    def until_quiet(self, silence: float, at_most: float) -> None:
        """Read until nothing comes for a while."""
        end = monotonic() + at_most
        while monotonic() < end and self.read(silence):
            pass

    def press(self, key: bytes) -> tuple[float, int]:
        """When a key was pressed, and which piece is the first after it."""
        first = len(self.pieces)
        at = monotonic()
        os.write(self.fd, key)
        self.read(1.0)
        self.until_quiet(QUIET, 2.0)
        return at, first

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> float:
        """MiB in memory now."""
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        """End it, whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


class Screen:
    """What the pieces of a terminal show, one after the other."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)

    def feed(self, piece: bytes) -> None:
        # What pyte takes for other sequences: the keyboard protocol, and questions with a dollar.
        self.stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[u]|\x1b\[\?[0-9;]*\$p", b"", piece))

    def shows(self, text: str) -> bool:
        return any(text in row for row in self.screen.display)

    def cells(self) -> list[object]:
        return [
            (cell.data, cell.fg, cell.bg, cell.reverse)
            for row in range(ROWS)
            for cell in (self.screen.buffer[row][column] for column in range(COLUMNS))
        ] + [self.screen.cursor.x, self.screen.cursor.y]


@dataclass
class Figures:
    """What was measured of a program."""

    card: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    start_cpu: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    memory: float = 0.0
    rest_cpu: float = 0.0
    rest_bytes: int = 0


def start(program: Program, figures: Figures | None) -> Terminal:
    """Start a program and wait until it can be used."""
    terminal, screen = Terminal(program), Screen()
    card = ready = 0.0
    drawn, patience = 0, monotonic() + 60
    while not ready and monotonic() < patience:
        terminal.until_quiet(1.0, 10.0)
        for at, piece in terminal.pieces[drawn:]:
            screen.feed(piece)
            card = card or (at if program.card and screen.shows(program.card) else 0.0)
            ready = ready or (at if screen.shows(program.ready) else 0.0)
        drawn = len(terminal.pieces)
    if not ready:
        terminal.end()
        raise SystemExit(f"{program.name} did not show {program.ready!r}:\n" + "\n".join(screen.screen.display))
    if figures is not None:
        figures.ready.append(1000 * (ready - terminal.began))
        figures.start_cpu.append(1000 * terminal.cpu())
        if card:
            figures.card.append(1000 * (card - terminal.began))
    return terminal


def use(program: Program, figures: Figures) -> None:
    """Press keys, look at the memory, and leave it in peace."""
    terminal = start(program, None)
    sleep(1.0)
    terminal.until_quiet(0.3, 3.0)
    pressed = [terminal.press(program.keys[number % len(program.keys)]) for number in range(KEYS)]
    figures.memory = terminal.memory()
    terminal.until_quiet(0.5, 3.0)
    before, count = terminal.cpu(), len(terminal.pieces)
    terminal.until_quiet(REST, REST)
    figures.rest_cpu = 100 * (terminal.cpu() - before) / REST
    figures.rest_bytes = sum(len(piece) for _, piece in terminal.pieces[count:])
    pieces = list(terminal.pieces)
    terminal.end()
    _latencies(pieces, pressed, figures)


def _latencies(pieces: list[tuple[float, bytes]], pressed: list[tuple[float, int]], figures: Figures) -> None:
    screen = Screen()
    for _, piece in pieces[: pressed[0][1]]:
        screen.feed(piece)
    for number, (at, first) in enumerate(pressed):
        last = pressed[number + 1][1] if number + 1 < len(pressed) else len(pieces)
        before, seen = screen.cells(), 0.0
        for when, piece in pieces[first:last]:
            screen.feed(piece)
            if not seen and screen.cells() != before:
                seen = when
        if seen:
            figures.key.append(1000 * (seen - at))
            figures.bytes.append(sum(len(piece) for _, piece in pieces[first:last]))


AT_TABLE = "say it in your own words"
"""A text that is on the table alone."""

LOOP = "label: Let it stand\n        repeat: freely\n        goto: "
EACH = "minutes: {assert: 4, offer: 6, procedure: 2, pass: 2, propose: 8, accept: 4, refuse: 4, recess: 25}"
ONE = "minutes: {assert: 1, ask: 1, deflect: 1, offer: 1, press: 1, procedure: 1, rebut: 1}"


def kept_game(home: Path, turns: int) -> str:
    """A kept game of so many turns or one more, and its name: two villages that let it stand, and let it stand."""
    from game.records.journal import Journal
    from game.scenarios.load import load_files
    from game.session import HUMAN, Session
    from tests.small_scenario import small_files

    files = small_files(
        ("scenario.yaml", "talk: 60", "talk: 1440"),
        ("scenario.yaml", EACH, ONE),
        ("topics/well.yaml", f"{LOOP}floor", f"{LOOP}denied"),
    )
    scenario = load_files(files).scenario
    assert scenario is not None
    with Journal(home / "games.sqlite3") as journal:
        session = Session.begin(scenario, (HUMAN, HUMAN), seed=1, keep=journal, files=files)
        for _ in range(turns + 100):
            moves = [move.text for move in session.view(session.turn).moves]
            if session.count >= turns and session.turn == 0 and len(moves) > 1:
                break
            wanted = (move for move in moves if move == "open well" or move.endswith((".dry", ".move-on", ".so-be-it")))
            session.play(next(wanted, moves[0]))
        assert session.count >= turns
        people = Session.follow(scenario, session.record, keep=journal, files=files, seats=(HUMAN, "by-the-record"))
        return people.game


def kept_meeting(home: Path) -> str:
    """A kept game of the shipped meeting in its middle, and its name."""
    from game.records.files import read_game
    from game.records.journal import Journal
    from game.scenarios.load import load
    from game.session import HUMAN, Session

    folder = data("dialogues") / "new-york-1962"
    loaded = load(folder)
    assert loaded.scenario is not None
    record = read_game((folder / "games" / "a-trade.yaml").read_bytes())
    seats = (HUMAN, "conceder")
    with Journal(home / "games.sqlite3") as journal:
        return Session.follow(loaded.scenario, record, keep=journal, files=loaded.files, at=21, seats=seats).game


def programs(home: Path) -> list[Program]:
    """Ours, beside a hello and whatever else is named."""
    down, up, letters = b"\x1b[B", b"\x1b[A", (b"a", b"b", b"c")
    own = {"SEE_AND_COUNT_HOME": str(home), "NO_COLOR": ""}
    game = [sys.executable, "-c", "from game.__main__ import main; main()"]  # as the installed command does
    found = [
        Program("hello", [sys.executable, "-c", HELLO], "Hello, table.", letters),
        Program("python", [sys.executable, "-c", "print('Hello, table.'); input()"], "Hello, table.", letters),
        Program("title", game, "How to play", (down, up), "A negotiation you play by talking", own),
        Program("turn 1", [*game, "resume", kept_game(home, 1)], AT_TABLE, (down, up), environment=own),
        Program("turn 1,000", [*game, "resume", kept_game(home, 1000)], AT_TABLE, (down, up), environment=own),
        Program("the meeting", [*game, "resume", kept_meeting(home)], AT_TABLE, (down, up), environment=own),
    ]
    for name, ready in (("posting", "Collection"), ("elia", "Elia")):
        if path := os.environ.get(name.upper()):
            found.append(Program(name, [path], ready, letters))
    return found


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = programs(Path(folder))
        figures = {each.name: Figures() for each in wanted}
        for number in range(STARTS + 1):
            for each in wanted:  # the first round warms the disk's cache
                start(each, figures[each.name] if number else None).end()
        for each in wanted:
            use(each, figures[each.name])
    table(figures)


def table(figures: dict[str, Figures]) -> None:
    """Best and median times in milliseconds; the median beside hello's."""
    hello = figures["hello"]
    columns: list[tuple[str, Callable[[Figures], str]]] = [
        ("card", lambda f: f"{min(f.card):.0f}/{statistics.median(f.card):.0f}" if f.card else "-"),
        ("ready", lambda f: f"{min(f.ready):.0f}/{statistics.median(f.ready):.0f}"),
        ("x hello", lambda f: f"{min(f.ready) / min(hello.ready):.2f}/{_ratio(f.ready, hello.ready)}"),
        ("start CPU", lambda f: f"{min(f.start_cpu):.0f}"),
        ("key", lambda f: f"{min(f.key):.1f}/{statistics.median(f.key):.1f}/{_late(f.key):.1f}" if f.key else "-"),
        ("x hello", lambda f: _ratio(f.key, hello.key)),
        ("bytes/key", lambda f: f"{statistics.median(f.bytes):,.0f}" if f.bytes else "-"),
        ("MiB", lambda f: f"{f.memory:.0f}"),
        ("rest CPU %", lambda f: f"{f.rest_cpu:.1f}"),
        ("rest bytes", lambda f: f"{f.rest_bytes}"),
    ]
    print(f"{'':12}" + "".join(f"{title:>15}" for title, _ in columns))
    for name, each in figures.items():
        print(f"{name:12}" + "".join(f"{say(each):>15}" for _, say in columns))
    print("Times in ms: best/median, of keys best/median/95th. 'x hello' is best/median of starts, median of keys.")


def _ratio(mine: Sequence[float], hello: Sequence[float]) -> str:
    return f"{statistics.median(mine) / statistics.median(hello):.2f}" if mine and hello else "-"


def _late(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


if __name__ == "__main__":
    main()
