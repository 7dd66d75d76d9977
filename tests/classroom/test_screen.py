"""The wall on the screen: the keys of the teacher."""

from typing import Any

import pytest
from textual.pilot import Pilot

from game.classroom.app import WallApp
from game.classroom.screen import WallPage
from game.classroom.stage import Stage
from game.classroom.wall import Wall
from game.tui.screens.debrief import DebriefPage
from game.tui.screens.reading import ReadingPage
from tests.classroom.test_wall import CANARIES, begun, letters_at_random
from tests.tui.fake import until


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


async def wall(pilot: Pilot[Any], *keys: str) -> WallPage:
    await until(pilot, lambda: isinstance(pilot.app.screen, WallPage))
    page = pilot.app.screen
    assert isinstance(page, WallPage)
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    return page


async def test_letters_move_and_backspace_takes_back() -> None:
    async with WallApp(Wall(begun()), 0).run_test() as pilot:
        page = await wall(pilot, "a", "d")
        assert page.wall.session.count == 2
        await pilot.press("backspace")
        await pilot.pause()
        assert page.wall.session.count == 1


async def test_own_words_are_typed_without_choosing_by_their_letters() -> None:
    async with WallApp(Wall(begun()), 0).run_test() as pilot:
        page = await wall(pilot, "f4", *"abc", "enter")
        assert page.wall.session.count == 0
        assert [each.text for each in page.wall.session.arguments] == ["abc"]
        await wall(pilot, "a")
        assert page.wall.session.count == 1


async def test_the_clock_stands_and_goes_on() -> None:
    async with WallApp(Wall(begun()), 60).run_test() as pilot:
        page = await wall(pilot, "space")
        assert page.clock.paused
        before = page.clock.left
        await pilot.press("plus")
        await pilot.pause()
        assert page.clock.left == (before or 0) + 60


async def test_the_flow_is_a_key_away() -> None:
    async with WallApp(Wall(begun()), 0).run_test() as pilot:
        await wall(pilot, "a", "a", "tab")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingPage))


async def test_a_whole_game_on_the_screen_sends_no_canary_to_the_terminal_before_the_reveal() -> None:
    app = WallApp(Wall(begun()), 0)
    sent: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        page = await wall(pilot)
        assert app._driver is not None
        write = app._driver.write
        app._driver.write = lambda data: (sent.append(data), write(data))[1]  # type: ignore[method-assign]
        for line in [each for each in letters_at_random(3) if len(each) == 1 and each.isalpha()]:
            if page.wall.session.over:
                break
            await pilot.press(line.lower())
            await pilot.pause()
            if page.picked:
                await pilot.press("enter")
                await pilot.pause()
        while not page.wall.session.over:
            await pilot.press(page.wall.options()[-1].letter.lower())
            await pilot.pause()
        assert not any(canary in "".join(sent) for canary in CANARIES)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefPage))
        text = " ".join(block.text.plain for leaf in pilot.app.screen.leaves for block in leaf.text)
        assert all(canary in text for canary in CANARIES)


async def test_on_a_small_wall_no_choice_lies_below_the_edge() -> None:
    async with WallApp(Wall(begun()), 0).run_test(size=(80, 24)) as pilot:
        page = await wall(pilot)
        most = 0
        for _ in range(16):
            await wall(pilot, "a")
            assert page.query_one("#stage").max_scroll_y == 0, page.wall.session.count
            most = max(most, len(page.wall.options()))
        assert page.wall.session.count == 16 and most >= 7


async def test_the_heading_of_what_is_talked_of_stays_while_there_is_room() -> None:
    async with WallApp(Wall(begun()), 0).run_test(size=(80, 24)) as pilot:
        page = await wall(pilot, "a")
        heading = page.wall.teller.topic(0)
        assert heading in {line.plain for line in page.query_one(Stage).shown.said}
        await wall(pilot, "d")
        assert heading in {line.plain for line in page.query_one(Stage).shown.said}
