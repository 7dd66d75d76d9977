"""A game line by line: what is offered, what is typed, and what came of it."""

from collections.abc import Iterator, Sequence
from typing import NoReturn, TextIO

from game.engine.moves import Move, NotAMove, Open, Pass, Recess, SumUp
from game.engine.views import View
from game.phrases import counted, phrase
from game.plain.asking import Quit, as_number
from game.plain.ending import ending_lines
from game.plain.proposing import asked_at_home, proposed
from game.plain.seat import Seat
from game.plain.words import AFTER, COMMANDS, LATER, SHOWS_AFTER, shown_by
from game.reports.transcript import told
from game.session import Session, Turn
from game.speech.gate import clean
from game.speech.reckoning import again
from game.speech.refusing import why as why_not
from game.speech.understanding import own_words

KNOWING = "knowing"
"""After `back` and a number: both briefs lie on the table of the new game."""
CHANGE = "change sides"
"""When all is over: the same talks, on the other side."""
PROPOSE, RECESS = "propose", "recess"
"""Choices that open a list of their own."""


class PlainTable(Seat):
    """One game at one keyboard, told line by line."""

    def __init__(self, session: Session, lines_in: TextIO, out: TextIO) -> None:
        """Sit down at a game that has begun or is resumed."""
        super().__init__(session, lines_in, out)
        self._unfit = ""
        """What was typed last that fits no move: it may be entered as an own argument."""

    # The game

    def play(self) -> int:
        """Play to the end, or until the player leaves. Gives the exit code."""
        self.say(
            phrase(
                "Game {game}. Type a number to choose, or say it in your own words; or type 'help'.",
                game=self.session.game,
            )
        )
        try:
            self.sit()
        except (Quit, KeyboardInterrupt):
            game = self.session.game
            again = phrase("Go on with: {command}", command=f"see-and-count resume {game} --plain")
            kept = phrase("Game {game} is kept.", game=game)
            self.say(kept if self.session.over else f"{kept} {again}")
        return 0

    def sit(self) -> NoReturn:
        """Tell what was said so far, and let whoever is in turn move. Raises `Quit` when the player leaves."""
        self.recall()
        while True:
            if self.session.over:
                self.end()
            elif self.session.waits:
                self.choose()
            else:
                self.tell(self.session.reply())

    def recall(self) -> None:
        """Set the room; in a game that goes on, say what was said last."""
        session = self.session
        if not session.entries:
            if self.reader is not None and session.brief(self.reader):
                side = self.teller.side(self.reader)
                self.say(phrase("{side}: this is your side. Your confidential brief is read with 'brief'.", side=side))
            if session.has_text("scenario:opening-scene"):
                self.say(session.text("scenario:opening-scene"))
            scene = f"{session.view(None).node}:scene"
            if session.has_text(scene):
                self.say(f"({session.text(scene)})")
            return
        self.say(
            counted(
                session.count,
                "{number} move has been made. What was said last:",
                "{number} moves have been made. What was said last:",
            )
        )
        for entry in session.entries[-3:]:
            self.show(told(self.teller, entry, self.reader))

    # A turn

    def choose(self) -> None:
        """Offer the choices and take one, or a word, until a move is made."""
        side, session = self.side, self.session
        view = self.view
        if self.shared:
            self.say(phrase("{side} has the keyboard.", side=self.teller.side(side)))
        self.tell_time()
        if view.place == "answer":
            self.say(phrase("The package on the table:"))
            self.tell_parts(view.tabled)
        choices = list(self.choices(view))
        self.number_choices(choices)
        while self.session is session:
            if made := self.take(view, choices):
                self._unfit = ""
                self.tell(made)
                return

    def number_choices(self, choices: Sequence[tuple[str, Move | str]]) -> None:
        """Say the choices."""
        for number, (label, _) in enumerate(choices, 1):
            self.say(f"{number}. {label}")

    def choices(self, view: View) -> Iterator[tuple[str, Move | str]]:
        """The numbered choices: moves, and the words for what opens a list of its own."""
        teller, side, text = self.teller, self.side, self.session.text
        us = self.known.sides[side].id
        before = again(view)
        for move in view.moves:
            if not isinstance(move, Recess | Pass | SumUp):
                label = teller.label(move, side)
                label = phrase("Turn to “{label}”", label=label) if isinstance(move, Open) else label
                yield self._marked(label, move, move.text in before), move
        if view.packages:
            yield (phrase("Make a counter-proposal") if view.tabled else text(f"table/propose:{us}:label")), PROPOSE
        if any(isinstance(move, Recess) for move in view.moves):
            yield text(f"table/recess:{us}:label"), RECESS
        yield from ((teller.label(move, side), move) for move in view.moves if isinstance(move, Pass | SumUp))

    def _marked(self, label: str, move: Move, before: bool) -> str:
        """A label with what stands beside it on the table: whether it was said before, and whether it is an offer."""
        kind = phrase("offer") if move.kind in ("offer", "concede") else ""
        marks = ", ".join(mark for mark in (phrase("again") if before else "", kind) if mark)
        return f"{label} ({marks})" if marks else label

    def take(self, view: View, choices: Sequence[tuple[str, Move | str]]) -> Turn | None:
        """Take one line: a number, or a word. None when it made no move."""
        line = self.lines.ask(phrase("Your choice: "))
        number = as_number(line)
        if number is not None and 1 <= number <= len(choices):
            chosen = choices[number - 1][1]
            return self.session.play(chosen) if isinstance(chosen, Move) else self.listed(chosen, view)
        if line.isdecimal():
            self.say(
                phrase(
                    "There is no choice {line}. Type a number from 1 to {number}, or 'help'.",
                    line=clean(line, 20),
                    number=len(choices),
                )
            )
            return None
        word, _, rest = line.partition(" ")
        match word:
            case "":
                pass
            case "choices" if not rest:
                self.number_choices(choices)
            case "propose" | "recess" if not rest:
                return self.listed(word, view)
            case "quit" if not rest:
                raise Quit
            case "argue":
                self.argue(rest or self._unfit)
            case "back" if len(rest.split()) < 2 and not rest.endswith("?"):
                self.back(rest)
            case _ if line in LATER:
                self.say(phrase("'{words}' is for when the talks are over.", words=line))
            case _ if show := shown_by(self, word, rest):
                show(self, rest)
            case _:
                return self.say_it(line, view)
        return None

    def say_it(self, line: str, view: View) -> Turn | None:
        """Take a line as a move in its text form, or as a sentence."""
        try:
            return self.session.play(line)
        except NotAMove as fault:
            if line not in COMMANDS and "=" not in line:
                return self.understood(line, view)
            self.say(
                phrase(
                    "'{text}' is no move now: {why}. Type a number, or 'help'.",
                    text=clean(fault.text, 60),
                    why=why_not(fault),
                )
            )
            return None

    def understood(self, line: str, view: View) -> Turn | None:
        """Take a sentence as a move, ask which one is meant, or let the other side turn it aside."""
        decision, _, offered = self.session.understand(line)
        if decision == "none":
            self.turned_aside(line)
            return None
        meant = 1
        if decision == "ask":
            self.say(phrase("Did you mean:"))
            for number, each in enumerate(offered, 1):
                self.say(f"{number}. {each.label}")
            meant = self.lines.number(phrase("The number, or 0 for none: "), len(offered))
        if not meant:
            self._unfit = line
            again = phrase("Say it otherwise, or type the number of a choice.")
            own = phrase("Or enter it as an argument of your own: argue.")
            self.say(f"{again} {own}" if self.session.takes_arguments else again)
            return None
        move, own = offered[meant - 1].move, own_words(line, offered[meant - 1].label)
        return self.listed(move, view, own) if move in (PROPOSE, RECESS) else self.session.play(move, own)

    def turned_aside(self, line: str) -> None:
        """Say what becomes of words that fit no move."""
        self._unfit = line
        if self.session.takes_arguments:
            self.say(
                phrase("That fits no choice. Type a number, say it otherwise, or enter it as an own argument: argue.")
            )
        elif (deflection := self.session.deflection()) is not None:
            self.show(self.teller.lines([deflection], 1 - self.side))
        else:
            self.say(phrase("Nothing that can be said now comes near to that. Type a number, or 'help'."))

    def argue(self, text: str) -> None:
        """Make an own argument."""
        try:
            self.tell(self.session.argue(text))
        except NotAMove as fault:
            self.say(phrase("That is not entered: {why}.", why=why_not(fault)))
            return
        self._unfit = ""
        self.say(phrase("[It stands on the flow, for people to mark. It is still your turn.]"))

    def listed(self, word: str, view: View, typed: str = "") -> Turn | None:
        """Choose from a list: a package, or what to ask for at home."""
        move = proposed(self, view) if word == PROPOSE else asked_at_home(self, view)
        return self.session.play(move, typed) if move is not None else None

    def back(self, rest: str) -> None:
        """Go back to an earlier move, as a branch; when the talks are over, knowing both briefs where that is asked."""
        session = self.session
        first, _, how = rest.partition(" ")
        knowing = session.over and how == KNOWING
        number = as_number(first if knowing else rest)
        if number is None or number >= session.count:
            if session.count:
                self.say(phrase("Say to which move, from 0 to {count}: 'back {count}'.", count=session.count - 1))
            else:
                self.say(phrase("There is nothing to go back on yet."))
            return
        self.session = session.rewind(number, knowing=knowing)
        self.say(
            phrase(
                "This is a new game, {game}, at move {number}. Game {kept} is kept as it was.",
                game=self.session.game,
                number=number,
                kept=session.game,
            )
        )
        if knowing and not self.shared:
            self.say(phrase("You play knowing: 'brief other' is the other side's brief."))
        self.recall()

    def change_sides(self) -> None:
        """Begin anew on the other side, against whoever played this one, with time to prepare."""
        session = self.session
        if (before := self.reader) is None:
            self.say(
                phrase("Nobody played one side alone, so there are no sides to change. 'back 0 knowing' begins anew.")
            )
            return
        side = 1 - before
        self.session = session.on_the_other_side()
        self.say(
            phrase(
                "This is a new game, {game}. Game {kept} is kept as it was.", game=self.session.game, kept=session.game
            )
        )
        self.say(phrase("You play knowing, and on the other side. {side}:", side=self.teller.side(side)))
        self.say(self.session.brief(side))
        self.say(phrase("The other side's brief, which 'brief other' shows again:"))
        self.say(self.session.other_brief(side))
        self.lines.ask(phrase("Read as long as you like; the clock stands. Enter begins the talks: "))
        self.recall()

    # The end

    def end(self) -> None:
        """Say how it ended; then show what is asked for, until the player leaves or goes back."""
        session = self.session
        for line in ending_lines(session):
            self.say(line)
        self.say("")
        self.say(phrase("The talks are over. You can still say: {words}.", words=", ".join(AFTER)))
        while self.session is session:
            word, _, rest = self.lines.ask(phrase("After the talks: ")).partition(" ")
            if word == "quit":
                raise Quit
            if word == "back":
                self.back(rest)
            elif f"{word} {rest}" == CHANGE:
                self.change_sides()
            elif show := SHOWS_AFTER.get(word):
                show(self, rest)
            elif word:
                self.say(phrase("Say one of these: {words}.", words=", ".join(AFTER)))
