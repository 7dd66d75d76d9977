"""What is too long to be spoken or taken in, and labels that read the same."""

from collections.abc import Mapping, Sequence

from game import limits
from game.scenarios import issue_shape, shape, topic_shape
from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.findings import Definition
from game.scenarios.pages import Page, Report

Step = str | int


class Lengths:
    """Counts words."""

    def __init__(self, files: Files, report: Report) -> None:
        """Know the files, and where to report."""
        self.files, self.report = files, report

    def look(self) -> None:
        """Report everything that is too long."""
        for topic in self.files.topics.values():
            self.topic(topic.shape, topic.page)
        if self.files.issues:
            self.issues(self.files.issues.shape, self.files.issues.page)
        if self.files.scenario:
            self.table(self.files.scenario.shape, self.files.scenario.page)
            self.forms(self.files.scenario.shape, self.files.scenario.page)
        if self.files.glossary:
            page = self.files.glossary.page
            for term, text in self.files.glossary.shape.terms.items():
                self.count(text, limits.GLOSSARY_WORDS, advising.LONG_TERM, page, "terms", term)

    def count(self, text: str | None, limit: int, definition: Definition, page: Page, *path: Step) -> None:
        """Report a text that has more words than it may have."""
        if text is not None and (count := len(text.split())) > limit:
            self.report.add(definition, page, path, count=count, limit=limit)

    def speeches(self, speeches: Sequence[Mapping[str, str]] | None, page: Page, *path: Step) -> None:
        """Report speeches that an interpreter could not give in one breath."""
        for number, speech in enumerate(speeches or ()):
            for person, text in speech.items():
                if len(text) > 2 * limits.SPEECH_WORDS:  # Words and the spaces between them have as many letters.
                    self.count(text, limits.SPEECH_WORDS, advising.LONG_SPEECH, page, *path, number, person)

    def topic(self, topic: topic_shape.Topic, page: Page) -> None:
        """The claims, scenes, labels and speeches of a topic."""
        for claim, text in topic.claims.items():
            self.count(text, limits.LABEL_WORDS, advising.LONG_CLAIM, page, "claims", claim)
        for name, node in topic.nodes.items():
            self.count(node.scene, limits.SCENE_WORDS, advising.LONG_SCENE, page, "nodes", name, "scene")
            labels: dict[str, str] = {}
            for id_, move in node.moves.items():
                at = ("nodes", name, "moves", id_)
                self.count(move.label, limits.LABEL_WORDS, advising.LONG_LABEL, page, *at, "label")
                self.count(move.scene, limits.SCENE_WORDS, advising.LONG_SCENE, page, *at, "scene")
                self.speeches(move.says, page, *at, "says")
                if move.again:
                    self.speeches(move.again.says, page, *at, "again", "says")
                other = labels.setdefault(move.label.casefold(), id_)
                if other != id_:
                    self.report.add(advising.SAME_LABEL, page, (*at, "label"), other=other)

    def issues(self, written: issue_shape.Issues, page: Page) -> None:
        """The words for proposing, accepting and refusing settlements."""
        for issue, each in written.issues.items():
            for name, settlement in each.settlements.items():
                at = ("issues", issue, "settlements", name)
                for key, by_side in (("put", settlement.put), ("accept", settlement.accept)):
                    for side, speeches in by_side.items():
                        self.speeches(speeches, page, *at, key, side)
                for side, moods in settlement.refuse.items():
                    for mood, speeches in moods.items():
                        self.speeches(speeches, page, *at, "refuse", side, mood)

    def forms(self, written: shape.Scenario, page: Page) -> None:
        """The briefs of forms."""
        for form, each in written.forms.items():
            for side in written.sides:
                brief = f"{side}-{each.briefs}"
                if (count := len(self.files.briefs.get(brief, "").split())) > limits.FORM_BRIEF_WORDS:
                    at = ("forms", form, "briefs")
                    self.report.add(
                        advising.LONG_BRIEF,
                        page,
                        at,
                        name=f"briefs/{brief}.md",
                        count=count,
                        limit=limits.FORM_BRIEF_WORDS,
                    )

    def table(self, written: shape.Scenario, page: Page) -> None:
        """The words for the moves between topics."""
        moves = written.moves
        for key in ("pass", "sum-up", "recess", "propose", "counter", "leave"):
            by_side: Mapping[str, shape.TableMove] = getattr(moves, {"pass": "pass_"}.get(key, key.replace("-", "_")))
            for side, each in by_side.items():
                at = ("moves", key, side)
                self.count(each.label, limits.LABEL_WORDS, advising.LONG_LABEL, page, *at, "label")
                self.count(each.scene, limits.SCENE_WORDS, advising.LONG_SCENE, page, *at, "scene")
                self.count(each.back, limits.SCENE_WORDS, advising.LONG_SCENE, page, *at, "back")
                self.speeches(each.says, page, *at, "says")
        for side, deflection in moves.deflect.items():
            self.speeches(deflection.says, page, "moves", "deflect", side, "says")
        if moves.time:
            self.count(moves.time.scene, limits.SCENE_WORDS, advising.LONG_SCENE, page, "moves", "time", "scene")
