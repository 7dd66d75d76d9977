"""The flow: what has been claimed under each topic, by whom and when, what answered it and what stands.

A debater's sheet. It follows from the moves made and what happened by them, and nobody's secret is in it. Own
arguments stand on it too: what they answer, and whether they stand, is for people to say.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.events import Answered, Claimed, Stood
from game.engine.views import Known
from game.phrases import phrase
from game.records.replay import Argument, Turn
from game.speech.telling import Teller

PENDING, STANDING, ANSWERED = "pending", "standing", "answered"
"""How a claim stands: the other side had no turn to answer it yet; it had one and did something else; it did."""


class Made(NamedTuple):
    """A claim that was made."""

    claim: int
    side: int
    move: int
    """The number of the move that made it."""
    how: str
    answer: int = 0
    """The number of the move that answered it; 0 while none has."""
    answers: tuple[int, ...] = ()
    """The claims that this move made in its turn."""


class Flow(NamedTuple):
    """The claims of one topic, in the order in which they were made."""

    topic: int
    """-1 for what was argued before the first topic."""
    claims: tuple[Made, ...]
    arguments: tuple[Argument, ...] = ()
    """The own arguments made under it."""


def flow(known: Known, turns: Sequence[Turn], arguments: Sequence[Argument] = ()) -> tuple[Flow, ...]:
    """Claims and own arguments by topic, topics in the order in which the first of each was made."""
    made: dict[int, Made] = {}
    for turn in turns:
        claimed = tuple(event.claim for event in turn.events if isinstance(event, Claimed))
        for event in turn.events:
            match event:
                case Claimed(side=side, claim=claim):
                    made[claim] = Made(claim, side, turn.number, PENDING)
                case Answered(claim=claim) if claim in made:
                    made[claim] = made[claim]._replace(how=ANSWERED, answer=turn.number, answers=claimed)
                case Stood(claim=claim) if claim in made:
                    made[claim] = made[claim]._replace(how=STANDING)
    topic_of = {claim: known.claims[claim].topic for claim in made}
    said: list[tuple[float, int]] = [(each.move, topic_of[each.claim]) for each in made.values()]
    said += [(each.after + 0.5, each.topic) for each in arguments]
    return tuple(
        Flow(
            topic,
            tuple(each for each in made.values() if topic_of[each.claim] == topic),
            tuple(each for each in arguments if each.topic == topic),
        )
        for topic in dict.fromkeys(topic for _, topic in sorted(said, key=lambda each: each[0]))
    )


def lines(teller: Teller, flows: Sequence[Flow]) -> list[str]:
    """The flow as lines of text: a topic, then its claims."""
    found = []
    for each in flows:
        found.append(f"{teller.topic(each.topic)}:" if each.topic >= 0 else phrase("Before the first topic:"))
        found += [f"  {_line(teller, made)}" for made in each.claims]
        found += [f"  {argument_line(teller, argument)}" for argument in each.arguments]
    return found


def argument_line(teller: Teller, argument: Argument) -> str:
    """An own argument, as the flow and a transcript have it."""
    return phrase(
        "{side}, own argument {number}: {text}",
        side=teller.of(argument.side), number=argument.number, text=argument.text,
    )  # fmt: skip


def _line(teller: Teller, made: Made) -> str:
    side, claim = teller.of(made.side), teller.claim(made.claim)
    said = phrase("{side}, move {number}: {claim}.", side=side, number=made.move, claim=claim)
    if made.how != ANSWERED:
        return f"{said} {phrase('Stands unanswered.' if made.how == STANDING else 'Waits for an answer.')}"
    if not made.answers:
        return f"{said} {phrase('Answered by move {number}.', number=made.answer)}"
    answers = "; ".join(teller.claim(claim) for claim in made.answers)
    return f"{said} {phrase('Answered by move {number}: {claims}.', number=made.answer, claims=answers)}"
