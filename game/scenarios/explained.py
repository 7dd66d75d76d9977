"""Terms that need explaining: those that scenario.yaml names, where they are used without an entry in the glossary."""

from collections.abc import Iterator

from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.pages import Report
from game.speech.glossary import looked_up, terms_in


def look_at_terms(files: Files, report: Report) -> None:
    """Report each term under must-explain that stands in a brief or a label, where nothing explains it."""
    if files.scenario is None or "glossary.yaml" in files.broken | files.damaged:
        return
    page, terms = files.scenario.page, files.scenario.shape.must_explain
    entries = files.glossary.shape.terms if files.glossary else {}
    missing = [term for term in terms if looked_up(term, entries) is None]
    if not missing:
        return
    used: dict[str, str] = {}
    for where, text in _texts(files):
        for term in terms_in(text, missing):
            used.setdefault(term, where)
    for number, term in enumerate(terms):
        if term in used:
            report.add(advising.UNEXPLAINED, page, ("must-explain", number), name=term, where=used[term])


def _texts(files: Files) -> Iterator[tuple[str, str]]:
    """Every brief and every label, with where it stands."""
    for name, text in files.briefs.items():
        yield f"briefs/{name}.md", text
    for name, topic in files.topics.items():
        for id_, node in topic.shape.nodes.items():
            for move, each in node.moves.items():
                yield f"{name}/{id_}.{move}", each.label
