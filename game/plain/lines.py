"""What was said and what happened, as lines of text."""

from collections.abc import Sequence

from game.reports.transcript import told
from game.session import Argument, Turn
from game.speech.telling import ARGUMENT, OWN, SCENE, SECRET, SPEECH, TOPIC, Teller, Told

AND_NOW = ", now "
"""Between what was and what is: an arrow is read out as a picture, or not at all."""

_AROUND = {SCENE: "({})", TOPIC: "Topic: {}", SECRET: "[For you alone. {}]"}


def told_line(teller: Teller, each: Told) -> str:
    """One told line as a labelled line of text."""
    if each.kind == SPEECH:
        return f"{teller.person(each.speaker)}: {each.text}"
    if each.kind == OWN:
        return f"{teller.of(each.side)}, in own words: {each.text}"
    if each.kind == ARGUMENT:
        return f"{teller.of(each.side)}, {each.source}: {each.text}"
    return _AROUND.get(each.kind, "[{}]").replace("{}", each.text)


def entry_lines(teller: Teller, entry: Turn | Argument, reader: int | None = None) -> list[str]:
    """A move or an own argument for the side that reads; None for the whole room."""
    return [told_line(teller, each) for each in told(teller, entry, reader)]


def turn_lines(teller: Teller, turn: Turn, time: str, comment: str = "") -> list[str]:
    """One move of a recorded game for whoever watches: its number, the time after it, what happened, the comment."""
    heading = f"Move {turn.number}, {time}"
    return [heading, *entry_lines(teller, turn), *([f"Comment: {comment}"] if comment else [])]


def headed(heading: str, lines: Sequence[str]) -> list[str]:
    """Some lines under a heading."""
    return ["", f"{heading}:", *lines]
