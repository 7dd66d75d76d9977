"""A game shown move by move."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.records.record import Record
    from game.records.replay import Replayed
    from game.scenarios.load import Loaded


def watch_moves(record: "Record", loaded: "Loaded", replayed: "Replayed") -> None:
    """Show a game move by move; at a terminal forward and back, as somebody reads."""
    from game.engine.views import known
    from game.plain import Lines, Quit, pages, watch
    from game.records.replay import in_order
    from game.speech.gate import clean
    from game.speech.telling import Teller, clock

    scenario = loaded.scenario
    assert scenario is not None
    lines = Lines(sys.stdin, sys.stdout)
    begins = scenario.words["scenario:begins"]
    comments = dict(enumerate((row.comment for row in record.rows if row.is_move), 1))
    shown = pages(
        Teller(scenario.words.__getitem__, known(scenario, 0)),
        list(in_order(replayed.turns, replayed.arguments)),
        lambda count: clock(begins, replayed.states[count].minutes),
        comments,
    )
    if record.title:
        lines.say(clean(record.title))
    if scene := scenario.words.get("scenario:opening-scene"):
        lines.say(f"({scene})")
    try:
        watch(lines, list(shown))
    except Quit:
        lines.say("")
