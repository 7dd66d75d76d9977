"""Every text of a scenario for whoever translates it: what it says, who says it, where, and what it must keep."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game import limits
from game.engine.lines import Line
from game.engine.scenario import Scenario
from game.phrases import phrase

SLOT = re.compile(r"\{[a-z-]+\}")
"""What is filled in: `{speaker}`, `{package}`."""

_NO_WORDS = re.compile(
    "scenario:begins|.*:(sure|source)|cables/[^:]+:(style|open:raised-by|reading:[^:]+:meter)|recorded:open:.*"
    "|debrief/points/[^:]+:at:.*|map:.*|map/[^:]+:(sign|placed|at|said)"
)
"""Ids of texts that are read as something else than words: the clock, tags, names of issues, places on a map."""

COLUMNS = ("id", "speaker", "context", "note", "text", "translation")
"""Of a table: the first of a `Text`, and its translation."""


class Text(NamedTuple):
    """One text."""

    id: str
    """Its id among the scenario's words; a translation is found by it."""
    speaker: str
    """Who says it; the empty text where nobody does."""
    context: str
    """Where it stands."""
    note: str
    """What a translation must keep."""
    text: str
    """As it stands; of a text that changes with a number, what is said of one thing."""
    many: str = ""
    """What is said of none or several; the empty text where no number changes it."""


class Entry(NamedTuple):
    """A translation as a file has it."""

    original: str
    """The text from which it was made."""
    translation: str
    line: int
    """Where it stands in its file, from 1."""


def is_words(id_: str) -> bool:
    """Whether the text of an id is for people to read, so that it can be translated."""
    return not _NO_WORDS.fullmatch(id_)


def texts(scenario: Scenario) -> Iterator[Text]:
    """Every text that somebody may read or hear, in the order of the scenario."""
    speakers = {line.id: line.speaker for line in _lines(scenario)}
    kinds = {move.text: move.kind for move in scenario.moves}
    sides = {node.id: scenario.sides[node.side].id for node in scenario.nodes if node.side >= 0}
    for id_, text in scenario.words.items():
        if not is_words(id_):
            continue
        speaker = speakers.get(id_, "")
        name = scenario.words.get(f"people/{speaker}:name", speaker) if speaker else ""
        yield Text(id_, name, _context(id_, kinds, sides), _note(id_, text, bool(speaker)), text)


def of_form(form: Scenario, whole: Scenario) -> Iterator[Text]:
    """Every text that a form has of its own, or under another id than the whole."""
    for each in texts(form):
        if whole.words.get(each.id) != each.text:
            yield each._replace(id=f"{of_form_id(form.form)}{each.id}", context=f"{form.form}: {each.context}")


def of_form_id(form: str) -> str:
    """How the ids of a form's own texts begin."""
    return f"forms/{form}/"


def _lines(scenario: Scenario) -> Iterator[Line]:
    for move in scenario.moves:
        yield from move.lines
        yield from move.again.lines if move.again else ()
    for issue in scenario.issues:
        for settlement in issue.settlements:
            for said in (settlement.put, settlement.accept):
                for lines in said:
                    yield from lines
            for moods in settlement.refuse:
                for lines in moods:
                    yield from lines
    for both in scenario.table_lines.values():
        for lines in both:
            yield from lines


def _context(id_: str, kinds: Mapping[str, str], sides: Mapping[str, str]) -> str:
    """Where a text stands, in words: `il28/answer.castro:again:1` is a second saying of a move."""
    place, _, part = id_.partition(":")
    if place in kinds:
        node = place.partition(".")[0]
        what = {"label": "label", "scene": "scene", "cable": "telegram", "again": "said again"}.get(
            part.split(":")[0], ""
        )
        return f"{kinds[place]} by {sides.get(node, '')}, {node}" + (f", {what}" if what else "")
    return f"{place}, {part}" if part else place


def _note(id_: str, text: str, spoken: bool) -> str:
    """What a translation must keep."""
    notes = []
    if slots := sorted(set(SLOT.findall(text))):
        notes.append(f"Keep {' and '.join(slots)}.")
    if spoken:
        notes.append(f"Spoken: at most {limits.SPEECH_WORDS} words.")
    elif id_.endswith(":label") or id_.startswith("claims/"):
        notes.append(f"At most {limits.LABEL_WORDS} words, no full stop.")
    elif id_.startswith("glossary/") and id_.endswith(":term"):
        notes.append("As it stands in the lines; with a capital letter it is found only so.")
    elif id_.endswith(":scene"):
        notes.append(f"At most {limits.SCENE_WORDS} words.")
    if id_.startswith("briefs/"):
        notes.append("Markdown: keep the signs at the beginning of lines.")
    return " ".join(notes)


def as_csv(found: Iterator[Text], translated: Mapping[str, str]) -> str:
    """A table for a spreadsheet, with what is translated already in its last column."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for each in found:
        rows.writerow(_harmless(cell) for cell in (*each[:-1], translated.get(each.id, "")))
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: before one of their signs, or a quote, stands a quote."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "'") else cell


def from_csv(text: str) -> dict[str, Entry]:
    """By id the text that was translated and its translation; rows without one left out. Raises ValueError."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if rows.fieldnames is None or not {"id", "text", "translation"} <= set(rows.fieldnames):
        raise ValueError(phrase("the first line does not name the columns id, text and translation"))
    found = {}
    for row in rows:
        id_, original, translation = (_as_it_was(row[key] or "") for key in ("id", "text", "translation"))
        if translation.strip():
            found[id_] = Entry(original, translation, rows.line_num)
    return found


def _as_it_was(cell: str) -> str:
    return cell[1:] if re.match(r"'[=+\-@']", cell) else cell
