"""Own words: a sentence is taken as a move, asked about, or turned aside in character; nothing typed is lost."""

import pytest

from game.limits import MESSAGE
from game.session import HUMAN
from game.tui.screens.propose import ProposePage
from tests.long import LONG
from tests.tui.fake import OneBook, at_the_table, cells, labels, table, until
from tests.tui.test_table import TO_THE_FLOOR, WITHIN_REACH

HILL = (HUMAN, "dealmaker")
VALE = ("dealmaker", HUMAN)
BOTH = (HUMAN, HUMAN)
HOSTILE = (
    "\x1b[2J\x1b]52;c;aGFoYQ==\x07",
    "[red]no[/red] [@click=app.quit]x[/]",
    "abc\u202egnihton\u2066",
    "e" + "\u0301" * 40,
    "🕊️👩‍👩‍👧‍👦" * 6,
    "\ud83d",
    "a\u2028b\u0085c\x00d",
    "word " * 900,
)


async def typed(app_pilot, text: str) -> None:
    await app_pilot.press(*("space" if letter == " " else letter for letter in text))


async def test_a_sentence_is_taken_as_the_move_it_means(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe")
        await typed(pilot, "Thank them all for coming")
        await pilot.press("enter")
        await until(pilot, lambda: page.session.count)
        await table(pilot)
        assert page.session.turns[0].move == "opening/greet.thanks"
        assert page.session.turns[0].typed == "Thank them all for coming"
        assert "“Thank them all for coming”" in cells(app)
        assert "Thank you for climbing up to us." in cells(app)


async def test_a_label_that_is_written_off_is_nobodys_own_words(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe")
        await typed(pilot, "thank them for coming.")
        await pilot.press("enter")
        await until(pilot, lambda: page.session.count)
        await table(pilot)
        assert page.session.turns[0].typed == ""
        assert page.talk.say.line.value == ""


@pytest.mark.parametrize("way", [("apostrophe",), ("tab",), ("down", "down"), ("up",)])
@pytest.mark.parametrize("send", ["enter", "ctrl+j"])
async def test_every_way_into_the_line_and_out_of_it_by_sending(
    library: OneBook, way: tuple[str, ...], send: str
) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press(*way)
        await until(pilot, lambda: page.talk.say.busy)
        await typed(pilot, "Thank them for coming")
        await pilot.press(send)
        await until(pilot, lambda: page.session.count)


@pytest.mark.parametrize("key", ["up", "down", "escape", "shift+tab"])
async def test_back_to_the_list_keeps_what_was_typed(library: OneBook, key: str) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe", *"water")
        await pilot.press(key)
        assert page.choices.has_focus
        assert page.talk.say.line.value == "water"
        await pilot.press("1")
        await until(pilot, lambda: page.session.count)


async def test_what_was_begun_in_the_line_is_gone_when_another_move_is_made(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe", "h", "i", "escape", "1")
        await until(pilot, lambda: page.session.count)
        await table(pilot)
        assert page.talk.say.line.value == ""


async def test_letters_in_the_line_are_words_and_no_keys(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe", *"apifbhqrws?/")
        assert page.talk.say.line.value == "apifbhqrws?/"
        assert app.screen is page
        assert page.session.count == len(TO_THE_FLOOR)


async def test_nothing_is_sent_where_nothing_is_typed(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe", "space", "space", "enter")
        await pilot.pause()
        assert page.session.count == 0
        assert not page.asking


async def test_words_that_may_mean_several_moves_are_asked_about(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        text = next(
            text
            for text in ("the well and the road", "well or road", "water of the well on the road")
            if page.session.understand(text).decision == "ask"
        )
        await pilot.press("apostrophe")
        await typed(pilot, text)
        await pilot.press("enter")
        await until(pilot, lambda: page.asking)
        assert "Did you mean…" in cells(app)
        assert f"“{text}”" in cells(app)
        assert labels(page)[-1] == "None of these; say it otherwise"
        assert page.session.count == len(TO_THE_FLOOR)
        await pilot.press("0")
        await pilot.pause()
        assert page.talk.say.busy, "back in the line, to say it otherwise"
        assert page.talk.say.line.value == text
        await pilot.press("enter")
        await until(pilot, lambda: page.asking)
        await pilot.press("1")
        await until(pilot, lambda: page.session.count > len(TO_THE_FLOOR))
        assert page.session.turns[len(TO_THE_FLOOR)].typed == text
        assert page.talk.say.line.value == ""


async def test_words_that_fit_nothing_are_turned_aside_at_no_cost(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("apostrophe")
        await typed(pilot, "Xylophones zigzag")
        await pilot.press("enter")
        await until(pilot, lambda: "We came about water." in cells(app))
        assert "“Xylophones zigzag”" in cells(app)
        assert page.session.count == 0
        assert labels(page) == ["Thank them for coming", "Begin at once"]
        assert page.talk.say.line.value == "Xylophones zigzag", "it can be mended and sent again"


async def test_words_that_mean_a_proposal_open_it_and_stay_with_it(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        text = next(
            text
            for text in ("Here is an offer", "We put a proposal to you")
            if page.session.understand(text).offered and page.session.understand(text).offered[0].move == "propose"
        )
        await pilot.press("apostrophe")
        await typed(pilot, text)
        await pilot.press("enter")
        if page.session.understand(text).decision == "ask":
            await until(pilot, lambda: page.asking)
            await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        await pilot.press("1", "p")
        await until(pilot, lambda: page.session.count > len(WITHIN_REACH))
        assert page.session.turns[len(WITHIN_REACH)].typed == text


async def test_an_own_argument_of_two_people_stands_in_transcript_and_flow(library: OneBook) -> None:
    app = at_the_table(library, BOTH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        await pilot.press("apostrophe")
        await typed(pilot, "Xylophones zigzag")
        await pilot.press("enter")
        await until(pilot, lambda: page.asking)
        await pilot.press("1")
        await until(pilot, lambda: page.session.arguments)
        await table(pilot)
        assert not page.handing_over, "it is still this side's turn"
        assert page.session.count == 0
        assert "Xylophones zigzag" in cells(app)
        assert page.talk.say.line.value == ""
        await pilot.press("f")
        await pilot.pause()
        assert cells(app).count("Xylophones zigzag") == 2


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (text, size)
        for number, text in enumerate(HOSTILE)
        for other, size in enumerate([(120, 40), (60, 20)])
        if LONG or number % 2 == other
    ],
)
async def test_hostile_words_reach_neither_the_terminal_nor_the_layout(
    library: OneBook, text: str, size: tuple[int, int]
) -> None:
    from textual import events

    app = at_the_table(library, BOTH)
    async with app.run_test(size=size) as pilot:
        page = await table(pilot)
        await pilot.press("enter")
        await table(pilot)
        await pilot.press("apostrophe")
        for line in (page.talk.say.line, page.talk.find.line):
            if line is page.talk.find.line:
                await pilot.press("escape", "escape", "slash")
            line.post_message(events.Paste(text))
            await pilot.pause()
            assert len(line.value) <= MESSAGE
            harmless(cells(app), size)
        await pilot.press("escape", "apostrophe", "enter")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        harmless(cells(app), size)
        for pane in ("f", "f", "a", "escape"):
            await pilot.press(pane)
            await pilot.pause()
            harmless(cells(app), size)


def harmless(shown: str, size: tuple[int, int]) -> None:
    """No cell holds what a terminal obeys, and no row is wider than the window."""
    from textual.content import Content

    forbidden = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u2028"]
    for row in shown.splitlines():
        assert not any(each in row for each in forbidden if each != "\n"), repr(row)
        assert Content(row).cell_length <= size[0]
