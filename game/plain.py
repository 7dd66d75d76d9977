"""The same game as lines of text: for screen readers, pipes, dumb terminals and tests.

One line in, some lines out. Choices are numbered; every other thing that can be done has a word.
Nothing is drawn, moved or overwritten: no cursor movement, carriage return, colour or spinner. Each
change is said once, when it happens.
"""

from collections.abc import Callable, Sequence
from typing import TextIO

from game.engine.issues import PACKAGE_LIMIT, with_package
from game.engine.medals import Result
from game.engine.moves import Move, NotAMove, Open, Pass, Recess, SumUp
from game.engine.views import ASK, GIVEN, NEVER, View
from game.reports import compare, flow, layout
from game.session import HUMAN, Session, Turn
from game.speech import glossary, hints
from game.speech.gate import clean
from game.speech.telling import MARK_MEANINGS, SCENE, SECRET, SPEECH, TOPIC, Teller, Told, clock, gain, hundredths
from game.speech.verdict import verdicts

COMMANDS = {
    "help": "these words",
    "choices": "the numbered choices once more",
    "brief": "your confidential brief",
    "issues": "the mood, and each question: what it stands at, and what that is worth to you",
    "flow": "what has been claimed, what answered it, and what stands unanswered",
    "claims": "another word for 'flow'",
    "pad": "your telegram home, as far as the talks have gone",
    "papers": "the passages of the telegram that what was said so far rests on",
    "sources": "where the last lines come from",
    "what": "'what quarantine' explains a word; alone, it names the words here that it can explain",
    "hint": "what a thoughtful friend would point at now",
    "propose": "put a package to the other side, when you have the floor or answer one",
    "recess": "leave the room to ask for one settlement, when you have the floor",
    "pass": "give the other side the floor, when you have it",
    "sum-up": "begin the summing-up, when you have the floor",
    "back": "'back 12' goes back to move 12, as a new game; this one is kept",
    "quit": "leave; the game is kept",
}

AUTHORITY_WORDS = {GIVEN: "allowed", ASK: "only after a recess", NEVER: "not tonight"}


class Quit(Exception):
    """The player leaves, or the input is at its end."""


class PlainTable:
    """One game at one keyboard, told line by line."""

    def __init__(self, session: Session, lines_in: TextIO, out: TextIO) -> None:
        """Sit down at a game that has begun or is resumed."""
        self.session = session
        self.lines_in = lines_in
        self.out = out
        self.last: Sequence[Told] = ()
        self.shared = session.seats == (HUMAN, HUMAN)

    # The game

    def play(self) -> int:
        """Play to the end, or until the player leaves. Gives the exit code."""
        self.say(f"Game {self.session.game}. Type a number to choose, or say it in your own words; or type 'help'.")
        try:
            self.recall()
            while not self.session.over:
                if self.session.waits:
                    self.choose()
                else:
                    self.tell(self.session.reply())
            self.ending()
        except (Quit, KeyboardInterrupt):
            self.say(f"Game {self.session.game} is kept. Go on with: see-and-count resume {self.session.game} --plain")
        return 0

    def recall(self) -> None:
        """Set the room; in a game that goes on, say what was said last."""
        session, teller = self.session, self.teller
        if not session.turns:
            if session.has_text("scenario:opening-scene"):
                self.say(session.text("scenario:opening-scene"))
            scene = f"{session.view(None).node}:scene"
            if session.has_text(scene):
                self.say(f"({session.text(scene)})")
            return
        self.say(f"{len(session.turns)} moves have been made. The last of them:")
        for turn in session.turns[-3:]:
            self.show(teller.tell(turn.seen_by(self.reader())))
        self.say(self.status())

    def tell(self, turn: Turn) -> None:
        """Say what a move brought."""
        self.show(self.teller.tell(turn.seen_by(self.reader(turn.side))))

    def reader(self, side: int = -1) -> int | None:
        """The side for whose eyes the lines are; None for the whole room, where two people share them."""
        if self.shared:
            return None
        return self.session.seats.index(HUMAN) if HUMAN in self.session.seats else None

    @property
    def teller(self) -> Teller:
        """Who puts events in words here."""
        return Teller(self.session.text, self.session.known(max(self.session.turn, 0)))

    # A turn

    def choose(self) -> None:
        """Offer the choices and take one, or a word, until a move is made."""
        side = self.session.turn
        view = self.session.view(side)
        teller = self.teller
        if self.shared:
            self.say(f"{teller.side(side)} has the keyboard.")
        self.say(self.status())
        if view.place == "answer":
            self.say(f"On the table: {teller.package(view.tabled)}. {self.worth_of(view, view.tabled)}".rstrip())
        choices = self.choices(view)
        self.number_choices(choices)
        session = self.session
        while self.session is session:
            if made := self.take(side, view, choices):
                self.tell(made)
                return

    def number_choices(self, choices: Sequence[tuple[str, Move | str]]) -> None:
        """Say the choices."""
        for number, (label, _) in enumerate(choices, 1):
            self.say(f"{number}. {label}")

    def choices(self, view: View) -> list[tuple[str, Move | str]]:
        """The numbered choices: moves, and the words for what opens a list of its own."""
        teller, side = self.teller, self.session.turn
        us = self.session.known(side).sides[side].id
        found: list[tuple[str, Move | str]] = []
        for move in view.moves:
            if isinstance(move, Open):
                found.append((f"Turn to: {teller.label(move, side)}", move))
            elif not isinstance(move, Recess | Pass | SumUp):
                found.append((teller.label(move, side), move))
        if view.packages:
            label = "Make a counter-proposal" if view.tabled else self.session.text(f"table/propose:{us}:label")
            found.append((label, "propose"))
        if any(isinstance(move, Recess) for move in view.moves):
            found.append((self.session.text(f"table/recess:{us}:label"), "recess"))
        found += [(teller.label(move, side), move) for move in view.moves if isinstance(move, Pass | SumUp)]
        return found

    def take(self, side: int, view: View, choices: Sequence[tuple[str, Move | str]]) -> Turn | None:
        """Take one line: a number, or a word. None when it made no move."""
        line = self.ask("Your choice: ")
        if line.isdecimal() and 1 <= int(line) <= len(choices):
            chosen = choices[int(line) - 1][1]
        elif line.isdecimal():
            self.say(f"There is no choice {line}. Type a number from 1 to {len(choices)}, or 'help'.")
            return None
        else:
            chosen = line
        if isinstance(chosen, Move):
            return self.session.play(chosen)
        word, _, rest = chosen.partition(" ")
        match word:
            case "":
                return None
            case "choices":
                self.number_choices(choices)
                return None
            case "propose" if not rest:
                return self.propose(view)
            case "recess" if not rest:
                return self.recess(view)
            case _ if (show := self.shows().get(word)) and self.is_asked(word, rest):
                show(rest)
                return None
        try:
            return self.session.play(chosen)
        except NotAMove as fault:
            if chosen not in COMMANDS and "=" not in chosen:
                return self.understood(chosen, view)
            self.say(f"'{clean(fault.text, 60)}' is no move now: {fault.why}. Type a number, or 'help'.")
            return None

    def is_asked(self, word: str, rest: str) -> bool:
        """Whether a line asks for what a word shows; otherwise it is a sentence: Back to the bombers, Mr. Minister."""
        if word == "what" and glossary.looked_up(rest, self.session.terms):
            return True
        return len(rest.split()) <= {"back": 1, "papers": 2, "what": 2}.get(word, 0) and not rest.endswith("?")

    def understood(self, line: str, view: View) -> Turn | None:
        """Take a sentence as a move, ask which one is meant, or let the other side turn it aside."""
        session = self.session
        decision, _, offered = session.understand(line)
        if decision == "none":
            self.deflected()
            return None
        meant = 1
        if decision == "ask":
            self.say("Did you mean:")
            for number, each in enumerate(offered, 1):
                self.say(f"{number}. {each.label}")
            meant = self.number("The number, or 0 for none: ", len(offered))
        if not meant:
            self.say("Say it otherwise, or type the number of a choice.")
            return None
        self.say(f"You: {line}")
        match offered[meant - 1].move:
            case "propose":
                return self.propose(view, line)
            case "recess":
                return self.recess(view, line)
            case move:
                return session.play(move, line)

    def deflected(self) -> None:
        """Say how the other side turns aside what fits no move."""
        line = self.session.deflection()
        if line is None:
            self.say("Nothing that can be said now comes near to that. Type a number, or 'help'.")
            return
        self.show(self.teller.lines([line], 1 - self.session.turn))

    def propose(self, view: View, typed: str = "") -> Turn | None:
        """Put a package together, question by question."""
        known, teller = self.session.known(self.session.turn), self.teller
        if not view.packages:
            self.say("No package can be tabled now: nothing new is within reach.")
            return None
        self.say(f"A package settles one to {PACKAGE_LIMIT} questions. 0 leaves a question out.")
        package: tuple[tuple[int, int], ...] = ()
        for number, issue in enumerate(known.issues):
            options = [s for s, bit in enumerate(issue.bits) if bit & view.reach and s != view.table[number]]
            if not options or len(package) == PACKAGE_LIMIT:
                continue
            self.say(f"{teller.text(f'issues/{issue.id}:question')}")
            for count, s in enumerate(options, 1):
                worth = "" if self.shared else f" ({self.worth_of(view, ((number, s),))})"
                self.say(f"{count}. {teller.settlement(number, s)}{worth}")
            chosen = self.number("Which, or 0 for none: ", len(options))
            if chosen:
                package = (*package, (number, options[chosen - 1]))
        if not package:
            self.say("Nothing was put in the package.")
            return None
        self.say(
            f"The package: {teller.package(package)}. {'' if self.shared else self.worth_of(view, package)}".rstrip()
        )
        if self.number("1 to put it, 0 to think again: ", 1) == 0:
            return None
        parts = [f"{known.issues[i].id}={known.issues[i].settlements[s]}" for i, s in package]
        try:
            return self.session.play("propose " + " ".join(parts), typed)
        except NotAMove as fault:
            self.say(f"That package cannot be put now: {fault.why}.")
            return None

    def recess(self, view: View, typed: str = "") -> Turn | None:
        """Choose what to ask for, and leave the room."""
        asks = [move for move in view.moves if isinstance(move, Recess)]
        if not asks:
            self.say("No recess can be asked for now.")
            return None
        teller, side = self.teller, self.session.turn
        self.say(f"A recess takes {asks[0].minutes} minutes and asks for one settlement. What do you ask for?")
        for count, move in enumerate(asks, 1):
            self.say(f"{count}. {teller.label(move, side)}")
        chosen = self.number("Which, or 0 to stay: ", len(asks))
        if not chosen:
            return None
        if self.shared:
            self.say("What home answers would stay on the screen. It follows from your brief, and shows at the end.")
        return self.session.play(asks[chosen - 1], typed)

    # Words

    def shows(self) -> dict[str, Callable[[str], None]]:
        """What each word shows."""
        return {
            "help": self.help,
            "brief": self.brief,
            "issues": self.issues,
            "flow": self.flow,
            "claims": self.flow,
            "pad": self.pad,
            "papers": self.papers,
            "sources": self.sources,
            "what": self.what,
            "hint": self.hint,
            "back": self.back,
            "quit": self.quit,
        }

    def help(self, rest: str) -> None:
        """The words of this table."""
        self.say("Type the number of a choice, or one of these words:")
        for word, meaning in COMMANDS.items():
            self.say(f"{word}: {meaning}.")
        self.say("Anything else is what you say, in your own words: the choice that comes nearest to it is made.")

    def brief(self, rest: str) -> None:
        """The brief of the side in turn, unless two people share the lines."""
        if self.shared:
            self.say(
                "With two people at one keyboard the briefs are not shown here: they would stay on the screen. "
                f"Write each to a file before you begin: see-and-count brief {self.named()} --as SIDE."
            )
            return
        self.say(self.session.brief(self.session.turn))

    def named(self) -> str:
        """The scenario, and its form where it is played in one, as the command line has them."""
        header = self.session.record.header
        return f"{header.scenario} --form {header.form}" if header.form else header.scenario

    def issues(self, rest: str) -> None:
        """Each question, where it stands, what that is worth, and what is within reach."""
        side, teller = self.session.turn, self.teller
        known, view = self.session.known(side), self.session.view(side)
        for number, value in enumerate(view.meters):
            self.say(f"{teller.meter_title(number)}: {teller.meter(number, value)}.")
        for number, issue in enumerate(known.issues):
            at = view.table[number]
            worth = ""
            if not self.shared:
                points = hundredths(known.worth.points[number][at])
                worth = f", worth {points} of {known.weights[number]} to you"
            self.say(f"{teller.issue(number)}: {teller.settlement(number, at)}{worth}.")
            for s, bit in enumerate(issue.bits):
                if bit & view.reach and s != at:
                    told = "" if self.shared else f" ({self.worth_of(view, ((number, s),))})"
                    self.say(f"  within reach: {teller.settlement(number, s)}{told}")

    def worth_of(self, view: View, package: tuple[tuple[int, int], ...]) -> str:
        """What a package would change for the side in turn, and whether its capital allows it."""
        if self.shared:
            return ""
        known = self.session.known(self.session.turn)
        change = known.worth(with_package(view.table, package)) - known.worth(view.table)
        missing = {
            known.authority[pair]
            for pair in package
            if not (view.grants & known.issues[pair[0]].bits[pair[1]]) and known.authority[pair] != GIVEN
        }
        allowed = AUTHORITY_WORDS[NEVER if NEVER in missing else ASK if missing else GIVEN]
        return f"Worth {gain(change)} to you; {allowed}."

    def flow(self, rest: str) -> None:
        """What has been claimed, and how it stands."""
        for line in flow.lines(self.teller, self.session.flow()) or ["Nothing has been claimed yet."]:
            self.say(line)

    def pad(self, rest: str) -> None:
        """The telegram home as far as it goes; where two people share the lines, without what is for one alone."""
        for line in layout.lines(self.session.cable(self.session.turn, shared=self.shared)):
            self.say(line)

    def papers(self, rest: str) -> None:
        """The passages cited so far, or one of them."""
        cited = self.session.cited()
        if rest and rest not in cited:
            self.say(f"Nothing that was said so far rests on '{clean(rest, 40)}'.")
            return
        for tag in [rest] if rest else cited:
            self.say(f"{tag}: {self.session.text(f'passages/{tag}')}")
        if not cited:
            self.say("Nothing that was said so far rests on a passage of the telegram.")

    def sources(self, rest: str) -> None:
        """Where the last lines come from."""
        for told in self.last:
            if told.kind == SPEECH:
                meaning = MARK_MEANINGS[told.basis]
                source = f" ({told.source})" if told.source and told.source != "none" else ""
                self.say(f"{self.teller.person(told.speaker)}, '{told.text[:40]}…': {meaning}{source}.")

    def what(self, rest: str) -> None:
        """What a word means; without one, which words here can be explained."""
        session, terms = self.session, self.session.terms
        if not rest:
            shown = [told.text for told in self.last] + [label for label, _ in self.choices(session.view(session.turn))]
            here = glossary.terms_in("\n".join(shown), terms)
            self.say(f"Explained here: {', '.join(here)}." if here else "None of the words here needs explaining.")
        elif term := glossary.looked_up(rest, terms):
            self.say(f"{term}: {session.text(f'glossary/{term}')}")
        else:
            near = glossary.near(rest, terms)
            meant = f" Did you mean {' or '.join(near)}?" if near else ""
            self.say(f"'{clean(rest, 40)}' is not explained here.{meant}")

    def hint(self, rest: str) -> None:
        """One thing to look at now."""
        if self.shared:
            self.say("With two people at one keyboard there are no hints: they would tell what your brief says.")
            return
        side = self.session.turn
        found = hints.hint(self.session.known(side), self.session.view(side))
        self.say(found.words(self.teller) if found else "There is nothing to point at in the summing-up.")

    def back(self, rest: str) -> None:
        """Go back to an earlier move, as a branch."""
        if not rest.isdecimal() or not 0 <= int(rest) < self.session.count:
            self.say(f"Say to which move, from 0 to {self.session.count - 1}: 'back 12'.")
            return
        kept = self.session.game
        self.session = self.session.rewind(int(rest))
        self.say(f"This is a new game, {self.session.game}, at move {rest}. Game {kept} is kept as it was.")
        self.recall()

    def quit(self, rest: str) -> None:
        """Leave."""
        raise Quit

    # Lines

    def status(self) -> str:
        """The time. What else changed was said when it did."""
        view = self.session.view(None)
        time = clock(self.session.text("scenario:begins"), view.minutes)
        if view.moves_left is None or view.closing or view.place == "end":
            return f"[{time}]"
        return f"[{time}; moves until the summing-up: {view.moves_left}]"

    def show(self, told: Sequence[Told]) -> None:
        """Say some told lines."""
        self.last = told or self.last
        for each in told:
            self.say(told_line(self.teller, each))

    def ending(self) -> None:
        """The telegrams home, the real one beside them, and how it ended, in figures and medals."""
        for line in [*cable_lines(self.session), *ending_lines(self.session, self.session.result())]:
            self.say(line)

    def say(self, text: str) -> None:
        """One line out."""
        print(text, file=self.out, flush=True)

    def ask(self, prompt: str) -> str:
        """One line in, cleaned. Raises `Quit` at the end of the input."""
        print(prompt, end="", file=self.out, flush=True)
        line = self.lines_in.readline()
        if not line:
            print(file=self.out)
            raise Quit
        if not self.lines_in.isatty():
            print(file=self.out)
        return " ".join(clean(line.rstrip("\n")).split())

    def number(self, prompt: str, most: int) -> int:
        """A number from 0 to `most`."""
        while True:
            line = self.ask(prompt)
            if line.isdecimal() and int(line) <= most:
                return int(line)
            self.say(f"Type a number from 0 to {most}.")


def told_line(teller: Teller, told: Told) -> str:
    """One told line as a labelled line of text."""
    if told.kind == SPEECH:
        return f"{teller.person(told.speaker)}: {told.text}"
    return {SCENE: "({})", TOPIC: "== {}", SECRET: "[For you alone. {}]"}.get(told.kind, "[{}]").replace(
        "{}", told.text
    )


def turn_lines(teller: Teller, turn: Turn, time: str, comment: str = "") -> list[str]:
    """One move of a recorded game for whoever watches: its number, the time after it, what happened, the comment."""
    lines = [told_line(teller, told) for told in teller.tell(turn.seen_by(None))]
    heading = f"-- Move {turn.number}, {time}"
    return ["", heading, *lines, *([f"Comment: {comment}"] if comment else [])]


def pick(question: str, choices: Sequence[str], lines_in: TextIO, out: TextIO) -> int | None:
    """Ask for one of some numbered choices. None at the end of the input."""
    print(question, file=out)
    for number, choice in enumerate(choices, 1):
        print(f"{number}. {choice}", file=out)
    while True:
        print("Your choice: ", end="", file=out, flush=True)
        line = lines_in.readline()
        if not lines_in.isatty():
            print(file=out)
        if not line:
            return None
        if line.strip().isdecimal() and 1 <= int(line) <= len(choices):
            return int(line) - 1
        print(f"Type a number from 1 to {len(choices)}.", file=out)


def cable_lines(session: Session) -> list[str]:
    """The telegram of each side that a person played, and the real one paragraph by paragraph beside it."""
    teller = Teller(session.text, session.known(0))
    found = []
    for side in (0, 1):
        if HUMAN in session.seats and session.seats[side] != HUMAN:
            continue
        found += [f"== {teller.side(side)}: the telegram home", *layout.lines(session.cable(side))]
        if comparison := session.comparison(side):
            found += ["== Beside the real one", *compare.lines(comparison)]
    return found


def ending_lines(session: Session, result: Result) -> list[str]:
    """The result in sentences: where each question was left, what that is worth, and the medals."""
    teller = Teller(session.text, session.known(0))
    lines = ["== The result"]
    lines += [f"{teller.issue(i)}: {teller.settlement(i, s)}." for i, s in enumerate(result.table)]
    for side in (0, 1):
        if HUMAN in session.seats and session.seats[side] != HUMAN:
            continue
        value, floor = result.value[side], result.reservation[side]
        lines.append(
            f"{teller.side(side)}: {hundredths(value)} of 100, {gain(value - floor)} against leaving everything open "
            f"({hundredths(floor)})."
        )
        lines += [f"{each.title}: {each.medal}. {each.why}" for each in verdicts(teller, result.medals[side])]
    return lines
