"""What a side reads off the table: where each question stands, what that is worth to it, what a package changes.

From what the side knows and sees, and from nothing else. Where two people share a screen and neither
holds the keyboard, `known` is None and no worth is reckoned.
"""

from collections.abc import Callable
from typing import NamedTuple

from game.engine.events import Settled, Spoke, Turned
from game.engine.issues import OPEN, Package, with_package
from game.engine.moves import Open, Written
from game.engine.views import ASK, GIVEN, NEVER, Known, View
from game.phrases import noted, phrase
from game.speech.figures import adding_up

GRANTED = "granted"
"""Beside `given`, `ask` and `never`: the capital was asked in a recess, and said yes."""

AUTHORITY = noted({GIVEN: "allowed", GRANTED: "allowed today", ASK: "only after asking", NEVER: "never today"})
"""What a capital says to a settlement, in words."""

BEYOND = noted(
    {
        ASK: "Your capital has not allowed this. If it does not by the end, it disavows the whole package.",
        NEVER: "Your capital will not allow this today: it would disavow the whole package.",
    }
)
"""What is said before somebody goes beyond what the capital allows."""


def again(view: View) -> frozenset[str]:
    """The moves that have been made before and would come out worn, and the topics that were turned to."""
    said = {event.move for event in view.log if isinstance(event, Spoke)}
    turned = {event.topic for event in view.log if isinstance(event, Turned)}
    return frozenset(
        move.text
        for move in view.moves
        if (isinstance(move, Written) and not move.freely and move.text in said)
        or (isinstance(move, Open) and move.topic in turned)
    )


class Standing(NamedTuple):
    """One question as it stands. Worth is in hundredths of a point."""

    issue: int
    settlement: int
    worth: int
    of: int
    """The weight of the question: the most that it could be worth."""
    change: int
    """What its last move tonight was worth; 0 where it has not moved."""
    moved: bool
    reach: tuple[int, ...]
    """The settlements within reach but the one at which it stands."""
    step: int
    """On which of its steps it stands, from 0: the settlements by their worth to this side, or as declared."""
    steps: int


class Part(NamedTuple):
    """One settlement that could be proposed."""

    issue: int
    settlement: int
    change: int
    """What it alone would change, in hundredths of a point."""
    authority: str


def standings(shape: Known, view: View, known: Known | None) -> list[Standing]:
    """Every question, in declared order. `shape` is what anybody knows, `known` what this reader does."""
    last = {event.issue: event for event in view.log if isinstance(event, Settled)}
    found = []
    for number, issue in enumerate(shape.issues):
        at, moved = view.table[number], last.get(number)
        points = known.worth.points[number] if known else (0,) * len(issue.settlements)
        found.append(
            Standing(
                number,
                at,
                points[at],
                100 * known.weights[number] if known else 0,
                points[moved.now] - points[moved.was] if moved else 0,
                moved is not None,
                tuple(s for s, bit in enumerate(issue.bits) if bit & view.reach and s != at),
                sum((points[other], other) < (points[at], at) for other in range(len(points))),
                len(points),
            )
        )
    return found


def shown(known: Known, view: View) -> tuple[list[int], int]:
    """What each question is worth and what combinations add or take, as they come to the worth of the table."""
    worth = [points[at] for points, at in zip(known.worth.points, view.table, strict=True)]
    *each, linked = adding_up([*worth, known.worth(view.table) - sum(worth)])
    return each, linked


def parts(known: Known, view: View) -> list[Part]:
    """All that is within reach and does not stand already."""
    return [
        Part(i, s, change(known, view, ((i, s),)), authority(known, view, i, s))
        for i, issue in enumerate(known.issues)
        for s, bit in enumerate(issue.bits)
        if bit & view.reach and s != view.table[i]
    ]


def change(known: Known, view: View, package: Package) -> int:
    """What a package would change for this side, links counted, in hundredths of a point."""
    return known.worth(with_package(view.table, package)) - known.worth(view.table)


def changes(known: Known, view: View, package: Package) -> tuple[list[int], int]:
    """What each part of a package would change and what they add to one another, as they come to the change by all."""
    alone = [change(known, view, (part,)) for part in package]
    *each, added = adding_up([*alone, change(known, view, package) - sum(alone)])
    return each, added


def authority(known: Known, view: View, issue: int, settlement: int) -> str:
    """What this side's capital says to a settlement: `given`, `granted`, `ask` or `never`."""
    if settlement == OPEN:
        return GIVEN
    if known.issues[issue].bits[settlement] & view.grants:
        return GRANTED
    return known.authority[issue, settlement]


def beyond(known: Known, view: View, package: Package) -> str:
    """The worst that the capital says to any part of a package."""
    said = {authority(known, view, i, s) for i, s in package}
    return NEVER if NEVER in said else ASK if ASK in said else GIVEN


def reservation(known: Known) -> int:
    """The worth of leaving every question open, in hundredths of a point."""
    return known.worth((OPEN,) * len(known.issues))


def conflict(known: Known, view: View, package: Package) -> int | None:
    """The number, from 0, of the rule that forbids a package; None where none does."""
    table = with_package(view.table, package)
    return next((n for n, impossible in enumerate(known.impossible) if impossible.holds(table)), None)


def why_not(known: Known, view: View, package: Package, text: Callable[[str], str]) -> str:
    """Why a package cannot be put now, in a sentence; the empty text where it can. `text` has the words of ids."""
    if view.packages.propose(package) in view.packages:
        return ""
    if (number := conflict(known, view, package)) is not None:
        return phrase("These cannot stand together. {why}", why=text(f"impossible/{number + 1}:why"))
    if package == view.tabled:
        return phrase("This is what is on the table already: change something, or go back and accept it.")
    return phrase("They refused this, and nothing new has been said since.")
