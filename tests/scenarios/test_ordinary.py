"""The quick reader of ordinary files beside the parser: what both read is the same, and it reads nothing faulty."""

import random
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import limits
from game.places import data
from game.scenarios import events
from game.scenarios.ordinary import ordinary
from tests.scenarios.test_mutations import change, mutated, the_meeting
from tests.small_scenario import small_files

SHIPPED = sorted(path for path in data("dialogues").rglob("*.yaml") if path.parent.name != "schema")


def same(file: str, data: bytes) -> bool:
    """Whether the quick reader reads a file; see that it is then as the parser reads it, in which nothing is wrong."""
    text, findings = events.readable(file, data)
    quick = None if findings else ordinary(text)
    if quick is None:
        return False
    tree, findings = events.parse(file, text)
    assert not findings, findings
    assert quick == tree
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(data("dialogues")).as_posix())
def test_a_file_of_ours_is_read_as_the_parser_reads_it(path: Path) -> None:
    assert same(path.name, path.read_bytes())


@pytest.mark.parametrize("file", sorted(file for file in small_files() if file.endswith(".yaml")))
def test_a_file_of_the_small_scenario_is_ordinary(file: str) -> None:
    assert same(file, small_files()[file])


@pytest.mark.parametrize("hundreds", range(5))
def test_a_changed_line_is_read_as_the_parser_reads_it(hundreds: int) -> None:
    changes = [change(seed) for seed in range(100 * hundreds, 100 * hundreds + 100)]
    assert sum(same(each.file, each.files[each.file]) for each in changes) > 20


@pytest.mark.parametrize("seed", range(20))
def test_files_changed_at_random_are_read_as_the_parser_reads_them(seed: int) -> None:
    files: Mapping[str, bytes] = random.Random(seed).choice([small_files(), the_meeting()])
    for number in range(10):
        changed = mutated(100 * seed + number, files)
        for file, content in changed.items():
            if content != files[file]:
                same(file, content)


KEYS = [
    "",
    "a:",
    "a: ",
    "b: ",
    "b:  ",
    "c c: ",
    "-5: ",
    "'d': ",
    "e : ",
    "? ",
    "<<: ",
    "f#: ",
    "g:h: ",
    "é: ",
    "a:\u00a0",
]
TEXTS = [
    "", "x", "x y", "-1", "- ", "-", "x: y", "x:", "x :y", "x #y", "x#y", "#y", '"x: #"', '"x', '"x" y', "'x'",
    "''", '""', ">-", "|", ">", "[a, b]", "[a,", "b]", "[a, {b: c}]", "{a: b}", "{a: b, a: c}", "{a: [b, c], d: e}",
    "{a:b}", "{a: 1:2}", "[a:, b]", "{a:: b}", "[a:[b]]", "[a?, b]", '["a, b", c]', "[]", "{}", "{a: }", "[a,b]",
    "[a ,b]", "{a, b: c}", "[[a], []]", "{a: {b: {c: d}}}", "[a]]", "[a b: c]", "[- a]", "[a #b]", "{'a': b}",
    "&a b", "*a", "!b", "%c", "@d", "`e", "x\\y", '"x\\y"', "~", "x\u00a0", "x ", "[a ]", "{a:  b}", "---", "...",
    "[a, ]", "[a,, b]", '{"a":b}', "{a: -b, c: -}", "[true, null, 1]",
]  # fmt: skip
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", " ", "  ", "   ", "    ", "      "]),
    st.sampled_from(["", "", "- ", "-", "- - ", "-  "]),
    st.sampled_from(KEYS),
    st.sampled_from(TEXTS),
)


@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  b\n\n  # c",
        "a: >-\n  b\n   ",
        "a: >-\n  b\n   c",
        "- a: >-\n    b\n\n    c",
        "a: {b:[c]}",
        "a: [b:{}]",
    ],
)
def test_what_is_nearly_ordinary_is_left_to_the_parser(text: str) -> None:
    assert not same("a.yaml", text.encode())


@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join))
def test_lines_of_every_kind_are_read_as_the_parser_reads_them(text: str) -> None:
    same("a.yaml", text.encode())


@given(st.text(st.sampled_from("ab -:,[]{}#\"'>|\n\n  \\?&*!%@<\u00a0é"), max_size=40))
def test_signs_of_every_kind_are_read_as_the_parser_reads_them(text: str) -> None:
    same("a.yaml", f"a: {text}".encode())


@pytest.mark.parametrize(
    ("more", "kind"), product((0, 1), ("key", "text", "folded", "flow", "nodes", "deep", "flow deep"))
)
def test_what_breaks_a_limit_is_left_to_the_parser(more: int, kind: str) -> None:
    long = "x" * (limits.TEXT + more)
    half = limits.DEPTH // 2
    text = {
        "key": f"{'k' * (limits.KEY + more)}: x",
        "text": f"a: {long}",
        "folded": f"a: >-\n  {long[:4000]}\n  {long[4001:]}",
        "flow": f"a: [{long}]",
        "nodes": "".join(f"a{n}: x\n" for n in range(limits.NODES // 2 + more)),
        "deep": "".join(f"{' ' * n}a:\n" for n in range(limits.DEPTH + more)),
        "flow deep": "".join(f"{' ' * n}a:\n" for n in range(half)) + f"{' ' * half}a: {'[' * half}{']' * half}",
    }[kind]
    read = same("a.yaml", text.encode())
    assert not (more and read) or kind == "flow deep"
