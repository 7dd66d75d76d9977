"""A kept picture is read as it was written, and a change is told in words."""

from tests.pictures.kept import read, write
from tests.pictures.picture import Picture, changes, row_of

LAMP, QUIET = "bold #e0b567 on #16191f", "#a39c8d on #16191f"


def picture(*rows: list[tuple[str, str]]) -> Picture:
    """Rows of words, each with its ink."""
    return Picture(tuple(row_of((sign, ink) for words, ink in row for sign in words) for row in rows))


CARD = picture([(" SEE ", LAMP), ("and count  ", QUIET)], [(" " * 16, QUIET)])
BARE = picture([(" SEE and count  ", "plain")], [("❯" + " " * 15, "plain")])


def test_every_look_is_read_as_it_was_written() -> None:
    assert read(write({"carbon": CARD, "no colour": BARE})) == {"carbon": CARD, "no colour": BARE}


def test_words_stand_once_and_again_only_where_a_look_has_others() -> None:
    kept = write({"carbon": CARD, "no colour": BARE})
    assert kept.count("SEE and count") == 1
    assert "text in no colour\n02│❯\n" in kept


def test_more_inks_than_there_are_letters() -> None:
    many = picture([(sign, f"color({16 + number})") for number, sign in enumerate("word " * 25)])
    assert read(write({"carbon": many}))["carbon"] == many


def test_nothing_is_told_of_two_pictures_that_are_alike() -> None:
    assert [*changes(CARD, CARD)] == []


def test_other_words_are_told_with_their_row() -> None:
    now = picture([(" SEE ", LAMP), ("and count! ", QUIET)], [(" " * 16, QUIET)])
    assert [*changes(CARD, now)] == ["Row 1 says  │ SEE and count!│\n      and said  │ SEE and count│"]


def test_another_ink_is_told_with_its_columns() -> None:
    now = picture([(" SEE ", LAMP), ("and count  ", LAMP)], [(" " * 16, "on #000000")])
    assert [*changes(CARD, now)] == [
        f"Row 1, columns 6 to 16 (“and count”): is {LAMP}, was {QUIET}",
        f"Row 2, the ground of columns 1 to 16: is on #000000, was {QUIET}",
    ]


def test_a_window_of_another_height_is_told() -> None:
    assert [*changes(CARD, Picture(CARD.rows[:1]))] == ["It has 1 rows, and had 2."]
