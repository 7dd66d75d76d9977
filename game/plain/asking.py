"""One line out, one line in."""

from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import TextIO

from game.limits import MESSAGE
from game.phrases import phrase
from game.speech.gate import clean

OUTGOING = 1_000_000
"""Characters of the longest text that is written at once; a brief has some thousands."""


class Quit(Exception):
    """The player leaves, or the input is at its end."""


class Lines:
    """Somebody at a keyboard, or a pipe."""

    def __init__(self, lines_in: TextIO, out: TextIO) -> None:
        """What the one cannot read and the other cannot write becomes a stand-in, never a fault."""
        self.lines_in = lines_in
        self.out = out
        for stream in (lines_in, out):
            if isinstance(stream, TextIOWrapper):
                with suppress(UnsupportedOperation):  # somebody has read from it already
                    stream.reconfigure(errors="replace")

    @property
    def waits(self) -> bool:
        """Whether somebody reads at their own pace."""
        return self.lines_in.isatty() and self.out.isatty()

    def say(self, text: str) -> None:
        """One line out, or a text of several. Everything that is written passes the gate here, whoever wrote it."""
        print(clean(text, OUTGOING, lines=True), file=self.out, flush=True)

    def ask(self, prompt: str) -> str:
        """One line in, cleaned. Raises `Quit` at the end of the input."""
        while True:
            print(prompt, end="", file=self.out, flush=True)
            line = self.lines_in.readline()
            if not line:
                print(file=self.out)
                raise Quit
            if not self.lines_in.isatty():
                print(file=self.out)
            line = " ".join(clean(line.rstrip("\r\n"), len(line)).split())
            if len(line) <= MESSAGE:
                return line
            self.say(
                phrase(
                    "A message has at most {most} characters, and this has {number}. Say it shorter.",
                    most=f"{MESSAGE:,}",
                    number=f"{len(line):,}",
                )
            )

    def number(self, prompt: str, most: int) -> int:
        """A number from 0 to `most`."""
        while True:
            line = self.ask(prompt)
            if (found := as_number(line)) is not None and found <= most:
                return found
            self.say(phrase("Type a number from 0 to {most}.", most=most))


def as_number(line: str) -> int | None:
    """The whole number that a line is, for what can be counted at a table; or None."""
    return int(line) if line.isdecimal() and len(line) < 10 else None


def pick(question: str, choices: Sequence[str], lines_in: TextIO, out: TextIO) -> int | None:
    """Ask for one of some numbered choices. None at the end of the input."""
    lines = Lines(lines_in, out)
    lines.say(question)
    for number, choice in enumerate(choices, 1):
        lines.say(f"{number}. {choice}")
    while True:
        try:
            line = lines.ask(phrase("Your choice: "))
        except Quit:
            return None
        if (found := as_number(line)) is not None and 1 <= found <= len(choices):
            return found - 1
        lines.say(phrase("Type a number from 1 to {number}.", number=len(choices)))
