"""Scenarios changed at random: never a traceback, and either a scenario or an error at some line."""

import random
from collections.abc import Callable, Mapping

import pytest

from game.engine.scenario import END
from game.places import data
from game.scenarios.files import read_folder
from game.scenarios.load import load_files
from game.scenarios.rehearse import rehearse
from game.scenarios.rendering import render
from tests.small_scenario import small_files

Mutation = Callable[[random.Random, list[str]], None]


def without_a_line(chance: random.Random, lines: list[str]) -> None:
    del lines[chance.randrange(len(lines))]


def a_line_twice(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def another_indentation(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][1:] if chance.random() < 0.5 else "  " + lines[at]


def another_letter(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    where = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:where] + chance.choice("az09:-{}[]'\"#&*!|>%@`,? \t\0é") + lines[at][where + 1 :]


def another_value(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(":")
    value = chance.choice(["", "[]", "{}", "no", "-1", "99999999", "{a: b}", "[a, b]", "floor", "x" * 300, "~", "hill"])
    lines[at] = f"{key}{colon} {value}"


def another_key(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    key, colon, value = lines[at].partition(":")
    lines[at] = key + chance.choice(["x", "-", "."]) + colon + value


def two_lines_changed_about(chance: random.Random, lines: list[str]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def cut_short(chance: random.Random, lines: list[str]) -> None:
    del lines[chance.randrange(len(lines)) :]


MUTATIONS: list[Mutation] = [
    without_a_line, a_line_twice, another_indentation, another_letter, another_value, another_key,
    two_lines_changed_about, cut_short,
]  # fmt: skip


def mutated(seed: int, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A scenario with one to three changes."""
    chance = random.Random(seed)
    changed = dict(files)
    for _ in range(chance.randint(1, 3)):
        file = chance.choice(sorted(changed))
        lines = changed[file].decode().split("\n")
        chance.choice(MUTATIONS)(chance, lines)
        changed[file] = "\n".join(lines).encode() if lines else b""
        if not changed[file]:
            changed[file] = b"\n"
    return changed


@pytest.mark.parametrize("seed", range(300))
def test_a_changed_scenario_is_played_or_refused_at_a_line(seed: int) -> None:
    played_or_refused(seed, mutated(seed, small_files()))


@pytest.mark.slow
@pytest.mark.parametrize("tens", range(30))
def test_the_meeting_of_1962_changed_is_played_or_refused_at_a_line(tens: int) -> None:
    files, _ = read_folder(data("dialogues") / "new-york-1962")
    for seed in range(10 * tens, 10 * tens + 10):
        played_or_refused(seed, mutated(seed, files))


def played_or_refused(seed: int, files: Mapping[str, bytes]) -> None:
    """Load files; see that every finding can be shown, and that without an error a game comes to its end."""
    loaded = load_files(files)
    errors = [each for each in loaded.findings if each.severity == "error"]
    assert (loaded.scenario is None) == bool(errors)
    for each in loaded.findings:
        text = files.get(each.file, b"").decode()
        assert 1 <= each.line <= text.count("\n") + 2
        assert each.column >= 1
        assert render(each, text)
    if loaded.scenario is not None:
        assert list(rehearse(loaded.scenario, seed))[-1].after.node == END
