"""Why a text is no move now, as it is said to a person: the engine keeps it in English."""

from game.engine.moves import NotAMove
from game.phrases import phrase


def why(fault: NotAMove) -> str:
    """Why, in the language that is spoken."""
    return phrase(fault.says, "", **fault.names)
