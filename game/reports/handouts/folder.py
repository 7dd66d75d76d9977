"""The folder of papers: every paper as a page, and one page that says what each is for."""

from collections.abc import Mapping, Sequence
from html import escape

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
    form = f", {words['scenario:form'].lower()}" if "scenario:form" in words else ""
    begin = " Begin with the quick start for the teacher." if "quick-start" in made.texts else ""
    one = " Of the two backgrounds each pupil gets one." if set(LEVELS) <= set(made.texts) else ""
    classes = [seating(made.scenario, pupils) for pupils in CLASSES]
    parts = [
        f"<header><h1>{escape(words['scenario:title'])}{escape(form)}</h1>",
        f"<p>The papers of a lesson.{begin} This page is for the teacher: the titles tell what pupils should find out "
        'themselves.</p></header>\n<main class="teacher dense">\n',
        "<p>Print from the browser, on A4 or Letter, on both sides if you like. Under the number of your pupils stands "
        f"how many copies to print; a table has {len(classes[0].tables[0])} of them, and 30 pupils need "
        f"{len(seating(made.scenario, 30).tables)} tables.{one}</p>\n",
    ]
    groups = {
        "For the teacher": [each for each in found if each.file.startswith("teacher/")],
        "For pupils of both sides": [each for each in found if each.file.startswith("pupils/") and not each.secret],
        **{
            f"For {inside(made.teller.side(side))} alone": [
                each for each in found if each.file.startswith(f"pupils/{made.scenario.sides[side].id}/")
            ]
            for side in (0, 1)
        },
    }
    heads = "".join(f'<th scope="col" class="figure">{pupils}</th>' for pupils in CLASSES)
    for title, group in groups.items():
        rows = "".join(_row(each, classes) for each in sorted(group, key=lambda paper: paper.file))
        parts.append(
            f'<div class="whole"><div class="wide" role="region" tabindex="0" aria-label="{escape(title)}"><table>'
            f'<caption>{escape(title)}</caption><thead><tr><th scope="col">Paper</th><th scope="col">One for</th>'
            f"{heads}</tr></thead>\n<tbody>{rows}</tbody></table></div></div>\n"
        )
    return html.page(f"Papers: {words['scenario:title']}", "".join([*parts, "</main>\n"]), style=sheet())


def _row(paper: Paper, classes: Sequence[Seating]) -> str:
    mark = f" ({paper.mark})" if paper.mark else ""
    link = f'<a href="{escape(paper.file)}">{escape(_called(paper))}</a>{escape(mark)}'
    who = paper.copies if paper.copies in WHO else "whoever plays it"
    counts = "".join(f'<td class="figure">{each.copies(paper.copies)}</td>' for each in classes)
    return f'<tr><th scope="row">{link}</th><td>{escape(who)}</td>{counts}</tr>'


def _called(paper: Paper) -> str:
    """The title; of the two backgrounds, which."""
    name = paper.file.rpartition("/")[2].removesuffix(".html")
    return f"{paper.title} ({name.rpartition('-')[2]})" if "background" in name else paper.title
