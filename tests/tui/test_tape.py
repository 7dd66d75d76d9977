"""The punched tape on the title says what it seems to say."""

from game.tui.widgets.tape import HOLE, ITA2, TRACKS, punched


def read(rows: list[str]) -> str:
    """Read a tape as a teleprinter would."""
    letters = {code: letter for letter, code in ITA2.items()}
    columns = [column[::2] for column in rows]
    codes = [
        sum(track for track, row in zip(TRACKS, columns, strict=True) if track and row[place] == HOLE)
        for place in range(len(columns[0]))
    ]
    return "".join(letters[code] for code in codes)


def test_the_tape_reads_back() -> None:
    assert read(punched("See and count")) == "SEE AND COUNT"


def test_every_letter_has_its_own_holes() -> None:
    assert len(set(ITA2.values())) == len(ITA2) == 27
