"""`understand`: what would become of a sentence."""

from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import folder_of, load_scenario, open_game, side_of
from game.commands.spoken import Spoken
from game.phrases import noted, phrase

if TYPE_CHECKING:
    from game.speech.understanding import Understood

_RANKED = 10
"""How many moves are shown."""


@click.command(cls=Spoken)
@click.argument("scenario")
@click.argument("text")
@click.option("--as", "side", required=True, help="The side that says it: us or ussr in New York.")
@click.option("--at", "game", help="A kept game or a game file: only what is open after its last move is looked at.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def understand(scenario: str, text: str, side: str, game: str | None, as_json: bool) -> None:
    """Show which moves a sentence comes nearest to, and what would become of it.

    SCENARIO is a scenario's name or a folder. Without a game the sentence is compared with all moves of the side.
    """
    understood = _understood_in(game, side, text) if game else _understood_anywhere(scenario, side, text)
    ranked = understood.ranked[:_RANKED]
    if as_json:
        told = [each._replace(score=round(each.score, 4))._asdict() for each in ranked]
        show_json({"decision": understood.decision, "ranked": told})
        return
    said = noted({"taken": "Taken.", "ask": "Asked about.", "none": "Fits nothing."})
    click.echo(phrase(said[understood.decision]))
    for each in ranked:
        click.echo(f"{each.score:.2f}  {each.move}  {each.label}{f'  ({each.source})' if each.source else ''}")


def _understood_in(game: str, side: str, text: str) -> "Understood":
    from game.engine.moves import NotAMove
    from game.session import HUMAN, Session, Unkept
    from game.speech.refusing import why

    record, loaded = open_game(game)
    number = side_of(loaded, side)
    assert loaded.scenario is not None
    session = Session.follow(loaded.scenario, record, keep=Unkept(), seats=(HUMAN, HUMAN))
    if not session.over and session.turn != number:
        raise Failure(phrase("After {moves} moves of this game it is the other side's turn.", moves=session.count))
    try:
        return session.understand(text)
    except NotAMove as fault:
        raise Failure(phrase("Nothing can be understood here: {why}.", why=why(fault))) from None


def _understood_anywhere(scenario: str, side: str, text: str) -> "Understood":
    from game.engine.views import known
    from game.limits import MESSAGE
    from game.speech.gate import clean
    from game.speech.understanding import understand
    from game.speech.wordings import Wordings, matcher

    if len(text) > MESSAGE:
        raise click.BadParameter(
            phrase(
                "a message has at most {most} characters, and this has {number}.",
                most=f"{MESSAGE:,}",
                number=f"{len(text):,}",
            )
        )
    loaded = load_scenario(folder_of(scenario))
    number = side_of(loaded, side)
    linked = loaded.scenario
    assert linked is not None
    moves = [*linked.openings[number], *(move for move in linked.moves if move.side == number)]
    return understand(clean(text), Wordings(linked.words, known(linked, number)).anywhere(moves), matcher(linked))
