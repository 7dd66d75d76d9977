"""Medals put in words: which one, and the figures that made it."""

from typing import NamedTuple

from game.engine.medals import Agreement, Argument, Credit, Instructions, Interest, Medals
from game.speech.telling import Teller, gain, hundredths


class Verdict(NamedTuple):
    """A medal as it is shown."""

    title: str
    medal: str
    """gold, silver, bronze, held or none."""
    why: str


def verdicts(teller: Teller, medals: Medals) -> list[Verdict]:
    """The five medals of a side, each with its reason in one sentence."""
    return [
        Verdict("Interest", medals.interest.medal, _interest(medals.interest)),
        Verdict("Agreement", medals.agreement.medal, _agreement(teller, medals.agreement)),
        Verdict("Instructions", medals.instructions.medal, _instructions(teller, medals.instructions)),
        Verdict("Credit", medals.credit.medal, _credit(medals.credit)),
        Verdict("Argument", medals.argument.medal, _argument(medals.argument)),
    ]


def _interest(made: Interest) -> str:
    if made.gain == 0:
        return "What you came with you still have: nothing gained, nothing lost."
    fair = hundredths(made.kalai_smorodinsky)
    return (
        f"{gain(made.gain)} against leaving everything open; an even share was +{fair}, "
        f"and the most that could be authorised tonight +{hundredths(made.best)}."
    )


def _agreement(teller: Teller, made: Agreement) -> str:
    if made.best is None:
        return "No package within reach was better for both sides than this."
    package = tuple((issue, s) for issue, s in enumerate(made.best.table) if s)
    count = "1 package was" if made.better == 1 else f"{made.better} packages were"
    return f"{count} within reach and better for both. The best: {teller.package(package)}."


def _instructions(teller: Teller, made: Instructions) -> str:
    parts = []
    if made.exceeded:
        parts.append(f"you went beyond your authority on {_issues(teller, made.exceeded)}")
    if made.conceded:
        parts.append(f"you offered what home would never allow on {_issues(teller, made.conceded)}")
    if made.unraised:
        parts.append("you never raised: " + "; ".join(teller.claim(claim) for claim in made.unraised))
    return _sentence(parts) or "Every limit was kept and every point was raised."


def _issues(teller: Teller, pairs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(dict.fromkeys(teller.issue(issue) for issue, _ in pairs))


def _credit(made: Credit) -> str:
    parts = [f"your words moved trust by {made.trust:+d}" if made.trust else "your words left trust where it was"]
    if made.papers:
        parts.append(f"you held up {_count(made.papers, 'paper')}")
    if made.kept:
        parts.append(f"{_count(made.kept, 'agreement')} stood")
    if made.disavowed:
        parts.append(f"home disavowed {_count(made.disavowed, 'agreement')}")
    if made.refuted:
        parts.append(f"the other side answered {_count(made.refuted, 'claim')} of yours")
    return _sentence(parts)


def _argument(made: Argument) -> str:
    return _sentence(
        [
            f"of your {_count(made.claims, 'claim')} {made.standing} went unanswered",
            f"of their {made.of_theirs} you answered {made.answered}",
            f"{_count(made.cited, 'argument')} rested on a paper in your hand",
        ]
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
