"""debrief.yaml becomes words: how each question was really settled, and what nobody at the table knew.

All of it stands under `debrief/...`, which no front end is given before the talks are over.
"""

from game.scenarios import debrief_shape, words
from game.scenarios.definitions import naming
from game.scenarios.files import Fitted
from game.scenarios.names import Names

Step = str | int


class Afterwards:
    """Links debrief.yaml: names are looked up, and every text put among the words."""

    def __init__(self, fitted: Fitted[debrief_shape.Debrief], names: Names, put: words.Words) -> None:
        """Know the page, the names, and where texts go."""
        self.page, self.written, self.names, self.words = fitted.page, fitted.shape, names, put

    def link(self) -> None:
        """The tables to compare with, the questions, and what nobody knew."""
        written, page = self.written, self.page
        for id_, point in written.points.items():
            at = ("points", id_)
            self.source(point.source, *at, "source")
            words.put(self.words, f"debrief/points/{id_}", title=point.title, says=point.says, source=point.source)
            for issue, settlement in point.at.items():
                self.names.settlement(issue, settlement, page, *at, "at", issue, or_open=True)
                self.words[f"debrief/points/{id_}:at:{issue}"] = settlement
        for issue, each in written.questions.items():
            self.names.issue(issue, page, "questions", issue, key=True)
            self.source(each.source, "questions", issue, "source")
            words.put(
                self.words, f"debrief/questions/{issue}",
                when=each.when, how=each.how, moved=each.moved, source=each.source,
            )  # fmt: skip
        for number, unknown in enumerate(written.unknown):
            self.source(unknown.source, "unknown", number, "source")
            words.put(self.words, f"debrief/unknown/{number + 1}", says=unknown.says, source=unknown.source)
        for number, question in enumerate(written.ask, 1):
            self.words[f"debrief/ask/{number}"] = question

    def source(self, text: str, *path: Step) -> None:
        """See that every tag of a source is a passage or a document."""
        if any(file.startswith("sources/") for file in self.names.broken):
            return
        known = [*self.names.passages, *self.names.documents]
        for tag in filter(None, (part.strip() for part in text.split(";"))):
            if tag not in known:
                part = (text.index(tag), len(tag))
                self.names.report.add_unknown(naming.UNKNOWN_SOURCE, self.page, path, known, part=part, name=tag)
