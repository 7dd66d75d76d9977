"""The map: what was spoken of, and nothing else; in characters and in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.places import data
from game.scenarios.load import load
from game.session import HUMAN, Session
from game.tui.mapped import mapped, window
from game.tui.raster import Raster, Window, read_land
from game.tui.widgets.map import NO_MAP, NOTHING
from game.tui.widgets.sea import View, drawn, land
from tests.small_scenario import small_files
from tests.tui.fake import OneBook, at_the_table, cells, table, until
from tests.tui.shipped import AMERICANS, MEETING, Shelf, game_of, recorded, shelved
from tests.tui.test_table import TO_THE_FLOOR

WORLD = View(28, 17.4, 86.4, 71.4)

MAP = """\
coast: caribbean
shows: {north: "28", south: "17.5", west: "86", east: "71.5"}
marks:
  well:
    said: well.dry
    sign: place
    title: The well
    says: Where Anna draws.
    source: C 1
    placed: ours
    at: "23.13 82.38"
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with shelved(tmp_path) as shelf:
        yield shelf


@pytest.fixture
def session(shelf: Shelf) -> Session:
    return Session.follow(
        shelf.scenario, game_of("as-recorded"), keep=shelf.journal, files=shelf.files, seats=AMERICANS
    )


def test_nothing_is_on_the_map_before_it_was_said(shelf: Shelf) -> None:
    assert mapped(shelf.begin(MEETING, (HUMAN, HUMAN), 1)) == []


def test_the_recorded_meeting_names_nine_ships_a_watchman_and_two_ways(session: Session) -> None:
    found = mapped(session)
    ships = [each for each in found if each.sign == "▴"]
    assert [len(each.points) for each in ships] == [1, 8, 1]
    assert {each.title for each in found} >= {"Labinsk", "Almata", "The northern way", "The southern way"}
    assert [each.number for each in found] == list(range(1, len(found) + 1))


def test_what_was_said_first_has_the_first_number(session: Session) -> None:
    count = next(n for n, turn in enumerate(session.turns, 1) if turn.move.endswith(".nine-ships"))
    assert [each.title for each in mapped(session)][:2] == ["Labinsk", "Eight more ships"]
    assert count < len(session.turns)


def test_every_mark_and_every_name_finds_a_place(session: Session) -> None:
    coast, view = window(session)
    marks = [mark for each in mapped(session) for mark in each.marks()]
    text = "\n".join(row.plain for row in drawn(land(coast), view, marks, 76, 20))
    assert all(text.count(mark.sign) >= 1 for mark in marks)
    assert text.count("▴2") == 8
    assert all(name in text for name in ("Florida", "Cuba", "Jamaica", "Hispaniola"))


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (10, 3), (38, 12), (76, 20), (400, 100)])
def test_a_map_fits_any_window(size: tuple[int, int]) -> None:
    rows = drawn(land("caribbean"), WORLD, (), *size)
    assert len(rows) == (size[1] if min(size) else 0)
    assert all(row.cell_length == size[0] for row in rows)


def test_without_braille_it_is_drawn_in_plain_signs(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_ASCII", "1")
    marks = [mark for each in mapped(session) for mark in each.marks()]
    text = "\n".join(row.plain for row in drawn(land("caribbean"), WORLD, marks, 76, 20))
    assert text.isascii()
    assert "^2" in text


def test_a_scenario_draws_coasts_of_its_own_east_of_greenwich() -> None:
    elba = "land Elba\n42.75 -10.10  42.82 -10.35\n42.72 -10.44  42.75 -10.10\nname Elba\n42.78 -10.30"
    window = View(43.0, 42.5, -10.0, -10.6)
    text = "\n".join(row.plain for row in drawn(land(elba), window, (), 60, 16))
    assert "Elba" in text
    assert set(text) - set("Elba \n"), "no coast is drawn"


def test_north_is_up_and_west_is_left() -> None:
    seen = Window(28, 17, 86, 71, 80, 20)
    (havana, row), (santiago, lower) = seen.cell((23.13, 82.38)), seen.cell((19.97, 75.87))
    assert havana < santiago
    assert row < lower


def test_a_closed_coast_comes_back_to_where_it_began() -> None:
    isle = read_land(["# a square", "land Isle", "2 4  2 2", "1 2  1 4", "name Isle", "1.5 3"])
    raster = Raster(Window(3, 0, 5, 1, 8, 4))
    isle.draw(raster)
    rows = raster.rows(braille=False)
    assert [bool(row.strip()) for row in rows].count(True) >= 2
    assert rows[1].strip()[0] != " "
    assert isle.names == (("Isle", (1.5, 3.0)),)


async def test_the_tab_shows_the_map_and_its_words(shelf: Shelf) -> None:
    app = recorded(shelf, "as-recorded", 30)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("m")
        await until(pilot, lambda: "Labinsk" in cells(app) or NOTHING in cells(app))


async def test_without_a_map_there_is_no_tab(library: OneBook) -> None:
    app = at_the_table(library, (HUMAN, "conceder"), *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        assert "Map" not in cells(app)
        await pilot.press("m")
        await pilot.pause()
        assert NO_MAP not in cells(app)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("dry", "drys"), "E043"),
        (("source: C 1", "source: C 99"), "E041"),
        (('at: "23.13 82.38"', 'at: "north of it"'), ""),
        (("sign: place", "sign: castle"), ""),
        (("title: The well\n", ""), ""),
    ],
)
def test_a_fault_in_a_map_is_found(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    from game.scenarios.load import load_files

    assert change[0] in MAP
    sound = load_files({**small_files(), "map.yaml": MAP.encode()})
    found = load_files({**small_files(), "map.yaml": MAP.replace(*change).encode()})
    assert [each for each in sound.findings if each.file == "map.yaml"] == []
    mine = [each for each in found.findings if each.file == "map.yaml"]
    assert mine
    assert not code or mine[0].code == code


def test_every_shipped_map_names_coasts_that_are_there() -> None:
    for folder in data("dialogues").iterdir():
        if (folder / "map.yaml").is_file():
            scenario = load(folder).scenario
            assert scenario is not None
            assert land(scenario.words["map:coast"]).coasts
