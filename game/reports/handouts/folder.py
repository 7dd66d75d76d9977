"""The folder of papers: every paper as a page, and one page that says what each is for."""

from collections.abc import Mapping
from html import escape

from game.reports import html
from game.reports.handouts import pupils, teacher
from game.reports.handouts.paper import Materials, Paper, page
from game.reports.plots import inside

START = "start-here.html"


def papers(made: Materials) -> list[Paper]:
    """Every paper: the pupils', then the teacher's."""
    return [*pupils.papers(made), *teacher.papers(made)]


def folder(made: Materials) -> Mapping[str, str]:
    """Every page by its path in the folder."""
    found = papers(made)
    return {START: _start(made, found), **{each.file: page(each) for each in found}}


def _start(made: Materials, found: list[Paper]) -> str:
    words = made.scenario.words
    form = f", {words['scenario:form'].lower()}" if "scenario:form" in words else ""
    parts = [
        f"<header><h1>{escape(words['scenario:title'])}{escape(form)}</h1>",
        "<p>The papers of a lesson. Begin with the quick start for the teacher. This page is for the teacher: the "
        "titles tell what pupils should find out themselves.</p></header>\n<main>\n",
    ]
    groups = {
        "For the teacher": [each for each in found if each.file.startswith("teacher/")],
        "For every pupil": [each for each in found if each.file.startswith("pupils/") and not each.secret],
        **{
            f"For {inside(made.teller.side(side))} alone": [
                each for each in found if each.file.startswith(f"pupils/{made.scenario.sides[side].id}/")
            ]
            for side in (0, 1)
        },
    }
    for title, group in groups.items():
        links = "".join(f'<li><a href="{escape(each.file)}">{escape(_called(each))}</a></li>' for each in group)
        parts.append(f"<h2>{escape(title)}</h2>\n<ul>{links}</ul>\n")
    return html.page(f"Papers: {words['scenario:title']}", "".join([*parts, "</main>\n"]))


def _called(paper: Paper) -> str:
    """The title; of the two backgrounds, which."""
    name = paper.file.rpartition("/")[2].removesuffix(".html")
    return f"{paper.title} ({name.rpartition('-')[2]})" if "background" in name else paper.title
