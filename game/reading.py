"""What may be read of a game that is being played, and when.

Briefs belong to their sides, the document comes to light as it is cited, what explains a game comes after the talks.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from game.engine.events import Event
from game.engine.medals import Result, judge
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.engine.views import Known, View, known, view
from game.records.record import HUMAN, Header, Record
from game.records.replay import Argument, Replayed, Turn, in_order, rows_of
from game.reports.cable import Cable, Ending, cable
from game.reports.compare import Comparison, compare
from game.reports.flow import Flow, flow
from game.speech.glossary import glossary

if TYPE_CHECKING:
    from game.reports.debrief import Debrief
    from game.reports.document import Document


class TooEarly(LookupError):
    """Something was asked for that nobody may see before the talks are over."""


class Held(NamedTuple):
    """A paper that could be held that evening, described in our words."""

    title: str
    date: str
    says: str


class Reading:
    """A game as it stands, for whoever may read in it. Nothing here makes a move."""

    def __init__(self, scenario: Scenario, game: str, header: Header, replayed: Replayed) -> None:
        """`game` is the name under which it is kept."""
        self._scenario = scenario
        self._header = header
        self._states = list(replayed.states)
        self._turns = list(replayed.turns)
        self._arguments = list(replayed.arguments)
        self._rows = rows_of(replayed)
        self._log = [event for turn in replayed.turns for event in turn.events]
        self._passages = tuple(
            each.removeprefix("passages/") for each in scenario.words if each.startswith("passages/")
        )
        self._cited = _sources(self._log)
        self._explained: tuple[int, Debrief] | None = None
        self.game = game
        """The name under which it is kept."""

    def _go_on(self, turn: Turn, state: State) -> None:
        """One move further."""
        self._states.append(state)
        self._turns.append(turn)
        self._log += turn.events
        self._cited |= _sources(turn.events)

    @property
    def form(self) -> str:
        """The form of the scenario that is played; the empty text for the whole of it."""
        return self._header.form

    @property
    def seats(self) -> tuple[str, str]:
        """For each side `HUMAN` or the name of a counterpart."""
        return self._header.seats

    @property
    def knowing(self) -> bool:
        """Whether it was begun from a debrief, so that each side may read the other's brief as well."""
        return self._header.knowing

    @property
    def turn(self) -> int:
        """The side in turn; -1 when the talks are over."""
        return self._scenario.nodes[self._state.node].side

    @property
    def over(self) -> bool:
        """Whether the talks are over."""
        return self._state.node == END

    @property
    def count(self) -> int:
        """Moves made."""
        return len(self._turns)

    @property
    def waits(self) -> bool:
        """Whether it waits for a person to move."""
        return not self.over and self.seats[self.turn] == HUMAN

    def minutes(self, count: int) -> int:
        """Minutes spent when so many moves had been made."""
        return self._states[count].minutes

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every move made, with what happened by it."""
        return tuple(self._turns)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The own arguments of the people who play, which fit no move."""
        return tuple(self._arguments)

    @property
    def entries(self) -> tuple[Turn | Argument, ...]:
        """Moves and own arguments, as they were made: what a transcript is of."""
        return tuple(in_order(self._turns, self._arguments))

    @property
    def record(self) -> Record:
        """The game as it can be written to a file."""
        return Record(self._header, tuple(self._rows))

    @property
    def _state(self) -> State:
        return self._states[-1]

    def known(self, side: int) -> Known:
        """What a side knows of the scenario."""
        return known(self._scenario, side)

    def view(self, side: int | None) -> View:
        """The position as a side sees it; `None` for what the whole room sees."""
        return view(self._scenario, self._state, side, self._log)

    def text(self, id: str) -> str:
        """The words under an id. Raises KeyError where there are none that may be shown now."""
        if not self.has_text(id):
            raise KeyError(id)
        return self._scenario.words[id]

    def has_text(self, id: str) -> bool:
        """Whether there are words under an id that may be shown now.

        Briefs and papers are asked for by side; passages of the document only when moves have cited them;
        what came afterwards only when the talks are over.
        """
        if id.startswith(("briefs/", "papers/")) or id not in self._scenario.words:
            return False
        if id.startswith("debrief/"):
            return self.over
        return not id.startswith("passages/") or self.over or id.removeprefix("passages/") in self._cited

    def brief(self, side: int) -> str:
        """A side's confidential brief, in Markdown; the empty text where it has none."""
        return self._scenario.words.get(f"briefs/{self._scenario.sides[side].id}", "")

    def other_brief(self, side: int) -> str:
        """The brief of a side's other side. Raises `TooEarly` while a game goes on that was not begun knowing it."""
        if not self.knowing:
            self._only_when_over()
        return self.brief(1 - side)

    def papers(self, side: int | None) -> list[Held]:
        """The papers that a side could hold that evening; for `None` those that both could; at the end all.

        In the order of their scenario.
        """
        words = self._scenario.words
        return [
            Held(*(words[f"papers/{paper.id}:{part}"] for part in Held._fields))
            for paper in self._scenario.papers
            if self.over or (side in paper.sides if side is not None else {*paper.sides} == {0, 1})
        ]

    @property
    def terms(self) -> Mapping[str, str]:
        """The terms that are explained, in the language that is played, each with what it means."""
        return glossary(self._scenario.words)

    def cited(self) -> list[str]:
        """The tags of the passages that moves made so far have cited, in the document's order."""
        return [tag for tag in self._passages if tag in self._cited]

    def all_passages(self) -> list[str]:
        """The tags of every passage, in the document's order. Raises `TooEarly` until the talks are over."""
        self._only_when_over()
        return list(self._passages)

    def flow(self) -> tuple[Flow, ...]:
        """What has been claimed, what answered it and what stands, by topic."""
        return flow(self.known(0), self._turns, self._arguments)

    def cable(self, side: int, *, shared: bool = False) -> Cable:
        """The telegram that a side sends home; while the talks go on its pad, which has no end yet.

        `shared` leaves out what only this side may know, for a pad at which both look.
        """
        turns = [turn._replace(events=turn.seen_by(None)) for turn in self._turns] if shared else self._turns
        return cable(self._scenario, side, turns, Ending.of(self._state))

    def comparison(self, side: int) -> Comparison | None:
        """A side's telegram beside the real one; None where the scenario is made from none.

        Raises `TooEarly` until the talks are over.
        """
        self._only_when_over()
        return compare(self._scenario, self.cable(side), self._turns)

    def result(self) -> Result:
        """How the game ended. Raises `TooEarly` until the talks are over."""
        self._only_when_over()
        return judge(self._scenario, self._state, self._log)

    def debrief(self) -> "Document":
        """Everything that can be said of the game, both sides' secrets with it. Raises `TooEarly` until it is over."""
        from game.reports import chapters

        return chapters.document(self._debriefed())

    def sit_down_at(self) -> int | None:
        """After how many moves the nearest deal was missed; None where none was. Raises `TooEarly` until it is over."""
        lost = self._debriefed().missed
        return lost.sit_down if lost else None

    def _debriefed(self) -> "Debrief":
        from game.reports.debrief import debrief

        self._only_when_over()
        if self._explained is None or self._explained[0] != self.count:
            self._explained = self.count, debrief(self._scenario, self.record, self.game)
        return self._explained[1]

    def _only_when_over(self) -> None:
        if not self.over:
            raise TooEarly("the talks are not over")


def _sources(events: Sequence[Event]) -> set[str]:
    """The tags of all that lines of these events come from: `T 1.US; XI 147` has two."""
    lines = [line for event in events for line in getattr(event, "lines", ())]
    return {tag.strip() for line in lines for tag in line.source.split(";")}
