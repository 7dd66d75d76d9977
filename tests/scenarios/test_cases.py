"""Every definition has a case: changes to the small scenario, and what `check` says about them.

A case is a list of steps: `{in, change, to}`, `{in, write}`, `{without}`, and a few for what cannot
be written in a text. After a change of wording, look at the difference and keep it with

    REWRITE_CASES=1 python -m pytest tests/scenarios/test_cases.py
"""

import os
import re
from pathlib import Path

import pytest
import yaml

from game.engine.counterparts import SEATS
from game.scenarios.check import Checked, check
from game.scenarios.definitions import DEFINITIONS
from game.scenarios.load import load
from game.scenarios.rendering import render
from tests.pseudo import plain_words, speaking_pseudo
from tests.small_scenario import small_files, small_scenario, write_files

CASES = Path(__file__).parent / "cases"
NAMES = sorted(each.stem for each in CASES.glob("*.yaml"))


def prepared(case: Path, folder: Path) -> Path:
    """The small scenario in a folder, with the changes of a case."""
    files = small_files()
    folders = []
    for step in yaml.safe_load(case.read_text(encoding="utf-8")):
        match step:
            case {"in": file, "change": old, "to": new}:
                text = files[file].decode()
                assert text.count(old) == 1, f"{case.stem}: {old!r} stands {text.count(old)} times in {file}"
                files[file] = text.replace(old, new).encode()
            case {"in": file, "write": text}:
                files[file] = text.encode()
            case {"in": file, "encoding": encoding}:
                files[file] = files[file].decode().encode(encoding)
            case {"in": file, "long": text}:
                files[file] = files[file].replace(text.encode(), text.encode() * 500)
            case {"in": file, "issues": count}:
                files[file] = with_issues(files[file].decode(), int(count)).encode()
            case {"without": file}:
                del files[file]
            case {"folder": name}:
                folders.append(name)
            case _:
                raise AssertionError(f"{case.stem}: a step that nobody knows: {step}")
    write_files(files, folder)
    for name in folders:
        (folder / name).mkdir()
    return folder


def with_issues(text: str, count: int) -> str:
    """issues.yaml with so many more issues like the road, which weigh nothing."""
    begins, ends = text.index("  road:\n"), text.index("links:\n")
    road = text[begins:ends].replace("weight: {hill: 40, vale: 50}", "weight: {hill: 0, vale: 0}")
    copies = [road.replace("  road:\n", f"  road-{number}:\n", 1) for number in range(count)]
    return text[:ends] + "".join(copies) + text[ends:]


def said(checked: Checked) -> str:
    """What `check` prints, with the names that files have inside their scenario."""
    lines = [render(each, checked.files.get(each.file, b"").decode("utf-8", "replace")) for each in checked.findings]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gives_its_finding(name: str, tmp_path: Path) -> None:
    (checked,) = check(prepared(CASES / f"{name}.yaml", tmp_path)).folders
    text, expected = said(checked), CASES / f"{name}.txt"
    if os.environ.get("REWRITE_CASES"):
        expected.write_text(text, encoding="utf-8")
    assert name in {each.code for each in checked.findings}
    assert text == expected.read_text(encoding="utf-8")


KEYS = {"levels", "speaker", "rebut", "source", "basis", "FC", "caribbean"}
WRITTEN = {"There", "was", "none", "Laid", "in", "mean", "half"}
"""Names in cases, and why something could not be said that evening."""


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_is_said_in_the_language_that_is_spoken(name: str, tmp_path: Path) -> None:
    """What is left are names: those of the small scenario and of what it is spoilt with."""
    scenario = small_scenario()
    names = {*re.findall(r"[a-z]+", " ".join((*scenario.words, *SEATS, "random"))), *KEYS, *WRITTEN}
    with speaking_pseudo():
        (checked,) = check(prepared(CASES / f"{name}.yaml", tmp_path)).folders
    for each in checked.findings:
        text = re.sub(r"'[^']*'|`[^`]*`|[\w-]+[/.=:][\w./=:-]*\w", " ", f"{each.message} {each.remedy} {each.rule}")
        assert (
            set(plain_words(text)) - names - {"FC", "Laid", "in", "There", "was", "none", "or", "mean", "half"} == set()
        )


BESIDE = ("games/", "handouts/", "languages/")
"""Where what nobody plays by stands, so that its faults keep nobody from playing."""


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("E")])
def test_with_an_error_nothing_is_played(name: str, tmp_path: Path) -> None:
    folder = prepared(CASES / f"{name}.yaml", tmp_path)
    loaded = load(folder)
    found = {(each.code, each.file, each.line, each.column) for each in loaded.findings}
    for each in check(folder).folders[0].findings:
        if each.severity == "error" and not each.file.startswith(BESIDE):
            assert (each.code, each.file, each.line, each.column) in found
            assert loaded.scenario is None


def test_every_definition_has_a_case() -> None:
    assert sorted(DEFINITIONS) == NAMES


def test_rules_messages_and_remedies_are_sentences() -> None:
    for each in DEFINITIONS.values():
        assert each.rule.endswith("."), each.code
        assert each.message.endswith("."), each.code
        assert each.remedy.endswith((".", '".', "?")), each.code
