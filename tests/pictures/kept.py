"""All looks of one place in a window of one size, as one text: its words once, and an ink for every sign.

    text
    01│ SEE AND COUNT
    inks
    01 1a 13b 66a
    a
      carbon: #e6dfd0 on #16191f
      paper: #2a251d on #f4eddc

An ink is a letter that stands for a style in each look. Where a look shows other words, its rows stand under
`text in` and its name.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from string import ascii_letters

from tests.pictures.looks import LOOKS
from tests.pictures.picture import PLAIN, Cell, Picture, row_of

FOLDER = Path(__file__).parent / "__snapshots__"

Looks = Mapping[str, Picture]
"""A picture for each look."""


def file_of(walk: str, place: str, size: tuple[int, int]) -> Path:
    """Where the looks of a place are kept."""
    return FOLDER / walk / f"{place} {size[0]}x{size[1]}.txt"


def _letters(number: int) -> str:
    """The name of an ink: a, b, … Z, aa, ab, …"""
    more, one = divmod(number, len(ascii_letters))
    return (_letters(more - 1) if more else "") + ascii_letters[one]


def write(looks: Looks) -> str:
    """The looks of a place as a text."""
    return "\n".join(_lines(looks)) + "\n"


def _lines(looks: Looks) -> Iterator[str]:
    names = [name for name in LOOKS if name in looks]
    cells = {name: looks[name].cells for name in names}
    words = {name: [_row(number, row) for number, row in enumerate(cells[name], 1)] for name in names}
    yield "text"
    yield from words[names[0]]
    for name in names[1:]:
        if other := [row for row, usual in zip(words[name], words[names[0]], strict=True) if row != usual]:
            yield f"text in {name}"
            yield from other
    known: dict[tuple[str, ...], str] = {}
    yield "inks"
    for number, rows in enumerate(zip(*cells.values(), strict=True), 1):
        inks = [tuple(ink for _, ink in each) for each in zip(*rows, strict=True)]
        runs = [(known.setdefault(ink, _letters(len(known))), len(list(run))) for ink, run in groupby(inks)]
        yield f"{number:02} " + " ".join(f"{length}{ink}" for ink, length in runs)
    for ink, letter in known.items():
        yield letter
        yield from (f"  {name}: {style}" for name, style in zip(names, ink, strict=True))


def _row(number: int, cells: list[Cell]) -> str:
    return f"{number:02}│" + "".join(sign for sign, _ in cells).rstrip()


_RUN = re.compile(r"(\d+)([a-zA-Z]+)")


def read(text: str) -> dict[str, Picture]:
    """The picture of each look, from a kept text."""
    parts: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line[:1].isalpha():
            part = parts.setdefault(line, [])
        else:
            part.append(line)
    usual = _numbered(parts.pop("text"))
    other = {name.removeprefix("text in "): _numbered(parts.pop(name)) for name in [*parts] if name[:5] == "text "}
    inks = [
        [letter for length, letter in _RUN.findall(line[2:]) for _ in range(int(length))] for line in parts.pop("inks")
    ]
    meant = {letter: dict(line.strip().split(": ", 1) for line in lines) for letter, lines in parts.items()}
    found = {}
    for name in meant["a"]:
        rows = usual | other.get(name, {})
        found[name] = Picture(
            tuple(
                row_of(
                    zip(rows[number].ljust(len(row)), (meant[letter].get(name, PLAIN) for letter in row), strict=True)
                )
                for number, row in enumerate(inks, 1)
            )
        )
    return found


def _numbered(lines: list[str]) -> dict[int, str]:
    return {int(number): words for number, _, words in (line.partition("│") for line in lines)}
