"""A record: what a game was begun with, and its moves in order. The seals that chain it are made here.

Beside the moves stand the own arguments of people, which fit no move: a row each, sealed like any other, and passed
over when the moves are played again.

A seal is SHA-256 over the seal before it and a row, from the seal of the header on. So a changed, lost,
doubled or exchanged move shows, and everything before it can still be trusted.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.phrases import phrase
from game.records.faults import NewerRecord

FORMAT = 1
"""The format of records that this program writes, and the newest that it reads."""

HUMAN = "human"
"""The seat of a side that a person plays; any other seat is the name of a counterpart."""


ARGUE = "argue"
"""Stands in the place of a move in the row of an own argument."""


class Header(NamedTuple):
    """What a game was begun with."""

    format: int
    scenario: str
    rules: str
    """The digest of all that playing and scoring read; the empty text where a file was written by hand."""
    wording: str
    """The digest of the scenario's text; the empty text where a file was written by hand."""
    language: str
    seed: int
    """From which counterparts draw."""
    seats: tuple[str, str]
    """For each side, in declared order, `HUMAN` or the name of a counterpart."""
    parent: str = ""
    """The game from which this one branched off; the empty text for none."""
    at: int = 0
    """After how many moves it branched off."""
    begun: str = ""
    """When, in UTC, as `1962-11-05T23:00:00Z`; never read by the rules."""
    form: str = ""
    """The form of the scenario that is played; the empty text for the whole of it."""
    knowing: bool = False
    """Whether it was begun from a debrief, by people who have read both briefs: both lie on the table then."""


_LATER = {"form": "", "knowing": False}
"""Parts that headings did not always have, left out where they say nothing: so old headings read as they are."""


class Row(NamedTuple):
    """One move, or one own argument."""

    sequence: int
    """From 1, without gaps."""
    side: int
    """The side that made it; -1 where a file does not say."""
    move: str
    """The move's text form; `ARGUE` for an own argument."""
    typed: str = ""
    """What the person typed, if the move was made by typing; the own argument itself."""
    reason: str = ""
    """Why the counterpart chose it."""
    digest: str = ""
    """The digest of the state that it led to; the empty text where a file does not say."""
    comment: str = ""
    """A note for readers of a game file. The journal does not keep it."""

    @property
    def is_move(self) -> bool:
        """Whether it is a move; otherwise it is an own argument."""
        return self.move != ARGUE


class Record(NamedTuple):
    """A game in full."""

    header: Header
    rows: tuple[Row, ...]
    title: str = ""
    """What a game file calls itself. The journal does not keep it."""


def moves_in(rows: Sequence[Row]) -> int:
    """How many moves there are in some rows."""
    return sum(row.is_move for row in rows)


def first(rows: Sequence[Row], count: int | None) -> tuple[Row, ...]:
    """The rows up to so many moves, with what was argued before the next; None for all."""
    return tuple(rows) if count is None else tuple(_first(rows, count))


def _first(rows: Sequence[Row], count: int) -> Iterator[Row]:
    made = 0
    for row in rows:
        made += row.is_move
        if made > count:
            return
        yield row


def heading(header: Header) -> str:
    """A header as one line of ASCII, the same on every machine."""
    parts = {name: part for name, part in header._asdict().items() if name not in _LATER or part != _LATER[name]}
    return json.dumps(parts, sort_keys=True, separators=(",", ":"))


def header_from(text: str) -> Header:
    """A header from the line that `heading` made. Raises `NewerRecord`, and ValueError for anything else."""
    found = json.loads(text)
    if isinstance(found, dict) and type(newer := found.get("format")) is int and newer > FORMAT:
        raise NewerRecord(phrase("This game"), newer, FORMAT)
    if not isinstance(found, dict) or set(found) | set(_LATER) != set(Header._fields):
        raise ValueError("the heading has other parts than a heading has")
    seats = found["seats"]
    if not isinstance(seats, list) or len(seats) != 2:
        raise ValueError("the heading names other than two seats")
    for name, kind in Header.__annotations__.items():
        if kind in (int, str, bool) and type(found.get(name, _LATER.get(name))) is not kind:
            raise ValueError(f"the heading has no proper '{name}'")
    if not all(isinstance(seat, str) for seat in seats):
        raise ValueError("the heading names other than two seats")
    return Header(**{**found, "seats": (seats[0], seats[1])})


def first_seal(header: Header) -> str:
    """The seal from which the chain of a game's rows starts."""
    return _sha256(heading(header))


def seal(before: str, row: Row) -> str:
    """The seal of a row that comes after the seal of another."""
    return _sha256(before + json.dumps([row.sequence, row.side, row.move, row.typed, row.reason, row.digest]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
