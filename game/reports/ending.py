"""What stands at the end of a telegram: what was agreed, which questions are open, and what to do next."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.events import Reached, Settled, Tabled
from game.engine.issues import OPEN, Table
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.records.replay import Turn
from game.reports.blanks import BOTH, Blank
from game.reports.paragraphs import Entry
from game.reports.sentences import Sentence
from game.reports.subjects import places


class Ending(NamedTuple):
    """How the talks ended, as a telegram of that night can know it."""

    table: Table
    """As the delegations left it: the capitals have not spoken yet."""
    minutes: int

    @classmethod
    def of(cls, state: State) -> "Ending | None":
        """How the talks ended in a position; None while they go on."""
        return cls(state.deals.table, state.minutes) if state.node == END else None


class Balance:
    """What can be drawn from some moves and their ending. Every entry names the moves that it rests on."""

    def __init__(self, blank: Blank, turns: Sequence[Turn], told: Sequence[Entry], ending: Ending) -> None:
        """Only moves that are told count as having raised anything."""
        self.blank, self.scenario, self.table = blank, blank.scenario, ending.table
        numbers = {number for each in told for number in each.sentence.moves}
        at = zip(turns, places(blank.scenario, turns, within=False), strict=True)
        self.told = [(turn, place.topic) for turn, place in at if turn.number in numbers]
        self.settled = {
            event.issue: (event.now, turn.number)
            for turn in turns
            for event in turn.events
            if isinstance(event, Settled) and event.now != OPEN
        }
        """For each issue that an agreement moved, where it moved it last, and by which move."""

    def agreed(self) -> tuple[Sentence, ...]:
        """What both sides accepted, as it stands at the end."""
        return tuple(
            Sentence(self.blank.settlement(issue, now), (number,))
            for issue, (now, number) in sorted(self.settled.items())
            if now == self.table[issue]
        )

    def open(self) -> tuple[Sentence, ...]:
        """The questions that stand open, of those that were spoken of."""
        return tuple(
            Sentence(self.blank.question(issue), moves)
            for issue, moves in self._spoken_of(self.blank.raised_by).items()
            if self.table[issue] == OPEN
        )

    def advice(self) -> tuple[Sentence, ...]:
        """What the side advises on each question that was spoken of, where its blank says anything."""
        return tuple(each for issue, moves in self._spoken_of(BOTH).items() for each in self._advised(issue, moves))

    def _advised(self, issue: int, moves: tuple[int, ...]) -> Iterator[Sentence]:
        now, number = self.settled.get(issue, (OPEN, 0))
        if self.table[issue] == OPEN:
            text = self.blank.text(f"next:open:{self.scenario.issues[issue].id}")
        elif self.table[issue] == now:
            text, moves = self.blank.text(f"next:agreed:{self.scenario.issues[issue].id}"), (number,)
        else:
            text = ""
        if text:
            yield Sentence(text, moves)

    def _spoken_of(self, side: int) -> dict[int, tuple[int, ...]]:
        """For each issue of which a side spoke, in declared order, the moves by which it did."""
        found: dict[int, list[int]] = {}
        for turn, topic in self.told:
            if side in (BOTH, turn.side):
                for issue in set(_issues(self.scenario, turn, topic)):
                    found.setdefault(issue, []).append(turn.number)
        return {issue: tuple(moves) for issue, moves in sorted(found.items())}


def _issues(scenario: Scenario, turn: Turn, topic: int) -> Iterator[int]:
    """The issues that a move is about."""
    if topic >= 0 and scenario.topics[topic].argues >= 0:
        yield scenario.topics[topic].argues
    for event in turn.events:
        if isinstance(event, Reached):
            yield event.issue
        elif isinstance(event, Tabled):
            yield from (issue for issue, _ in event.package)
