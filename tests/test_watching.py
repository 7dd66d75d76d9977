"""Watching a game in lines: forward, back, to a move, the words where they are wanted, and out again."""

import io

import pytest

from game.engine.views import known
from game.places import data
from game.plain import Lines, pages, watch
from game.plain.watching import Page
from game.records.files import open_game
from game.records.replay import in_order, replay
from game.scenarios.load import load
from game.speech.telling import Teller, clock

FOLDER = data("dialogues") / "new-york-1962"

PACE = 200
"""Words that somebody reads in a minute who only follows."""


class Terminal(io.StringIO):
    """A stream at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def meeting() -> list[Page]:
    """The recorded meeting."""
    scenario, record = load(FOLDER).scenario, open_game(FOLDER / "games" / "as-recorded.yaml")
    assert scenario is not None
    replayed = replay(scenario, record)
    return list(
        pages(
            Teller(scenario.words.__getitem__, known(scenario, 0)),
            list(in_order(replayed.turns, replayed.arguments)),
            lambda count: clock(scenario.words["scenario:begins"], replayed.states[count].minutes),
            dict(enumerate((row.comment for row in record.rows), 1)),
        )
    )


def watched(shown: list[Page], *typed: str) -> str:
    out = Terminal()
    watch(Lines(Terminal("".join(f"{line}\n" for line in typed)), out), shown)
    return out.getvalue()


def test_the_meeting_is_watched_in_under_six_minutes(meeting: list[Page]) -> None:
    assert len(watched(meeting, *[""] * len(meeting)).split()) / PACE < 6


def test_each_move_is_shown_with_its_thought_and_its_comment(meeting: list[Page]) -> None:
    text = watched(meeting, "", "", "q")
    assert "American: You had misgivings about the bombers yesterday\nT 1. Yesterday's doubts" in text
    assert "1 of 60: " in text


def test_it_goes_back_and_to_a_move_and_never_before_the_first(meeting: list[Page]) -> None:
    text = watched(meeting, "b", "40", "b", "99", "fandango", "q")
    assert "This is the first move." in text
    assert [line for line in text.split() if line in ("40", "39")] == ["40", "39", "39", "39"]
    assert text.count("The moves are 1 to 60.") == 2


def test_the_words_of_a_move_are_shown_where_they_are_wanted(meeting: list[Page]) -> None:
    assert meeting[1].lines[1] not in watched(meeting, "", "q")
    assert meeting[1].lines[1] in watched(meeting, "", "w", "q")


def test_a_pipe_is_given_all_the_words(meeting: list[Page]) -> None:
    out = io.StringIO()
    watch(Lines(io.StringIO(""), out), meeting)
    assert all(line in out.getvalue() for page in meeting for line in page.lines)
