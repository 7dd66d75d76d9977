"""Putting a package together, and choosing what to ask for at home, by numbers."""

from game.engine.issues import PACKAGE_LIMIT, Package
from game.engine.moves import Move, Recess
from game.engine.views import View
from game.phrases import phrase
from game.plain.asking import as_number
from game.plain.seat import Seat
from game.speech.reckoning import parts, why_not


def proposed(seat: Seat, view: View) -> Move | None:
    """The package that somebody puts together, as a move; None where they think better of it."""
    teller = seat.teller
    if not view.packages:
        seat.say(phrase("No package can be tabled now: nothing new is within reach."))
        return None
    within = parts(seat.known, view)
    match len({part.issue for part in within}):
        case 1:
            seat.say(phrase("Within reach. A package has one of these:"))
        case 2:
            seat.say(phrase("Within reach. A package has one of these, or two of different questions:"))
        case _:
            most = PACKAGE_LIMIT
            seat.say(phrase("Within reach. A package has one to {most} of these, of different questions:", most=most))
    for number, part in enumerate(within, 1):
        one = ((part.issue, part.settlement),)
        seat.say(f"{number}. {teller.package(one)}. {seat.worth_of(one)}".rstrip())
    while True:
        line = seat.lines.ask(phrase("Their numbers, as in '1 4', or 0 for none: "))
        if line in ("0", ""):
            seat.say(phrase("Nothing was put in the package."))
            return None
        package = _package(line, [(part.issue, part.settlement) for part in within])
        if isinstance(package, str):
            seat.say(package)
            continue
        if fault := why_not(seat.known, view, package, seat.session.text):
            seat.say(fault)
            continue
        seat.say(phrase("The package:"))
        seat.tell_parts(package)
        return (
            view.packages.propose(package) if seat.lines.number(phrase("1 to put it, 0 to think again: "), 1) else None
        )


def _package(line: str, within: list[tuple[int, int]]) -> Package | str:
    """The package that some numbers name; or what is wrong with them, in a sentence."""
    numbers = [as_number(each) for each in line.replace(",", " ").split()]
    chosen = {within[number - 1] for number in numbers if number and number <= len(within)}
    if len(chosen) != len(numbers):
        return phrase("Type numbers from 1 to {number}, each once, with spaces between them.", number=len(within))
    if len({issue for issue, _ in chosen}) != len(chosen):
        return phrase("Two of these answer the same question. Choose one of them.")
    if len(chosen) > PACKAGE_LIMIT:
        return phrase("A package settles at most {most} questions.", most=PACKAGE_LIMIT)
    return tuple(sorted(chosen))


def asked_at_home(seat: Seat, view: View) -> Move | None:
    """What somebody leaves the room to ask for; None where they stay."""
    asks = [move for move in view.moves if isinstance(move, Recess)]
    if not asks:
        seat.say(phrase("No recess can be asked for now."))
        return None
    seat.say(
        phrase(
            "A recess takes {minutes} minutes and asks for one settlement. What do you ask for?",
            minutes=asks[0].minutes,
        )
    )
    for count, move in enumerate(asks, 1):
        worth = "" if seat.shared else f". {seat.worth_of(((move.issue, move.settlement),))}"
        seat.say(f"{count}. {seat.teller.label(move, seat.side)}{worth}")
    chosen = seat.lines.number(phrase("Which, or 0 to stay: "), len(asks))
    if not chosen:
        return None
    if seat.shared:
        seat.say(
            phrase("What home answers would stay on the screen. It follows from your brief, and shows at the end.")
        )
    return asks[chosen - 1]
