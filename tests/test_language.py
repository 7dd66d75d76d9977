"""The language of the screens: written out, read back, and chosen on the command line or in the settings."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game import phrases
from game.cli import main
from game.scenarios.pseudo import FIRST


@pytest.fixture(name="home", autouse=True)
def a_home_and_english_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    (tmp_path / "languages").mkdir()
    with phrases.speaking({}):
        yield tmp_path


def say(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, words, input=typed)


def translated(home: Path, form: str) -> None:
    text = say("strings", "--screens", "--pseudo", "--format", form).output
    (home / "languages" / f"qq.{form}").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("form", ["po", "csv"])
def test_what_is_written_is_read_back_whole(home: Path, form: str) -> None:
    translated(home, form)
    told = json.loads(say("strings", "--screens", "--language", "qq", "--json").output)
    assert told["scenario"] == "screens"
    assert told["texts"] == told["translated"] > 1000
    assert told["missing"] == []


def test_of_a_language_that_there_is_not_yet_the_file_is_begun_with_its_forms() -> None:
    text = say("strings", "--screens", "--language", "pl").output
    assert (
        text.count("[1] with 2, 3, 4, 22 and so on; [2] with 0, 5, 6, 7 and so on.")
        == text.count('msgstr[2] ""\n')
        > 10
    )
    table = say("strings", "--screens", "--language", "pl", "--format", "csv").output
    assert table.count("With 2, 3, 4, 22 and so on.") == text.count("msgid_plural")


def test_the_forms_of_a_language_that_we_do_not_know_are_those_of_its_file(home: Path) -> None:
    text = say("strings", "--screens", "--pseudo").output.replace("nplurals=2; plural=(n!=1)", "nplurals=2; plural=n>7")
    (home / "languages" / "qq.po").write_text(text, encoding="utf-8")
    table = say("strings", "--screens", "--language", "qq", "--format", "csv").output
    assert "With 0, 1, 2, 3 and so on." in table
    assert "With 8, 9, 10, 11 and so on." in table


def test_screens_speak_a_language_that_the_scenario_does_not_have(home: Path) -> None:
    translated(home, "po")
    text = say("play", "--as", "us", "--language", "qq", "--plain", typed="help\n").output
    assert f"choices: {FIRST}" in text


def test_a_language_that_neither_has_is_said_with_those_that_there_are(home: Path) -> None:
    translated(home, "po")
    told = say("play", "--as", "us", "--language", "zz", "--plain")
    assert told.exit_code == 2
    assert "there is no language 'zz'; there are qq." in told.output


def test_the_language_of_the_settings_is_spoken_and_another_on_the_command_line_goes_before(home: Path) -> None:
    translated(home, "po")
    (home / "settings.toml").write_text('language = "qq"\n', encoding="utf-8")
    assert say("--plain", typed="7\n").output.startswith(FIRST)
    phrases.speak({})
    assert say("--language", "en", "--plain", typed="7\n").output.startswith("See and Count.")


def test_a_language_of_the_settings_that_there_is_not_is_said_and_english_spoken(home: Path) -> None:
    (home / "settings.toml").write_text('language = "zz"\n', encoding="utf-8")
    told = say("--plain", typed="7\n")
    assert told.exit_code == 0
    assert "Settings: there is no language 'zz'" in told.output
    assert "What would you like?" in told.output


def test_of_a_translation_only_what_fits_is_spoken(home: Path) -> None:
    id_ = phrases.id_of("Game {game} is kept.")
    (home / "languages" / "qq.csv").write_text(
        f"id,text,translation\n{id_},Game {{game}} is kept.,Kept.\nscenario:title,Other,Another\n", encoding="utf-8"
    )
    say("--language", "qq", "--plain", typed="7\n")
    assert phrases.phrase("Game {game} is kept.", game="abcdef") == "Game abcdef is kept."
