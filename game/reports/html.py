"""Documents as HTML: one file that needs no network and no script, for a telephone as for paper.

Every text is escaped; a page may not load, send or run anything, and says so to the browser.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from game.phrases import language, phrase
from game.places import data
from game.reports.document import Block, Document, Figure, Grid, Items, Paragraph, Prose, Section
from game.reports.svg import svg
from game.speech.writing import attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may do with a page: show it."""


def page(title: str, body: str, *, style: str = "") -> str:
    """A whole page around a body that is HTML already, in the language that is spoken."""
    sheet = (data("assets") / "paper.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html {attributes(language())}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{sheet}{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def document(found: Document) -> str:
    """A document as a page."""
    contents = "".join(
        f'<li><a href="#{escape(each.id)}">{escape(each.title)}</a></li>' for each in found.sections if each.title
    )
    parts = [
        f"<header><h1>{escape(found.title)}</h1>\n<p>{escape(found.subtitle)}</p></header>\n",
        f'<nav aria-label="{escape(phrase("Contents"))}"><ol>{contents}</ol></nav>\n<main>\n',
        *(section(each) for each in found.sections),
        "</main>\n",
    ]
    return page(found.title, "".join(parts))


def section(found: Section) -> str:
    """A section."""
    inner = "\n".join(block(each, f"{found.id}-{number}") for number, each in enumerate(found.blocks))
    return f'<section id="{escape(found.id)}">\n<h2>{escape(found.title)}</h2>\n{inner}\n</section>\n'


def block(found: Block, id: str) -> str:
    """A part of a document; `id` must be the only one of its kind on the page."""
    match found:
        case Paragraph(text, lead):
            return f"<p>{f'<strong>{escape(lead)}</strong> ' if lead else ''}{escape(text)}</p>"
        case Items(items, numbered):
            kind = "ol" if numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{escape(each)}</li>' for each in items)}</{kind}>"
        case Grid():
            return grid(found)
        case Figure(chart, sentence, table):
            return (
                f"<figure>{svg(chart, id)}<figcaption>{escape(sentence)}</figcaption></figure>\n"
                f"<details><summary>{escape(phrase('The figures of this chart'))}</summary>{grid(table)}</details>"
            )
        case Prose(title, text):
            return f'<div class="prose"><h3>{escape(title)}</h3>\n{markdown(text, 3)}</div>'


WHOLE = 12
"""Rows of a table that is not cut in two where a page is printed."""


def grid(table: Grid) -> str:
    """A table in a frame of its own, so that a wide one scrolls and the page does not."""
    frame = "wide whole" if len(table.rows) <= WHOLE else "wide"
    heads = "".join(f'<th scope="col"{_figure(table, n)}>{escape(each)}</th>' for n, each in enumerate(table.heads))
    rows = "\n".join(f"<tr>{_row(table, row)}</tr>" for row in table.rows)
    return (
        f'<div class="{frame}" role="region" tabindex="0" aria-label="{escape(table.caption)}"><table>'
        f"<caption>{escape(table.caption)}</caption><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _row(table: Grid, row: Iterable[str]) -> str:
    return "".join(
        f'<th scope="row">{_cell(each)}</th>' if not n else f"<td{_figure(table, n)}>{_cell(each)}</td>"
        for n, each in enumerate(row)
    )


def _cell(text: str) -> str:
    """A cell's text. An hour stays on one line: 7.46 p.m."""
    return escape(text).replace(" p.m.", "&nbsp;p.m.").replace(" a.m.", "&nbsp;a.m.")


def _figure(table: Grid, column: int) -> str:
    return ' class="figure"' if column in table.figures else ""


def markdown(text: str, below: int = 0) -> str:
    """Markdown as HTML. Tags in it are shown as text, and links and pictures are left as they were written.

    Headings go down by `below` levels, so that they stand under the heading that the text has on the page.
    """
    tokens = _reader().parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + below)}"
    reader = _reader()
    return str(reader.renderer.render(tokens, reader.options, {}))


@lru_cache(maxsize=1)
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return (
        MarkdownIt("commonmark", {"html": False}).enable("table").disable(["link", "image", "autolink", "html_block"])
    )
