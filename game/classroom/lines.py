"""The wall as lines of text: for a projector on a plain terminal, and for whoever reads by ear.

One line in, some lines out, nothing drawn over. What a screen keeps of it can be scrolled back through, so nothing
secret is written before the teacher reveals it.
"""

from collections.abc import Callable
from typing import TextIO

from game.classroom.wall import LEAVING, PROPOSE, RECESS, NotOnTheWall, TurnClock, Wall, minutes
from game.phrases import counted, noted, phrase
from game.plain.lines import told_line
from game.reports import flow, markdown
from game.speech.gate import clean

COMMANDS = noted(
    {
        "say …": "keep what somebody said in their own words, after 'say'",
        "back": "take the last move back; the game as it was is kept",
        "flow": "what has been claimed, what answered it, and what stands",
        "mark claim 3": "a judge's mark for what was said last, from 1 to 4; 'mark 3' marks all",
        "pause": "stop the clock of this turn, or let it go on",
        "more": "a minute more for this turn",
        "time 90": "give every turn so many seconds; 0 for no limit",
        "choices": "the choices once more",
        "reveal": "when the talks are over: everything that was secret, and how it really ended",
        "quit": "leave; the game is kept",
    }
)


_TYPE = noted("Type a letter, or 'help'.")


class PlainWall:
    """A game shown to a room, line by line."""

    def __init__(self, wall: Wall, lines_in: TextIO, out: TextIO, limit: int, now: Callable[[], float]) -> None:
        """Begin to show it. `limit` is in seconds a turn, 0 for none."""
        self.wall = wall
        self.clock = TurnClock(limit, now)
        self.lines_in, self.out = lines_in, out

    def show(self) -> int:
        """Show it to the end, or until the teacher leaves. Gives the exit code."""
        session = self.wall.session
        self.say(
            phrase(
                "Game {game}. Type the letter that the room has chosen; 'help' names the other words.",
                game=session.game,
            )
        )
        if not session.count and session.has_text("scenario:opening-scene"):
            self.say(session.text("scenario:opening-scene"))
        self.turn()
        while (line := self.ask()) is not None:
            if line == "quit":
                break
            self.take(line)
        game = self.wall.session.game
        kept = phrase("Game {game} is kept.", game=game)
        ahead = phrase("Go on: {command}", command=f"see-and-count present {game} --plain")
        self.say(kept if self.wall.session.over else f"{kept} {ahead}")
        return 0

    def turn(self) -> None:
        """Say whose turn it is and what there is to choose."""
        wall = self.wall
        self.clock.begin()
        if wall.session.over:
            self.say(phrase("The talks are over. Type 'reveal' when the room has guessed what was secret."))
            return
        hour = wall.hour
        if wall.moves_left is not None:
            hour = phrase("{time}; moves until the summing-up: {moves}", time=hour, moves=wall.moves_left)
        self.say(f"[{hour}]")
        self.say(f"== {wall.side}")
        if tabled := wall.tabled():
            self.say(phrase("On the table: {tabled}.", tabled=tabled))
        self.choices()
        if self.clock.limit:
            self.say(phrase("Time for this turn: {minutes}.", minutes=minutes(self.clock.limit)))

    def choices(self, rest: str = "") -> None:
        """Say the choices."""
        if self.wall.list == RECESS:
            self.say(phrase(LEAVING))
        for option in self.wall.options():
            self.say(f"{option.letter}  {option.label}")
        if self.wall.list == PROPOSE:
            self.say(phrase("Type one to three letters together, for example AC."))

    def take(self, line: str) -> None:
        """Do what a line says."""
        word, _, rest = line.partition(" ")
        does = {
            "help": self.help, "say": self.argue, "back": self.back, "flow": self.flow, "pause": self.pause,
            "more": self.more, "time": self.time, "choices": self.choices, "reveal": self.reveal,
            "mark": self.mark,
        }.get(word.lower())  # fmt: skip
        try:
            if does is not None:
                does(rest)
            elif line:
                self.choose(line)
        except NotOnTheWall as fault:
            self.say(f"{fault} {phrase(_TYPE)}")

    def choose(self, letters: str) -> None:
        """Do what the room has chosen."""
        late = self.clock.left
        turn = self.wall.choose(letters)
        if turn is None:
            self.choices()
            return
        if late is not None and late < 0:
            self.say(phrase("(The time was up {minutes} ago.)", minutes=minutes(-late)))
        for told in self.wall.told(turn):
            self.say(told_line(self.wall.teller, told))
        self.turn()

    # Words

    def help(self, rest: str) -> None:
        """The words of the wall."""
        for word, meaning in COMMANDS.items():
            self.say(f"{word}: {phrase(meaning)}.")

    def argue(self, rest: str) -> None:
        """Keep an argument in somebody's own words."""
        self.wall.argue(rest)
        self.say(
            phrase(
                "{of} side, in its own words: {rest}", of=self.wall.teller.of(self.wall.session.turn), rest=clean(rest)
            )
        )

    def mark(self, rest: str) -> None:
        """Keep a judge's marks, and say none of them aloud."""
        count = self.wall.mark(rest)
        self.say(counted(count, "Kept.", "{number} kept."))

    def back(self, rest: str) -> None:
        """Take the last move back."""
        if self.wall.back():
            self.say(phrase("Taken back."))
            self.turn()
        else:
            self.say(phrase("Nothing has been said yet."))

    def flow(self, rest: str) -> None:
        """The flow on the wall."""
        for line in flow.lines(self.wall.teller, self.wall.session.flow()) or [phrase("Nothing has been claimed yet.")]:
            self.say(line)

    def pause(self, rest: str) -> None:
        """Stop the clock, or let it go on."""
        self.clock.pause()
        self.say(phrase("The clock stands.") if self.clock.paused else phrase("The clock goes on."))

    def more(self, rest: str) -> None:
        """A minute more."""
        self.clock.more(60)
        self.say(phrase("A minute more."))

    def time(self, rest: str) -> None:
        """Another limit for every turn."""
        if not rest.isdecimal() or int(rest) > 3600:
            self.say(phrase("Say how many seconds a turn has, up to 3600: 'time 90'. 0 is no limit."))
            return
        self.clock.limit = int(rest)
        self.say(
            phrase("Each turn has {minutes} now.", minutes=minutes(int(rest)))
            if int(rest)
            else phrase("Turns have no limit now.")
        )

    def reveal(self, rest: str) -> None:
        """Everything that was secret, when the talks are over."""
        if not self.wall.session.over:
            self.say(phrase("The talks are not over. What is secret stays so until they are."))
            return
        for line in markdown.document(self.wall.session.debrief()).splitlines():
            self.say(line)

    # Lines

    def say(self, text: str) -> None:
        """One line out."""
        print(text, file=self.out, flush=True)

    def ask(self) -> str | None:
        """One line in, cleaned; None at the end of the input."""
        print("> ", end="", file=self.out, flush=True)
        line = self.lines_in.readline()
        if not self.lines_in.isatty():
            print(file=self.out)
        return " ".join(clean(line.rstrip("\n")).split()) if line else None
