"""What is declared and never used, and what one side can do with it and the other cannot."""

from game.phrases import phrase
from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.names import Names
from game.scenarios.standing import stands
from game.scenarios.trees import Tree


class Uses:
    """Compares what is declared with what moves do."""

    def __init__(self, files: Files, names: Names, tree: Tree, tags: set[str]) -> None:
        """`tags` are the sources from which some line comes."""
        self.files, self.names, self.tree, self.tags = files, names, tree, tags
        self.report = names.report

    def look(self) -> None:
        """Report everything that is declared in vain."""
        self.claims()
        self.settlements()
        self.papers()
        self.sources()
        self.cables()
        self.people()
        self.meters()
        self.moods()
        self.terms()

    def claims(self) -> None:
        """Claims that nobody makes, and claims that nobody can answer."""
        made = answered = 0
        for move in self.tree.moves:
            made |= move.claims
            answered |= move.answers
        for topic in self.files.topics.values():
            for claim in topic.shape.claims:
                bit = 1 << self.names.claims[claim]
                if not made & bit:
                    self.report.add(advising.UNUSED_CLAIM, topic.page, ("claims", claim), key=True, name=claim)
                elif not answered & bit:
                    self.report.add(advising.UNANSWERABLE, topic.page, ("claims", claim), key=True, name=claim)

    def settlements(self) -> None:
        """Settlements that a side cannot put in words."""
        if self.files.issues is None:
            return
        for number, side in enumerate(self.names.sides):
            reached = 0
            for move in self.tree.moves:
                if move.side == number:
                    reached |= move.reach
            for (issue, settlement), bit in self.names.settlement_bits.items():
                if not reached & bit:
                    self.report.add(
                        advising.WORDLESS, self.files.issues.page, ("issues", issue, "settlements", settlement),
                        key=True, side=side, issue=issue, settlement=settlement,
                    )  # fmt: skip

    def papers(self) -> None:
        """Papers that nobody cites."""
        cited = {move.cites for move in self.tree.moves}
        for paper in self.files.papers.shape.papers if self.files.papers else ():
            if paper not in cited and self.files.papers:
                self.report.add(advising.UNUSED_PAPER, self.files.papers.page, ("papers", paper), key=True, name=paper)

    def sources(self) -> None:
        """Passages and documents from which no line comes."""
        telegram, documents = self.files.telegram, self.files.documents
        for tag in telegram.shape.passages if telegram else ():
            if tag not in self.tags and telegram:
                self.report.add(advising.UNUSED_SOURCE, telegram.page, ("passages", tag), key=True, name=tag)
        for tag in documents.shape.documents if documents else ():
            if documents and tag not in self.tags and tag not in documents.shape.background:
                self.report.add(advising.UNUSED_SOURCE, documents.page, ("documents", tag), key=True, name=tag)

    def cables(self) -> None:
        """Moves that say something, of which a telegram that goes home would be silent."""
        if self.files.cables is None:
            return
        sides = [side for side in self.names.sides if side in self.files.cables.shape.cables]
        for topic in self.files.topics.values():
            for node, place in topic.shape.nodes.items():
                for move, written in place.moves.items():
                    silent = [side for side in sides if side not in written.cable]
                    if silent and written.says and written.kind != "procedure":
                        at = ("nodes", node, "moves", move)
                        self.report.add(
                            advising.UNREPORTED, topic.page, at, key=True, sides=phrase(" and ").join(silent)
                        )

    def people(self) -> None:
        """People who sit with nobody, and people who never say anything."""
        page, issues = self.files.pages["scenario.yaml"], self.tree.moves
        speaking = {
            line.speaker for move in issues for line in (*move.lines, *(move.again.lines if move.again else ()))
        }
        if self.files.scenario:
            speaking |= {side.speaks for side in self.files.scenario.shape.sides.values()}
        for person, side in self.names.people.items():
            if side < 0 or person not in speaking:
                what = phrase("sits with neither side" if side < 0 else "never says anything")
                self.report.add(advising.SILENT_PERSON, page, ("people", person), key=True, name=person, what=what)

    def meters(self) -> None:
        """Meters that stand for ever where they start."""
        if self.files.scenario is None:
            return
        written = self.files.scenario.shape
        moved = {
            meter
            for move in self.tree.moves
            for meter, _ in (*move.changes, *(move.again.changes if move.again else ()))
        }
        moved |= {self.names.meters[name] for name in (*written.repeating, *written.refusing)}
        for meter, number in self.names.meters.items():
            if number not in moved:
                self.report.add(advising.IDLE_METER, self.files.scenario.page, ("meters", meter), key=True, name=meter)

    def moods(self) -> None:
        """Moods in which nothing is refused in other words than plain ones."""
        if self.files.scenario is None or self.files.issues is None:
            return
        used = {
            mood
            for issue in self.files.issues.shape.issues.values()
            for settlement in issue.settlements.values()
            for moods in settlement.refuse.values()
            for mood in moods
        }
        for mood in self.names.moods:
            if mood not in used:
                self.report.add(advising.UNUSED_MOOD, self.files.scenario.page, ("moods", mood), key=True, name=mood)

    def terms(self) -> None:
        """Terms that are explained though nobody meets them."""
        glossary = self.files.glossary
        if glossary is None:
            return
        pages = [page for name, page in self.files.pages.items() if name not in ("glossary.yaml", "synonyms.yaml")]
        briefs = self.files.briefs.values()
        # The short ones first: most terms stand in one of them, where they are soon found.
        texts = sorted([*briefs, *(page.text for page in pages)], key=len)
        explained = glossary.shape.terms
        # Not word by word: a term that stands inside another word is used by somebody who writes it otherwise.
        unseen = [term for term in explained if not any(term.removesuffix("s") in text for text in texts)]
        small = "\n".join([*(text.lower() for text in briefs), *(page.small for page in pages)])
        for term in unseen:
            stem = term.lower().removesuffix("s")
            may_stand = all(word in small for word in stem.split())
            if may_stand and stands(term.lower(), small, small):
                remedy = phrase("With a capital letter it is that word alone: write '{term}'.", term=term.lower())
                self.report.add(
                    advising.UNUSED_TERM, glossary.page, ("terms", term), key=True, name=term, remedy=remedy
                )
                continue
            if not may_stand and not any(stem in words.lower() for other, words in explained.items() if other != term):
                self.report.add(advising.UNUSED_TERM, glossary.page, ("terms", term), key=True, name=term)
