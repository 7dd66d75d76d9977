"""Why a counterpart did what it did, in a sentence: read from the reason that is kept with its move."""

from game.engine.counterparts.choice import Change, Reason
from game.engine.scenario import Scenario
from game.phrases import noted, phrase
from game.speech.figures import gain, hundredths
from game.speech.telling import Teller


def said(text: str) -> Reason | None:
    """The reason in a text; None where there is none, as with a move of a person, or none that can be read."""
    try:
        return Reason.read(text)
    except ValueError:
        return None


SENTENCES = noted(
    {
        "answers": "It answered {claim}.",
        "raises": "It had a point to make: {claim}.",
        "documented": "The document has it say this here.",
        "unsaid": "It had not said this yet.",
        "mirrors": "It did as it had been done by.",
        "bluffs": "It said that it wanted more than it would take.",
        "worn": "It had nothing new left to say here.",
        "procedure": "It let the point lie.",
        "hands-over": "It had said enough for one turn, and handed over.",
        "moves-on": "It had said enough on this, and moved on.",
        "must-raise": "Its instructions order it to raise this: {claim}.",
        "unopened": "Nobody had opened this topic yet.",
        "reopens": "Every topic had been opened; it came back to this one.",
        "worth": "The package was worth {gain} to it, and it wanted at least {wanted}.",
        "counters": "Its own package was worth {gain} to it, and it wanted at least {wanted}.",
        "asks": "With {settlement} allowed, a package could be worth {gain} to it. It leaves the room for {wanted}.",
        "accepts": "The package was worth {gain} to it, and it wanted {wanted}.",
        "no-authority": "It was not allowed to agree to {settlement}.",
        "no-gain": "The package was worth {gain} to it, so no better than the table. The hardest part was "
        "{settlement}.",
        "too-little": "The package was worth {gain} to it, and it wanted {wanted}. The hardest part was {settlement}.",
        "nothing-left": "It saw nothing more to gain from talking.",
        "only": "There was nothing else that it could do.",
    }
)
"""What each reason comes to. A reason that is not here is shown as it was kept."""


CHANGES = noted(
    {
        "trust": "had trust been {by}",
        "minutes": "{by} minutes {sooner}",
        "claims": "had {by} claims of the other side stood on {issue}",
        "packages": "had the other side tabled {by} packages",
        "answered": "had {claim} been answered",
        "raised": "had it made the point already: {claim}",
        "reach": "had somebody put this in words: {settlement}",
        "grant": "had its capital allowed this: {settlement}",
        "opened": "had somebody turned to {topic}",
        "value": "had the package been worth {points} to it",
        "lot": "had its lot fallen otherwise",
    }
)
"""What each change comes to, behind `It would have done otherwise`."""


def sentence(scenario: Scenario, teller: Teller, text: str) -> str:
    """A kept reason in one sentence or two; the empty text where there is none, and unknown ones as they were kept."""
    reason = said(text)
    if reason is None:
        return text
    shape = SENTENCES.get(reason.why)
    if shape is None:
        return text
    about = f"{reason.issue}={reason.settlement}" if reason.settlement else reason.issue
    told = phrase(
        shape,
        claim=_claim(scenario, teller, reason.claim),
        settlement=_settlement(scenario, teller, about),
        gain=gain(reason.value),
        wanted=hundredths(reason.threshold),
    )
    if reason.change is None:
        return told
    change = _change(scenario, teller, reason.change)
    if not change:  # it would have done otherwise only had it not been able to do what it did
        return f"{told} {phrase('No small change would have altered that.')}"
    return f"{told} {phrase('It would have done otherwise {change}.', change=change)}"


def _change(scenario: Scenario, teller: Teller, change: Change) -> str:
    """The smallest change that would have altered a choice, as the second half of a sentence."""
    topic = next((each.number for each in scenario.topics if each.id == change.about), None)
    size = abs(change.by)
    more = change.by > 0
    by = {
        "trust": phrase("{size} higher" if more else "{size} lower", size=size),
        "minutes": str(size),
    }.get(change.what, phrase("{size} more" if more else "{size} fewer", size=size))
    return phrase(
        CHANGES.get(change.what, ""),
        by=by,
        sooner=phrase("later" if more else "earlier"),
        claim=_claim(scenario, teller, change.about),
        issue=_settlement(scenario, teller, change.about),
        settlement=_settlement(scenario, teller, change.about),
        topic=teller.topic(topic) if topic is not None else change.about,
        points=phrase("{points} more" if more else "{points} less", points=hundredths(size)),
    )


def _claim(scenario: Scenario, teller: Teller, id_: str) -> str:
    number = next((each.number for each in scenario.claims if each.id == id_), None)
    return phrase("a claim") if number is None else f"“{teller.claim(number)}”"


def _settlement(scenario: Scenario, teller: Teller, about: str) -> str:
    name, _, settlement = about.partition("=")
    for number, issue in enumerate(scenario.issues):
        if issue.id == name:
            for s, each in enumerate(issue.settlements):
                if each.id == settlement:
                    return f"{teller.issue(number)}: {teller.settlement(number, s)}"
            return teller.issue(number)
    return about
