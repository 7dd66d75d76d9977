"""Settings: one table, a file for people, and no fault in it that costs more than a sentence."""

from dataclasses import fields
from pathlib import Path

import pytest

from game import places, settings
from game.card import settings_file
from game.settings import TABLE, Settings, read, write


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    return tmp_path / "settings.toml"


def test_the_table_explains_every_setting_and_takes_its_usual_value() -> None:
    assert [each.name for each in fields(Settings)] == [*(each.name for each in TABLE), "keys"]
    assert all(each.takes(Settings().of(each.name)) and each.help for each in TABLE)


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read() == (Settings(), ())


@pytest.mark.parametrize("setting", [each for each in TABLE if each.choices], ids=lambda each: each.name)
def test_every_value_of_every_setting_can_be_kept(file: Path, setting: settings.Setting) -> None:
    for value, _ in setting.choices:
        assert write(setting.name, value) == ""
        assert read()[0].of(setting.name) == value


def test_setting_one_thing_leaves_every_other_line(file: Path) -> None:
    file.write_text('# mine\npace = "slow"   # I read slowly\n\n[keys]\npropose = "o"\n')
    write("hints", False)
    write("pace", "brisk")
    assert file.read_text() == '# mine\npace = "brisk"\nhints = false\n[keys]\npropose = "o"\n'


def test_a_file_that_cannot_be_read_is_one_sentence_and_is_not_written_over(file: Path) -> None:
    file.write_text('theme = "paper"\npace = \n')
    found, faults = read()
    assert found == Settings()
    assert len(faults) == 1
    assert "line 2" in faults[0]
    assert "left as it is" in write("hints", False)
    assert file.read_text() == 'theme = "paper"\npace = \n'


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('theme = "blue"', "theme cannot be blue"),
        ("hints = 1", "hints cannot be 1"),
        ('hints = "true"', "hints cannot be true"),
        ("colour = 3", "there is no 'colour'"),
        ("[keys]\npropose = 3", "the key of 'propose'"),
        ("games = []", "games cannot be []"),
        ('theme = "\\u001b[2J"', "theme cannot be ␛[2J"),
    ],
)
def test_a_wrong_value_is_one_sentence_and_the_rest_holds(file: Path, line: str, sentence: str) -> None:
    file.write_text(f'pace = "slow"\n{line}\n')
    found, faults = read()
    assert found == Settings(pace="slow")
    assert len(faults) == 1
    assert sentence in faults[0]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a" * 70_000, b"[" * 5000], ids=["not text", "too long", "too deep"])
def test_what_is_no_settings_file_is_one_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    found, faults = read()
    assert found == Settings()
    assert len(faults) == 1


def test_games_are_kept_where_the_settings_say(file: Path, tmp_path: Path) -> None:
    assert settings.games() == tmp_path / "games.sqlite3"
    file.write_text(f"games = '{tmp_path / 'elsewhere'}'\n")
    assert settings.games() == tmp_path / "elsewhere" / "games.sqlite3"


@pytest.mark.skipif(not settings_file(), reason="the card looks for colours on Linux alone")
@pytest.mark.parametrize("variable", ["SEE_AND_COUNT_HOME", "XDG_CONFIG_HOME", "HOME"])
def test_the_card_looks_for_colours_where_the_settings_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for each in ("SEE_AND_COUNT_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert settings_file() == str(places.settings())
