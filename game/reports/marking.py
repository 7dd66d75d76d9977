"""Marks: a sheet with a row for each thing said, what judges wrote in it, and what it comes to.

People mark. Nothing here looks at what was said: it only reads numbers and adds them up.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Spoke
from game.engine.scenario import Scenario
from game.phrases import phrase
from game.records.notes import AFTER, BEFORE, MARK, REFLECTION, Note
from game.records.replay import Replayed
from game.reports.debrief import teller
from game.reports.document import Block, Grid, Paragraph, Section
from game.reports.rows import Cell, harmless

LEVELS = ("1", "2", "3", "4")


class NotAMark(ValueError):
    """A cell that holds no mark: where, in one sentence."""


class Spoken(NamedTuple):
    """Something said in one move."""

    move: int
    side: int
    who: str
    said: str


def spoken(scenario: Scenario, replayed: Replayed) -> list[Spoken]:
    """What can be marked: every move in which somebody spoke."""
    tell = teller(scenario)
    found = []
    for turn in replayed.turns:
        lines = [line for event in turn.events if isinstance(event, Spoke) for line in event.lines if line.speaker]
        if lines:
            said = turn.typed or " ".join(scenario.words.get(line.id, "") for line in lines)
            found.append(Spoken(turn.number, turn.side, tell.person(lines[0].speaker), said))
    return found


def sheet(scenario: Scenario, replayed: Replayed, criteria: Sequence[str], marks: Sequence[Note] = ()) -> str:
    """A mark sheet as CSV: one row for each thing said, one column for each criterion, and what was marked before."""
    given = {(note.move, note.topic): note.said for note in marks if note.kind == MARK}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["move", "side", "who", "said", *criteria])
    for each in spoken(scenario, replayed):
        cells = [given.get((each.move, criterion), "") for criterion in criteria]
        row: list[Cell] = [each.move, scenario.sides[each.side].id, each.who, each.said, *cells]
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def read_sheet(text: str, judge: str, criteria: Sequence[str], moves: int) -> list[Note]:
    """The marks in a sheet that came back. Raises `NotAMark`."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    if missing := [each for each in ("move", *criteria) if each not in (rows.fieldnames or [])]:
        raise NotAMark(phrase("The sheet has no column '{missing}', so nothing was kept.", missing=missing[0]))
    return [note for number, row in enumerate(rows, 2) for note in _marks(row, number, judge, criteria, moves)]


def _marks(row: dict[str, str], number: int, judge: str, criteria: Sequence[str], moves: int) -> Iterator[Note]:
    move = (row["move"] or "").strip()
    if not move.isdecimal() or not 1 <= int(move) <= moves:
        raise NotAMark(
            phrase("Row {number} of the sheet names no move of this game, so nothing was kept.", number=number)
        )
    for criterion in criteria:
        if mark := (row[criterion] or "").strip():
            yield one(
                judge,
                int(move),
                criterion,
                mark,
                phrase("Row {number}, {criterion}", number=number, criterion=criterion),
            )


def one(judge: str, move: int, criterion: str, mark: str, where: str = "") -> Note:
    """A mark. Raises `NotAMark`."""
    if mark not in LEVELS:
        raise NotAMark(
            phrase(
                "{where}: a mark is 1, 2, 3 or 4, and '{mark}' is none of these. Nothing was kept.",
                where=where or phrase("A mark"),
                mark=mark[:20],
            )
        )
    return Note(MARK, judge, move, criterion, mark)


def typed(text: str, judge: str, move: int, criteria: Sequence[str]) -> list[Note]:
    """The marks that a judge types while the talks go on: `claim 3 tone 4`, or one figure for all.

    Raises `NotAMark`.
    """
    words = text.lower().split()
    if len(words) == 1:
        words = [part for criterion in criteria for part in (criterion, words[0])]
    if not move:
        raise NotAMark(phrase("Nothing has been said yet that could be marked."))
    if not words or len(words) % 2:
        raise NotAMark(phrase("Say what is marked, and 1 to 4: {name} 3", name=criteria[0] if criteria else "claim"))
    if unknown := [name for name in words[::2] if name not in criteria]:
        raise NotAMark(
            phrase("'{name}' is not marked; what is: {criteria}.", name=unknown[0][:20], criteria=", ".join(criteria))
        )
    return [one(judge, move, name, mark) for name, mark in zip(words[::2], words[1::2], strict=True)]


def section(scenario: Scenario, replayed: Replayed, criteria: Sequence[str], notes: Sequence[Note]) -> Section:
    """What people marked and wrote, as a part of a report."""
    return Section(
        "people",
        phrase("What people marked and wrote"),
        (*_means(scenario, replayed, criteria, notes), *_answers(notes)),
    )


def _means(scenario: Scenario, replayed: Replayed, criteria: Sequence[str], notes: Sequence[Note]) -> Iterator[Block]:
    marks = [note for note in notes if note.kind == MARK]
    if not marks:
        return
    judges = ", ".join(dict.fromkeys(note.who for note in marks))
    rows = []
    for criterion in criteria:
        cells = []
        for side in (0, 1):
            given = [int(n.said) for n in marks if n.topic == criterion and replayed.turns[n.move - 1].side == side]
            cells.append(f"{sum(given) / len(given):.1f} ({len(given)})" if given else phrase("not marked"))
        rows.append((criterion.capitalize(), *cells))
    tell = teller(scenario)
    caption = phrase("Mean of the marks from 1 to 4, and how many there are. Judges: {judges}", judges=judges)
    yield Grid(caption, (phrase("Marked"), tell.of(0), tell.of(1)), tuple(rows), (1, 2))


def _answers(notes: Sequence[Note]) -> Iterator[Block]:
    titles = {BEFORE: phrase("Before"), AFTER: phrase("After"), REFLECTION: phrase("Reflection")}
    for kind, title in titles.items():
        for note in notes:
            if note.kind == kind:
                yield Paragraph(f"{note.topic} {note.said}", f"{title}, {note.who}:")
