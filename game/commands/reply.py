"""`reply`: the best game against one counterpart that a search finds."""

from pathlib import Path

import click

from game.commands.manners import plainly, show_json
from game.commands.named import SHIPPED, counterpart_of, folder_of, load_scenario, side_of
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--as", "side", required=True, help="The side that replies: us or ussr in New York.")
@click.option("--against", required=True, help="The counterpart to reply to: obliging, fair, hard, or by name.")
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same number, the same counterpart.")
@click.option("--tries", type=click.IntRange(1), default=600, show_default=True, help="How many games are looked at.")
@click.option("--to", type=click.Path(path_type=Path), help="The game file to write, to be seen with `replay --watch`.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def reply(
    scenario: str, side: str, against: str, form: str, seed: int, tries: int, to: Path | None, as_json: bool
) -> None:
    """Search for the best game that can be played against a counterpart, and write it as a game file.

    SCENARIO is a scenario's name or a folder.
    """
    from game.records.files import write_game
    from game.scenarios.best_reply import best_reply
    from game.session import HUMAN, Session, Unkept

    linked = load_scenario(folder_of(scenario), form)
    number, name = side_of(linked, side), counterpart_of(against)
    assert linked.scenario is not None
    found = best_reply(linked.scenario, number, name, seed, tries)
    session = Session.begin(linked.scenario, (HUMAN, name) if number == 0 else (name, HUMAN), seed=seed, keep=Unkept())
    for move in found.moves:
        turn = session.play(move) if session.waits else session.reply()
        assert turn.move == move
    written = write_game(session.record)
    if to is not None:
        to.write_text(written, encoding="utf-8")
    if as_json:
        show_json(
            {
                "scenario": linked.scenario.id,
                "against": name,
                "side": side,
                "seed": seed,
                "tries": tries,
                "gain": found.gain / 100,
                "interest": found.interest,
                "moves": list(found.moves),
            }
        )
    elif to is None:
        click.echo(written, nl=False)
    told = phrase(
        "The best of {games} games against {name}: {points} points, Interest {interest} of 100.",
        games=tries,
        name=name,
        points=f"{found.gain / 100:+.1f}",
        interest=found.interest,
    )
    click.echo(told, err=True)
