"""Every screen looks as it did when somebody last looked at it.

`make snapshots` takes the pictures anew, `make pictures` puts them on one sheet: look at it. `make test` looks at each
place in one look in each size, `make long` in all.
"""

import os
import random
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.tui.screens.table import TablePage
from tests.long import LONG
from tests.pictures.drawing import svg
from tests.pictures.kept import FOLDER, file_of, read, write
from tests.pictures.looks import LOOKS, NO_COLOUR, THEMES
from tests.pictures.picture import Picture, changes, seen
from tests.pictures.walks import WALKS, Place, Size, Walk
from tests.tui.fake import table, until
from tests.tui.shipped import shelved

TAKE = bool(os.environ.get("SEE_AND_COUNT_TAKE"))
"""Whether the pictures are taken anew; `make snapshots` wants it."""
CHANGED = Path(__file__).parents[2] / "build" / "changed"
STILL = 8
"""Rounds of the app after which a screen on which nothing changed is at rest."""
PATIENCE = 400
"""Rounds of the app in which a screen comes to look as it should."""

WAYS = [(walk, size) for walk in WALKS for size in walk.sizes]


def looks_at(number: int) -> Iterator[tuple[str, ...]]:
    """In which looks the walk of a number is walked: each tuple is one start of the program."""
    if TAKE or LONG:
        yield from (THEMES, (NO_COLOUR,))
    else:
        yield (LOOKS[number % len(LOOKS)],)


@asynccontextmanager
async def started(
    walk: Walk, size: Size, look: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Pilot[Any]]:
    """The program at the start of a walk, in a look. The names of its games are the same each time."""
    monkeypatch.setattr("game.records.journal.secrets", random.Random(1962))
    if look == NO_COLOUR:
        monkeypatch.setenv("NO_COLOR", "1")
    folder.mkdir()
    with shelved(folder) as shelf:
        app = walk.start(shelf)
        if look != NO_COLOUR:
            app.theme = look
        async with app.run_test(size=size) as pilot:
            yield pilot


async def come_to(pilot: Pilot[Any], place: Place) -> None:
    for key in place.keys:
        await pilot.press(key)
        await pilot.pause()
    if place.page is TablePage:
        await table(pilot)
    elif (page := place.page) is not None:
        try:
            await until(pilot, lambda: isinstance(pilot.app.screen, page))
        except AssertionError:
            pytest.fail(f"No way leads to {place}; the app stays at {pilot.app.screen}.")
    await pilot.pause()


async def rested(pilot: Pilot[Any], still: int = STILL) -> Picture:
    """What the screen shows when it is at rest: when nothing changed for so many rounds."""
    picture, rounds = seen(pilot.app), 0
    while rounds < still:
        await pilot.pause(0.01)
        now = seen(pilot.app)
        picture, rounds = now, rounds + 1 if now == picture else 0
    return picture


async def at_last(pilot: Pilot[Any], wanted: Picture) -> Picture:
    """What the screen shows as soon as that is what is wanted, or else in the end."""
    for _ in range(PATIENCE):
        if (picture := seen(pilot.app)) == wanted:
            return picture
        await pilot.pause(0.01)
    return await rested(pilot)


async def taken(pilot: Pilot[Any], walk: Walk, looks: Iterable[str]) -> AsyncIterator[tuple[Place, str]]:
    """Go the whole way, and stop at each place in each look."""
    for place in walk.places:
        await come_to(pilot, place)
        for look in looks if place.name else ():
            if look != NO_COLOUR and pilot.app.theme != look:
                pilot.app.theme = look
                await pilot.pause()
                for key in place.anew:
                    await pilot.press(key)
                    await pilot.pause()
            yield place, look


def differing(walk: Walk, place: Place, size: Size, look: str, was: Picture, now: Picture) -> str:
    """What changed, in words, and where it can be looked at."""
    CHANGED.mkdir(parents=True, exist_ok=True)
    name = f"{walk.name}, {place.name}, {size[0]}x{size[1]}, {look}"
    for when, picture in (("before", was), ("now", now)):
        (CHANGED / f"{name}, {when}.svg").write_text(svg(picture, look, f"{name}: {when}"), encoding="utf-8")
    found = [*changes(was, now)]
    more = f"\n… and {len(found) - 12} more." if len(found) > 12 else ""
    told = "\n".join(islice(found, 12))
    return f"{name} has changed:\n{told}{more}\nBoth can be looked at: {CHANGED}/{name}, before.svg and now.svg"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "walk", "size"),
    [(number, walk, size) for number, (walk, size) in enumerate(WAYS)],
    ids=[f"{walk.name}-{size[0]}x{size[1]}" for walk, size in WAYS],
)
async def test_every_place_looks_as_it_did(
    tmp_path: Path, number: int, walk: Walk, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, dict[str, Picture]] = {}
    changed = []
    for looks in looks_at(number):
        async with started(walk, size, looks[0], tmp_path / looks[0], monkeypatch) as pilot:
            async for place, look in taken(pilot, walk, looks):
                if TAKE:
                    looks_of = found.setdefault(place.name, {})
                    looks_of[look] = await rested(pilot, STILL // 3 if looks_of and not place.anew else STILL)
                    continue
                wanted = read(file_of(walk.name, place.name, size).read_text(encoding="utf-8"))[look]
                now = await at_last(pilot, wanted)
                if now != wanted:
                    changed.append(differing(walk, place, size, look, wanted, now))
    for place_name, pictures in found.items():
        file = file_of(walk.name, place_name, size)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(pictures), encoding="utf-8")
    assert not changed, "\n\n".join(changed)


def test_every_kept_picture_is_of_a_place() -> None:
    places = {file_of(walk.name, place.name, size) for walk, size in WAYS for place in walk.places if place.name}
    assert sorted(FOLDER.rglob("*.txt")) == sorted(places), (
        "delete those that are of no place, take those that are not there"
    )
