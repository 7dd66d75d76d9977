"""Games that nobody watched, as records: to be replayed and debriefed like any other."""

from game.engine.counterparts import counterpart
from game.engine.events import Event
from game.engine.scenario import Scenario
from game.engine.state import digest
from game.engine.whatif import Position, explained
from game.records.record import FORMAT, Header, Record, Row
from game.scenarios.rehearse import RANDOM, Seats, Step, rehearse


def rehearsed(scenario: Scenario, seed: int, seats: Seats = (RANDOM, RANDOM)) -> Record:
    """The record of a game that is made by its scenario, a seed and who plays, as it would have been kept at a table.

    A seat that chance took is called so: nobody can go on from there in its place. Raises KeyError for a seat that
    nobody can take.
    """
    header = Header(
        FORMAT, scenario.id, scenario.rules, scenario.wording, "en", seed, seats, form=scenario.form
    )  # fmt: skip
    log: list[Event] = []
    rows = []
    for number, step in enumerate(rehearse(scenario, seed, seats), 1):
        side = scenario.nodes[step.before.node].side
        reason = _reason(Position(scenario, step.before, tuple(log), seed), seats[side], step)
        rows.append(Row(number, side, step.move.text, "", reason, digest(step.after)))
        log += step.events
    return Record(header, tuple(rows))


def _reason(position: Position, seat: str, step: Step) -> str:
    """Why a counterpart did so, with what would have changed its mind; the empty text where chance played."""
    return str(explained(position, counterpart(seat), step.choice).reason) if step.choice else ""
