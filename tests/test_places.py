"""Where things are, in a checkout and anywhere else."""

from pathlib import Path

import pytest

from game import places


def test_what_is_shipped_is_found_in_a_checkout() -> None:
    assert (places.data("dialogues") / "new-york-1962" / "scenario.yaml").is_file()
    assert places.data("assets").is_dir()


def test_what_is_shipped_is_found_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "assets").mkdir(parents=True)
    monkeypatch.setattr(places, "_GAME", tmp_path)
    assert places.data("assets") == tmp_path / "_data" / "assets"


def test_a_missing_folder_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_GAME", tmp_path / "game")
    with pytest.raises(FileNotFoundError, match="The folder 'assets' is missing"):
        places.data("assets")


def test_games_are_kept_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "here"))
    assert places.home() == tmp_path / "here"
    assert places.games().parent == tmp_path / "here"
    assert not (tmp_path / "here").exists()


def test_games_are_kept_in_the_users_own_folder_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    assert places.home().name == "see-and-count"
    assert places.home().is_absolute()
