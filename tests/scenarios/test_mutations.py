"""Scenarios changed at random: never a traceback, and either a scenario or an error at the line that was changed.

Small changes of one line are followed up: where the meeting of 1962 is refused for one, some error points at that line,
at what encloses it, or at something that names what stood there.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import pytest

from game.engine.scenario import END
from game.places import data
from game.scenarios.files import read_folder
from game.scenarios.findings import Finding
from game.scenarios.load import load_files
from game.scenarios.rehearse import rehearse
from game.scenarios.rendering import render
from tests.long import LONG
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
@pytest.mark.parametrize("tens", range(10 if LONG else 4))
def test_the_meeting_of_1962_changed_is_played_or_refused_at_a_line(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        played_or_refused(seed, mutated(seed, the_meeting()))


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


# One line


class Change(NamedTuple):
    """One line of one file, before and after; an empty `after` is a line taken out."""

    file: str
    line: int
    before: str
    after: str
    files: Mapping[str, bytes]


NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def a_changed_name(chance: random.Random, line: str) -> str:
    found = chance.choice(list(NAME.finditer(line)) or [None])
    if found is None:
        return line
    at = found.start() + chance.randrange(len(found[0]))
    return line[:at] + chance.choice("qxz") + line[at + 1 :]


def a_changed_indentation(chance: random.Random, line: str) -> str:
    return line[1:] if line.startswith("  ") and chance.random() < 0.5 else " " * chance.choice([1, 2]) + line


def a_changed_type(chance: random.Random, line: str) -> str:
    key, colon, _ = line.partition(":")
    value = chance.choice(["[]", "{}", "12", "[a, b]", "{a: b}", "", "text"])
    return f"{key}{colon} {value}" if colon else line


def a_deleted_line(chance: random.Random, line: str) -> str:
    return ""


CHANGES = (a_changed_name, a_changed_indentation, a_changed_type, a_deleted_line)


@cache
def the_meeting() -> Mapping[str, bytes]:
    return read_folder(data("dialogues") / "new-york-1962")[0]


def change(seed: int) -> Change:
    """The meeting of 1962 with one line changed, each kind of change in turn."""
    chance = random.Random(seed)
    file = chance.choice(sorted(each for each in the_meeting() if each.endswith(".yaml")))
    lines = the_meeting()[file].decode().split("\n")
    at = chance.choice([n for n, each in enumerate(lines) if each.strip() and not each.lstrip().startswith("#")])
    before, after = lines[at], CHANGES[seed % len(CHANGES)](chance, lines[at])
    lines[at : at + 1] = [after] if after else []
    return Change(file, at + 1, before, after, {**the_meeting(), file: "\n".join(lines).encode()})


def depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def surroundings(change: Change) -> set[int]:
    """The lines of what encloses a line, and of everything beside it in the same mapping or list."""
    lines = the_meeting()[change.file].decode().split("\n")
    least, found = depth(change.before), {change.line - 1, change.line, change.line + 1}
    for number in range(change.line - 1, 0, -1):
        text = lines[number - 1]
        if text.strip() and depth(text) < least:
            if least == depth(change.before):
                ends = next(
                    (
                        n
                        for n in range(number + 1, len(lines) + 1)
                        if lines[n - 1].strip() and depth(lines[n - 1]) <= depth(text)
                    ),
                    len(lines),
                )
                found |= set(range(number, ends + 2))
            least = depth(text)
            found.add(number)
    return found


def follows(found: Finding, change: Change) -> bool:
    """Whether a finding is about a changed line, what encloses it, or what names something that stood there."""
    if found.file == change.file:
        begun = re.search(r"begins in line (\d+)", found.message)
        if found.line in surroundings(change) or (begun and int(begun[1]) <= change.line <= found.line):
            return True
    shown = change.files.get(found.file, b"").decode().split("\n")[found.line - 1 : found.line]
    named = {*re.findall(r"'([^']+)'", found.message), *NAME.findall(" ".join(shown))}
    return any(len(name) > 2 and name in f"{change.before}\n{change.after}" for name in named)


@pytest.mark.slow
@pytest.mark.parametrize("twenties", range(25 if LONG else 5))
def test_the_meeting_of_1962_with_one_line_changed_says_where(twenties: int) -> None:
    for seed in range(20 * twenties, 20 * twenties + 20):
        changed = change(seed)
        loaded = load_files(changed.files)
        errors = [each for each in loaded.findings if each.severity == "error"]
        assert (loaded.scenario is None) == bool(errors)
        assert not errors or any(follows(each, changed) for each in errors), (changed[:4], errors[:3])


def test_nothing_follows_from_a_line_that_it_does_not_name() -> None:
    changed = change(4)
    elsewhere = "scenario.yaml" if changed.file != "scenario.yaml" else "issues.yaml"
    found = Finding("E012", "error", "There is no node 'nowhere'.", "", "", elsewhere, 900, 1, 1)
    assert not follows(found, changed)
