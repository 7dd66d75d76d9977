"""The negotiation dance: what each package of a side was, set against the one it had put before.

Six kinds of step, after Hindriks, Jonker and Tykhonov, "Let's DANS! An Analytic Framework of Negotiation Dynamics and
Strategies" (2007). Both changes are measured in the true values of the two sides, which neither knew of the other.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.events import Tabled
from game.engine.issues import Package, with_package
from game.engine.scenario import Scenario
from game.engine.scoring import worth
from game.engine.state import State
from game.phrases import noted, phrase
from game.records.replay import Turn

FIRST = "opening"
"""A side's first package, which is set against nothing."""

SILENT, NICE, FORTUNATE, SELFISH, CONCESSION, UNFORTUNATE = (
    "silent", "nice", "fortunate", "selfish", "concession", "unfortunate",
)  # fmt: skip

MEANINGS = noted(
    {
        FIRST: "the first package of this side",
        SILENT: "worth the same as before to both",
        NICE: "better for the other side, the same for its own",
        FORTUNATE: "better for both",
        SELFISH: "better for its own side, not for the other",
        CONCESSION: "worse for its own side, not worse for the other",
        UNFORTUNATE: "better for nobody, and worse for the other side",
    }
)


_NAMES = noted(
    {
        FIRST: "opening",
        SILENT: "silent",
        NICE: "nice",
        FORTUNATE: "fortunate",
        SELFISH: "selfish",
        CONCESSION: "concession",
        UNFORTUNATE: "unfortunate",
    },
    sense="a step",
)


def named(kind: str) -> str:
    """A kind of step as it is shown."""
    return phrase(_NAMES[kind], sense="a step")


class Step(NamedTuple):
    """A package, and what kind of step it was."""

    move: int
    """The number of the move by which it was put."""
    side: int
    minutes: int
    package: Package
    counter: bool
    value: tuple[int, int]
    """What the whole table would be worth with it, in hundredths of a point."""
    kind: str
    change: tuple[int, int]
    """To its own side and to the other, against its package before; nothing for the first."""


def kind_of(own: int, other: int) -> str:
    """The kind of a step that changes the worth to one's own side and to the other by so much."""
    if own == 0 and other == 0:
        return SILENT
    if own > 0:
        return FORTUNATE if other > 0 else SELFISH
    if other < 0:
        return UNFORTUNATE
    return CONCESSION if own < 0 else NICE


def dance(scenario: Scenario, states: Sequence[State], turns: Sequence[Turn]) -> tuple[Step, ...]:
    """Every package that was put, as a step."""
    of = worth(scenario, 0), worth(scenario, 1)
    before: dict[int, tuple[int, int]] = {}
    steps = []
    for turn in turns:
        for event in turn.events:
            if not isinstance(event, Tabled):
                continue
            table = with_package(states[turn.number - 1].deals.table, event.package)
            side, value = event.side, (of[0](table), of[1](table))
            was = before.get(side)
            change = (value[side] - was[side], value[1 - side] - was[1 - side]) if was else (0, 0)
            kind = kind_of(*change) if was else FIRST
            minutes = states[turn.number].minutes
            steps.append(Step(turn.number, side, minutes, event.package, event.counter, value, kind, change))
            before[side] = value
    return tuple(steps)
