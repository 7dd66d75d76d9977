"""The title card: the name of the game in large letters, on the screen before anything heavy is imported.

Importing Textual takes ten times as long as starting Python. So the card is written by hand, in a few
escape codes, and the title page later draws the same letters in the same cells: nothing is seen to
change but what comes beside them. Nothing is imported here that costs a millisecond.
"""

import os
import sys

from game import terminal

NAME = "SEE AND COUNT"
SAYS = "A negotiation you play by talking"

LEFT, TOP = 12, 2
"""The cell where the letters begin, in columns and rows; the tape hangs to the left of them."""
TAPE = 9
"""Columns of the tape."""
LETTER_ROWS = 3
"""Rows of the large letters. The sentence under them stands one row lower."""

_FONT = {
    "S": (" ###", "#   ", "### ", " ###", "   #", "### "),
    "E": ("####", "#   ", "### ", "#   ", "#   ", "####"),
    "A": (" ## ", "#  #", "#  #", "####", "#  #", "#  #"),
    "N": ("#  #", "## #", "## #", "# ##", "# ##", "#  #"),
    "D": ("### ", "#  #", "#  #", "#  #", "#  #", "### "),
    "C": (" ###", "#   ", "#   ", "#   ", "#   ", " ###"),
    "O": (" ## ", "#  #", "#  #", "#  #", "#  #", " ## "),
    "U": ("#  #", "#  #", "#  #", "#  #", "#  #", " ## "),
    "T": ("#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  "),
    " ": ("  ",) * 6,
}
_HALVES = {"  ": " ", "# ": "▀", " #": "▄", "##": "█"}

GROUNDS = {"carbon": ("22;25;31", "224;181;103", "230;223;208"), "paper": ("244;237;220", "122;74;0", "42;37;29")}
"""Ground, letters and words of our own themes, in red, green and blue."""

_up = False
_echo: list[int | list[bytes | int]] | None = None


def letters() -> list[str]:
    """The name of the game in rows of half blocks; in spaced capitals where the terminal has no blocks."""
    if not terminal.draws():
        return ["", " ".join(NAME), ""]
    pixels = [" ".join(_FONT[letter][row] for letter in NAME) for row in range(2 * LETTER_ROWS)]
    return ["".join(_HALVES[a + b] for a, b in zip(pixels[n], pixels[n + 1], strict=True)) for n in (0, 2, 4)]


def settings_file() -> str:
    """Where the settings are, as `game.places` says, without what it imports; empty where that is not so simple."""
    if home := os.environ.get("SEE_AND_COUNT_HOME"):
        return os.path.join(os.path.expanduser(home), "settings.toml")
    if sys.platform.startswith("linux"):
        folder = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
        return os.path.join(folder, "see-and-count", "settings.toml")
    return ""


def _settings() -> dict[str, str]:
    """What the card needs to know of the settings, read without what TOML would import."""
    try:
        with open(settings_file(), "rb") as file:
            text = file.read(4096).decode("utf-8", "replace")
    except OSError:
        return {}
    lines = (line.partition("=") for line in text.splitlines())
    return {name.strip(): value.strip().strip("'\"") for name, _, value in lines}


def picture(sentence: str | None = None) -> str:
    """The card, in escape codes: the other screen, the ground, the letters, no cursor.

    `sentence` stands under the letters. Without one it is ours, where the settings name no other language: what that
    says would have to be looked for, and the title says it a moment later.
    """
    found = _settings()
    if sentence is None:
        sentence = "" if found.get("language") else SAYS
    says = f"\x1b[{TOP + LETTER_ROWS + 2};{LEFT + 1}H{sentence}"
    rows = [f"\x1b[{TOP + 1 + number};{LEFT + 1}H{row}" for number, row in enumerate(letters())]
    ground, lamp, ink = GROUNDS.get(found.get("theme", "carbon"), ("", "", ""))
    if ground and terminal.true_colour() and not terminal.colourless():
        wash = f"\x1b[0;48;2;{ground}m\x1b[2J"
        return f"\x1b[?1049h\x1b[?25l{wash}\x1b[38;2;{lamp}m{''.join(rows)}\x1b[38;2;{ink}m{says}\x1b[0m"
    return f"\x1b[?1049h\x1b[?25l\x1b[2J{''.join(rows)}{says}"


def show(sentence: str | None = None) -> None:
    """Put the card on the screen, with a sentence under the letters. What is typed meanwhile does not show on it."""
    global _up, _echo
    if _up or sys.platform == "win32":
        return
    try:
        os.write(2, picture(sentence).encode())
    except OSError:
        return
    _up = True
    import signal
    import termios

    try:
        _echo = termios.tcgetattr(0)
        quiet = termios.tcgetattr(0)
        if isinstance(quiet[3], int):
            quiet[3] &= ~termios.ECHO
        termios.tcsetattr(0, termios.TCSANOW, quiet)
    except termios.error:
        _echo = None
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave)


def _leave(number: int, frame: object) -> None:
    down()
    os._exit(128 + number)


def give_over() -> bool:
    """Leave the card to whoever draws next, and the keyboard as it was found. Gives whether a card was up."""
    global _up, _echo
    was, _up = _up, False
    if was:
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is _leave:
                signal.signal(number, signal.SIG_DFL)
        if signal.getsignal(signal.SIGINT) is _leave:
            signal.signal(signal.SIGINT, signal.default_int_handler)
    if _echo is not None:
        import termios
        from contextlib import suppress

        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, _echo)
        _echo = None
    return was


def down() -> None:
    """Take the card away, where nobody took it over."""
    if give_over():
        from contextlib import suppress

        with suppress(OSError):
            os.write(2, b"\x1b[?1049l\x1b[?25h")
