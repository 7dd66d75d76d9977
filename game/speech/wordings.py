"""In what words each move can be said: what a typed sentence is compared with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.engine.moves import Accept, Move, Open, Pass, Recess, Refuse, SumUp, Written
from game.engine.scenario import Scenario
from game.engine.views import Known, View, known
from game.phrases import phrase
from game.speech.matching import Candidate, GramMatcher
from game.speech.telling import Teller

PROPOSE, RECESS = "propose", "recess"
"""Words that stand for a list of moves: which package, and what to ask for, is chosen from it."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of the moves of one side."""

    words: Mapping[str, str]
    """Every text of the scenario by its id."""
    known: Known

    def in_view(self, view: View) -> list[Candidate]:
        """Everything that can be said or done in a position, as its side sees it."""
        found = [self.of(move, view) for move in view.moves if not isinstance(move, Recess)]
        if view.packages:
            found.append(self._listed(PROPOSE, "counter" if view.tabled else PROPOSE))
        if any(isinstance(move, Recess) for move in view.moves):
            found.append(self._listed(RECESS, RECESS))
        return found

    def anywhere(self, moves: Iterable[Move]) -> list[Candidate]:
        """Moves in no position, and the two words that open a list."""
        found = [self.of(move) for move in moves if not isinstance(move, Recess)]
        return [*found, self._listed(PROPOSE, PROPOSE), self._listed(RECESS, RECESS)]

    def of(self, move: Move, view: View | None = None) -> Candidate:
        """The wordings of one move."""
        label = self._teller.label(move, self.known.side)
        match move:
            case Written():
                return self._written(move, label)
            case Open(topic=topic):
                return self._open(move, label, self.known.topics[topic].argues)
            case Accept():
                package = self._teller.package(view.tabled) if view else ""
                return self._candidate(move.text, label, self._of("accept"), (package,))
            case Refuse(issue=issue):
                return self._refuse(move, label, issue, view)
            case Pass() | SumUp():
                return self._candidate(move.text, label, self._of(move.text), ())
        return self._candidate(move.text, label, self._of("leave"), ())

    @property
    def _teller(self) -> Teller:
        return Teller(self.words.__getitem__, self.known)

    def _written(self, move: Written, label: str) -> Candidate:
        claims = [self.words[f"claims/{self.known.claims[move.claims.bit_length() - 1].id}"]] if move.claims else []
        lines = [self.words[line.id] for line in (*move.lines, *(move.again.lines if move.again else ()))]
        cable = self.words.get(f"{move.text}:cable:{self.known.sides[move.side].id}", "")
        wordings = (label, *claims, *_numbered(self.words, f"{move.text}:synonym"))
        return Candidate(move.text, label, move.source, wordings, " ".join((*wordings, *lines, cable)))

    def _open(self, move: Open, label: str, argues: int) -> Candidate:
        names: tuple[str, ...] = (label,)
        question = ""
        if argues >= 0:
            names = (label, self._issue(argues, "short"), self._issue(argues, "title"))
            question = self._issue(argues, "question")
        turning = [f"{each} {name}" for each in self._of("open") for name in names]
        return self._candidate(
            move.text, phrase("Turn to “{label}”", label=label), (*names, *turning), (*names, question)
        )

    def _refuse(self, move: Refuse, label: str, issue: int, view: View | None) -> Candidate:
        refusals = self._of("refuse")
        named = [f"{each} {self._issue(issue, 'short')}" for each in refusals]
        wanted = [self._teller.settlement(i, s) for i, s in (view.tabled if view else ()) if i == issue]
        about = (self._issue(issue, "title"), self._issue(issue, "question"), *wanted)
        return self._candidate(move.text, label, (*refusals, *named), about)

    def _listed(self, word: str, kind: str) -> Candidate:
        side = self.known.sides[self.known.side].id
        label = self.words.get(f"table/{kind}:{side}:label") or self.words.get(f"table/{word}:{side}:label", word)
        return self._candidate(word, label, self._of(kind), ())

    def _candidate(self, move: str, label: str, wordings: Iterable[str], about: Iterable[str]) -> Candidate:
        """A move of the table. What it is about stands apart from how it is said, which its kind has in common."""
        return Candidate(move, label, "", tuple(dict.fromkeys((label, *wordings))), " ".join(about))

    def _of(self, kind: str) -> tuple[str, ...]:
        return tuple(_numbered(self.words, f"table/{kind}:synonym"))

    def _issue(self, issue: int, what: str) -> str:
        return self.words[f"issues/{self.known.issues[issue].id}:{what}"]


@lru_cache(maxsize=4)
def matcher(scenario: Scenario) -> GramMatcher:
    """Our own matcher for a scenario, made when it is first asked for: it reads every line, in 0.1 seconds."""
    words = scenario.words
    table = [text for id_, text in words.items() if id_.startswith("table/") and ":synonym:" in id_]
    both = [Wordings(words, known(scenario, side)) for side in (0, 1)]
    written = [both[move.side].of(move).whole for move in scenario.moves]
    return GramMatcher([*written, *table], groups(words))


def groups(words: Mapping[str, str]) -> dict[str, list[str]]:
    """The synonyms of a scenario by group, from all its words."""
    found: dict[str, list[str]] = {}
    for id_, text in words.items():
        if id_.startswith("synonyms/"):
            found.setdefault(id_.removeprefix("synonyms/").partition(":")[0], []).append(text)
    return found


def _numbered(words: Mapping[str, str], id_: str) -> Iterator[str]:
    number = 1
    while (text := words.get(f"{id_}:{number}")) is not None:
        yield text
        number += 1
