"""The schemas that editors use: those that are shipped, what they allow, and the line by which a file names its own."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from game.cli import main
from game.places import data
from game.scenarios.schema import FOLDER, KINDS, editor_line, kind_of, schema, text
from tests.small_scenario import FILES

SHIPPED = data("dialogues")
PAGES = [
    (page, page.relative_to(head.parent).as_posix())
    for head in sorted(SHIPPED.glob("*/scenario.yaml"))
    for page in sorted(head.parent.rglob("*.yaml"))
]


def faults(kind: str, written: str) -> list[str]:
    """What an editor would mark: it knows numbers and truths where the game reads texts alone."""
    value: Any = json.loads(json.dumps(yaml.safe_load(written), default=str))
    return [each.message for each in Draft202012Validator(schema(kind)).iter_errors(value)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_what_the_command_prints(kind: str) -> None:
    told = CliRunner().invoke(main, ["schema", kind])
    assert told.exit_code == 0
    assert told.stdout == text(kind) == (SHIPPED / FOLDER / f"{kind}.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(told.stdout))


@pytest.mark.parametrize(("page", "file"), PAGES, ids=lambda each: each if isinstance(each, str) else each.parent.name)
def test_every_shipped_file_names_its_schema_and_fits_it(page: Path, file: str) -> None:
    first, kind = page.read_text("utf-8").split("\n", 1)[0], kind_of(file)
    assert kind is not None
    assert first == editor_line(file)
    assert (page.parent / first.partition("=")[2]).resolve() == (SHIPPED / FOLDER / f"{kind}.json").resolve()
    assert faults(kind, page.read_text("utf-8")) == []


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".yaml")])
def test_the_small_scenario_fits_too(file: str) -> None:
    assert faults(kind_of(file) or "", FILES[file]) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("topics/well.yaml", "kind: rebut", "kind: rebutt"),
        ("topics/well.yaml", "    turn: hill\n    moves:\n      no-deed", "    moves:\n      no-deed"),
        ("topics/well.yaml", "        answers: dry-summer", "        answer: dry-summer"),
        ("topics/well.yaml", "changes: {trust: -1}", "changes: {trust: less}"),
        ("topics/well.yaml", "nodes:\n  press:", "nodes:\n  Press Now:"),
        ("scenario.yaml", 'begins: "15:00"', 'begins: "three"'),
        ("issues.yaml", "weight: {hill: 60, vale: 50}", "weight: {hill: 60, vale: 150}"),
    ],
)
def test_what_the_game_would_refuse_an_editor_marks(file: str, old: str, new: str) -> None:
    text = FILES[file]
    assert old in text
    assert faults(kind_of(file) or "", text.replace(old, new, 1))


def test_without_a_kind_all_are_printed_as_one_object() -> None:
    assert set(json.loads(CliRunner().invoke(main, ["schema"]).stdout)) == set(KINDS)


def test_a_kind_that_there_is_not_is_wrong_use() -> None:
    told = CliRunner().invoke(main, ["schema", "topics"])
    assert told.exit_code == 2
    assert "there is no kind of file 'topics'; there are scenario, issues, topic," in told.stderr


def test_all_are_written_into_a_folder(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["schema", "--to", str(tmp_path / "new")]).exit_code == 0
    assert sorted(each.stem for each in (tmp_path / "new").iterdir()) == sorted(KINDS)
