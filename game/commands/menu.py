"""The title as lines of text."""

import sys

from game.commands.beginning import play_plainly, resume_plainly
from game.commands.named import FIRST_STEPS, LESSON, SHIPPED, open_game, open_journal
from game.commands.watching import watch_moves
from game.phrases import noted, phrase


def plain_title() -> int:
    """Ask what the player would like, until the answer is to leave. Gives the exit code."""
    from game.plain import pick
    from game.speech.rules import how_to_play

    print(phrase("See and Count. A negotiation played by talking."))
    while True:
        wishes = noted(
            (
                "First steps, in fourteen moves",
                "New game",
                "A lesson: four questions, in twenty minutes",
                "Watch the meeting",
                "Resume",
                "How to play",
                "Leave",
            )
        )
        match pick(phrase("What would you like?"), [phrase(each) for each in wishes], sys.stdin, sys.stdout):
            case 0:
                return play_plainly(FIRST_STEPS, None, None, None, False)
            case 1:
                return play_plainly(SHIPPED, None, None, None, False)
            case 2:
                return play_plainly(SHIPPED, None, None, None, False, LESSON)
            case 3:
                watch_meeting()
            case 4:
                unfinished = [summary for summary in open_journal().games() if not summary.over]
                if unfinished:
                    return resume_plainly(unfinished[0].name)
                print(phrase("There is no unfinished game yet."))
            case 5:
                print(how_to_play())
            case _:
                return 0


def watch_meeting() -> None:
    """Show the meeting as it was recorded."""
    from game.places import data
    from game.records.replay import replay as play_again

    record, loaded = open_game(str(data("dialogues") / SHIPPED / "games" / "as-recorded.yaml"))
    assert loaded.scenario is not None
    watch_moves(record, loaded, play_again(loaded.scenario, record))
