"""Resizing in the middle of a sentence: nothing breaks, nothing typed is lost, no row is too wide."""

import pytest
from textual.content import Content

from game.session import HUMAN
from tests.long import LONG
from tests.tui.fake import OneBook, at_the_table, cells, table
from tests.tui.test_table import WITHIN_REACH

SIZES = (
    (120, 40),
    (80, 24),
    (60, 20),
    (59, 19),
    (200, 60),
    (61, 45),
    (300, 20),
    (20, 5),
    (108, 32),
    (107, 31),
    (80, 24),
)
TYPED = "we would rather draw at six"


@pytest.mark.parametrize("before", [(), ("f",), ("d", "d"), ("slash",), ("p",), ("question_mark",), ("i", "i")])
async def test_resizing_is_harmless_wherever_one_is(library: OneBook, before: tuple[str, ...]) -> None:
    app = at_the_table(library, ("dealmaker", HUMAN), *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press(*before)
        for size in SIZES if LONG or not before else SIZES[::2]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.press("down")
            assert all(Content(row).cell_length <= size[0] for row in cells(app).splitlines()), size


async def test_what_is_typed_stays_and_goes_on(library: OneBook) -> None:
    app = at_the_table(library, ("dealmaker", HUMAN), *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe")
        for letter, size in zip(TYPED, SIZES * 3, strict=False):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            if size[0] >= 60 and size[1] >= 20:
                await pilot.press("space" if letter == " " else letter)
        typed = "".join(
            letter for letter, (width, height) in zip(TYPED, SIZES * 3, strict=False) if width >= 60 and height >= 20
        )
        assert page.talk.say.line.value == typed
        assert page.session.count == len(WITHIN_REACH)
