"""What lies beside the talk: a key for each, the whole window and back, terms, hints, plain words, the find line."""

import pytest

from game.session import HUMAN
from game.speech import glossary
from tests.tui.fake import OneBook, at_the_table, cells, labels, table, until
from tests.tui.test_table import TO_THE_FLOOR, WITHIN_REACH

HILL = (HUMAN, "dealmaker")
VALE = ("dealmaker", HUMAN)
KEYS = {
    "i": "Who may draw water, and when?",
    "f": "The vale has an old right",
    "b": "Get water.",
    "a": "The passages of the real",
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize(("key", "text"), KEYS.items())
async def test_in_a_narrow_window_a_pane_is_a_page_and_escape_or_its_key_leads_back(
    library: OneBook, size: tuple[int, int], key: str, text: str
) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=size) as pilot:
        page = await table(pilot)
        for back in ("escape", key):
            await pilot.press(key)
            await until(pilot, lambda: text in " ".join(cells(app).split()))
            assert not page.talk.display
            await pilot.press(back)
            await until(pilot, lambda: "You have the floor" in cells(app))
            assert page.choices.has_focus


@pytest.mark.parametrize("key", list(KEYS))
async def test_in_a_wide_window_a_pane_lies_beside_and_its_key_again_gives_it_the_window(
    library: OneBook, key: str
) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        if key != "i":
            await pilot.press(key)
            await pilot.pause()
            assert "You have the floor" in cells(app)
            assert not page.full
        await pilot.press(key)
        await pilot.pause()
        assert page.full
        assert "You have the floor" not in cells(app)
        await pilot.press(key)
        await pilot.pause()
        assert not page.full
        assert "You have the floor" in cells(app)


async def test_every_pane_has_its_tab_before_it_is_opened(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        assert any(
            all(title in row for title in ("Flow", "Brief", "Papers", "Pad", "Terms"))
            for row in cells(app).splitlines()
        )


async def test_while_a_pane_has_the_window_no_key_chooses_a_move(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("f", "1", "2", "g", "s", "enter", "apostrophe", "x")
        await pilot.pause()
        assert page.full
        assert page.session.count == len(WITHIN_REACH)
        assert page.talk.say.line.value == ""


async def test_flow_and_pad_grow_as_the_talk_goes(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert "We thanked them." not in cells(app)
        await pilot.press("1")
        await until(pilot, lambda: page.session.count >= 2 and not page.waiting)
        assert "We thanked them." in cells(app)


@pytest.mark.parametrize(("seats", "held"), [(VALE, True), (HILL, False)])
async def test_the_papers_are_those_that_the_side_could_hold(
    library: OneBook, seats: tuple[str, str], held: bool
) -> None:
    app = at_the_table(library, seats, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert ("The deed" in cells(app)) is held
        assert ("It speaks of water." in cells(app)) is held


async def test_an_own_argument_stands_on_the_flow(library: OneBook) -> None:
    app = at_the_table(library, (HUMAN, HUMAN), *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        page.session.argue("The miller's boys drink first")
        await pilot.press("f")
        await pilot.pause()
        assert "✎ The miller" in cells(app)
        assert "own argument" in cells(app)


async def test_the_terms_on_the_screen_are_explained_and_no_other(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        shown = "\n".join(page.words_on_screen())
        here = glossary.terms_in(shown, page.session.terms)
        elsewhere = [term for term in page.session.terms if term not in here]
        await pilot.press("e")
        await pilot.pause()
        text = " ".join(cells(app).split())
        for term in here:
            assert page.session.terms[term].split(".")[0][:20] in text
        for term in elsewhere:
            assert page.session.terms[term].split(".")[0][:30] not in text


async def test_a_hint_is_given_when_it_is_asked_for(library: OneBook) -> None:
    from game.speech.hints import hint

    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        found = hint(page.session.known(1), page.session.view(1))
        assert found is not None
        words = found.words(page.desk.teller)
        assert words[:40] not in " ".join(cells(app).split())
        was = labels(page)
        await pilot.press("h")
        await pilot.pause()
        assert words[:40] in " ".join(cells(app).split())
        assert labels(page) == was


async def test_plain_words_show_the_thought_above_each_line_of_both_sides(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        assert "» Thank them for coming" not in cells(app)
        await pilot.press("l")
        await pilot.pause()
        text = cells(app)
        assert "» Thank them for coming" in text
        assert "» Speak of the weather" in text
        await pilot.press("l")
        await pilot.pause()
        assert "» Thank them for coming" not in cells(app)


async def test_what_was_said_can_be_searched(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("slash", *"THE")
        await pilot.pause()
        count = len(page.transcript.found)
        assert count > 1
        assert f"{count} of {count}" in cells(app)
        await pilot.press("enter", "n")
        await pilot.pause()
        assert f"{count - 1} of {count}" in cells(app)
        await pilot.press("N")
        await pilot.pause()
        assert f"{count} of {count}" in cells(app)
        await pilot.press("escape")
        await pilot.pause()
        assert page.transcript.sought == ""
        assert page.choices.has_focus


async def test_what_was_not_said_is_not_found(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("slash", *"zebra")
        await pilot.pause()
        assert "not said" in cells(app)


async def test_a_change_is_marked_as_it_happens_and_then_lies_at_rest(library: OneBook) -> None:
    app = at_the_table(library, HILL, *WITHIN_REACH, "propose road=toll")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("1")
        page = await table(pilot)
        assert "new: A small toll" in cells(app)
        while page.desk.view.place != "floor":
            await pilot.press("1")
            page = await table(pilot)
        await pilot.press("1", "1")
        page = await table(pilot)
        assert page.session.view(None).table[1] == 1
        assert "new: A small toll" not in cells(app)
        assert "A small toll" in cells(app)
