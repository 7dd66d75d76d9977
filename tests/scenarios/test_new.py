"""`new`: a scenario that plays and passes `check` before anything in it was changed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.counterparts import NAMES
from game.scenarios.check import check
from game.scenarios.load import load
from game.scenarios.playtest import playtest
from game.scenarios.schema import FOLDER, kind_of


@pytest.fixture(name="folder")
def a_new_scenario(tmp_path: Path) -> Path:
    folder = tmp_path / "our-market"
    told = CliRunner().invoke(main, ["new", str(folder)])
    assert told.exit_code == 0, told.output
    return folder


def test_it_has_nothing_to_say_to_check_and_bears_its_folder_s_name(folder: Path) -> None:
    assert check(folder).text().endswith("nothing to say.")
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.id == "our-market"


def test_every_move_of_it_can_be_made_and_both_sides_can_agree(folder: Path) -> None:
    found = playtest(load(folder), 300)
    assert (found.unseen, found.unvisited, found.stranded) == ([], [], {})
    assert found.finished == 300
    bargained = playtest(load(folder), 20, seats=(NAMES[1], NAMES[0]))
    assert bargained.nothing < 20


def test_its_files_name_schemas_that_lie_in_it(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        first = file.read_text("utf-8").split("\n", 1)[0]
        schema = (file.parent / first.partition("=")[2]).resolve()
        assert schema == folder.resolve() / FOLDER / f"{kind_of(file.relative_to(folder).as_posix())}.json"
        assert schema.is_file()


def test_among_other_scenarios_it_names_the_schemas_beside_them(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["schema", "--to", str(tmp_path / FOLDER)]).exit_code == 0
    assert CliRunner().invoke(main, ["new", str(tmp_path / "another")]).exit_code == 0
    assert not (tmp_path / "another" / FOLDER).exists()
    first = (tmp_path / "another/topics/price.yaml").read_text("utf-8").split("\n", 1)[0]
    assert first == f"# yaml-language-server: $schema=../../{FOLDER}/topic.json"


def test_nothing_is_written_over(folder: Path) -> None:
    (folder / "scenario.yaml").write_text("mine", encoding="utf-8")
    told = CliRunner().invoke(main, ["new", str(folder)])
    assert told.exit_code == 2
    assert "There is something in" in told.stderr
    assert (folder / "scenario.yaml").read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_a_name_is_wrong_use(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["new", str(tmp_path / "Our Market")])
    assert told.exit_code == 2
    assert "'Our Market' cannot be a name" in told.stderr
    assert not (tmp_path / "Our Market").exists()
