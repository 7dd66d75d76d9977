"""map.yaml becomes words: what appears on the map beside the talks, and by which moves.

Only a front end reads them, so numbers stay text: `map:shows`, `map/almata:at`, `map/almata:said`. Nothing here
counts in the rules.
"""

import re
from collections.abc import Iterator

from game.phrases import phrase
from game.places import data
from game.scenarios import words
from game.scenarios.definitions import advising, naming, writing
from game.scenarios.files import Fitted
from game.scenarios.map_shape import Map, Mark
from game.scenarios.names import Names

_HEAD = re.compile(r"(land|coast|name) +\S.*")
_DEGREES = re.compile(r"-?\d{1,3}(\.\d+)?")


def wrong_lines(coast: str) -> Iterator[tuple[str, str]]:
    """The coast lines that cannot be read, each with why."""
    head = ""
    for line in (each.strip() for each in coast.splitlines()):
        if not line or line.startswith("#"):
            continue
        if _HEAD.fullmatch(line):
            if head:
                yield head, phrase("no point stands below it")
            head = line
            continue
        head = ""
        degrees = line.split()
        if len(degrees) % 2 or not all(_DEGREES.fullmatch(each) for each in degrees):
            yield line, phrase("it has neither a name nor whole points")
    if head:
        yield head, phrase("no point stands below it")


class Mapper:
    """Links map.yaml: names are looked up, and everything put among the words."""

    def __init__(self, fitted: Fitted[Map], names: Names, put: words.Words) -> None:
        """Know the page, the names, and where texts go."""
        self.page, self.written, self.names, self.words = fitted.page, fitted.shape, names, put

    def link(self) -> None:
        """The window, and each mark."""
        written, shows = self.written, self.written.shows
        self.coast()
        self.words["map:coast"] = written.coast
        self.words["map:shows"] = f"{shows.north} {shows.south} {shows.west} {shows.east}"
        self.words["map:marks"] = " ".join(written.marks)
        for id_, mark in written.marks.items():
            self.said(id_, mark)
            self.source(id_, mark)
            words.put(
                self.words, f"map/{id_}",
                title=mark.title, says=mark.says, source=mark.source, sign=mark.sign, placed=mark.placed,
                at=" ".join(mark.at), said=" ".join(mark.said),
            )  # fmt: skip

    def coast(self) -> None:
        """See that there are coast lines of this name, or that those written here can be read."""
        coast, report = self.written.coast, self.names.report
        if "\n" not in coast:
            known = sorted(each.stem for each in data("assets").glob("*.txt"))
            if coast not in known:
                report.add(advising.NO_COAST, self.page, ("coast",), name=coast, known=", ".join(known))
            return
        for line, why in wrong_lines(coast):
            report.add(writing.NOT_A_COAST, self.page, ("coast",), line=line, why=why)

    def said(self, id_: str, mark: Mark) -> None:
        """See that the moves that bring it are there, or were left out with their topic."""
        for number, name in enumerate(mark.said):
            topic, _, move = name.partition(".")
            if move in self.names.moves.get(topic, ()) or self.names.left_out.says(f"said.{name}", "") is not None:
                continue
            if not self.names.topic_is_unsure(topic) or topic not in self.names.moves:
                self.names.report.add_unknown(
                    naming.UNKNOWN_CONDITION_NAME, self.page, ("marks", id_, "said", number), self._moves(), name=name
                )

    def _moves(self) -> Iterator[str]:
        return (f"{topic}.{move}" for topic, moves in self.names.moves.items() for move in moves)

    def source(self, id_: str, mark: Mark) -> None:
        """See that every tag of its source is a passage or a document."""
        if any(file.startswith("sources/") for file in self.names.broken):
            return
        known = [*self.names.passages, *self.names.documents]
        for tag in filter(None, (part.strip() for part in mark.source.split(";"))):
            if tag not in known:
                part = (mark.source.index(tag), len(tag))
                path = ("marks", id_, "source")
                self.names.report.add_unknown(naming.UNKNOWN_SOURCE, self.page, path, known, part=part, name=tag)
