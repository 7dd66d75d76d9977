"""What the tests of the screens share: a library with one small book, and an environment without a will of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import rest
from tests.tui.fake import OneBook

rest.install()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "SEE_AND_COUNT_ASCII"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[OneBook]:
    library = OneBook(tmp_path / "games.sqlite3")
    yield library
    library.journal.close()
