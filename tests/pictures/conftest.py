"""Where pictures are taken, nothing has a will of its own: names are not drawn by lot, and no cursor blinks."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.shipped import Shelf, shelved


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "SEE_AND_COUNT_ASCII"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("game.places.settings", lambda: Path("/home/you/.config/see-and-count/settings.toml"))
    monkeypatch.setattr("game.records.journal.secrets", random.Random(1962))
    monkeypatch.setattr(Input, "_toggle_cursor", lambda line: None)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with shelved(tmp_path) as shelf:
        yield shelf
