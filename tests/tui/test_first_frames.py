"""What a screen shows first is what it shows at rest: nothing jumps into place, and nobody waits for words."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.screen import Screen

from game.session import HUMAN
from tests.rest import by_the_clock
from tests.tui.fake import OneBook, app_of, at_the_table, table, until, wish

Frames = dict[str, list[str]]
SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])


def rows(screen: Screen[Any]) -> list[str]:
    """What the compositor of a screen puts in each row of the window; a scrollbar may come a frame later."""
    strips = screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip(" ▁▂▃▄▅▆▇█") for strip in strips]


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Iterator[Frames]:
    """The first frame of each screen, by its class."""
    frames: Frames = {}
    draw = Compositor.render_full_update

    def drawn(self: Compositor, *given: Any, **named: Any) -> Any:
        assert isinstance(self.root, Screen)
        frames.setdefault(type(self.root).__name__, rows(self.root))
        return draw(self, *given, **named)

    monkeypatch.setattr(Compositor, "render_full_update", drawn)
    with by_the_clock():
        yield frames


@SIZES
async def test_the_first_frame_of_the_title_is_the_picture_at_rest(
    first: Frames, library: OneBook, size: tuple[int, int]
) -> None:
    app = app_of(library)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.focused)
        await pilot.pause()
        assert first["TitlePage"] == rows(app.screen)


@SIZES
@pytest.mark.parametrize("wanted", ["new", "resume", "how", "settings"])
async def test_the_first_frame_of_a_page_is_the_picture_at_rest(
    first: Frames, library: OneBook, wanted: str, size: tuple[int, int]
) -> None:
    app = app_of(library)
    async with app.run_test(size=size) as pilot:
        await wish(pilot, wanted)
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await pilot.pause()
        assert first[type(app.screen).__name__] == rows(app.screen)


@SIZES
async def test_the_first_frame_of_the_table_is_the_picture_at_rest(
    first: Frames, library: OneBook, size: tuple[int, int]
) -> None:
    app = at_the_table(library, (HUMAN, "conceder"))
    async with app.run_test(size=size) as pilot:
        page = await table(pilot)
        assert first["TablePage"] == rows(page)
