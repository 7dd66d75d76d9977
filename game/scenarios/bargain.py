"""issues.yaml becomes issues, settlements, links and authority."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game import limits
from game.engine.conditions import Condition
from game.engine.frontier import OUTCOME_LIMIT
from game.engine.issues import OPEN, Combination, Issue, Link, Settlement, bits
from game.engine.lines import Line
from game.engine.scenario import AuthorityRule, Recess
from game.engine.state import Deals, State
from game.scenarios import issue_shape, words
from game.scenarios.asking import Asker, Standpoint
from game.scenarios.definitions import advising, naming, playing, shaping
from game.scenarios.names import Names
from game.scenarios.pages import Page

LineSets = tuple[tuple[Line, ...], tuple[Line, ...]]

_ANYWHERE = State(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (), Deals(0, (), (), (0, 0), (0, 0), (), 0, (), (0, 0)))
"""A position for conditions that hear the same answer in all of them."""


class Bargain(NamedTuple):
    """What is bargained over, every name resolved."""

    issues: tuple[Issue, ...]
    links: tuple[Link, ...]
    impossible: tuple[Combination, ...]
    authority: Mapping[tuple[int, int], tuple[AuthorityRule, AuthorityRule]]
    asks: tuple[tuple[Recess, ...], tuple[Recess, ...]]


@dataclass(slots=True)
class Bargainer:
    """Links issues.yaml."""

    page: Page
    names: Names
    asker: Asker
    words: words.Words
    recess_minutes: int
    basis: str
    """How the words for proposing, accepting and refusing came about."""

    def bargain(self, written: issue_shape.Issues) -> Bargain:
        """Everything that issues.yaml says."""
        authority: dict[tuple[int, int], tuple[AuthorityRule, AuthorityRule]] = {}
        issues = tuple(
            self.issue(number, name, issue, authority) for number, (name, issue) in enumerate(written.issues.items())
        )
        self._weights(written)
        self._outcomes(written)
        links = []
        for number, link in enumerate(written.links):
            at = ("links", number)
            if number == limits.LINKS:
                self.names.report.add(advising.LINKS, self.page, (*at, "why"), key=True, number=number + 1)
            words.put(self.words, f"links/{number + 1}", why=link.why)
            value = self.names.pair(link.value, 0, self.page, *at, "value")
            links.append(Link(f"links/{number + 1}", self.combination(link, *at), value))
        impossible = []
        for number, each in enumerate(written.impossible):
            words.put(self.words, f"impossible/{number + 1}", why=each.why)
            impossible.append(self.combination(each, "impossible", number))
        return Bargain(issues, tuple(links), tuple(impossible), authority, self.asks(issues, authority))

    def issue(
        self,
        number: int,
        name: str,
        issue: issue_shape.Issue,
        authority: dict[tuple[int, int], tuple[AuthorityRule, AuthorityRule]],
    ) -> Issue:
        """One issue and its settlements; what capitals say to them goes into `authority`."""
        at = ("issues", name)
        id_ = f"issues/{name}"
        pair, page = self.names.pair, self.page
        words.put(self.words, id_, title=issue.title, question=issue.question, short=issue.short)
        words.put(self.words, f"{id_}.open", title=issue.open.title)
        value = pair(issue.open.value, 0, page, *at, "open", "value")
        settlements = [Settlement("open", 0, value, self._guess(issue.open.guess, *at, "open", "guess"))]
        for settlement, each in issue.settlements.items():
            if settlement == "open":
                self.names.report.add(playing.OPEN_SETTLEMENT, page, (*at, "settlements", "open"), key=True)
            settlements.append(self.settlement(name, settlement, each))
            authority[number, len(settlements) - 1] = self.rules(
                each.authority, *at, "settlements", settlement, "authority"
            )
        weight = pair(issue.weight, 0, page, *at, "weight")
        guess = self._guess(issue.guess, *at, "guess", other=100 // len(self.names.issues))
        return Issue(name, weight, guess, tuple(settlements))

    def _guess(self, guess: Mapping[str, int], *path: str, other: int = 50) -> tuple[int, int]:
        """What each side guesses of the other: the middle where nothing is written."""
        return self.names.pair(guess, other, self.page, *path, both=bool(guess))

    def settlement(self, issue: str, name: str, written: issue_shape.Settlement) -> Settlement:
        """One settlement, with the words for proposing, accepting and refusing it."""
        at = ("issues", issue, "settlements", name)
        id_ = f"issues/{issue}.{name}"
        words.put(self.words, id_, title=written.title)
        words.by_side(self.words, f"{id_}:ask", written.ask)
        words.by_side(self.words, f"{id_}:cable", written.cable)
        for key, texts in (("ask", written.ask), ("cable", written.cable)):
            self.names.sides_of(texts, self.page, *at, key)
        return Settlement(
            name,
            self.names.settlement_bits.get((issue, name), 0),
            self.names.pair(written.value, 0, self.page, *at, "value"),
            self._guess(written.guess, *at, "guess"),
            self.said(written.put, f"{id_}:put", *at, "put"),
            self.said(written.accept, f"{id_}:accept", *at, "accept"),
            self.refusals(written.refuse, id_, *at, "refuse"),
            self.instead(written.instead, *at, "instead"),
        )

    def said(self, written: Mapping[str, list[dict[str, str]]], id_: str, *path: str) -> LineSets:
        """What each side says, its speakers looked up."""
        self.names.pair(written, [], self.page, *path)
        both: list[tuple[Line, ...]] = []
        for side, name in enumerate(self.names.sides):
            speeches = written.get(name, [])
            self.speakers(speeches, side, *path, name)
            both.append(words.lines(self.words, f"{id_}:{name}", speeches, self.basis))
        return both[0], both[1]

    def speakers(self, speeches: list[dict[str, str]], side: int, *path: str) -> None:
        """See that people of the right side speak."""
        for number, speech in enumerate(speeches):
            for person in speech:
                self.names.speaker(person, side, self.page, *path, number, person)

    def refusals(
        self, written: Mapping[str, dict[str, list[dict[str, str]]]], id_: str, *path: str
    ) -> tuple[tuple[tuple[Line, ...], ...], tuple[tuple[Line, ...], ...]]:
        """For each side its words in each mood, `plain` last; a mood without words of its own has the plain ones."""
        self.names.pair(written, {}, self.page, *path)
        both = []
        for side, name in enumerate(self.names.sides):
            moods = written.get(name, {})
            said: dict[str, tuple[Line, ...]] = {}
            for mood, speeches in moods.items():
                self.mood(mood, *path, name, mood)
                self.speakers(speeches, side, *path, name, mood)
                said[mood] = words.lines(self.words, f"{id_}:refuse:{name}:{mood}", speeches, self.basis)
            if moods and "plain" not in moods:
                self.names.report.add(
                    shaping.MISSING_KEY, self.page, (*path, name, "plain"), key=True, name="plain", where=name
                )
            plain = said.get("plain", ())
            both.append((*(said.get(mood, plain) for mood in self.names.moods), plain))
        return both[0], both[1]

    def mood(self, name: str, *path: str) -> None:
        """See that a mood is declared, or is the plain one."""
        if name != "plain" and name not in self.names.moods:
            self.names.report.add_unknown(naming.UNKNOWN_MOOD, self.page, path, self.names.moods, key=True, name=name)

    def instead(
        self, written: Mapping[str, Mapping[str, Mapping[str, list[str]]]], *path: str
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """For each side what its refusal puts in words, by mood; as with the words, `plain` serves for the rest."""
        self.names.sides_of(written, self.page, *path)
        both: list[tuple[int, ...]] = []
        for name in self.names.sides:
            reached: dict[str, int] = {}
            for mood, settlements in written.get(name, {}).items():
                self.mood(mood, *path, name, mood)
                reached[mood] = self.names.reach(settlements, self.page, *path, name, mood)
            plain = reached.get("plain", 0)
            both.append((*(reached.get(mood, plain) for mood in self.names.moods), plain) if reached else ())
        return both[0], both[1]

    def rules(self, written: Mapping[str, str], *path: str) -> tuple[AuthorityRule, AuthorityRule]:
        """What each capital says to a settlement."""
        self.names.pair(written, "", self.page, *path)
        both: list[AuthorityRule] = []
        for side, name in enumerate(self.names.sides):
            rule = written.get(name, "never")
            if rule in ("given", "never"):
                both.append(rule == "given")
            else:
                read = self.asker.ask(rule, Standpoint(side=side), self.page, *path, name, words=("given", "never"))
                if read is not None and self.names.left_out.all_of(read.reads):
                    both.append(read.test(_ANYWHERE))
                else:
                    both.append(read if read is not None else False)
        return both[0], both[1]

    def asks(
        self, issues: tuple[Issue, ...], authority: Mapping[tuple[int, int], tuple[AuthorityRule, AuthorityRule]]
    ) -> tuple[tuple[Recess, ...], tuple[Recess, ...]]:
        """For each side what its capital might allow if it were asked."""
        both: tuple[list[Recess], list[Recess]] = ([], [])
        for (issue, settlement), rules in authority.items():
            written = issues[issue].settlements[settlement]
            for side, rule in enumerate(rules):
                if isinstance(rule, Condition):
                    text = f"recess {issues[issue].id}={written.id}"
                    both[side].append(
                        Recess(text, "recess", self.recess_minutes, side, issue, settlement, written.bit, rule)
                    )
        return tuple(both[0]), tuple(both[1])

    def combination(self, written: issue_shape.Link | issue_shape.Impossible, *path: str | int) -> Combination:
        """Issues and the settlements at which they stand together."""
        return Combination(
            self._sets(written.when, *path, "when"),
            self._sets(written.unless, *path, "unless"),
        )

    def _sets(self, written: Mapping[str, list[str]], *path: str | int) -> tuple[tuple[int, int], ...]:
        sets = []
        for issue, settlements in written.items():
            number = self.names.issue(issue, self.page, *path, issue, key=True)
            numbers = [
                self.names.settlement(issue, each, self.page, *path, issue, place, or_open=True)
                for place, each in enumerate(settlements)
            ]
            sets.append((number, bits(numbers)))
        return tuple(sorted(sets))

    def _weights(self, written: issue_shape.Issues) -> None:
        for side in self.names.sides:
            total = sum(issue.weight.get(side, 0) for issue in written.issues.values())
            complete = len(written.issues) == len(self.names.issues)
            if complete and total != 100 and all(side in issue.weight for issue in written.issues.values()):
                last = next(reversed(written.issues))
                self.names.report.add(
                    playing.WEIGHTS, self.page, ("issues", last, "weight", side), key=True, side=side, sum=total
                )
            guessed = sum(issue.guess.get(side, 0) for issue in written.issues.values())
            if complete and guessed != 100 and all(side in issue.guess for issue in written.issues.values()):
                last = next(reversed(written.issues))
                self.names.report.add(
                    advising.GUESSED_WEIGHTS,
                    self.page,
                    ("issues", last, "guess", side),
                    key=True,
                    side=side,
                    sum=guessed,
                )

    def _outcomes(self, written: issue_shape.Issues) -> None:
        count = 1
        for issue in written.issues.values():
            count *= OPEN + 1 + len(issue.settlements)
        if count > OUTCOME_LIMIT:
            self.names.report.add(playing.TOO_MANY_OUTCOMES, self.page, ("issues",), key=True, count=f"{count:,}")
