"""What must hold of the project's own files: versions, pins, what is shipped, and what the engine imports."""

import ast
import re
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import game

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def normal(name: str) -> str:
    """A library's name as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(path: Path) -> set[str]:
    """The full names of the modules that a file imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports by dots; name the module in full"
            found.add(node.module or "")
    return found


def test_the_version_is_the_same_everywhere():
    version = PROJECT["project"]["version"]
    assert game.__version__ == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_constraints_are_names_and_versions_and_no_addresses():
    assert PINS
    for line in PINS:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)


def test_every_library_we_name_is_pinned():
    pinned = {normal(line.split("==")[0]) for line in PINS}
    extras = PROJECT["project"]["optional-dependencies"]
    for wanted in chain(PROJECT["project"]["dependencies"], extras["test"], extras["check"]):
        name = re.match(r"[A-Za-z0-9._-]+", wanted)
        assert name
        assert normal(name[0]) in pinned, f"{name[0]} is not in constraints.txt: run `make pin`"


def test_what_the_wheel_takes_along_is_there():
    for folder in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]:
        assert any((ROOT / folder).iterdir())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "game" / "engine").rglob("*.py")), ids=lambda p: p.relative_to(ROOT / "game").as_posix()
)
def test_the_engine_imports_itself_and_the_standard_library_alone(path):
    for module in imports(path):
        assert module.startswith("game.engine") or module.split(".")[0] in sys.stdlib_module_names
