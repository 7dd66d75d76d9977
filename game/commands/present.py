"""`present`: a game on the wall, for a whole room."""

import sys
from pathlib import Path

import click

from game.commands.manners import Failure, plain_by_default, plainly
from game.commands.named import SHIPPED, folder_of, load_for_class, open_game, open_journal, open_notes
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--form", help="The form that is played: lesson, where there is one, if nothing is said.")
@click.option("--whole", is_flag=True, help="The whole meeting in place of a form.")
@click.option("--seconds", type=click.IntRange(0, 3600), default=0, help="How long a turn may take; 0 for no limit.")
@click.option("--plain", is_flag=True, help="Lines of text in place of a screen.")
@language_of_pages
@plainly
def present(scenario: str, form: str | None, whole: bool, seconds: int, plain: bool, language: str) -> None:
    """Show a game on a wall: two delegations in the room, cards on paper, you type the letter that wins the vote.

    Nothing secret is shown before you reveal it at the end. SCENARIO is a scenario's name or a folder, or a kept
    game or game file to go on with.
    """
    import time

    from game.classroom.wall import Wall
    from game.session import HUMAN, Session

    people = (HUMAN, HUMAN)
    journal = open_journal()
    if Path(scenario).is_file() or scenario in {game.name for game in journal.games()}:
        record, loaded = open_game(scenario, language)
        assert loaded.scenario is not None
        session = Session.follow(loaded.scenario, record, keep=journal, files=loaded.files, seats=people)
    else:
        language = of_scenario(language, folder := folder_of(scenario))
        loaded = load_for_class(folder, form, whole, language)
        assert loaded.scenario is not None
        session = Session.begin(
            loaded.scenario, people, seed=0, keep=journal, files=loaded.files, language=language or "en"
        )
    if session.over:
        raise Failure(
            phrase("The talks of this game are over. What came of it: see-and-count debrief {game}", game=scenario)
        )
    wall = Wall(session, open_notes().keep, _criteria(session.record.header.scenario))
    if plain or plain_by_default():
        from game.classroom.lines import PlainWall

        sys.exit(PlainWall(wall, sys.stdin, sys.stdout, seconds, time.monotonic).show())
    from game.classroom.app import run

    sys.exit(run(wall, seconds))


def _criteria(scenario: str) -> list[str]:
    """What a judge in the room marks by; nothing where the scenario has no rubric that can be read."""
    from game.scenarios.lesson import Unfit, lesson

    try:
        return [each.id for each in lesson(folder_of(scenario)).criteria]
    except (Unfit, click.BadParameter):
        return []
