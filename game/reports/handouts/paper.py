"""A paper: one file to print. Its parts are those of a document, and a few to write on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple, TypeAlias

from game.engine.scenario import Scenario
from game.engine.views import known
from game.reports import html
from game.reports.document import Block, Section
from game.speech.telling import Teller


class Boxes(NamedTuple):
    """Things to tick, under a question."""

    question: str
    items: tuple[str, ...]


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
    height: int = 2
    """Lines of writing in a row."""


Part: TypeAlias = Block | Boxes | Lines | Text | Sheet


class Paper(NamedTuple):
    """One file."""

    file: str
    """Its path in the folder of the papers: `pupils/us/stevenson.html`."""
    title: str
    whose: str
    """For whose eyes it is."""
    parts: tuple[Part, ...]
    secret: bool = False


@dataclass(frozen=True)
class Materials:
    """What papers are made of: a scenario in the form that is played, and the texts of its `handouts` folder."""

    scenario: Scenario
    texts: Mapping[str, str]
    """Markdown by name: `agenda`, `people/zorin`."""
    criteria: Sequence["Criterion"] = ()
    questions: Sequence[str] = ()
    """To be asked before and after."""
    reflection: Sequence[str] = ()
    teller: Teller = field(init=False)

    def __post_init__(self) -> None:
        """Know who puts things in words."""
        words = self.scenario.words
        object.__setattr__(self, "teller", Teller(lambda id_: words.get(id_, ""), known(self.scenario, 0)))


class Criterion(NamedTuple):
    """What an argument is marked by, and what each of the four levels looks like."""

    id: str
    title: str
    asks: str
    levels: tuple[str, ...]


STYLE = """
.whose { font-family: Arial, "Liberation Sans", sans-serif; font-size: 0.9rem; letter-spacing: 0.04em; margin: 0; }
.secret { border: 3px solid #a3261d; padding: 0.4rem 0.7rem; font-weight: 700; color: #8a1f17; }
.name { border-bottom: 1px solid #4a4a4a; margin: 0.8rem 0; padding-bottom: 0.2rem; }
.line { border-bottom: 1px solid #8b867c; height: 2rem; }
.boxes { list-style: none; padding-left: 0; }
.boxes li::before { content: ""; display: inline-block; width: 0.85em; height: 0.85em; border: 1.5px solid #1c1c1c;
  margin-right: 0.6em; vertical-align: -0.08em; }
.sheet td, .sheet th { border: 1px solid #4a4a4a; padding: 0.3rem 0.5rem; }
.question { break-inside: avoid; }
.question h2 { font-size: 1.05rem; border: 0; margin: 0.9rem 0 0.2rem; }
.question p { margin: 0.5rem 0 0; }
@media print { .wide:has(.sheet) { break-inside: avoid; } .line { height: 1.7rem; } .boxes { margin: 0.2rem 0; } }
"""


def page(paper: Paper) -> str:
    """A paper as a page to print."""
    whose = f'<p class="whose{" secret" if paper.secret else ""}">{escape(paper.whose)}</p>'
    body = "\n".join(_part(each, f"part-{number}") for number, each in enumerate(paper.parts))
    return html.page(
        paper.title,
        f"<header>{whose}\n<h1>{escape(paper.title)}</h1></header>\n<main>\n{body}\n</main>\n",
        style=STYLE,
    )


def _part(part: Part, id: str) -> str:
    match part:
        case Boxes(question, items):
            ticks = "".join(f"<li>{escape(each)}</li>" for each in items)
            return f'<div class="question"><h2>{escape(question)}</h2><ul class="boxes">{ticks}</ul></div>'
        case Lines(label, rows):
            blank = '<div class="line"></div>' * rows
            return f'<div class="question"><p>{escape(label)}</p>{blank}</div>'
        case Text(text):
            return html.markdown(_without_title(text), 0)
        case Sheet(caption, heads, names, height):
            return _sheet(caption, heads, names, height)
        case _:
            return html.block(part, id)


def _sheet(caption: str, heads: Sequence[str], names: Sequence[str], height: int) -> str:
    columns = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    # A cell that is to be written in says so to whoever hears the page.
    empty = '<td><span class="unseen">to fill in</span></td>' * (len(heads) - 1)
    rows = "".join(
        f'<tr style="height:{1.6 * height:.1f}rem"><th scope="row">{escape(each)}</th>{empty}</tr>' for each in names
    )
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table class="sheet">'
        f"<caption>{escape(caption)}</caption><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _without_title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.startswith("# ") else text


def title_of(text: str, otherwise: str) -> str:
    """The first heading of a text."""
    first = text.lstrip().partition("\n")[0]
    return first.removeprefix("# ").strip() if first.startswith("# ") else otherwise


def section_parts(section: Section) -> tuple[Part, ...]:
    """A section of a report as parts of a paper."""
    return section.blocks
