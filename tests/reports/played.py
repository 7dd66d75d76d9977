"""Games that nobody watched, as records: what a class of pupils leaves behind, made by chance and counterparts."""

from game.engine.scenario import Scenario
from game.engine.state import digest
from game.records.record import FORMAT, HUMAN, Header, Record, Row
from game.scenarios.rehearse import RANDOM, Seats, rehearse


def played(scenario: Scenario, seed: int, seats: Seats = (RANDOM, RANDOM)) -> Record:
    """A game from its start to its end. Whoever played at random counts as a person."""
    rows = tuple(
        Row(number, scenario.nodes[step.before.node].side, step.move.text, digest=digest(step.after))
        for number, step in enumerate(rehearse(scenario, seed, seats), 1)
    )
    people = tuple(HUMAN if seat == RANDOM else seat for seat in seats)
    header = Header(
        FORMAT, scenario.id, scenario.rules, scenario.wording, "en", seed, (people[0], people[1]), form=scenario.form
    )
    return Record(header, rows)
