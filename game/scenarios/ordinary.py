"""YAML as scenario files are ordinarily written, read an entry at a time; everything else is left to the parser.

An entry is a key, a hyphen, or both, and a text behind it: plain, in double quotes without backslashes, folded by
`>-`, or a mapping or list in brackets. A file with anything else in it, or with any fault, is not read here at all:
`events` reads it, knows all of YAML, and says what is wrong and where. What both can read is the same, and a test
holds them to it; here it takes a third of the time, since one pattern finds a whole entry, and nobody has to know
where anything stands.
"""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

from game import limits
from game.scenarios.marks import Value

_FIRST = r"(?:[^\s\-?:,\[\]{}\#&*!|<>'\"%@`\\]|-(?=\w))"
"""How a plain text begins: with no sign that means something, though a number may be below zero."""

_ENTRY = re.compile(
    rf"""
    ^(?:\ *+\#.*\n+)*+                                                # comments above it
    (\ *+)(?:-(\ )|)                                                  # how far it is indented; a hyphen
    (?:(-?\w[^:\#\n]{{0,{limits.KEY - 2}}}+)(?<!\ ):(?:\ |$)|)        # a key
    (?:
      (-?[A-Za-z0-9(][^:\#\n]{{0,{limits.TEXT - 2}}}+)\n+             # a plain text as most are
      | \n+
      | ( >-(?:\n\1(?(2)\ \ )\ ++.+)+(?!\n(?:\ *\n)*\1(?(2)\ \ )\ )   # a folded one, to its very end
        | [\[{{].*(?:(?<=,)\n\1\ ++.+)*                               # what stands in brackets
        | .+ )\n+                                                     # a text in quotes, or anything else
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Ends with its line, and with the empty ones below it."""
_PLAIN = re.compile(rf"{_FIRST}[^:#]*+(?:(?::(?=[^ ])|(?<! )#)[^:#]*+)*+")

_Entry: TypeAlias = tuple[str, str, str, str, str]
_END: _Entry = ("", "", "", "", "")

_QUOTED = re.compile(r"\"[^\"\\]*\"")
_PART = r"-?\w[^\[\]{},:#\"\\\n]*+(?<! )"
_FLAT_LIST = re.compile(rf"\[{_PART}(?:, {_PART})*\]")
_BREAK = re.compile(r"\n +")
_PAIR = re.compile(rf"({_PART}): ({_PART})")
_TEXT_IN_BRACKETS = re.compile(rf"\"([^\"\\]*)\"|({_FIRST}(?:[^\[\]{{}},:#\"\\\n]++|:(?=[^\s,?\[\]{{}}]))*(?<!\ ))")
_TIGHT = re.compile(r"\":\S")
"""A key in brackets with no space behind its colon."""

_DEPTH = limits.DEPTH // 2 - 1
"""How deep mappings and lists may stand in each other on lines, and how many may begin in one pair of brackets."""


class _Unordinary(ValueError):
    """Something that is left to the parser."""


def ordinary(text: str) -> Mapping[str, Value] | None:
    """What stands in a file that holds no forbidden character; None where it is not ordinary, or has a fault."""
    text = f"{text}\n"
    if " \n" in text:
        return None  # Every text would have to be asked whether it ends in a space.
    try:
        return _Reader(text).top() or None
    except (_Unordinary, json.JSONDecodeError):
        return None


class _Reader:
    """Takes entries, the first of them last in its list. What is deeper than an entry is read by a call of its own."""

    def __init__(self, text: str) -> None:
        self.entries: list[_Entry] = [*_ENTRY.findall(text), _END]
        self.entries.reverse()
        self.nodes = 1 + 2 * len(self.entries)

    def top(self) -> dict[str, Value]:
        """The mapping that all entries make. Raises `_Unordinary` and `JSONDecodeError`."""
        mapping = self.mapping("", 0)
        if any(map(any, self.entries)) or self.nodes > limits.NODES:
            raise _Unordinary
        return mapping

    def mapping(self, indent: str, depth: int) -> dict[str, Value]:
        """The mapping whose keys are all indented alike."""
        if depth > _DEPTH:
            raise _Unordinary
        entries = self.entries
        mapping: dict[str, Value] = {}
        while True:
            entry = entries.pop()
            indented, hyphen, key, plain, special = entry
            if indented != indent or hyphen or not key:
                entries.append(entry)
                return mapping
            if key in mapping:
                raise _Unordinary
            mapping[key] = plain or (self.special(special) if special else self.below(indent, depth + 1))

    def items(self, indent: str, depth: int) -> list[Value]:
        """The list whose hyphens are all indented alike."""
        if depth > _DEPTH:
            raise _Unordinary
        entries = self.entries
        items: list[Value] = []
        while True:
            indented, hyphen, key, plain, special = entries[-1]
            if indented != indent or not hyphen:
                return items
            if key:
                inner = f"{indent}  "
                entries[-1] = (inner, "", key, plain, special)
                items.append(self.mapping(inner, depth + 1))
                self.nodes += 1
                continue
            if not (plain or special):
                raise _Unordinary
            entries.pop()
            items.append(plain or self.special(special))

    def below(self, indent: str, depth: int) -> Value:
        """What stands below a key with nothing behind it: a mapping, a list that may be no deeper, or nothing."""
        indented, hyphen, key, _, special = self.entries[-1]
        if hyphen and indented >= indent:
            return self.items(indented, depth)
        if indented <= indent:
            return ""
        if key:
            return self.mapping(indented, depth)
        self.entries.pop()
        if special[:1] not in ("[", "{"):
            raise _Unordinary
        return self.special(special)

    def special(self, written: str) -> Value:
        """What is not plainly a plain text."""
        if written[0] == ">":
            return _folded(written)
        if written[0] in "[{":
            value, nodes = _in_brackets(written)
            self.nodes += nodes
            return value
        if len(written) > limits.TEXT:
            raise _Unordinary
        if _QUOTED.fullmatch(written):
            return written[1:-1]
        if not _PLAIN.fullmatch(written):
            raise _Unordinary
        return written


def _folded(written: str) -> str:
    """Lines behind `>-`, all indented alike, as one."""
    _, _, lines = written.partition("\n")
    begun = "\n" + " " * (len(lines) - len(lines.lstrip(" ")))
    text = lines[len(begun) - 1 :].replace(begun, " ")
    if not text or "\n" in text or f"{begun} " in written or len(text) > limits.TEXT:
        raise _Unordinary
    return text


def _in_brackets(written: str) -> tuple[Value, int]:
    """A mapping or a list in brackets, and how many texts and brackets it has at most."""
    if len(written) > limits.TEXT or "\\" in written:
        raise _Unordinary
    if "\n" in written:
        written = _BREAK.sub(" ", written)
    if _FLAT_LIST.fullmatch(written):
        parts = written[1:-1].split(", ")
        return parts, len(parts)
    if written == f"{{{', '.join(map(': '.join, pairs := _PAIR.findall(written)))}}}":
        return _pairs(pairs), 2 * len(pairs)
    # But for its quotes it is JSON.
    brackets = written.count("{") + written.count("[")
    if brackets > _DEPTH:
        raise _Unordinary
    quoted, texts = _TEXT_IN_BRACKETS.subn(_in_quotes, written)
    if _TIGHT.search(quoted):
        raise _Unordinary
    value: Value = _JSON.decode(quoted)
    return value, brackets + texts


def _in_quotes(text: re.Match[str]) -> str:
    return f'"{text[1] or text[2]}"'


def _pairs(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs) or max(map(len, mapping), default=0) > limits.KEY:
        raise _Unordinary
    return mapping


_JSON = json.JSONDecoder(object_pairs_hook=_pairs)
