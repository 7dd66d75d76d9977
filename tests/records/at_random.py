"""Plays games at random, replays their records, and prints one fingerprint of all positions.

python -m tests.records.at_random SCENARIO-FOLDER MOVES
"""

import hashlib
import sys
from pathlib import Path

from game.engine.scenario import Scenario
from game.engine.state import digest
from game.records.record import FORMAT, HUMAN, Header, Record, Row
from game.records.replay import replay
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse


def recorded(scenario: Scenario, seed: int) -> Record:
    """A random game as it would have been kept."""
    header = Header(FORMAT, scenario.id, scenario.rules, scenario.wording, "en", seed, (HUMAN, HUMAN))
    rows = tuple(
        Row(number, scenario.nodes[step.before.node].side, step.move.text, digest=digest(step.after))
        for number, step in enumerate(rehearse(scenario, seed), 1)
    )
    return Record(header, rows)


def fingerprint(scenario: Scenario, moves: int) -> str:
    """Of so many moves and the positions that they led to, each replayed; `replay` compares their digests."""
    whole = hashlib.sha256()
    seed = made = 0
    while made < moves:
        record = recorded(scenario, seed)
        assert replay(scenario, record).stopped is None
        for row in record.rows:
            whole.update(f"{row.move} {row.digest}\n".encode())
        made += len(record.rows)
        seed += 1
    return whole.hexdigest()


if __name__ == "__main__":
    loaded = load(Path(sys.argv[1])).scenario
    assert loaded is not None
    print(fingerprint(loaded, int(sys.argv[2])))
