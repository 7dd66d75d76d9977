"""A paper: one file to print. Its parts are those of a document, and a few to write on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple, TypeAlias

from game.engine.scenario import Scenario
from game.engine.views import known
from game.phrases import noted, phrase
from game.places import data
from game.reports import html
from game.reports.document import Block, Grid
from game.reports.handouts.seating import TEACHER
from game.scenarios.lesson import Lesson
from game.speech.telling import Teller


class Boxes(NamedTuple):
    """Things to tick, under a question, each with a box under every head."""

    question: str
    heads: tuple[str, ...]
    items: tuple[str, ...]
    bare: tuple[str, ...] = ()
    """Items at the end that have only the last box."""


class Fields(NamedTuple):
    """Short words to write by hand, beside each other."""

    labels: tuple[str, ...]


class Fine(NamedTuple):
    """Something for whoever wants to look it up, in small print."""

    text: str


class Columns(NamedTuple):
    """Short lists beside each other, each with a title."""

    lists: tuple[tuple[str, tuple[str, ...]], ...]


class Break(NamedTuple):
    """What follows begins on another page."""


class Lines(NamedTuple):
    """Room to write by hand."""

    label: str
    rows: int = 1


class Text(NamedTuple):
    """A text of the scenario in Markdown. Its first heading is the paper's title, so it is left out."""

    markdown: str


class Sheet(NamedTuple):
    """A table with empty cells to write in: the heads, what stands in the first column, and how high a row is."""

    caption: str
    heads: tuple[str, ...]
    names: tuple[str, ...]
    height: float = 2
    """Lines of writing in a row."""
    widths: tuple[int, ...] = ()
    """Of the columns, in hundredths of the page; as they come, where nothing is said."""


Part: TypeAlias = Block | Boxes | Fields | Fine | Columns | Break | Lines | Text | Sheet


class Paper(NamedTuple):
    """One file."""

    file: str
    """Its path in the folder of the papers: `pupils/us/stevenson.html`."""
    title: str
    whose: str
    """For whose eyes it is."""
    parts: tuple[Part, ...]
    secret: bool = False
    dense: bool = False
    """Whether it is set closer, to stay on one page."""
    copies: str = TEACHER
    """Who gets it: one of the words of `seating`, or a person."""

    @property
    def mark(self) -> str:
        """What is printed at its head, by which other papers call it: teacher 3."""
        where, _, name = self.file.rpartition("/")
        number = name.partition("-")[0]
        return phrase(_MARKS[where], number=number) if number.isdecimal() else ""


_MARKS = noted({"pupils": "pupils {number}", "teacher": "teacher {number}"})
"""How a paper is called, by its folder."""


@dataclass(frozen=True)
class Materials:
    """What papers are made of: a scenario in the form that is played, and the texts for its lesson."""

    scenario: Scenario
    lesson: Lesson
    teller: Teller = field(init=False)

    def __post_init__(self) -> None:
        """Know who puts things in words."""
        words = self.scenario.words
        object.__setattr__(self, "teller", Teller(lambda id_: words.get(id_, ""), known(self.scenario, 0)))


def sheet() -> str:
    """How papers look, beyond what is so for every page."""
    return (data("assets") / "handout.css").read_text(encoding="utf-8")


def page(paper: Paper) -> str:
    """A paper as a page to print."""
    mark = f' <span class="mark">{escape(paper.mark)}</span>' if paper.mark else ""
    whose = f'<p class="whose{" secret" if paper.secret else ""}">{escape(paper.whose)}{mark}</p>'
    body = "\n".join(_part(each, f"part-{number}") for number, each in enumerate(paper.parts))
    reader = ("teacher" if paper.file.startswith("teacher/") else "pupil") + (" dense" if paper.dense else "")
    return html.page(
        paper.title,
        f'<header>{whose}\n<h1>{escape(paper.title)}</h1></header>\n<main class="{reader}">\n{body}\n</main>\n',
        style=sheet(),
    )


def _part(part: Part, id: str) -> str:
    match part:
        case Boxes():
            return _boxes(part)
        case Fields(labels):
            return f'<p class="fields">{"".join(f"<span>{escape(each)}</span>" for each in labels)}</p>'
        case Fine(text):
            return f'<p class="fine">{escape(text)}</p>'
        case Columns(lists):
            return _columns(lists)
        case Break():
            return '<div class="break"></div>'
        case Lines(label, rows):
            blank = '<div class="line"></div>' * rows
            return f'<div class="question"><p>{escape(label)}</p>{blank}</div>'
        case Text(text):
            return html.markdown(_without_title(text), 0)
        case Sheet():
            return _sheet(part)
        case Grid():
            # A table that fits on a page is not cut in two.
            whole = html.grid(part)
            return f'<div class="whole">{whole}</div>' if len(part.rows) <= WHOLE else whole
        case _:
            return html.block(part, id)


WHOLE = 24
"""Rows of a table that is kept on one page."""

BOX = '<span class="box"></span>'


def _boxes(part: Boxes) -> str:
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in part.heads)
    full, last = f"<td>{BOX}</td>" * len(part.heads), f"{'<td></td>' * (len(part.heads) - 1)}<td>{BOX}</td>"
    way = f'<th scope="col"><span class="unseen">{escape(phrase("Way"))}</span></th>'
    rows = "".join(
        f'<tr>{boxes}<th scope="row">{escape(each)}</th></tr>'
        for items, boxes in ((part.items, full), (part.bare, last))
        for each in items
    )
    return (
        f'<table class="boxes"><caption>{escape(part.question)}</caption><thead><tr>{heads}'
        f"{way}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _columns(lists: Sequence[tuple[str, Sequence[str]]]) -> str:
    parts = []
    for title, items in lists:
        listed = "".join(f"<li>{escape(each)}</li>" for each in items)
        parts.append(f"<div><h3>{escape(title)}</h3><ul>{listed}</ul></div>")
    return f'<div class="columns">{"".join(parts)}</div>'


def _sheet(part: Sheet) -> str:
    columns = "".join(f'<th scope="col">{escape(each)}</th>' for each in part.heads)
    widths = "".join(f'<col style="width:{each}%">' for each in part.widths)
    # A cell that is to be written in says so to whoever hears the page.
    empty = f'<td><span class="unseen">{escape(phrase("to fill in"))}</span></td>' * (len(part.heads) - 1)
    rows = "".join(
        f'<tr style="height:{1.6 * part.height:.1f}rem"><th scope="row">{escape(each)}</th>{empty}</tr>'
        for each in part.names
    )
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(part.caption)}"><table class="sheet">'
        f"<caption>{escape(part.caption)}</caption><colgroup>{widths}</colgroup><thead><tr>{columns}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _without_title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.startswith("# ") else text


def title_of(text: str, otherwise: str) -> str:
    """The first heading of a text."""
    first = text.lstrip().partition("\n")[0]
    return first.removeprefix("# ").strip() if first.startswith("# ") else otherwise
