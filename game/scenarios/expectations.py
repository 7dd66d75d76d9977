"""What a scenario expects of many games, and whether a playtest showed it.

    expect:
      - il28 settled in under 3 % of random games
      - il28 at after-cuba in over 10 % of conceder games
      - nothing agreed in under 70 % of by-the-record against hardliner games
      - over 95 % of moves seen in random games

What is seen is `ISSUE settled`, `ISSUE at SETTLEMENT`, `nothing agreed` or `something disavowed`. Of all written moves
it is `moves seen`, of all nodes with a choice `choices effective`. Of two names the first plays the first side.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from game.engine.counterparts import SEATS
from game.engine.issues import OPEN
from game.phrases import phrase
from game.scenarios.rehearse import RANDOM, Seats

_OF_GAMES = re.compile(
    r"(?P<what>.+?) in (?P<way>over|under) (?P<percent>\d{1,3}(?:\.\d+)?) ?% of (?P<players>.+) games"
)
_OF_ALL = re.compile(
    r"(?P<way>over|under) (?P<percent>\d{1,3}(?:\.\d+)?) ?% of (?P<what>moves seen|choices effective)"
    r" in (?P<players>.+) games"
)

Settlements = Mapping[str, Mapping[str, int]]
"""The settlements of each issue, numbered, `open` among them."""


class NotExpectable(ValueError):
    """A sentence says nothing that can be looked for; why stands in its text."""


class Expectation(NamedTuple):
    """A share of many games that should be over or under a bound."""

    text: str
    what: str
    """`settled`, `at`, `nothing agreed`, `something disavowed`, `moves seen` or `choices effective`."""
    issue: int
    settlement: int
    over: bool
    share: float
    """The bound, 0 to 1."""
    seats: Seats
    """Whose games are meant."""

    def holds(self, seen: float) -> bool:
        """Whether a share that was seen keeps the bound."""
        return seen > self.share if self.over else seen < self.share


def expectation(text: str, settlements: Settlements) -> Expectation:
    """What a sentence expects. Raises `NotExpectable`."""
    found = _OF_ALL.fullmatch(" ".join(text.split())) or _OF_GAMES.fullmatch(" ".join(text.split()))
    if found is None:
        raise NotExpectable(phrase("it does not say what, over or under how many per cent, and in whose games"))
    issue, settlement, what = 0, OPEN, found["what"]
    if found.re is _OF_GAMES and what not in ("nothing agreed", "something disavowed"):
        issue, settlement, what = _of_issue(what, settlements)
    return Expectation(
        text, what, issue, settlement, found["way"] == "over", float(found["percent"]) / 100, _seats(found["players"])
    )


def _of_issue(what: str, settlements: Settlements) -> tuple[int, int, str]:
    match what.split():
        case [issue, "settled"]:
            name, settlement = issue, ""
        case [issue, "at", name_of_settlement]:
            name, settlement = issue, name_of_settlement
        case _:
            raise NotExpectable(
                phrase("'{what}' is neither ISSUE settled, ISSUE at SETTLEMENT, nor nothing agreed", what=what)
            )
    if name not in settlements:
        raise NotExpectable(phrase("there is no issue '{name}'", name=name))
    if settlement and settlement not in settlements[name]:
        raise NotExpectable(
            phrase("the issue '{name}' has no settlement '{settlement}'", name=name, settlement=settlement)
        )
    number = list(settlements).index(name)
    return (number, settlements[name][settlement], "at") if settlement else (number, OPEN, "settled")


def _seats(players: str) -> Seats:
    first, against, second = players.partition(" against ")
    seats = (first, second if against else first)
    for seat in seats:
        if seat != RANDOM and seat not in SEATS:
            known = ", ".join((RANDOM, *SEATS))
            raise NotExpectable(
                phrase("nobody who plays is called '{name}'; there are {names}", name=seat, names=known)
            )
    return seats
