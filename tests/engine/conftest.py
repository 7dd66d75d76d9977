"""The table for engine tests. Every test that sits at it runs twice: the second time, each position
comes from the record of the moves so far, written to a game file, read and replayed."""

from collections.abc import Callable

import pytest

from game.engine.events import Event
from game.engine.moves import Move, moves, packages, read
from game.engine.play import play, start
from game.engine.scenario import Scenario
from game.engine.state import digest
from game.records.files import read_game, write_game
from game.records.record import FORMAT, HUMAN, Header, Record, Row
from game.records.replay import replay
from tests.fence import fence


class Talks:
    """A game in a test: moves by their text forms, and questions about where it stands."""

    def __init__(self, scenario: Scenario, through_record: bool) -> None:
        self.scenario = scenario
        self.through_record = through_record
        self.state = start(scenario)
        self.rows: list[Row] = []
        self.log: list[Event] = []

    def play(self, *texts: str) -> list[Event]:
        """Make some moves; what the last of them brought."""
        events: list[Event] = []
        for text in texts:
            side = self.scenario.nodes[self.state.node].side
            self.state, events = play(self.scenario, self.state, read(self.scenario, self.state, text))
            self.log += events
            self.rows.append(Row(len(self.rows) + 1, side, text, digest=digest(self.state)))
            if self.through_record:
                self._replay()
        return events

    def _replay(self) -> None:
        scenario = self.scenario
        seats = (HUMAN, HUMAN)
        header = Header(FORMAT, scenario.id, scenario.rules, scenario.wording, "en", 0, seats, form=scenario.form)
        replayed = replay(scenario, read_game(write_game(Record(header, tuple(self.rows)))))
        assert replayed.stopped is None
        assert replayed.states[-1] == self.state
        self.state = replayed.states[-1]
        self.log = [event for turn in replayed.turns for event in turn.events]

    @property
    def node(self) -> str:
        return self.scenario.nodes[self.state.node].id

    @property
    def offered(self) -> list[str]:
        """The text forms of all moves now, packages left out."""
        return [move.text for move in moves(self.scenario, self.state)]

    @property
    def tabled(self) -> list[str]:
        """The text forms of all packages that can be tabled now."""
        return [move.text for move in packages(self.scenario, self.state)]

    def happened(self, kind: type[Event]) -> list[Event]:
        """Every event of a kind so far."""
        return [event for event in self.log if isinstance(event, kind)]

    def issue(self, name: str) -> str:
        """The settlement at which an issue stands."""
        number = [issue.id for issue in self.scenario.issues].index(name)
        return self.scenario.issues[number].settlements[self.state.deals.table[number]].id

    def claim(self, name: str) -> int:
        """A claim's bit."""
        return 1 << [claim.id for claim in self.scenario.claims].index(name)

    def move(self, text: str) -> Move:
        """The move of a text form now."""
        return read(self.scenario, self.state, text)


@pytest.fixture(params=[False, True], ids=["played", "replayed"])
def through_record(request: pytest.FixtureRequest) -> bool:
    """Whether positions come from play or from a record of it."""
    return bool(request.param)


@pytest.fixture
def talks(through_record: bool) -> Talks:
    """The neighbours at their gate."""
    return Talks(fence(), through_record)


@pytest.fixture
def talks_over(through_record: bool) -> Callable[[Scenario], Talks]:
    """A table for another scenario."""
    return lambda scenario: Talks(scenario, through_record)
