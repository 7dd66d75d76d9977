"""Why a counterpart did what it did, in a sentence: read from the reason that is kept with its move."""

from typing import NamedTuple

from game.engine.scenario import Scenario
from game.speech.telling import Teller, gain, hundredths


class Said(NamedTuple):
    """A reason as it was kept."""

    why: str
    about: str = ""
    value: int = 0
    threshold: int = 0


def said(text: str) -> Said | None:
    """The reason in a text; None where there is none, as with a move of a person.

    Words that this version does not know are passed over.
    """
    words = text.split()
    if not words:
        return None
    about, value, threshold = "", 0, 0
    for word in words[1:]:
        first, slash, second = word.partition("/")
        if slash and _whole(first) and _whole(second):
            value, threshold = int(first), int(second)
        elif not about:
            about = word
    return Said(words[0], about, value, threshold)


def _whole(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


SENTENCES = {
    "answers": "It answered {claim}.",
    "raises": "It had a point to make: {claim}.",
    "documented": "The document has it say this here.",
    "unsaid": "It had not said this yet.",
    "worn": "It had nothing new left to say here.",
    "procedure": "It let the point lie.",
    "moves-on": "It had said enough on this, and moved on.",
    "must-raise": "Its instructions order it to raise this: {claim}.",
    "unopened": "Nobody had opened this topic yet.",
    "reopens": "Every topic had been opened; it came back to this one.",
    "worth": "The package was worth {gain} to it, and it wanted at least {wanted}.",
    "counters": "Its own package was worth {gain} to it, and it wanted at least {wanted}.",
    "asks": "With {settlement} allowed, a package could be worth {gain} to it. It leaves the room for {wanted}.",
    "accepts": "The package was worth {gain} to it, and it wanted {wanted}.",
    "no-authority": "It was not allowed to agree to {settlement}.",
    "no-gain": "The package was worth {gain} to it, so no better than the table. The hardest part was {settlement}.",
    "too-little": "The package was worth {gain} to it, and it wanted {wanted}. The hardest part was {settlement}.",
    "nothing-left": "It saw nothing more to gain from talking.",
    "no-time": "There was no time left for more.",
    "only": "There was nothing else that it could do.",
}
"""What each reason comes to. A reason that is not here is shown as it was kept."""


def sentence(scenario: Scenario, teller: Teller, text: str) -> str:
    """A kept reason in a sentence; the empty text where there is none."""
    reason = said(text)
    if reason is None:
        return ""
    shape = SENTENCES.get(reason.why)
    if shape is None:
        return text
    return (
        shape.replace("{claim}", _claim(scenario, teller, reason.about))
        .replace("{settlement}", _settlement(scenario, teller, reason.about))
        .replace("{gain}", gain(reason.value))
        .replace("{wanted}", hundredths(reason.threshold))
    )


def _claim(scenario: Scenario, teller: Teller, id_: str) -> str:
    number = next((each.number for each in scenario.claims if each.id == id_), None)
    return "a claim" if number is None else f"“{teller.claim(number)}”"


def _settlement(scenario: Scenario, teller: Teller, about: str) -> str:
    name, _, settlement = about.partition("=")
    for number, issue in enumerate(scenario.issues):
        if issue.id == name:
            for s, each in enumerate(issue.settlements):
                if each.id == settlement:
                    return f"{teller.issue(number)}: {teller.settlement(number, s)}"
            return teller.issue(number)
    return about
