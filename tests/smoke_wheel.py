"""Install a built wheel in a fresh environment and play with it there, as someone would who has only the wheel.

    python tests/smoke_wheel.py dist/see_and_count-0.1.0-py3-none-any.whl

`make smoke` builds the wheel and runs this. Everything happens in a temporary folder: the environment, an empty folder
to start from, and the kept games (`SEE_AND_COUNT_HOME`).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINES = 1_500
"""More answers than the longest game asks for, and few enough to wait in any system's pipe (3,000 bytes)."""
PATIENCE = 180
"""Seconds after which a program that has not ended is taken to hang."""


class Broken(Exception):
    """The wheel does not do what it should; the text says what was seen."""


class Installed:
    """The wheel in an environment of its own, and a place to run its programs from."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        self.scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
        self.away = folder / "empty"
        self.home = folder / "home"
        self.away.mkdir()
        self.environ = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "SEE_AND_COUNT", "VIRTUAL"))
        }
        self.environ["SEE_AND_COUNT_HOME"] = str(self.home)
        subprocess.run([sys.executable, "-m", "venv", folder / "environment"], check=True)
        pip = [self.python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq"]
        subprocess.run([*pip, "-c", ROOT / "constraints.txt", wheel], check=True, cwd=self.away)

    @property
    def python(self) -> str:
        return str(self.scripts / "python")

    @property
    def program(self) -> str:
        return str(self.scripts / "see-and-count")

    def run(self, *command: str) -> str:
        """Run a command to its end without input and return what it printed."""
        done = subprocess.run(
            command,
            cwd=self.away,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        if done.returncode != 0 or "Traceback" in done.stderr:
            raise Broken(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout


def the_version_is_that_of_the_wheel(game: Installed, wheel: Path) -> None:
    version = wheel.name.split("-")[1]
    for command in ([game.program], [game.python, "-m", "game"]):
        said = game.run(*command, "--version")
        if version not in said:
            raise Broken(f"--version says {said!r}, and the wheel is {wheel.name}")


def the_dialogues_are_inside_and_clean(game: Installed) -> None:
    where = "import game, pathlib; print(pathlib.Path(game.__file__).parent / '_data' / 'dialogues')"
    dialogues = game.run(game.python, "-c", where).strip()
    if not dialogues.startswith(str(game.scripts.parent)):
        raise Broken(f"the game was imported from {dialogues}, which is not the new environment")
    game.run(game.program, "check", dialogues)
    report = json.loads(game.run(game.program, "check", dialogues, "--json"))
    if not report["ok"] or not report["files"]:
        raise Broken(f"check --json says {report}")


def the_title_screen_opens_and_leaves_the_terminal_as_it_was(game: Installed) -> None:
    if os.name == "nt":
        return
    import pexpect

    screen = pexpect.spawn(
        game.program,
        cwd=str(game.away),
        env={**game.environ, "TERM": "xterm-256color"},
        dimensions=(24, 80),
        timeout=30,
        encoding="utf-8",
        codec_errors="replace",
    )
    try:
        screen.expect_exact("New game")
        time.sleep(0.5)
        screen.sendcontrol("q")
        screen.expect(pexpect.EOF)
    except pexpect.ExceptionPexpect as error:
        raise Broken(f"the title screen did not come, or did not go:\n{error}") from error
    screen.close()
    if screen.exitstatus != 0:
        raise Broken(f"the title screen ended with {screen.exitstatus}, signal {screen.signalstatus}")
    if "\x1b[?1049l" not in screen.before:
        raise Broken("the title screen left the terminal in its alternate screen")


def a_game_ends_by_choosing_one_again_and_again(game: Installed, side: str) -> None:
    """The first choice until the talks are over, and then the word that leaves."""
    told = game.away.parent / f"told-{side}.txt"
    command = [game.program, "play", "--plain", "--as", side, "--seed", "1"]
    with told.open("wb") as output:
        playing = subprocess.Popen(
            command, cwd=game.away, env=game.environ, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT
        )
        assert playing.stdin
        playing.stdin.write(b"1\n" * LINES + b"quit\n")
        playing.stdin.flush()
        try:
            code: int | str = playing.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            playing.kill()
            playing.wait()
            code = f"no end after {LINES} answers or {PATIENCE} s"
        with suppress(OSError):  # of what it had no need to read
            playing.stdin.close()
    text = told.read_bytes().decode("utf-8")
    if code != 0 or "Traceback" in text:
        raise Broken(f"{' '.join(command)}: {code}. Its last words:\n{text[-2_000:]}")
    if "\x1b" in text or "\r" in text.replace("\r\n", "\n"):
        raise Broken("plain mode wrote an escape sequence or a carriage return")
    if "The result:" not in text:
        raise Broken(f"the talks did not come to their end in {LINES} answers. The last words:\n{text[-2_000:]}")
    if text.count("\n") < 40:
        raise Broken(f"a whole game in so few lines?\n{text}")


def the_games_were_kept(game: Installed) -> None:
    if not game.run(game.program, "games").strip():
        raise Broken("see-and-count games lists nothing after two games")
    if not any(game.home.rglob("*")):
        raise Broken(f"nothing was kept in SEE_AND_COUNT_HOME ({game.home})")
    if strays := list(game.away.iterdir()):
        raise Broken(f"the game left {strays} in the folder it was started from")


def main(wheel: Path) -> int:
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="see-and-count-", ignore_cleanup_errors=True) as folder:
        game = Installed(wheel.resolve(), Path(folder).resolve())
        steps = [
            ("the version is that of the wheel", lambda: the_version_is_that_of_the_wheel(game, wheel)),
            ("the dialogues are inside and clean", lambda: the_dialogues_are_inside_and_clean(game)),
            ("the title screen opens and goes", lambda: the_title_screen_opens_and_leaves_the_terminal_as_it_was(game)),
            ("an American game comes to its end", lambda: a_game_ends_by_choosing_one_again_and_again(game, "us")),
            ("a Soviet game comes to its end", lambda: a_game_ends_by_choosing_one_again_and_again(game, "ussr")),
            ("both games were kept", lambda: the_games_were_kept(game)),
        ]
        for name, step in steps:
            try:
                step()
            except (Broken, subprocess.SubprocessError, ValueError, LookupError) as error:
                print(f"BROKEN  {name}\n{error}", file=sys.stderr)
                return 1
            print(f"ok  {name}", flush=True)
    print(f"{wheel.name} works ({time.monotonic() - started:.0f} s)")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/smoke_wheel.py WHEEL")
    sys.exit(main(Path(sys.argv[1])))
