"""What can go wrong with what is kept. Every fault says what happened, what was kept, and what to do.

Nothing of it is ever shown as a traceback: whoever catches `RecordError` can print it as it is.
"""

from game.phrases import counted, phrase
from game.speech.gate import clean


class RecordError(Exception):
    """A fault in three parts, which make one sentence."""

    def __init__(self, what: str, kept: str, remedy: str) -> None:
        """Names and paths in the parts may come from outside, so they pass the gate here."""
        self.what, self.kept, self.remedy = (clean(part).rstrip(".") for part in (what, kept, remedy))
        super().__init__(phrase("{what}; {kept}; {remedy}.", what=self.what, kept=self.kept, remedy=self.remedy))


class BrokenRecord(RecordError):
    """A record that is not what was once kept: damaged, cut, or changed by hand."""

    def __init__(self, name: str, sound: int, why: str) -> None:
        """`sound` is how many moves, from the first, can be trusted; `why` is what is wrong with the next."""
        if sound:
            kept = counted(sound, "its first move is sound and kept", "its first {number} moves are sound and kept")
            remedy = phrase("play on from move {move}, which makes a new game and leaves this one as it is", move=sound)
        else:
            kept = phrase("none of its moves can be trusted, and nothing was changed")
            remedy = phrase("begin another game")
        super().__init__(phrase("{name} is damaged: {why}", name=name, why=why), kept, remedy)
        self.sound = sound
        self.why = why


class NotAGame(RecordError):
    """A text that is no game file: what is wrong, and the line and column, counted from 1, where that is known."""

    def __init__(self, name: str, why: str, line: int = 0, column: int = 0) -> None:
        """Keep the place for whoever draws it."""
        if line:
            why = phrase("line {line}, column {column}: {why}", line=line, column=column, why=why)
        super().__init__(
            phrase("{name} is not a game file: {why}", name=name, why=why),
            phrase("nothing was changed"),
            phrase("correct the file"),
        )
        self.why = why
        self.line = line
        self.column = column


class NewerRecord(RecordError):
    """A record, or a whole journal, in a format that this program does not know yet."""

    def __init__(self, name: str, found: int, known: int) -> None:
        """Both formats, so that nobody has to guess which program is too old."""
        super().__init__(
            phrase(
                "{name} was written by a newer See and Count, in format {found}, and this one reads up to {known}",
                name=name,
                found=found,
                known=known,
            ),
            phrase("nothing was changed"),
            phrase("open it with the newer program"),
        )


class OtherScenario(RecordError):
    """A record of another scenario."""


class OtherRules(RecordError):
    """A record that was kept under other rules, and that the present ones cannot follow to its end."""

    def __init__(self, sound: int, stopped: str) -> None:
        """`sound` is how many moves, from the first, can be followed; `stopped` says where and why it ends."""
        super().__init__(
            phrase("This game was played under other rules: {why}", why=stopped),
            phrase("all its moves are kept"),
            phrase("play on from move {move}, which makes a new game and leaves this one as it is", move=sound),
        )
        self.sound = sound


class UnknownSeat(RecordError):
    """A seat for which there is no counterpart."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """The name, and those that there are."""
        super().__init__(
            phrase("There is no counterpart '{name}'", name=name),
            phrase("nothing was changed"),
            phrase("choose one of {names}", names=", ".join(known)),
        )


class NoSuchGame(RecordError):
    """A name under which no game is kept."""

    def __init__(self, name: str) -> None:
        """The name as it was given."""
        super().__init__(
            phrase("No game '{name}' is kept", name=name),
            phrase("the other games are as they were"),
            phrase("list them with `games`"),
        )


class NoSuchMove(RecordError):
    """A move that has not been made."""

    def __init__(self, name: str, moves: int, wanted: int) -> None:
        """How many moves there are, and which was asked for."""
        super().__init__(
            phrase("Game {game} has {moves} moves, not {wanted}", game=name, moves=moves, wanted=wanted),
            phrase("nothing was changed"),
            phrase("name an earlier move"),
        )


class JournalError(RecordError):
    """The file in which games are kept cannot be used."""


class CannotWrite(JournalError):
    """The folder, or the file in it, cannot be written or opened."""


class DiskFull(JournalError):
    """There is no room for another move."""


class Busy(JournalError):
    """Another program holds the file for longer than anybody would wait."""


class Damaged(JournalError):
    """The file is no database any more, or parts of it cannot be read."""


class PlayedElsewhere(JournalError):
    """Another program has made a move in the same game."""
