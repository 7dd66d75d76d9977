"""What was said and what happened, as lines of text."""

from collections.abc import Sequence

from game.phrases import noted, phrase
from game.reports.transcript import told
from game.session import Argument, Turn
from game.speech.telling import ARGUMENT, OWN, SCENE, SECRET, SPEECH, TOPIC, Teller, Told

AND_NOW = noted(", now ")
"""Between what was and what is: an arrow is read out as a picture, or not at all."""

_AROUND = noted({SCENE: "({text})", TOPIC: "Topic: {text}", SECRET: "[For you alone. {text}]"})


def told_line(teller: Teller, each: Told) -> str:
    """One told line as a labelled line of text."""
    if each.kind == SPEECH:
        return f"{teller.person(each.speaker)}: {each.text}"
    if each.kind == OWN:
        return phrase("{of}, in own words: {text}", of=teller.of(each.side), text=each.text)
    if each.kind == ARGUMENT:
        return f"{teller.of(each.side)}, {each.source}: {each.text}"
    return phrase(_AROUND.get(each.kind, "[{text}]"), text=each.text)


def entry_lines(teller: Teller, entry: Turn | Argument, reader: int | None = None) -> list[str]:
    """A move or an own argument for the side that reads; None for the whole room."""
    return [told_line(teller, each) for each in told(teller, entry, reader)]


def turn_lines(teller: Teller, turn: Turn, time: str, comment: str = "") -> list[str]:
    """One move of a recorded game for whoever watches: its number, the time after it, what happened, the comment."""
    heading = phrase("Move {number}, {time}", number=turn.number, time=time)
    return [heading, *entry_lines(teller, turn), *([phrase("Comment: {comment}", comment=comment)] if comment else [])]


def headed(heading: str, lines: Sequence[str]) -> list[str]:
    """Some lines under a heading."""
    return ["", f"{heading}:", *lines]
