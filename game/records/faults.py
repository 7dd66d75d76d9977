"""What can go wrong with what is kept. Every fault says what happened, what was kept, and what to do.

Nothing of it is ever shown as a traceback: whoever catches `RecordError` can print it as it is.
"""

from game.speech.gate import clean


class RecordError(Exception):
    """A fault in three parts, which make one sentence."""

    def __init__(self, what: str, kept: str, remedy: str) -> None:
        """Names and paths in the parts may come from outside, so they pass the gate here."""
        self.what, self.kept, self.remedy = (clean(part).rstrip(".") for part in (what, kept, remedy))
        super().__init__(f"{self.what}; {self.kept}; {self.remedy}.")


class BrokenRecord(RecordError):
    """A record that is not what was once kept: damaged, cut, or changed by hand."""

    def __init__(self, name: str, sound: int, why: str) -> None:
        """`sound` is how many moves, from the first, can be trusted; `why` is what is wrong with the next."""
        moves = f"its first {sound} moves are" if sound != 1 else "its first move is"
        super().__init__(
            f"{name} is damaged: {why}",
            f"{moves} sound and kept" if sound else "none of its moves can be trusted, and nothing was changed",
            f"play on from move {sound}, which makes a new game and leaves this one as it is"
            if sound
            else "begin another game",
        )
        self.sound = sound
        self.why = why


class NotAGame(RecordError):
    """A text that is no game file: what is wrong, and the line and column, counted from 1, where that is known."""

    def __init__(self, name: str, why: str, line: int = 0, column: int = 0) -> None:
        """Keep the place for whoever draws it."""
        place = f"line {line}, column {column}: " if line else ""
        super().__init__(f"{name} is not a game file: {place}{why}", "nothing was changed", "correct the file")
        self.why = why
        self.line = line
        self.column = column


class NewerRecord(RecordError):
    """A record, or a whole journal, in a format that this program does not know yet."""

    def __init__(self, name: str, found: int, known: int) -> None:
        """Both formats, so that nobody has to guess which program is too old."""
        super().__init__(
            f"{name} was written by a newer See and Count, in format {found}, and this one reads up to {known}",
            "nothing was changed",
            "open it with the newer program",
        )


class OtherScenario(RecordError):
    """A record of another scenario."""


class OtherRules(RecordError):
    """A record that was kept under other rules, and that the present ones cannot follow to its end."""

    def __init__(self, sound: int, stopped: str) -> None:
        """`sound` is how many moves, from the first, can be followed; `stopped` says where and why it ends."""
        super().__init__(
            f"This game was played under other rules: {stopped}",
            "all its moves are kept",
            f"play on from move {sound}, which makes a new game and leaves this one as it is",
        )
        self.sound = sound


class UnknownSeat(RecordError):
    """A seat for which there is no counterpart."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """The name, and those that there are."""
        super().__init__(
            f"There is no counterpart '{name}'", "nothing was changed", f"choose one of {', '.join(known)}"
        )


class NoSuchGame(RecordError):
    """A name under which no game is kept."""

    def __init__(self, name: str) -> None:
        """The name as it was given."""
        super().__init__(f"No game '{name}' is kept", "the other games are as they were", "list them with `games`")


class NoSuchMove(RecordError):
    """A move that has not been made."""

    def __init__(self, name: str, moves: int, wanted: int) -> None:
        """How many moves there are, and which was asked for."""
        super().__init__(f"Game {name} has {moves} moves, not {wanted}", "nothing was changed", "name an earlier move")


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
