"""The folder of papers: every paper as a page, and one page that says what each is for."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from game.phrases import phrase, small
from game.reports import html
from game.reports.handouts import pupils, teacher
from game.reports.handouts.paper import Materials, Paper, page, sheet
from game.reports.handouts.pupils import LEVELS
from game.reports.handouts.seating import WHO, Seating, seating
from game.reports.plots import inside

START = "start-here.html"


def papers(made: Materials) -> list[Paper]:
    """Every paper: the pupils', then the teacher's."""
    return [*pupils.papers(made), *teacher.papers(made)]


def folder(made: Materials) -> Mapping[str, str]:
    """Every page by its path in the folder."""
    found = papers(made)
    return {START: _start(made, found), **{each.file: page(each) for each in found}}


CLASSES = (28, 29, 30, 31, 32)
"""Pupils in the classes for which copies are counted."""


def _start(made: Materials, found: list[Paper]) -> str:
    words = made.scenario.words
    form = f", {small(words['scenario:form'])}" if "scenario:form" in words else ""
    parts = [
        f"<header><h1>{escape(words['scenario:title'])}{escape(form)}</h1>",
        f'<p>{escape(_what(made))}</p></header>\n<main class="teacher dense">\n<p>{escape(_how(made))}</p>\n',
        *(_table(made, title, group) for title, group in _groups(made, found)),
        "</main>\n",
    ]
    return html.page(phrase("Papers: {title}", title=words["scenario:title"]), "".join(parts), style=sheet())


def _what(made: Materials) -> str:
    """What these papers are."""
    told = [phrase("The papers of a lesson.")]
    if "quick-start" in made.lesson.texts:
        told.append(phrase("Begin with the quick start for the teacher."))
    told.append(phrase("This page is for the teacher: the titles tell what pupils should find out themselves."))
    return " ".join(told)


def _how(made: Materials) -> str:
    """How they are printed."""
    tables = seating(made.scenario, 30).tables
    told = [
        phrase("Print from the browser, on A4 or Letter, on both sides if you like."),
        phrase(
            "Under the number of your pupils stands how many copies to print; a table has {people} of them, and 30 "
            "pupils need {tables} tables.",
            people=len(tables[0]),
            tables=len(tables),
        ),
    ]
    if set(LEVELS) <= set(made.lesson.texts):
        told.append(phrase("Of the two backgrounds each pupil gets one."))
    return " ".join(told)


def _groups(made: Materials, found: list[Paper]) -> Iterator[tuple[str, list[Paper]]]:
    """The papers by who may read them."""
    yield phrase("For the teacher"), [each for each in found if each.file.startswith("teacher/")]
    shared = [each for each in found if each.file.startswith("pupils/") and not each.secret]
    yield phrase("For pupils of both sides"), shared
    for side in (0, 1):
        own = f"pupils/{made.scenario.sides[side].id}/"
        title = phrase("For {side} alone", side=inside(made.teller.side(side)))
        yield title, [each for each in found if each.file.startswith(own)]


def _table(made: Materials, title: str, group: list[Paper]) -> str:
    classes = [seating(made.scenario, pupils) for pupils in CLASSES]
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in (phrase("Paper"), phrase("One for")))
    heads += "".join(f'<th scope="col" class="figure">{pupils}</th>' for pupils in CLASSES)
    rows = "".join(_row(each, classes) for each in sorted(group, key=lambda paper: paper.file))
    return (
        f'<div class="whole"><div class="wide" role="region" tabindex="0" aria-label="{escape(title)}"><table>'
        f"<caption>{escape(title)}</caption><thead><tr>{heads}</tr></thead>\n"
        f"<tbody>{rows}</tbody></table></div></div>\n"
    )


def _row(paper: Paper, classes: Sequence[Seating]) -> str:
    mark = f" ({paper.mark})" if paper.mark else ""
    link = f'<a href="{escape(paper.file)}">{escape(_called(paper))}</a>{escape(mark)}'
    who = phrase(paper.copies) if paper.copies in WHO else phrase("whoever plays it")
    counts = "".join(f'<td class="figure">{each.copies(paper.copies)}</td>' for each in classes)
    return f'<tr><th scope="row">{link}</th><td>{escape(who)}</td>{counts}</tr>'


def _called(paper: Paper) -> str:
    """The title; of the two backgrounds, which."""
    name = paper.file.rpartition("/")[2].removesuffix(".html")
    if "background" not in name:
        return paper.title
    return phrase("{title} (short)" if name.endswith("short") else "{title} (long)", title=paper.title)
