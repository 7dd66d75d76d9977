"""A list to choose from: digits, letters, arrows, j and k, the mouse, and half a second of grace."""

from collections.abc import Sequence

import pytest
from textual.app import App
from textual.content import Content
from textual.widget import Widget

from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item

THREE = (Item("bread", "Bread"), Item("salt", "Salt"), Item("water", "Water", "w"))


class Kitchen(Page[None]):
    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self.items = items
        self.taken: list[str] = []

    def body(self) -> list[Widget]:
        return [Choices(self.items)]

    def on_choices_chosen(self, chosen: Choices.Chosen) -> None:
        self.taken.append(chosen.id)


class House(App[None]):
    CSS_PATH = "../../game/tui/app.tcss"

    def __init__(self, items: Sequence[Item] = THREE) -> None:
        super().__init__()
        self.kitchen = Kitchen(items)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        from game.tui.themes import defaults

        return defaults(self.current_theme)

    def get_default_screen(self) -> Kitchen:
        return self.kitchen

    @property
    def choices(self) -> Choices:
        return self.kitchen.query_one(Choices)


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        (["1"], "bread"),
        (["2"], "salt"),
        (["w"], "water"),
        (["enter"], "bread"),
        (["ctrl+j"], "bread"),
        (["down", "enter"], "salt"),
        (["j", "j", "enter"], "water"),
        (["j", "k", "enter"], "bread"),
        (["up", "enter"], "water"),
        (["k", "down", "enter"], "bread"),
    ],
)
async def test_a_key_chooses(keys: list[str], taken: str) -> None:
    house = House()
    async with house.run_test() as pilot:
        house.choices.focus()
        await pilot.press(*keys)
        assert house.kitchen.taken == [taken]


async def test_the_mouse_chooses() -> None:
    house = House()
    async with house.run_test() as pilot:
        await pilot.click(Choices, offset=(8, 1))
        assert house.kitchen.taken == ["salt"]


@pytest.mark.parametrize("key", ["3", "9", "0", "x", "escape"])
async def test_a_key_that_stands_nowhere_chooses_nothing(key: str) -> None:
    house = House()
    async with house.run_test() as pilot:
        house.choices.focus()
        await pilot.press(key)
        assert house.kitchen.taken == []


async def test_typing_ahead_chooses_nothing_until_the_grace_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("game.tui.widgets.choices.monotonic", lambda: now)
    house = House()
    async with house.run_test() as pilot:
        house.choices.focus()
        house.choices.offer(THREE, grace=0.5)
        now = 100.4
        await pilot.press("2", "enter", "w")
        assert house.kitchen.taken == []
        now = 100.5
        await pilot.press("2")
        assert house.kitchen.taken == ["salt"]


async def test_the_caret_may_move_while_the_grace_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.tui.widgets.choices.monotonic", lambda: 100.0)
    house = House()
    async with house.run_test() as pilot:
        house.choices.focus()
        house.choices.offer(THREE, grace=0.5)
        await pilot.press("j")
        assert house.choices.pointed == 1


async def test_an_empty_list_leaves_its_keys_to_others() -> None:
    house = House(())
    async with house.run_test() as pilot:
        house.choices.focus()
        await pilot.press("enter", "1", "j")
        assert house.kitchen.taken == []
        assert not any(active.binding.id == "choose" for active in house.kitchen.active_bindings.values())


async def test_a_long_label_takes_more_rows_and_loses_no_word() -> None:
    label = "They leave once Havana is squared and nobody writes a date beside it"
    house = House([Item("one", label, aside="6 min"), Item("two", "Short")])
    async with house.run_test(size=(62, 22)) as pilot:
        await pilot.pause()
        rows = [house.choices.row(number).plain for number in range(house.choices.virtual_size.height)]
        assert len(rows) > 2
        assert all(Content(row).cell_length <= 62 for row in rows)
        assert all(word in " ".join(rows) for word in label.split())


async def test_markup_in_a_label_is_only_text() -> None:
    label = "[red]Not[/red] [@click=app.quit]a link[/]"
    house = House([Item("one", label, aside="[b]x[/b]")])
    async with house.run_test() as pilot:
        await pilot.pause()
        assert label in house.choices.row(0).plain
        assert "[b]x[/b]" in house.choices.row(0).plain
