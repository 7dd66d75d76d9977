"""`cable`: the telegrams that go home."""

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import open_game, side_of
from game.commands.spoken import Spoken


@click.command(cls=Spoken)
@click.argument("game")
@click.option("--as", "side", help="Only the telegram of this side: us or ussr in New York.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def cable(game: str, side: str | None, as_json: bool) -> None:
    """Print the telegrams that go home about a kept game or a game file; of one that is not over, the pads."""
    from game.records.replay import replay as play_again
    from game.reports.as_json import cable_as_json, comparison_as_json
    from game.reports.cable import Ending
    from game.reports.cable import cable as written
    from game.reports.compare import compare
    from game.reports.layout import typed

    record, loaded = open_game(game)
    scenario = loaded.scenario
    assert scenario is not None
    sides = [0, 1] if side is None else [side_of(loaded, side)]
    replayed = play_again(scenario, record)
    ending = Ending.of(replayed.states[-1])
    cables = {scenario.sides[each].id: written(scenario, each, replayed.turns, ending) for each in sides}
    if as_json:
        told = {name: cable_as_json(scenario, each) for name, each in cables.items()}
        for name, each in cables.items():
            if ending and (comparison := compare(scenario, each, replayed.turns)):
                told[name]["beside"] = comparison_as_json(comparison)
        show_json(
            {
                "scenario": scenario.id,
                "moves": len(replayed.turns),
                "finished": ending is not None,
                "cables": told,
                **({"stopped": replayed.stopped} if replayed.stopped else {}),
            }
        )
    else:
        click.echo("\n".join(typed(each) for each in cables.values()), nl=False)
    if replayed.stopped:
        raise Failure(replayed.stopped)
