"""How a game ended: the telegrams home, the real one beside them, the result in figures and medals."""

from collections.abc import Iterator

from game.engine.medals import Result
from game.phrases import phrase
from game.plain.lines import headed
from game.reports import compare, layout
from game.session import HUMAN, Session
from game.speech.figures import between, gain, hundredths
from game.speech.telling import Teller
from game.speech.verdict import verdicts


def ending_lines(session: Session) -> Iterator[str]:
    """Everything that is said when the talks are over."""
    yield from cable_lines(session)
    yield from result_lines(session, session.result())


def played(session: Session) -> list[int]:
    """The sides that people played; both where none did."""
    return [side for side in (0, 1) if HUMAN not in session.seats or session.seats[side] == HUMAN]


def cable_lines(session: Session) -> Iterator[str]:
    """The telegram of each side that a person played, and the real one paragraph by paragraph beside it."""
    teller = Teller(session.text, session.known(0))
    for side in played(session):
        yield from headed(
            phrase("{side}, the telegram home", side=teller.side(side)), layout.lines(session.cable(side))
        )
        if comparison := session.comparison(side):
            yield from headed(phrase("Beside the real one"), compare.lines(comparison))


def result_lines(session: Session, result: Result) -> Iterator[str]:
    """Where each question was left, what that is worth, and the medals."""
    teller = Teller(session.text, session.known(0))
    yield from headed(
        phrase("The result"), [f"{teller.issue(i)}: {teller.settlement(i, s)}." for i, s in enumerate(result.table)]
    )
    for side in played(session):
        value, floor = result.value[side], result.reservation[side]
        yield (
            phrase(
                "{side}: {value} of 100, {gain} against leaving everything open ({floor}).",
                side=teller.side(side),
                value=hundredths(value),
                gain=gain(between(value, floor)),
                floor=hundredths(floor),
            )
        )
        yield from (f"{each.title}: {each.word}. {each.why}" for each in verdicts(teller, result.medals[side]))
