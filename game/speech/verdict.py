"""Medals put in words: which one, and the figures that made it."""

from typing import NamedTuple

from game.engine.medals import Agreement, Argument, Credit, Instructions, Interest, Medals
from game.phrases import counted, noted, phrase
from game.speech.figures import gain, hundredths, signed
from game.speech.telling import Teller

WORDS = noted({"gold": "gold", "silver": "silver", "bronze": "bronze", "held": "held", "none": "none"}, sense="a medal")


class Verdict(NamedTuple):
    """A medal as it is shown."""

    title: str
    medal: str
    """gold, silver, bronze, held or none."""
    why: str

    @property
    def word(self) -> str:
        """The medal in a word, as it is shown."""
        return phrase(WORDS[self.medal], sense="a medal")


def verdicts(teller: Teller, medals: Medals) -> list[Verdict]:
    """The five medals of a side, each with its reason in one sentence."""
    return [
        Verdict(phrase("Interest"), medals.interest.medal, _interest(medals.interest)),
        Verdict(phrase("Agreement"), medals.agreement.medal, _agreement(teller, medals.agreement)),
        Verdict(phrase("Instructions"), medals.instructions.medal, _instructions(teller, medals.instructions)),
        Verdict(phrase("Credit"), medals.credit.medal, _credit(medals.credit)),
        Verdict(phrase("Argument"), medals.argument.medal, _argument(medals.argument)),
    ]


def _interest(made: Interest) -> str:
    if made.gain == 0:
        return phrase("What you came with you still have: nothing gained, nothing lost.")
    fair = hundredths(made.kalai_smorodinsky)
    return phrase(
        "{gain} against leaving everything open; an even share was +{fair}, and the most that "
        "could be authorised today +{best}.",
        gain=gain(made.gain),
        fair=fair,
        best=hundredths(made.best),
    )


def _agreement(teller: Teller, made: Agreement) -> str:
    if made.best is None:
        return phrase("No package within reach was better for both sides than this.")
    package = tuple((issue, s) for issue, s in enumerate(made.best.table) if s)
    return counted(
        made.better,
        "1 package was within reach and better for both. The best: {package}.",
        "{number} packages were within reach and better for both. The best: {package}.",
        package=teller.package(package),
    )


def _instructions(teller: Teller, made: Instructions) -> str:
    parts = []
    if made.exceeded:
        parts.append(phrase("you went beyond your authority on {issues}", issues=_issues(teller, made.exceeded)))
    if made.conceded:
        parts.append(
            phrase("you offered what home would never allow on {issues}", issues=_issues(teller, made.conceded))
        )
    if made.unraised:
        unraised = "; ".join(teller.claim(claim) for claim in made.unraised)
        parts.append(phrase("you never raised: {claims}", claims=unraised))
    return _sentence(parts) or phrase("Every limit was kept and every point was raised.")


def _issues(teller: Teller, pairs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(dict.fromkeys(teller.issue(issue) for issue, _ in pairs))


def _credit(made: Credit) -> str:
    parts = [
        phrase("your words moved trust by {trust}", trust=signed(made.trust))
        if made.trust
        else phrase("your words left trust where it was")
    ]
    if made.papers:
        parts.append(counted(made.papers, "you held up {number} paper", "you held up {number} papers"))
    if made.kept:
        parts.append(counted(made.kept, "{number} agreement stood", "{number} agreements stood"))
    if made.disavowed:
        parts.append(counted(made.disavowed, "home disavowed {number} agreement", "home disavowed {number} agreements"))
    if made.refuted:
        parts.append(
            counted(
                made.refuted,
                "the other side answered {number} claim of yours",
                "the other side answered {number} claims of yours",
            )
        )
    return _sentence(parts)


def _argument(made: Argument) -> str:
    return _sentence(
        [
            phrase("your claims left unanswered: {standing} of {claims}", standing=made.standing, claims=made.claims),
            phrase(
                "their claims that you answered: {answered} of {theirs}", answered=made.answered, theirs=made.of_theirs
            ),
            phrase("arguments that rested on a paper in your hand: {cited}", cited=made.cited),
        ]
    )


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
