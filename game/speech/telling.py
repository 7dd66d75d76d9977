"""Moves and events put in words: the sentences that every front end shows.

The scenario's own words come by their ids; what is said about the game itself ("within reach",
"stands unanswered") is in here, once. Nothing here knows of screens.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import NamedTuple

from game.engine.events import (
    Accepted,
    Answered,
    Changed,
    Claimed,
    Closing,
    Denied,
    Disavowed,
    Ended,
    Event,
    Granted,
    Passed,
    Reached,
    Refused,
    Scene,
    Settled,
    Spoke,
    Stood,
    Tabled,
    Turned,
    WentOut,
)
from game.engine.issues import Package
from game.engine.lines import Line
from game.engine.moves import Accept, Leave, Move, Open, Pass, Propose, Recess, Refuse, SumUp
from game.engine.views import Known
from game.phrases import noted, phrase

SPEECH, SCENE, NOTE, TOPIC, SECRET = "speech", "scene", "note", "topic", "secret"
"""What a told line is: words of a person; something seen in the room; a note on the state of the
talks; the title of a topic; a word that only one side may know."""

OWN, ARGUMENT = "own", "argument"
"""What a player typed: in the player's own words, beside the move that they were taken for; an own argument, which
fits no move."""

MARKS = {"record": "•", "nearby": "◦", "invented": "·"}
"""The quiet mark for where a line comes from."""

MARK_MEANINGS = noted(
    {
        "record": "the telegram reports this point",
        "nearby": "argued in a neighbouring meeting or instruction",
        "invented": "a plausible line that no document holds",
    }
)


_SUMMING_UP = noted("The summing-up.")
_CLOSING = noted({"time": "The hour has come to sum up.", "passes": "Neither side has more to say: the summing-up."})


class Told(NamedTuple):
    """One thing to show, in order."""

    kind: str
    text: str
    speaker: str = ""
    """The id of the person who speaks, for `speech`."""
    side: int = -1
    basis: str = ""
    source: str = ""


def clock(begins: str, minutes: int) -> str:
    """The time on the wall: begins 18:00, 40 minutes spent, is 6.40 p.m."""
    hour, _, minute = begins.partition(":")
    total = (int(hour) * 60 + int(minute) + minutes) % (24 * 60)
    hours, rest = divmod(total, 60)
    says = noted("{hour}.{minute} a.m." if hours < 12 else "{hour}.{minute} p.m.")
    return phrase(says, hour=(hours - 1) % 12 + 1, minute=f"{rest:02d}")


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts the moves and events of one scenario in words."""

    text: Callable[[str], str]
    """The scenario's text by its id."""
    known: Known
    and_now: str = " → "
    """Stands between what was and what is."""

    # Names

    def side(self, side: int) -> str:
        """A delegation: The American delegation."""
        return self.text(f"sides/{self.known.sides[side].id}:title")

    def of(self, side: int) -> str:
        """American, Soviet."""
        return self.text(f"sides/{self.known.sides[side].id}:of")

    def person(self, person: str) -> str:
        """The name that stands before what somebody says."""
        return self.text(f"people/{person}:short")

    def issue(self, issue: int) -> str:
        """A question in a word or two."""
        return self.text(f"issues/{self.known.issues[issue].id}:short")

    def settlement(self, issue: int, settlement: int) -> str:
        """A settlement as the issues board shows it."""
        known = self.known.issues[issue]
        return self.text(f"issues/{known.id}.{known.settlements[settlement]}:title")

    def package(self, package: Package) -> str:
        """A package in one line."""
        return "; ".join(f"{self.issue(i)}: {self.settlement(i, s)}" for i, s in package)

    def topic(self, topic: int) -> str:
        """The title of a topic."""
        return self.text(f"topics/{self.known.topics[topic].id}:title")

    def claim(self, claim: int) -> str:
        """What a claim asserts."""
        return self.text(f"claims/{self.known.claims[claim].id}")

    def meter(self, number: int, value: int) -> str:
        """The word for where a meter stands."""
        meter = self.known.meters[number]
        at = max((each for each in meter.words if each <= value), default=min(meter.words))
        return self.text(f"meters/{meter.id}:{at}")

    def meter_title(self, number: int) -> str:
        """What a meter measures."""
        return self.text(f"meters/{self.known.meters[number].id}:title")

    # Moves

    def label(self, move: Move, side: int) -> str:
        """The thought behind a move, as the list of choices shows it to the side in turn."""
        us = self.known.sides[side].id
        match move:
            case Open(topic=topic):
                return self.topic(topic)
            case Propose(package=package):
                return phrase("Propose: {package}", package=self.package(package))
            case Accept():
                return phrase("Accept the package as it stands")
            case Refuse(issue=issue):
                return phrase("Refuse: the hardest part is “{issue}”", issue=self.issue(issue))
            case Recess(issue=issue, settlement=settlement):
                return f"{self.issue(issue)}: {self.settlement(issue, settlement)}"
            case Pass():
                return self.text(f"table/pass:{us}:label")
            case SumUp():
                return self.text(f"table/sum-up:{us}:label")
            case Leave():
                return self.text(f"table/leave:{us}:label")
        return self.text(f"{move.text}:label")

    # Events

    def tell(self, events: Iterable[Event]) -> list[Told]:
        """What to show for some events, in order. Give it only what the reader may know."""
        return [told for event in events for told in self.of_event(event)]

    def lines(self, lines: Iterable[Line], side: int) -> list[Told]:
        """Lines said by a side."""
        return [
            Told(SPEECH, self.text(line.id), line.speaker, side, line.basis, line.source)
            if line.speaker
            else Told(SCENE, self.text(line.id))
            for line in lines
        ]

    @singledispatchmethod
    def of_event(self, event: Event) -> list[Told]:
        """What to show for one event."""
        raise TypeError(type(event).__name__)

    @of_event.register
    def _(self, event: Spoke) -> list[Told]:
        return self.lines(event.lines, event.side)

    @of_event.register
    def _(self, event: Scene) -> list[Told]:
        return self.lines((event.line,), -1)

    @of_event.register
    def _(self, event: Turned) -> list[Told]:
        return [Told(TOPIC, self.topic(event.topic), side=event.side)]

    @of_event.register
    def _(self, event: Changed) -> list[Told]:
        was, now = self.meter(event.meter, event.was), self.meter(event.meter, event.now)
        if was == now:
            return []
        return [Told(NOTE, f"{self.meter_title(event.meter)}: {was}{self.and_now}{now}.")]

    @of_event.register
    def _(self, event: Claimed) -> list[Told]:
        return []

    @of_event.register
    def _(self, event: Answered) -> list[Told]:
        return [Told(NOTE, phrase("Answered: {claim}.", claim=self.claim(event.claim)), side=event.side)]

    @of_event.register
    def _(self, event: Stood) -> list[Told]:
        return [Told(NOTE, phrase("Stands unanswered: {claim}.", claim=self.claim(event.claim)), side=event.side)]

    @of_event.register
    def _(self, event: Reached) -> list[Told]:
        what = f"{self.issue(event.issue)}: {self.settlement(event.issue, event.settlement)}"
        return [Told(NOTE, phrase("Within reach now: {what}.", what=what), side=event.side)]

    @of_event.register
    def _(self, event: Tabled) -> list[Told]:
        says = noted("Counter-proposal: {package}." if event.counter else "On the table: {package}.")
        note = Told(NOTE, phrase(says, package=self.package(event.package)), side=event.side)
        return [*self.lines(event.lines, event.side), note]

    @of_event.register
    def _(self, event: Accepted) -> list[Told]:
        return self.lines(event.lines, event.side)

    @of_event.register
    def _(self, event: Refused) -> list[Told]:
        note = Told(NOTE, phrase("Refused. The hardest part: {issue}.", issue=self.issue(event.issue)), side=event.side)
        return [*self.lines(event.lines, event.side), note]

    @of_event.register
    def _(self, event: Settled) -> list[Told]:
        was, now = self.settlement(event.issue, event.was), self.settlement(event.issue, event.now)
        return [Told(NOTE, f"{self.issue(event.issue)}: {was}{self.and_now}{now}.")]

    @of_event.register
    def _(self, event: WentOut) -> list[Told]:
        return self.lines(event.lines, event.side)

    @of_event.register
    def _(self, event: Granted) -> list[Told]:
        return [
            *self.asked(event),
            Told(
                SECRET,
                phrase(
                    "Allowed: {issue}, {settlement}.",
                    issue=self.issue(event.issue),
                    settlement=self.settlement(event.issue, event.settlement),
                ),
            ),
        ]

    @of_event.register
    def _(self, event: Denied) -> list[Told]:
        what = f"{self.issue(event.issue)}, {self.settlement(event.issue, event.settlement)}"
        return [*self.asked(event), Told(SECRET, phrase("Not allowed as things stand: {what}.", what=what))]

    def asked(self, event: Granted | Denied) -> list[Told]:
        """What a side asked at home, in its own words, where the scenario has them."""
        issue, side = self.known.issues[event.issue], self.known.sides[event.side].id
        try:
            question = self.text(f"issues/{issue.id}.{issue.settlements[event.settlement]}:ask:{side}")
        except KeyError:
            return []
        return [Told(SECRET, phrase("Asked: {question}", question=question))]

    @of_event.register
    def _(self, event: Passed) -> list[Told]:
        return self.lines(event.lines, event.side)

    @of_event.register
    def _(self, event: Closing) -> list[Told]:
        return [Told(TOPIC, phrase(_CLOSING.get(event.why, _SUMMING_UP)), side=event.side)]

    @of_event.register
    def _(self, event: Disavowed) -> list[Told]:
        text = phrase(
            "{side} went beyond its instructions. Its capital does not stand by this: {package}.",
            side=self.side(event.side), package=self.package(event.package),
        )  # fmt: skip
        return [Told(NOTE, text, side=event.side)]

    @of_event.register
    def _(self, event: Ended) -> list[Told]:
        try:
            return [Told(SCENE, self.text("scenario:end-scene"))]
        except KeyError:  # a writer may leave it out
            return []
