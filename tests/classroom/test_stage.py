"""What fits on the wall."""

from textual.content import Content
from textual.geometry import Size

from game.classroom.stage import fitted

CHOICES = [Content("A  Yes"), Content("B  No"), Content("C  Wait")]
BEFORE = [Content(f"before {number}") for number in range(30)]
LAST = [Content("The ships"), Content("McCloy: Count them.")]


def said(rows: int, before: list[Content] = BEFORE, last: list[Content] = LAST) -> list[str]:
    return [line.plain for line in fitted(before, last, CHOICES, Size(40, rows)).said]


def test_what_was_said_fills_the_wall_from_the_newest_back() -> None:
    shown = fitted(BEFORE, LAST, CHOICES, Size(40, 14))
    assert [line.plain for line in shown.said] == ["before 28", "before 29", "The ships", "McCloy: Count them."]
    assert shown.text().get_height({}, 40) <= 14


def test_all_of_the_last_move_comes_before_air_and_air_before_what_was_said_earlier() -> None:
    assert said(7) == ["The ships", "McCloy: Count them."]
    assert not fitted(BEFORE, LAST, CHOICES, Size(40, 7)).airy
    assert said(9) == ["The ships", "McCloy: Count them."]
    assert fitted(BEFORE, LAST, CHOICES, Size(40, 9)).airy


def test_no_line_is_shown_in_part() -> None:
    long = [Content("word " * 60)]
    assert said(12, last=long) == ["word " * 60]
    assert said(9, last=long) == []


def test_every_choice_is_there_whatever_was_said() -> None:
    for rows in range(3, 30):
        shown = fitted(BEFORE, LAST, CHOICES, Size(40, rows))
        assert shown.choices == CHOICES
        assert shown.text().get_height({}, 40) <= rows
