"""The title page says which meeting it leads to."""

from pathlib import Path

from game.scenarios.heads import Head
from game.tui.screens.title import TitlePage

FIRST = Head("first", "Monday", "Of large things", Path("/dialogues/first"))
SECOND = Head("second", "Tuesday", "Of small things", Path("/dialogues/second"))


def test_the_title_is_of_the_first_meeting() -> None:
    assert TitlePage([FIRST, SECOND]).on_card == FIRST


def test_on_the_way_to_another_meeting_the_title_is_of_that_one() -> None:
    assert TitlePage([FIRST, SECOND], going=True, towards="second").on_card == SECOND
    assert TitlePage([FIRST, SECOND], going=True, towards=str(SECOND.folder)).on_card == SECOND


def test_on_the_way_to_a_kept_game_the_title_names_no_meeting_that_it_may_not_be() -> None:
    assert TitlePage([FIRST, SECOND], going=True).on_card is None
