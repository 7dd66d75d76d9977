"""The end: sheet by sheet, for one side or for both, and nothing of it before the talks are over."""

import pytest

from game.session import HUMAN
from game.tui.options import Options
from game.tui.screens.end import EndPage
from tests.tui.fake import OneBook, app_of, cells, until
from tests.tui.test_table import TO_THE_FLOOR

ENDED = (*TO_THE_FLOOR, "sum-up", "closing/first.sum", "closing/second.say")


def ended(library: OneBook, seats: tuple[str, str] = (HUMAN, HUMAN)) -> str:
    from game.session import Session

    session = library.begin("two-villages", (HUMAN, HUMAN), 1)
    for move in ENDED:
        session.play(move)
    assert session.over
    if seats != session.seats:
        session = Session.follow(
            library.scenario, session.record, keep=library.journal, files=library.files, seats=seats
        )
    return session.game


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_sheets_are_turned_by_arrows_and_by_their_digits(library: OneBook, size: tuple[int, int]) -> None:
    app = app_of(library, Options(game=ended(library, (HUMAN, "dealmaker"))))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, EndPage))
        await until(pilot, lambda: "Interest" in cells(app))
        await pilot.press("right")
        await until(pilot, lambda: "The real one" in cells(app) and "Yours" in cells(app))
        await pilot.press("right")
        await until(pilot, lambda: "Questions left open" in cells(app))
        await pilot.press("5")
        await until(pilot, lambda: "The vale named its old right." in cells(app))
        await pilot.press("left")
        await until(pilot, lambda: app.screen.number == 3)
        await pilot.press("1")
        await until(pilot, lambda: "Interest" in cells(app))


async def test_beside_a_passage_stands_what_this_game_told_of_it(library: OneBook) -> None:
    app = app_of(library, Options(game=ended(library, (HUMAN, "dealmaker"))))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, EndPage))
        await pilot.press("2")
        await until(pilot, lambda: "We thanked them." in cells(app))
        row = next(row for row in cells(app).splitlines() if "We thanked them." in row)
        assert "│" in row
        assert "The two villages met" in row


async def test_where_two_people_played_both_telegrams_lie_there(library: OneBook) -> None:
    app = app_of(library, Options(game=ended(library)))
    async with app.run_test(size=(120, 60)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, EndPage))
        await pilot.press("4")
        await until(pilot, lambda: "We thanked them." in cells(app))
        assert "They thanked us." in cells(app)
