"""The tape on the title says something in the code that teleprinters used."""

from game.tui.widgets.tape import FEED, HOLE, ITA2, punched


def read(rows: list[str]) -> str:
    """Read a hanging tape: five tracks beside the feed, and no letter but by its holes."""
    letters = {code: letter for letter, code in ITA2.items()}
    tracks = [row.split(FEED) for row in rows]
    codes = [sum((hole == HOLE) << bit for bit, hole in enumerate(left + right[:2])) for left, right in tracks]
    return "".join(letters.get(code, "") for code in codes)


def test_the_tape_reads_back() -> None:
    assert read(punched("See and count", 24)) == "SEE AND COUNT"


def test_the_tape_is_as_long_as_the_window_is_high() -> None:
    assert [len(punched("See and count", rows)) for rows in (5, 13, 40)] == [5, 13, 40]


def test_every_letter_has_its_own_holes() -> None:
    assert len(set(ITA2.values())) == len(ITA2) == 27
