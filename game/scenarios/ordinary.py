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

from game import limits
from game.scenarios.marks import Value

_FIRST = r"(?:[^\s\-?:,\[\]{}\#&*!|<>'\"%@`\\]|-(?=\w))"
"""How a plain text begins: with no sign that means something, though a number may be below zero."""

_ENTRY = re.compile(
    rf"""
    ^(\ *)(?:
      \#.*                                                             # a comment
      | (-\ )?                                                         # a hyphen
        (?:(-?\w[^:\#\n]{{0,{limits.KEY - 2}}}+)(?<!\ ):(?:\ ++|$))?   # a key
        (?:
          ({_FIRST}(?:[^:\#\n]++|:(?=[^\ \n])|(?<!\ )\#)*+(?<!\ ))      # a plain text
          | ( "[^"\\\n]*+"                                             # a quoted one
            | >-(?:\n\1(?(2)\ \ )\ ++.+)+(?!\n(?:\ *\n)*\1(?(2)\ \ )\ )   # a folded one, to its very end
            | [\[{{].*(?:(?<=,)\n\1\ ++.+)* )                          # what stands in brackets
        )?
    )$
    | ^(.+)$                                                           # anything else
    """,
    re.VERBOSE | re.MULTILINE,
)

_PART = r"-?\w[^\[\]{},:#\"\\\n]*+(?<! )"
_FLAT_LIST = re.compile(rf"\[{_PART}(?:, {_PART})*\]")
_FLAT_MAPPING = re.compile(rf"\{{{_PART}: {_PART}(?:, {_PART}: {_PART})*\}}")
_TEXT_IN_BRACKETS = re.compile(rf"\"([^\"\\]*)\"|({_FIRST}(?:[^\[\]{{}},:#\"\\\n]++|:(?=[^\s,?\[\]{{}}]))*(?<!\ ))")
_TIGHT = re.compile(r"\":\S")
"""A key in brackets with no space behind its colon."""

_DEPTH = limits.DEPTH // 2 - 1
"""How deep mappings and lists may stand in each other on lines, and how many may begin in one pair of brackets."""


class _Unordinary(ValueError):
    """Something that is left to the parser."""


def ordinary(text: str) -> Mapping[str, Value] | None:
    """What stands in a file that holds no forbidden character; None where it is not ordinary, or has a fault."""
    try:
        return _read(text) or None
    except (_Unordinary, json.JSONDecodeError):
        return None


def _read(text: str) -> dict[str, Value]:
    """The mapping that the entries of a file make. Raises `_Unordinary` and `JSONDecodeError`."""
    entries = _ENTRY.findall(text)
    top: dict[str, Value] = {}
    inner: dict[str, Value] | list[Value] = top
    outer: list[tuple[int, dict[str, Value] | list[Value]]] = []
    column, waiting, nodes = 0, "", 1 + 2 * len(entries)
    value: Value
    for indented, hyphen, key, plain, special, other in entries:
        at = len(indented)
        if not key and not hyphen:
            if special and special[0] in "[{" and waiting and at > column and isinstance(inner, dict):
                inner[waiting], more = _in_brackets(special)
                nodes += more
                waiting = ""
            elif plain or special or other:
                raise _Unordinary
            continue
        if waiting:
            if (at > column or (hyphen and at == column)) and isinstance(inner, dict):
                value = inner[waiting] = [] if hyphen else {}
                outer.append((column, inner))
                inner, column = value, at
                if len(outer) > _DEPTH:
                    raise _Unordinary
            waiting = ""
        while at < column:
            column, inner = outer.pop()
        if isinstance(inner, list):
            if not hyphen:
                column, inner = outer.pop()  # the list stood right under its key
            elif key:
                value = {}
                inner.append(value)
                outer.append((column, inner))
                inner, at, column, hyphen = value, at + 2, column + 2, ""
                nodes += 1
        if at != column:
            raise _Unordinary
        if plain:
            value = plain
        elif not special:
            value, waiting = "", key
        elif special[0] == '"':
            value = special[1:-1]
        elif special[0] == ">":
            value = _folded(special)
        else:
            value, more = _in_brackets(special)
            nodes += more
        if len(value) > limits.TEXT:
            raise _Unordinary
        if isinstance(inner, dict):
            if hyphen or key in inner:
                raise _Unordinary
            inner[key] = value
        elif value:
            inner.append(value)
        else:
            raise _Unordinary
    if nodes > limits.NODES:
        raise _Unordinary
    return top


def _folded(written: str) -> str:
    """Lines behind `>-`, all indented alike, as one."""
    lines = written[written.index("\n") + 1 :]
    begun = "\n" + " " * (len(lines) - len(lines.lstrip(" ")))
    text = lines[len(begun) - 1 :].replace(begun, " ")
    if "\n" in text or f"{begun} " in written:
        raise _Unordinary
    return text


def _in_brackets(written: str) -> tuple[Value, int]:
    """A mapping or a list in brackets, and how many texts and brackets it has at most."""
    if len(written) > limits.TEXT or "\\" in written:
        raise _Unordinary
    if _FLAT_LIST.fullmatch(written):
        parts = written[1:-1].split(", ")
        return list(parts), len(parts)
    if _FLAT_MAPPING.fullmatch(written):
        pairs = [part.split(": ") for part in written[1:-1].split(", ")]
        return _pairs([(key, value) for key, value in pairs]), 2 * len(pairs)
    # But for its quotes it is JSON.
    brackets = written.count("{") + written.count("[")
    if brackets > _DEPTH:
        raise _Unordinary
    quoted, texts = _TEXT_IN_BRACKETS.subn(r'"\1\2"', written)
    if _TIGHT.search(quoted):
        raise _Unordinary
    value: Value = _JSON.decode(quoted)
    return value, brackets + texts


def _pairs(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs) or max(map(len, mapping), default=0) > limits.KEY:
        raise _Unordinary
    return mapping


_JSON = json.JSONDecoder(object_pairs_hook=_pairs)
