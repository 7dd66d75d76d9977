"""Where lines come from: passages of the telegram and other documents, by their tags; and the papers to be held up."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.engine.sides import Paper
from game.phrases import phrase
from game.scenarios import source_shape, topic_shape
from game.scenarios.definitions import naming, playing
from game.scenarios.files import Fitted
from game.scenarios.names import Names
from game.scenarios.pages import Page, Report

NO_SOURCE = "none"
"""What a writer puts where no paper helps."""


class Source(NamedTuple):
    """A source as it was read, for example of `T 1.US; XI 147`."""

    text: str
    """Its tags, divided by semicolons; empty for `none`."""
    place: int
    """The place in the telegram of the first of its passages, from 0; -1 for none."""
    unknown: tuple[tuple[str, int], ...]
    """Tags that nothing has, and where each begins in the writer's text."""


class Sources:
    """Reads sources, each text once, and keeps which tags were used."""

    def __init__(self, names: Names) -> None:
        """Know the tags."""
        self._names = names
        self._read: dict[str, Source] = {}
        self.used: set[str] = set()

    def read(self, text: str | None) -> Source:
        """What a source says."""
        text = text or NO_SOURCE
        source = self._read.get(text)
        if source is None:
            source = self._read[text] = self._new(text)
        return source

    def _new(self, text: str) -> Source:
        names = self._names
        tags: list[str] = []
        unknown: list[tuple[str, int]] = []
        at = 0
        for part in text.split(";"):
            tag = part.strip()
            if tag and tag != NO_SOURCE:
                tags.append(tag)
                if tag not in names.passages and tag not in names.documents:
                    unknown.append((tag, at + part.index(tag)))
            at += len(part) + 1
        self.used.update(tags)
        place = next((names.passages[tag] for tag in tags if tag in names.passages), -1)
        return Source("; ".join(tags), place, tuple(unknown))

    def of(self, move: topic_shape.Move, page: Page, *path: str) -> Source:
        """The source of a move, with a finding where it has none and should, or one that nothing has."""
        names, report = self._names, self._names.report
        if move.says is not None:
            if move.basis is None:
                report.add(playing.NO_SOURCE, page, path, key=True, needed="basis")
            if move.source is None:
                report.add(playing.NO_SOURCE, page, path, key=True, needed="source")
            elif move.source == NO_SOURCE and move.basis in ("record", "nearby"):
                report.add(playing.NO_SOURCE, page, (*path, "source"), needed="source")
        source = self.read(move.source)
        if source.unknown and not any(file.startswith("sources/") for file in names.broken):
            known = [*names.passages, *names.documents]
            for tag, at in source.unknown:
                part, place = (at, len(tag)), (*path, "source")
                if "," in tag and all(each.strip() in known for each in tag.split(",")):
                    several = "; ".join(each.strip() for each in tag.split(","))
                    report.add(
                        naming.UNKNOWN_SOURCE,
                        page,
                        place,
                        part=part,
                        name=tag,
                        remedy=phrase("Write several as '{tags}'.", tags=several),
                    )
                else:
                    report.add_unknown(naming.UNKNOWN_SOURCE, page, place, known, part=part, name=tag)
        return source


def look_at_background(documents: Fitted[source_shape.Documents] | None, report: Report) -> None:
    """See that the documents of the background are described."""
    if documents is None:
        return
    known = documents.shape.documents
    for number, tag in enumerate(documents.shape.background):
        if tag not in known:
            report.add_unknown(naming.UNKNOWN_SOURCE, documents.page, ("background", number), known, name=tag)


def holders(papers: Fitted[source_shape.Papers] | None, names: Names) -> Mapping[str, Sequence[str]]:
    """By paper the sides that could hold it, each with a finding where there is no such side."""
    if papers is None:
        return {}
    for id_, paper in papers.shape.papers.items():
        for number, side in enumerate(paper.known_to):
            names.side(side, papers.page, "papers", id_, "known-to", number)
    return {id_: paper.known_to for id_, paper in papers.shape.papers.items()}


def papers_of(papers: Fitted[source_shape.Papers] | None, names: Names) -> tuple[Paper, ...]:
    """The papers, where nothing is wrong with them."""
    written = papers.shape.papers if papers else {}
    return tuple(Paper(id_, tuple(names.sides[side] for side in paper.known_to)) for id_, paper in written.items())
