"""Results as rows for a spreadsheet: one a player, or one a move. Each column is explained in the table that makes it.

A cell that a spreadsheet would run as a formula is made harmless by an apostrophe before it.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from game.phrases import phrase
from game.reports.debrief import Debrief, told

Cell: TypeAlias = str | int | float

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What begins a cell that a spreadsheet runs."""


class Column(NamedTuple):
    """A column: its name, what stands in it, and how that is found."""

    name: str
    meaning: str
    of: Callable[[Debrief, int], Cell]
    """Of a game, and the number of the side or of the move."""


PLAYERS = (
    Column("game", "the name under which the game is kept, or of its file", lambda g, _: g.name),
    Column("scenario", "the scenario", lambda g, _: g.scenario.id),
    Column("form", "the form in which it was played; empty for the whole of it", lambda g, _: g.scenario.form),
    Column("side", "the side of this row", lambda g, s: g.scenario.sides[s].id),
    Column("seat", "human, or the counterpart that played the side", lambda g, s: g.record.header.seats[s]),
    Column("knowing", "1 where it was begun from a debrief, with both briefs open",
           lambda g, _: int(g.record.header.knowing)),
    Column("finished", "1 where the talks came to their end", lambda g, _: int(g.over)),
    Column("moves", "moves of this side", lambda g, s: g.counts[s].moves),
    Column("minutes", "minutes at the table, of the whole game", lambda g, _: g.result.minutes),
    Column("value", "what the result is worth to this side, of 100 points", lambda g, s: g.result.value[s] / 100),
    Column("reservation", "what everything open is worth to it", lambda g, s: g.result.reservation[s] / 100),
    Column("gain", "value less reservation", lambda g, s: (g.result.value[s] - g.result.reservation[s]) / 100),
    Column("interest", "the medal: gold, silver, bronze, held, none", lambda g, s: g.result.medals[s].interest.medal),
    Column("agreement", "the medal", lambda g, s: g.result.medals[s].agreement.medal),
    Column("instructions", "the medal", lambda g, s: g.result.medals[s].instructions.medal),
    Column("credit", "the medal", lambda g, s: g.result.medals[s].credit.medal),
    Column("argument", "the medal", lambda g, s: g.result.medals[s].argument.medal),
    Column("settled", "questions settled when the capitals had spoken", lambda g, _: sum(map(bool, g.result.table))),
    Column("better-for-both", "results better for both of which every word had been said",
           lambda g, s: g.result.medals[s].agreement.better),
    Column("claims", "claims that this side made", lambda g, s: g.counts[s].claims),
    Column("unanswered", "of these, how many the other side left standing",
           lambda g, s: g.result.medals[s].argument.standing),
    Column("answered", "claims of the other side that it answered", lambda g, s: g.counts[s].answered),
    Column("of-theirs", "claims that the other side made", lambda g, s: g.counts[s].of_theirs),
    Column("cited", "arguments that rested on a paper", lambda g, s: g.counts[s].sourced),
    Column("typed", "moves made in words of one's own", lambda g, s: g.counts[s].typed),
    Column("own-arguments", "arguments that fit no move", lambda g, s: g.counts[s].own),
    Column("packages", "packages put", lambda g, s: g.counts[s].packages),
)  # fmt: skip
"""One row for each player. A column for each question comes behind these: the settlement at which it was left."""

MOVES = (
    Column("game", "the name under which the game is kept, or of its file", lambda g, _: g.name),
    Column("move", "the number of the move", lambda _, n: n),
    Column("side", "the side that made it", lambda g, n: g.scenario.sides[g.turns[n - 1].side].id),
    Column("minutes", "minutes at the table when it had been made", lambda g, n: g.states[n].minutes),
    Column("text", "the move in the form that `replay` reads", lambda g, n: g.turns[n - 1].move),
    Column("done", "the move as a list of choices has it", lambda g, n: told(g.scenario, g.turns[n - 1])),
    Column("typed", "what was typed to make it", lambda g, n: g.turns[n - 1].typed),
    Column("reason", "why a counterpart made it, as it was kept", lambda g, n: g.turns[n - 1].reason),
)
"""One row for each move. Columns for the values and the meters come behind these."""


def players(games: Sequence[Debrief]) -> str:
    """One row for each player of some games of one scenario, as CSV."""
    issues = games[0].scenario.issues
    heads = [*(column.name for column in PLAYERS), *(f"at-{issue.id}" for issue in issues)]

    def rows() -> Iterator[list[Cell]]:
        for game in games:
            left = [issue.settlements[s].id for issue, s in zip(issues, game.result.table, strict=True)]
            for side in (0, 1):
                yield [*(column.of(game, side) for column in PLAYERS), *left]

    return _csv(heads, rows())


def moves(games: Sequence[Debrief]) -> str:
    """One row for each move of some games of one scenario, as CSV."""
    scenario = games[0].scenario
    heads = [
        *(column.name for column in MOVES),
        *(f"value-{side.id}" for side in scenario.sides),
        *(meter.id for meter in scenario.meters),
    ]

    def rows() -> Iterator[list[Cell]]:
        for game in games:
            for moment in game.course[1:]:
                found = [column.of(game, moment.number) for column in MOVES]
                yield [*found, *(value / 100 for value in moment.value), *moment.meters]

    return _csv(heads, rows())


def columns(heading: str, found: Sequence[Column], behind: str) -> str:
    """What stands in each column, as text."""
    width = max(len(column.name) for column in found)
    told = (f"  {each.name:<{width}}  {phrase(each.meaning)}" for each in found)
    return "\n".join([heading, *told, f"  {behind}", ""])


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else cell


def _csv(heads: Sequence[str], rows: Iterator[list[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
