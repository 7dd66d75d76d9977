"""Files that were written to break a reader: each gives a finding in a moment, and never anything else."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game import limits
from game.engine import conditions
from game.scenarios import events
from game.scenarios.load import load_files
from game.scenarios.marks import Items, Mapping, Placed
from game.speech.gate import clean
from tests.small_scenario import small_files

LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)}, ' * 9}]\n" for n in range(9)
)

HOSTILE: dict[str, tuple[bytes, str]] = {
    "30,000 lists in each other": (b"a: " + b"[" * 30_000, "E003"),
    "30,000 mappings in each other": (b"{a: " * 30_000, "E003"),
    "30,000 block lists in each other": (b"a:\n" + b"- " * 30_000, "E003"),
    "30,000 keys in each other": (b"? " * 30_000, "E013"),
    "a billion laughs": (LAUGHS.encode(), "E007"),
    "an anchor that holds itself": (b"a: &a [*a]", "E007"),
    "an unknown alias": (b"a: *b", "E007"),
    "a tag that would run something": (b"a: !!python/object/apply:os.system [exit]", "E008"),
    "a tag of the writer's own": (b"a: !mine x", "E008"),
    "a tag without a name": (b"a: ! x", "E008"),
    "binary": (b"a: !!binary aGVsbG8=", "E008"),
    "a merge key": (b"a: {x: 1}\nb: {<<: {y: 2}}", "E009"),
    "a directive": (b"%YAML 1.1\n---\na: 1", "E010"),
    "a tag directive": (b"%TAG ! tag:example.com,2000:\n---\na: 1", "E010"),
    "two documents": (b"a: 1\n---\nb: 2", "E010"),
    "a key that stands twice": (b"a: 1\nb: 2\na: 3", "E011"),
    "a key that stands twice in brackets": (b"{a: 1, a: 2}", "E011"),
    "a list for a key": (b"[a]: 1", "E013"),
    "a mapping for a key": (b"? {a: 1}\n: 2", "E013"),
    "nothing": (b"", "E014"),
    "a comment": (b"# to come", "E014"),
    "an empty document": (b"---\n", "E014"),
    "a text": (b"hello", "E015"),
    "a list": (b"- a", "E015"),
    "NUL": (b"a: \0", "E005"),
    "ESC": (b"a: \x1b[2J", "E005"),
    "a tab": (b"a:\tb", "E005"),
    "a lone carriage return": (b"a: 1\rb: 2", "E005"),
    "DEL": (b"a: \x7f", "E005"),
    "C1": ("a: \x9b2J".encode(), "E005"),
    "a next line": ("a: b\x85c: d".encode(), "E005"),
    "a line separator": ("a: b\u2028c".encode(), "E005"),
    "a turned price": ("a: \u202e001".encode(), "E005"),
    "a byte order mark inside": ("a: \ufeffb".encode(), "E005"),
    "tag characters": ("a: \U000e0041".encode(), "E005"),
    "a pile of marks": (("a: z" + "\u0301" * 9).encode(), "E005"),
    "ESC behind a backslash": (b'a: "\\e[2J"', "E005"),
    "NUL behind a backslash": (b'a: "\\0"', "E005"),
    "a bidirectional control behind a backslash": (b'a: "\\u202e"', "E005"),
    "half a character behind a backslash": (b'a: "\\ud800"', "E006"),
    "not UTF-8": (b"a: \xff", "E004"),
    "UTF-16": ("a: b".encode("utf-16"), "E004"),
    "a surrogate in UTF-8": (b"a: \xed\xa0\x80", "E004"),
    "half a character at the end": (b"a: \xc3", "E004"),
    "a huge file": (b"a: " + b"x" * limits.FILE_BYTES, "E003"),
    "a long text": (b"a: " + b"x" * 9_000, "E003"),
    "a long key": (b"x" * 200 + b": a", "E003"),
    "many texts": (b"- x\n" * 60_000, "E003"),
    "a quotation mark that is not closed": (b"a: 'b", "E006"),
    "a bracket that is not closed": (b"a: [b", "E006"),
    "wrong indentation": (b"a:\n    b: 1\n  c: 2", "E006"),
    "a colon too many": (b"a: b: c", "E006"),
    "an unknown escape": (b'a: "\\q"', "E006"),
    "a reserved sign": (b"a: @b", "E006"),
}


def codes(data: bytes) -> set[str]:
    """The codes of what is found in a file."""
    return {each.code for each in events.read("file.yaml", data)[2]}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_its_finding(name: str) -> None:
    data, code = HOSTILE[name]
    assert code in codes(data)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_topic_ends_loading_in_findings(name: str) -> None:
    began = time.process_time()
    loaded = load_files(small_files() | {"topics/well.yaml": HOSTILE[name][0]})
    assert loaded.scenario is None
    assert HOSTILE[name][1] in {each.code for each in loaded.findings}
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "spelling",
    [
        "no", "yes", "on", "off", "true", "NO", "null", "~", "1:30", "010", "0x1F", "1.10", "1e3", ".inf", ".nan",
        "2026-13-45", "2001-12-14t21:59:43.10-05:00", "1_000", "0o17", "+1", "=", "9" * 5_000, "NaN",
    ],
)  # fmt: skip
def test_a_text_is_kept_as_it_is_spelt(spelling: str) -> None:
    _, tree, findings = events.read("file.yaml", f"a: {spelling}\n{spelling[:100]}: b".encode())
    assert findings == []
    assert tree is not None
    assert tree["a"] == spelling
    assert spelling[:100] in tree


def test_a_missing_value_is_an_empty_text() -> None:
    _, tree, _ = events.read("file.yaml", b"a:\nb: ''\n")
    assert tree == {"a": "", "b": ""}


def test_a_byte_order_mark_at_the_beginning_and_windows_line_ends_are_no_fault() -> None:
    text, tree, findings = events.read("file.yaml", "\ufeffa: 1\r\nb: é\r\n".encode())
    assert (text, tree, findings) == ("a: 1\nb: é\n", {"a": "1", "b": "é"}, [])


def test_a_duplicate_key_names_both_lines() -> None:
    (finding,) = events.read("file.yaml", b"a: 1\nb: 2\n\na: 3\n")[2]
    assert (finding.line, finding.column) == (4, 1)
    assert "line 4" in finding.message
    assert "line 1" in finding.message


def test_limits_let_through_what_just_fits() -> None:
    deep = b"a: " + b"[" * (limits.DEPTH - 1) + b"]" * (limits.DEPTH - 1)
    assert codes(deep) == set()
    assert codes(b"a: " + b"x" * limits.TEXT) == set()
    assert codes(b"x" * limits.KEY + b": a") == set()


def test_every_mark_is_where_its_part_stands() -> None:
    text = "a: 1\nb:\n  - x\n  - {c: d}\n'e': \"f\"\n"
    _, tree, _ = events.read("file.yaml", text.encode())
    assert tree is not None
    lines = text.split("\n")

    def each(value: Placed) -> list[tuple[str, int, int]]:
        found: list[tuple[str, int, int]] = []
        if isinstance(value, Mapping):
            for key, inner in value.items():
                found += [(key, value.key_marks[key].line, value.key_marks[key].column)]
                if isinstance(inner, str):
                    found += [(inner, value.marks[key].line, value.marks[key].column)]
                found += each(inner)
        elif isinstance(value, Items):
            for inner, mark in zip(value, value.marks, strict=True):
                found += [(inner, mark.line, mark.column)] if isinstance(inner, str) else each(inner)
        return found

    places = each(tree)
    assert len(places) == 8
    for word, line, column in places:
        assert lines[line][column:].lstrip("'\"").startswith(word)


@given(
    st.one_of(st.binary(max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(str.encode))
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _, tree, findings = events.read("file.yaml", data)
    assert tree is not None or findings


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_what_is_read_is_what_the_gate_lets_through(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    _, tree, findings = events.read("file.yaml", f"a: {quoted}".encode())
    if tree is not None and not findings:
        assert clean(str(tree["a"]), limits.TEXT, lines=True) == tree["a"]


@pytest.mark.parametrize("file", sorted(small_files()))
def test_the_parser_without_c_reads_the_same(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = small_files()[file]
    tree = events.read(file, data)[1]
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    assert events.read(file, data)[1] == tree


@pytest.mark.parametrize(
    "line", ["unknown{n}: x", "{n}: {{kind: x}}", "m{n}: {{kind: ask, label: x, goto: nowhere{n}}}", "m{n}: {{}}"]
)
def test_thousands_of_faults_are_told_in_a_moment(line: str) -> None:
    lines = "".join(f"      {line.format(n=n)}\n" for n in range(6_000))
    text = f"topic: well\ntitle: x\nopens: {{hill: a}}\nnodes:\n  a:\n    turn: hill\n    moves:\n{lines}"
    began = time.process_time()
    loaded = load_files(small_files() | {"topics/well.yaml": text.encode()})
    assert loaded.findings
    assert time.process_time() - began < 10


def test_the_engine_keeps_to_the_same_table_of_limits() -> None:
    assert conditions.LENGTH_LIMIT == limits.CONDITION
    assert conditions.DEPTH_LIMIT == limits.CONDITION_DEPTH
