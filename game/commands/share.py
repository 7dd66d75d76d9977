"""`share`: a game as a card to paste."""

import click

from game.commands.manners import plainly
from game.commands.named import open_game
from game.commands.spoken import Spoken
from game.phrases import counted, phrase


@click.command(cls=Spoken)
@click.argument("game")
@plainly
def share(game: str) -> None:
    """Print a card of six lines to paste into a message: how the game went, and its moves.

    Whoever gets it saves it as a file and says: see-and-count replay FILE. What was typed is not on it;
    that it was played knowing both briefs is.
    """
    from game.records.card import write_card
    from game.reports.chapters import headline
    from game.reports.debrief import debrief
    from game.speech.figures import gain, hundredths

    record, loaded = open_game(game)
    assert loaded.scenario is not None
    made = debrief(loaded.scenario, record)
    tell, result = made.teller, made.result
    ends = [
        f"{tell.of(s)} {hundredths(result.value[s])} ({gain(result.value[s] - result.reservation[s])})" for s in (0, 1)
    ]
    medals = [
        f"{tell.of(s)}: {', '.join(f'{name} {each.medal}' for name, each in result.medals[s]._asdict().items())}"
        for s in (0, 1)
    ]
    form = f", {loaded.scenario.words['scenario:form']}" if made.scenario.form else ""
    knowing = " " + phrase("Played knowing both briefs.") if record.header.knowing else ""
    moves = counted(len(made.turns), "{number} moves", "{number} moves")
    minutes = counted(result.minutes, "{number} minutes", "{number} minutes")
    told = [
        f"{loaded.scenario.words['scenario:title']}{form}. {moves}, {minutes}.{knowing}",
        headline(tell, result) if made.over else phrase("The talks are not over; this is how they stand."),
        "; ".join(ends),
        "; ".join(medals),
    ]
    click.echo(write_card(record, told), nl=False)
