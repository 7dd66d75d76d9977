"""The transcript to keep, as text and as Markdown."""

from click.testing import CliRunner

from game.cli import main
from game.engine.events import Spoke
from game.engine.scenario import Scenario
from game.records.files import open_game
from game.records.replay import replay
from game.reports.script import as_markdown, as_text
from game.session import HUMAN, Session, Unkept
from tests.reports.conftest import FOLDER


def test_every_line_that_was_said_is_in_both(meeting: Scenario) -> None:
    replayed = replay(meeting, open_game(FOLDER / "games" / "a-trade.yaml"))
    text, marked = as_text(meeting, replayed), as_markdown(meeting, replayed)
    said = [
        line.id for turn in replayed.turns for event in turn.events if isinstance(event, Spoke) for line in event.lines
    ]
    assert said
    assert all(meeting.words[id_] in text for id_ in said)
    assert marked.count("### Move ") == text.count("-- Move ") == len(replayed.turns)


def test_own_words_and_own_arguments_are_marked_as_such(meeting: Scenario) -> None:
    session = Session.begin(meeting, (HUMAN, HUMAN), seed=1, keep=Unkept())
    session.play(session.view(session.turn).moves[0], "Good *evening*")
    session.argue("<b>Nobody</b> said so")
    replayed = replay(meeting, session.record)
    assert "American side, in its own words: Good *evening*\n" in as_text(meeting, replayed)
    assert "Soviet side, in its own words: <b>Nobody</b> said so\n" in as_text(meeting, replayed)
    assert "\\<b\\>Nobody\\</b\\> said so" in as_markdown(meeting, replayed)
    assert "Good \\*evening\\*" in as_markdown(meeting, replayed)


def test_no_answer_from_home_is_in_a_transcript(meeting: Scenario) -> None:
    replayed = replay(meeting, open_game(FOLDER / "games" / "a-trade.yaml"))
    private = [event for turn in replayed.turns for event in turn.events if event.to is not None]
    assert private
    assert "llowed" not in as_text(meeting, replayed)


def test_the_command_exports_a_transcript_of_a_file() -> None:
    game = str(FOLDER / "games" / "a-trade.yaml")
    found = CliRunner().invoke(main, ["export", game, "--as", "text"])
    assert found.exit_code == 0
    assert found.output.startswith("New York, 5 November 1962\n")
    assert CliRunner().invoke(main, ["export", game, "--as", "markdown"]).output.startswith("# New York")
