"""`replay`: the moves of a game played again."""

import sys
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plain_by_default, plainly, show_json
from game.commands.named import open_game
from game.commands.spoken import Spoken
from game.commands.watching import watch_moves
from game.phrases import phrase

if TYPE_CHECKING:
    from game.records.replay import Replayed
    from game.scenarios.load import Loaded


@click.command(cls=Spoken)
@click.argument("game")
@click.option("--at", type=click.IntRange(0), help="Stop after this many moves.")
@click.option("--watch", is_flag=True, help="Move by move, with the hour and the comments of the game file.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def replay(game: str, at: int | None, watch: bool, as_json: bool) -> None:
    """Play the moves of a kept game or of a game file again, and say how it stands."""
    from game.engine.medals import judge
    from game.engine.scenario import END
    from game.engine.state import digest
    from game.records.record import first
    from game.records.replay import replay as play_again

    record, loaded = open_game(game)
    scenario = loaded.scenario
    assert scenario is not None
    replayed = play_again(scenario, record._replace(rows=first(record.rows, at)))
    state = replayed.states[-1]
    log = [event for turn in replayed.turns for event in turn.events]
    judged = judge(scenario, state, log)
    if as_json:
        show_json(
            {
                "scenario": scenario.id,
                "moves": len(replayed.turns),
                "finished": state.node == END,
                "minutes": state.minutes,
                "issues": {
                    issue.id: issue.settlements[s].id for issue, s in zip(scenario.issues, judged.table, strict=True)
                },
                "value": {side.id: judged.value[n] / 100 for n, side in enumerate(scenario.sides)},
                "medals": {
                    side.id: {name: medal.medal for name, medal in judged.medals[n]._asdict().items()}
                    for n, side in enumerate(scenario.sides)
                },
                "digest": digest(state),
                **({"form": scenario.form} if scenario.form else {}),
                **({"knowing": True} if record.header.knowing else {}),
                **({"stopped": replayed.stopped} if replayed.stopped else {}),
            }
        )
    elif watch and sys.stdin.isatty() and not plain_by_default() and not replayed.stopped:
        from game.commands.beginning import open_screen
        from game.tui.library import recording

        sys.exit(open_screen(watching=recording(scenario, record._replace(rows=first(record.rows, at)))))
    else:
        if record.header.knowing:
            click.echo(phrase("(Both briefs lay open in this game.)"))
        if watch:
            watch_moves(record, loaded, replayed)
        else:
            _tell(loaded, replayed)
    if replayed.stopped:
        raise Failure(replayed.stopped)


def _tell(loaded: "Loaded", replayed: "Replayed") -> None:
    from game.engine.views import known
    from game.plain import entry_lines
    from game.records.replay import in_order
    from game.speech.telling import Teller

    scenario = loaded.scenario
    assert scenario is not None
    teller = Teller(scenario.words.__getitem__, known(scenario, 0))
    for entry in in_order(replayed.turns, replayed.arguments):
        for line in entry_lines(teller, entry):
            click.echo(line)
