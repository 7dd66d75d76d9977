"""The sheets on which pictures are looked at."""

import pytest

from tests.pictures.drawing import svg
from tests.pictures.kept import FOLDER, read
from tests.pictures.sheet import EDGE, GAP, ON_A_SHEET, room_for


@pytest.mark.parametrize("kept", ["table/table 120x40", "table/table 80x24", "table/table 60x20"])
def test_the_lowest_row_of_a_sheet_is_not_cut(kept: str) -> None:
    drawn = svg(read((FOLDER / f"{kept}.txt").read_text(encoding="utf-8"))["carbon"], "carbon", kept)
    rows = ON_A_SHEET // 2
    width = room_for(drawn, rows)
    wide, high = map(float, drawn.partition('viewBox="0 0 ')[2].partition('"')[0].split())
    assert rows * (width * high / wide + GAP) + GAP <= EDGE
    assert 2 * (width + GAP) + GAP <= EDGE
    assert width > EDGE * 0.4
