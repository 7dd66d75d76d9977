"""Game files: a record as text that a person can read, write by hand, comment and send.

    scenario: new-york-1962
    seats: [human, human]
    moves:
      - open il28
      - move: il28/press.not-obsolete
        comment: The first time anybody names the aircraft.

That is all that a file written by hand needs. What a game is exported to also has the digests with
which a replay is compared. Files are written here, letter by letter, in a plain subset of YAML, and
read by the reader of scenario files, to which every value is text.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game import limits
from game.phrases import phrase
from game.records.card import is_card, read_card
from game.records.faults import NewerRecord, NotAGame
from game.records.record import ARGUE, FORMAT, HUMAN, Header, Record, Row
from game.speech.gate import clean

if TYPE_CHECKING:
    from game.scenarios.marks import Mapping, Mark, Placed

_TOP = (
    "game", "title", "scenario", "form", "language", "seats", "seed", "begun", "parent", "at", "knowing", "rules",
    "wording", "moves",
)  # fmt: skip
_MOVE = ("move", "side", "typed", "reason", "digest", "comment")
_ARGUMENT = (ARGUE, "side", "digest", "comment")
"""The parts of an own argument, which stands among the moves: `- argue: Your words here.`"""

_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9./=-]*(?: [a-z0-9./=-]+)*", re.IGNORECASE)
"""Texts that no reader of YAML takes for anything but themselves."""

_YES, _NO = "yes", "no"

_NUMBER = re.compile(r"-?[0-9]{1,20}")


def write_game(record: Record) -> str:
    """A record as the text of a game file; `read_game` gives the same record again."""
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: Record) -> Iterator[str]:
    header = record.header
    yield f"game: {header.format}"
    if record.title:
        yield f"title: {_scalar(record.title)}"
    yield f"scenario: {_scalar(header.scenario)}"
    if header.form:
        yield f"form: {_scalar(header.form)}"
    yield f"language: {_scalar(header.language)}"
    yield f"seats: [{_scalar(header.seats[0])}, {_scalar(header.seats[1])}]"
    yield f"seed: {header.seed}"
    if header.begun:
        yield f"begun: {_scalar(header.begun)}"
    if header.parent:
        yield f"parent: {_scalar(header.parent)}"
        yield f"at: {header.at}"
    if header.knowing:
        yield f"knowing: {_YES}"
    if header.rules or header.wording:
        yield f"rules: {_scalar(header.rules)}"
        yield f"wording: {_scalar(header.wording)}"
    if not record.rows:
        yield "moves: []"
        return
    yield "moves:"
    for row in record.rows:
        yield f"  - move: {_scalar(row.move)}" if row.is_move else f"  - {ARGUE}: {_scalar(row.typed)}"
        if row.side >= 0:
            yield f"    side: {row.side}"
        typed = row.typed if row.is_move else ""
        for key, text in (("typed", typed), ("reason", row.reason), ("digest", row.digest)):
            if text:
                yield f"    {key}: {_scalar(text)}"
        if row.comment:
            yield f"    comment: {_scalar(row.comment, lines=True)}"


def _scalar(text: str, *, lines: bool = False) -> str:
    """A text as YAML: plain where nobody can misread it, else in double quotes, on one line."""
    if _PLAIN.fullmatch(text):
        return text
    text = clean(text, lines=lines).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def open_game(path: Path) -> Record:
    """The record in a game file. Raises `NotAGame` and `NewerRecord`."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except OSError as fault:
        raise NotAGame(str(path), phrase("it cannot be read ({why})", why=fault.strerror)) from None
    if is_card(text := data.decode("utf-8", "replace")):
        return read_card(text, path.name)
    return read_game(data, path.name)


def read_game(data: str | bytes, name: str = "") -> Record:
    """The record in the text of a game file. Raises `NotAGame`, with line and column, and `NewerRecord`."""
    from game.scenarios.events import read

    name = name or phrase("This")
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    _, tree, findings = read(name, raw)
    if findings:
        raise NotAGame(name, findings[0].message, findings[0].line, findings[0].column)
    if tree is None:
        raise NotAGame(name, phrase("there is nothing in it"))
    return _Reader(name, tree).record()


class _Reader:
    """Takes what stands in a file for the parts of a record, and says where it is not."""

    def __init__(self, name: str, tree: "Mapping") -> None:
        self.name = name
        self.tree = tree

    def record(self) -> Record:
        tree = self.tree
        found = self.number(tree, "game", FORMAT)
        if found > FORMAT:
            raise NewerRecord(self.name, found, FORMAT)
        self.known_keys(tree, _TOP)
        header = Header(
            FORMAT,
            self.text(tree, "scenario", needed=True),
            self.text(tree, "rules"),
            self.text(tree, "wording"),
            self.text(tree, "language") or "en",
            self.number(tree, "seed", 0),
            self.seats(),
            self.text(tree, "parent"),
            self.number(tree, "at", 0),
            self.text(tree, "begun"),
            self.text(tree, "form"),
            self.said(tree, "knowing"),
        )
        moves = tree.get("moves")
        if not isinstance(moves, list):
            raise self.fault(phrase("`moves` must be a list of moves"), tree, "moves")
        rows = tuple(self.row(number, *each) for number, each in enumerate(zip(moves, moves.marks, strict=True), 1))
        return Record(header, rows, self.text(tree, "title"))

    def seats(self) -> tuple[str, str]:
        seats = self.tree.get("seats", [HUMAN, HUMAN])
        if isinstance(seats, list) and len(seats) == 2:
            first, second = seats
            if isinstance(first, str) and isinstance(second, str):
                return clean(first), clean(second)
        raise self.fault(phrase("`seats` must name who plays each of the two sides"), self.tree, "seats")

    def row(self, number: int, move: "Placed", mark: "Mark") -> Row:
        if isinstance(move, str):
            return Row(number, -1, clean(move))
        if isinstance(move, list):
            raise NotAGame(self.name, phrase("a move is a text, or has a `move:`"), mark.line + 1, mark.column + 1)
        is_move = ARGUE not in move
        self.known_keys(move, _MOVE if is_move else _ARGUMENT)
        side = self.number(move, "side", -1)
        if side not in (-1, 0, 1):
            raise self.fault(phrase("`side` is 0 or 1, in declared order of the sides"), move, "side")
        return Row(
            number,
            side,
            self.text(move, "move", needed=True) if is_move else ARGUE,
            self.text(move, "typed") if is_move else self.text(move, ARGUE, needed=True),
            self.text(move, "reason"),
            self.text(move, "digest"),
            self.text(move, "comment", lines=True),
        )

    def text(self, mapping: "Mapping", key: str, *, needed: bool = False, lines: bool = False) -> str:
        value = mapping.get(key, "")
        if not isinstance(value, str):
            raise self.fault(phrase("`{key}` must be a text", key=key), mapping, key)
        if needed and not value.strip():
            raise self.fault(phrase("`{key}` is missing", key=key), mapping, key)
        return clean(value, lines=lines)

    def said(self, mapping: "Mapping", key: str) -> bool:
        value = mapping.get(key, _NO)
        if value not in (_YES, _NO):
            raise self.fault(phrase("`{key}` must be {yes} or {no}", key=key, yes=_YES, no=_NO), mapping, key)
        return value == _YES

    def number(self, mapping: "Mapping", key: str, otherwise: int) -> int:
        value = mapping.get(key)
        if value is None:
            return otherwise
        if not isinstance(value, str) or not _NUMBER.fullmatch(value):
            raise self.fault(phrase("`{key}` must be a whole number", key=key), mapping, key)
        return int(value)

    def known_keys(self, mapping: "Mapping", keys: tuple[str, ...]) -> None:
        for key in mapping:
            if key not in keys:
                why = phrase(
                    "`{key}` is not a part of it; the parts are {keys}", key=clean(key, 40), keys=", ".join(keys)
                )
                raise self.fault(why, mapping, key)

    def fault(self, why: str, mapping: "Mapping", key: str) -> NotAGame:
        mark = mapping.marks.get(key)
        if mark is None:
            mark = next(iter(mapping.key_marks.values()), None)
        return NotAGame(self.name, why, mark.line + 1, mark.column + 1) if mark else NotAGame(self.name, why)
