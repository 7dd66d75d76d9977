"""Windows of every size: small ones get a polite sentence, and no row is wider than its window."""

import pytest
from textual.content import Content

from game.session import HUMAN
from tests.tui.fake import OneBook, at_the_table, cells, table
from tests.tui.test_table import TO_THE_FLOOR

SEATS = (HUMAN, "conceder")


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 5), (40, 12)])
async def test_a_window_that_is_too_small_says_so_politely(library: OneBook, size: tuple[int, int]) -> None:
    app = at_the_table(library, SEATS, *TO_THE_FLOOR)
    async with app.run_test(size=size) as pilot:
        await table(pilot)
        text = " ".join(cells(app).split())
        assert f"This window has {size[0]} columns and {size[1]} rows." in text
        assert "Put a proposal" not in text


@pytest.mark.parametrize("size", [(60, 20), (76, 22), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_the_table_fits_its_window(library: OneBook, size: tuple[int, int]) -> None:
    app = at_the_table(library, SEATS, *TO_THE_FLOOR)
    async with app.run_test(size=size) as pilot:
        page = await table(pilot)
        text = cells(app)
        assert "You have the floor" in text
        assert "Begin the summing-up" in text
        assert all(Content(row).cell_length <= size[0] for row in text.splitlines())
        assert page.choices.size.height == page.choices.virtual_size.height or page.choices.size.height >= 6


async def test_making_the_window_larger_brings_everything_back(library: OneBook) -> None:
    app = at_the_table(library, SEATS, *TO_THE_FLOOR)
    async with app.run_test(size=(40, 10)) as pilot:
        await table(pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "You have the floor" in cells(app)
        await pilot.press("2")
        page = await table(pilot)
        assert page.session.turns[len(TO_THE_FLOOR)].move == "open road"


async def test_resizing_keeps_the_last_words_in_sight(library: OneBook) -> None:
    app = at_the_table(library, SEATS, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        for size in ((80, 24), (61, 20), (150, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page.transcript.at_end
            assert "We are listening." in cells(app)
