"""A game shown move by move."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.records.record import Record
    from game.records.replay import Replayed
    from game.scenarios.load import Loaded


def watch_moves(record: "Record", loaded: "Loaded", replayed: "Replayed") -> None:
    """Show a game move by move; at a terminal, as Enter is pressed."""
    from game.engine.views import known
    from game.plain import turn_lines
    from game.speech.gate import clean
    from game.speech.telling import Teller, clock

    scenario = loaded.scenario
    assert scenario is not None
    teller = Teller(scenario.words.__getitem__, known(scenario, 0))
    begins, waits = scenario.words["scenario:begins"], sys.stdin.isatty() and sys.stdout.isatty()
    if record.title:
        click.echo(clean(record.title))
    if scene := scenario.words.get("scenario:opening-scene"):
        click.echo(f"({scene})")
    for turn, row, state in zip(replayed.turns, record.rows, replayed.states[1:], strict=False):
        if waits and input("Enter goes on, q leaves: ").strip().lower() == "q":
            return
        for line in turn_lines(teller, turn, clock(begins, state.minutes), row.comment):
            click.echo(line)
