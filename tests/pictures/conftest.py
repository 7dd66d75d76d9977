"""Where pictures are taken, nothing has a will of its own: the environment says nothing, and no cursor blinks."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests import rest

rest.install()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "SEE_AND_COUNT_ASCII"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("game.places.settings", lambda: Path("/home/you/.config/see-and-count/settings.toml"))
    monkeypatch.setattr(Input, "_toggle_cursor", lambda line: None)
