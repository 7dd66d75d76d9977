"""What was said, as a transcript has it: the player's own words, then what they were taken for and what came of it."""

from game.phrases import phrase
from game.records.replay import Argument, Turn
from game.speech.telling import ARGUMENT, OWN, Teller, Told


def told(teller: Teller, entry: Turn | Argument, reader: int | None) -> list[Told]:
    """What to show for a move or an own argument, to the side that reads; None for the whole room.

    An own argument has its number, `own argument 2`, where another line has its source.
    """
    if isinstance(entry, Argument):
        return [
            Told(ARGUMENT, entry.text, side=entry.side, source=phrase("own argument {number}", number=entry.number))
        ]
    own = [Told(OWN, entry.typed, side=entry.side)] if entry.typed else []
    return [*own, *teller.tell(entry.seen_by(reader))]
