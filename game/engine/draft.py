"""A position in the making: what a move changes on the way from one position to the next.

A `State` has fourteen parts, and to make one anew for each part that changes costs more than all the
rules together. So a move changes a draft, which nobody else ever sees, and the state is made once.
"""

from game.engine.events import Event
from game.engine.state import Deals, State


class Draft:
    """The parts of a `State` under their own names, and what has happened so far."""

    __slots__ = (*State._fields, "events")

    node: int
    minutes: int
    moves_made: int
    run: int
    floor: int
    passes: int
    said: int
    worn: int
    made: int
    offered: int
    due: int
    answered: int
    meters: tuple[int, ...]
    deals: Deals
    events: list[Event]

    def __init__(self, state: State) -> None:
        """Begin from the position before, with one move more."""
        (
            self.node,
            self.minutes,
            self.moves_made,
            self.run,
            self.floor,
            self.passes,
            self.said,
            self.worn,
            self.made,
            self.offered,
            self.due,
            self.answered,
            self.meters,
            self.deals,
        ) = state
        self.moves_made += 1
        self.events = []

    def state(self) -> State:
        """The position as it is now."""
        return tuple.__new__(
            State,
            (
                self.node,
                self.minutes,
                self.moves_made,
                self.run,
                self.floor,
                self.passes,
                self.said,
                self.worn,
                self.made,
                self.offered,
                self.due,
                self.answered,
                self.meters,
                self.deals,
            ),
        )
