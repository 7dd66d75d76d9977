"""The guide for writers, done as it says: every example is added to the scenario that `new` writes, every command run.

An example names its file in its first line. It is added to the file, or is all of it, or is a fault that gives the
finding in the next block.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from click.testing import CliRunner

from game.cli import main
from game.places import data
from game.scenarios.check import check
from game.scenarios.schema import kind_of

FOLDER = "dialogues/our-mill"
BY_KEY = {None, "debrief", "rubric"}
"""Kinds of file that only the second part of the page tells of, key by key."""

LATER = {"W021"}
"""What the guide leaves for the writer to do, and says so: the telegram's words for every move."""

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMES = re.compile(r"(?:# |<!-- )(?P<file>[\w/.-]+)(?:, (?P<how>all of it|a fault))?(?: -->)?\n")


class Block(NamedTuple):
    """One example of the guide."""

    language: str
    text: str


def chapters() -> Mapping[str, list[Block]]:
    """The examples of each chapter, in order."""
    guide = (data("dialogues") / "README.md").read_text("utf-8").partition("# The files, key by key\n")[0]
    titled = [chapter.partition("\n") for chapter in guide.split("\n## ")[1:]]
    return {title: [Block(*found.groups()) for found in _FENCE.finditer(text)] for title, _, text in titled}


def added(to: Any, what: Any) -> Any:
    """A file with an example in its place; lists are as the example has them."""
    if isinstance(to, dict) and isinstance(what, dict):
        return {**to, **{key: added(to.get(key), value) for key, value in what.items()}}
    return what


def write(folder: Path, block: Block) -> str:
    """Do what an example says; how it says so."""
    head = _NAMES.match(block.text)
    assert head, f"an example does not name its file: {block.text[:60]}"
    file, text = folder / head["file"], block.text[head.end() :]
    if head["how"] == "all of it":
        assert not file.exists(), f"{file} is there already"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    else:
        whole = added(yaml.load(file.read_text("utf-8"), yaml.BaseLoader), yaml.load(text, yaml.BaseLoader))
        file.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return head["how"] or "added"


def run(command: str) -> None:
    told = CliRunner().invoke(main, command.split()[1:])
    assert told.exit_code == 0, f"{command}\n{told.output}"


@pytest.fixture(name="folder")
def somewhere_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dialogues").mkdir()
    return tmp_path / FOLDER


def findings(folder: Path) -> list[str]:
    (checked,) = check(folder).folders
    return [f"{each.code}  {each.message} {each.remedy}" for each in checked.findings]


def test_the_guide_leads_from_chapter_to_chapter_without_a_finding_that_it_does_not_foretell(folder: Path) -> None:
    faults = 0
    for title, examples in chapters().items():
        found: list[str] = []
        for block in examples:
            if block.language == "console":
                for line in block.text.splitlines():
                    run(line.removeprefix("$ "))
            elif block.language == "text":
                assert block.text.splitlines() == found, title
                faults += 1
            else:
                before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
                if write(folder, block) == "a fault":
                    found = findings(folder)
                    for file, text in before.items():
                        file.write_bytes(text)
        assert [each for each in findings(folder) if each[:4] not in LATER] == [], title
    assert faults == 1
    assert findings(folder), "the guide says that telegrams want words for every move"


def test_every_file_of_a_scenario_has_its_example() -> None:
    examples = "".join(block.text for each in chapters().values() for block in each)
    named = {found["file"] for found in _NAMES.finditer(examples)}
    shipped = data("dialogues") / "new-york-1962"
    kinds = {kind_of(each.relative_to(shipped).as_posix()) for each in shipped.rglob("*.yaml")} - BY_KEY
    assert kinds <= {kind_of(each) for each in named}
    assert any(each.startswith("briefs/") for each in named)
