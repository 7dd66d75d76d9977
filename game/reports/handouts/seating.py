"""Who sits where in a class of any size, and how many copies of a paper that makes."""

from typing import NamedTuple

from game.engine.scenario import Scenario
from game.phrases import noted

EACH, TABLE, SIDE, OBSERVER, JUDGE, TEACHER, MARKING = noted(
    ("each pupil", "each table", "each side of a table", "each observer", "each judge", "you", "you, each judge")
)
"""Who gets a paper, as a phrase to be said."""

WHO = (EACH, TABLE, SIDE, OBSERVER, JUDGE, TEACHER, MARKING)
"""All of them; a paper may also be for one person, by id."""


class Seating(NamedTuple):
    """A class at its tables."""

    tables: tuple[tuple[str, ...], ...]
    """The people at each table."""
    observers: int
    judges: int

    @property
    def pupils(self) -> int:
        """How many they are."""
        return sum(map(len, self.tables)) + self.observers + self.judges

    def copies(self, who: str) -> int:
        """How many copies there must be of a paper that is for somebody."""
        tables = len(self.tables)
        counts = {EACH: self.pupils, TABLE: tables, SIDE: 2 * tables, TEACHER: 1}
        counts |= {OBSERVER: self.observers, JUDGE: self.judges, MARKING: 1 + self.judges}
        return counts[who] if who in counts else sum(who in people for people in self.tables)


def seating(scenario: Scenario, pupils: int) -> Seating:
    """Whole tables; of those who are over, one or two look on, and three or more are a smaller table.

    At a smaller table the heads of both sides sit first, and then the others by turns.
    """
    first, second = (side.people for side in scenario.sides)
    rows = max(len(first), len(second))
    order = [person for row in range(rows) for side in (first, second) for person in side[row : row + 1]]
    tables, over = divmod(pupils, len(order))
    whole = (tuple(order),) * tables
    if over < 3:
        return Seating(whole, min(over, 1), max(over - 1, 0))
    watching = over % 2
    return Seating((*whole, tuple(order[: over - watching])), watching, 0)
