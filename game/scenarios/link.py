"""Names become objects: the files of a scenario, each in its shape, become one `Scenario`."""

from collections.abc import Mapping

from game.engine.conditions import Condition
from game.engine.scenario import END, FLOORS, Scenario
from game.engine.sides import Meter, Person, Side
from game.phrases import phrase
from game.scenarios import issue_shape, shape, table_moves, topic_shape, words
from game.scenarios.asking import NOT_METERS, Asker, Standpoint
from game.scenarios.bargain import Bargain, Bargainer
from game.scenarios.cables import Blanks
from game.scenarios.debriefs import Afterwards
from game.scenarios.definitions import advising, naming, playing, writing
from game.scenarios.expectations import NotExpectable, expectation
from game.scenarios.files import Files, Fitted
from game.scenarios.forms import left_out, smaller, talk_moves
from game.scenarios.lint import lint
from game.scenarios.maps import Mapper
from game.scenarios.names import Names
from game.scenarios.pages import Report
from game.scenarios.paths import Paths
from game.scenarios.sources import Sources, holders, look_at_background, papers_of
from game.scenarios.trees import Planter, Tree

MINUTES: Mapping[str, int] = {
    "assert": 4, "rebut": 4, "press": 4, "ask": 4, "deflect": 4, "warn": 4, "praise": 2, "procedure": 2, "pass": 2,
    "offer": 6, "concede": 6, "propose": 8, "accept": 4, "refuse": 4, "recess": 25,
}  # fmt: skip
"""Minutes that a move takes where a scenario does not say otherwise."""


def link(files: Files, report: Report, linting: bool = False) -> Scenario | None:
    """The scenario, or None where its findings leave nothing to play.

    Linting adds what a writer should look at.
    """
    if files.scenario is None:
        return None
    names = Names(files, report)
    if len(names.sides) != 2:
        return None
    linker = _Linker(files.scenario, names)
    linker.forms(files)
    linker.expectations()
    return linker.scenario(files, linting)


def link_form(files: Files, report: Report, id_: str) -> Scenario | None:
    """A form of the scenario, in files in which nothing is wrong. Raises KeyError where there is no such form."""
    if files.scenario is None:
        return None
    form = files.scenario.shape.forms[id_]
    _Linker(files.scenario, Names(files, report)).forms(files)
    if report.failed:
        return None
    without = left_out(files, form)
    fewer = smaller(files, form, without)
    assert fewer.scenario is not None
    linker = _Linker(fewer.scenario, Names(fewer, report, without))
    words.put(linker.words, "scenario", form=form.title)
    return linker.scenario(fewer, linting=False, form=id_, moves=form.moves)


class _Linker:
    def __init__(self, fitted: Fitted[shape.Scenario], names: Names) -> None:
        self.fitted, self.page, self.written = fitted, fitted.page, fitted.shape
        self.names = names
        self.report = names.report
        self.asker = Asker(names, self.written.talk)
        self.words: words.Words = {}
        self.minutes = dict(MINUTES)
        self.minutes.update(self.written.minutes.items())

    def scenario(self, files: Files, linting: bool, form: str = "", moves: int = 0) -> Scenario | None:
        """Everything, in the order in which a reader of the files would meet it; `moves` end a game where given."""
        written, names = self.written, self.names
        words.of_scenario(self.words, written)
        sides = self.sides()
        meters = self.meters()
        first = names.side(written.first, self.page, "first")
        moods = self.moods()
        repeating = self.changes("repeating", written.repeating)
        refusing = self.changes("refusing", written.refusing)
        table_lines = table_moves.lines(self.fitted, names, self.words)
        bargain = self.bargain(files.issues)
        planter = self.planter(files)
        tree = planter.plant(files.topics)
        must_raise = self.must_raise(planter)
        start, closing = self.start(first, files.topics, tree), self.closing(files.topics, tree)
        self.words_beside(files)
        paths = Paths(files, names, tree)
        if linting:
            paths.advise()
        paths.judge()
        if linting:
            lint(files, names, tree, planter.sources.used)
        if self.report.failed or bargain is None:
            return None
        closing_topic = names.topics[written.closing]
        return Scenario(
            id=written.scenario,
            sides=sides,
            people=tuple(Person(name, names.people[name]) for name in written.people),
            meters=meters,
            issues=bargain.issues,
            links=bargain.links,
            impossible=bargain.impossible,
            authority=bargain.authority,
            topics=tree.topics,
            claims=tree.claims,
            nodes=(*table_moves.places(list(names.sides)), *tree.nodes),
            moves=tree.moves,
            openings=tree.openings,
            asks=bargain.asks,
            first=first,
            start=start,
            closing=closing,
            closing_topic=closing_topic,
            talk=written.talk,
            minutes=self.minutes,
            recesses=written.recesses,
            repeating=repeating,
            refusing=refusing,
            moods=moods,
            must_raise=must_raise,
            table_lines=table_lines,
            form=form,
            papers=papers_of(files.papers, names),
            most_moves=talk_moves(moves, (node for node in tree.nodes if node.topic == closing_topic)) if moves else 0,
            words=self.words,
        )

    def bargain(self, issues: Fitted[issue_shape.Issues] | None) -> Bargain | None:
        """What is bargained over."""
        if issues is None:
            return None
        written = issues.shape
        bargainer = Bargainer(issues.page, self.names, self.asker, self.words, self.minutes["recess"], written.basis)
        return bargainer.bargain(written)

    def planter(self, files: Files) -> Planter:
        """Who links the topics: knows the papers and the sources."""
        look_at_background(files.documents, self.report)
        topics = frozenset(filter(None, (self.written.opening, self.written.closing)))
        papers = holders(files.papers, self.names)
        return Planter(self.names, self.asker, self.words, self.minutes, Sources(self.names), topics, papers)

    def words_beside(self, files: Files) -> None:
        """The words that nobody says: sources, glossary, synonyms, telegrams, briefs."""
        words.of_sources(
            self.words,
            files.telegram.shape if files.telegram else None,
            files.documents.shape if files.documents else None,
            files.papers.shape if files.papers else None,
            files.glossary.shape if files.glossary else None,
        )
        if files.synonyms:
            words.of_synonyms(self.words, files.synonyms.shape)
        if files.cables:
            Blanks(files.cables, self.names, self.words).link()
        if files.debrief:
            Afterwards(files.debrief, self.names, self.words).link()
        if files.map:
            Mapper(files.map, self.names, self.words).link()
        for name, text in files.briefs.items():
            if name in self.names.sides:
                self.words[f"briefs/{name}"] = text

    def forms(self, files: Files) -> None:
        """See that what stays in a form is there: its questions, its topics and its briefs."""
        for id_, form in self.written.forms.items():
            at = ("forms", id_)
            spoken_of = {
                issue
                for name in form.topics
                for node in (files.topics[name].shape.nodes.values() if name in files.topics else ())
                for move in node.moves.values()
                for issue in move.reach
            }
            for number, issue in enumerate(form.issues):
                self.names.issue(issue, self.page, *at, "issues", number)
                if issue in self.names.issues and issue not in spoken_of:
                    self.report.add(advising.UNSPOKEN, self.page, (*at, "issues", number), name=issue)
            for number, topic in enumerate(form.topics):
                self.names.topic(topic, self.page, *at, "topics", number)
            for side in self.names.sides:
                brief = f"{side}-{form.briefs}"
                if brief not in files.briefs:
                    self.report.add(writing.MISSING_FILE, self.page, (*at, "briefs"), name=f"briefs/{brief}.md")

    def expectations(self) -> None:
        """See that what is expected of many games can be looked for."""
        if "issues.yaml" in self.names.broken | self.names.damaged:
            return
        for number, text in enumerate(self.written.expect):
            try:
                expectation(text, self.names.settlements)
            except NotExpectable as fault:
                example = f"{next(iter(self.names.issues), 'ISSUE')} settled in under 20 % of random games"
                self.report.add(playing.EXPECTATION, self.page, ("expect", number), why=fault, example=example)

    def sides(self) -> tuple[Side, Side]:
        """Both delegations."""
        both = []
        for name, side in self.written.sides.items():
            for number, person in enumerate(side.people):
                if person not in self.names.people:
                    at = ("sides", name, "people", number)
                    self.report.add_unknown(naming.UNKNOWN_PERSON, self.page, at, self.names.people, name=person)
            if side.speaks not in side.people:
                self.report.add_unknown(
                    naming.UNKNOWN_PERSON, self.page, ("sides", name, "speaks"), side.people, name=side.speaks
                )
            both.append(Side(name, side.speaks, tuple(side.people)))
        return both[0], both[-1]

    def meters(self) -> tuple[Meter, ...]:
        """The meters, each with a word for every value."""
        meters = []
        for name, meter in self.written.meters.items():
            if name in NOT_METERS:
                self.report.add(naming.RESERVED, self.page, ("meters", name), key=True, name=name, what=phrase("meter"))
            values = tuple(sorted(meter.words))
            if not meter.low <= meter.start <= meter.high:
                what = phrase(
                    "{start} is not between {low} and {high}", start=meter.start, low=meter.low, high=meter.high
                )
                self.report.add(playing.METER_BOUNDS, self.page, ("meters", name, "start"), what=what)
            if values[0] > meter.low:
                what = phrase("No word describes the values below {value}", value=values[0])
                self.report.add(playing.METER_BOUNDS, self.page, ("meters", name, "words"), key=True, what=what)
            meters.append(Meter(name, meter.low, meter.high, meter.start, values))
        return tuple(meters)

    def moods(self) -> tuple[tuple[str, Condition], ...]:
        """The moods of a refusal, without `plain`."""
        moods = []
        for name, text in self.written.moods.items():
            if name == "plain":
                self.report.add(naming.RESERVED, self.page, ("moods", name), key=True, name=name, what=phrase("mood"))
            condition = self.asker.ask(text, Standpoint(), self.page, "moods", name)
            if condition:
                moods.append((name, condition))
        return tuple(moods)

    def changes(self, key: str, written: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
        """Pairs (meter, by how much)."""
        return tuple((self.names.meter(name, self.page, key, name), by) for name, by in written.items())

    def must_raise(self, planter: Planter) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """For each side the claims that it must make."""
        both: list[tuple[int, ...]] = []
        pair = self.names.pair(self.written.must_raise, [], self.page, "must-raise", both=False)
        for side, claims in zip(self.names.sides, pair, strict=True):
            numbers = []
            for place, claim in enumerate(claims):
                at = ("must-raise", side, place)
                number = self.names.claim(claim, self.page, *at)
                numbers.append(number)
                if (
                    number >= 0
                    and not self.names.topic_is_unsure()
                    and planter.makers.get(number) != self.names.sides[side]
                ):
                    self.report.add(playing.NOT_ITS_CLAIM, self.page, at, name=claim, side=side)
            both.append(tuple(numbers))
        return both[0], both[1]

    def start(self, first: int, topics: Mapping[str, Fitted[topic_shape.Topic]], tree: Tree) -> int:
        """The node at which the talks begin: where the first side enters the opening, or its floor."""
        opening = self.written.opening
        if opening is None:
            return FLOORS[first]
        entries = self.entries("opening", opening, tree)
        if entries and entries[first] < 0:
            self.no_entry(topics[opening], first)
        return entries[first] if entries else END

    def closing(self, topics: Mapping[str, Fitted[topic_shape.Topic]], tree: Tree) -> tuple[int, int]:
        """For each side the node at which it sums up."""
        entries = self.entries("closing", self.written.closing, tree)
        for side, entry in enumerate(entries or ()):
            if entry < 0:
                self.no_entry(topics[self.written.closing], side)
        return entries or (END, END)

    def entries(self, key: str, topic: str, tree: Tree) -> tuple[int, int] | None:
        """The entry nodes of the opening or the closing; None where there is no such topic."""
        number = self.names.topic(topic, self.page, key)
        return next((each.opens for each in tree.topics if each.number == number and each.id == topic), None)

    def no_entry(self, topic: Fitted[topic_shape.Topic], side: int) -> None:
        """Report a topic that a side cannot enter though it must."""
        name = list(self.names.sides)[side]
        self.report.add(playing.NO_ENTRY, topic.page, ("opens",), key=True, topic=topic.shape.topic, side=name)
