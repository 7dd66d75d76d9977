"""A language that nobody speaks: texts accented, longer by a third, and between letters that run from right to left.

Whoever still sees plain words in a game that is played in it has found a text that no translator can reach.
"""

import re
from itertools import cycle, islice

from game.scenarios.strings import SLOT

_ACCENTED = str.maketrans("AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåƁƀÇçĐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
FIRST, LAST = "א", "ת"
"""Hebrew letters. The marks that turn a text round are refused: a terminal obeys them."""

_PADDING = "lorem ipsum dolor sit amet ".translate(_ACCENTED)
_BEGINNING = re.compile(r"^((?:[#>*-]+\s+|\d+\.\s+|\s)*)(.*)$", re.DOTALL)
"""Signs with which a line of Markdown begins."""
_RULE = re.compile(r"[|:\s-]*")
"""The line under the heads of a table."""


def pseudo(text: str) -> str:
    """A text in the language; slots, and signs with which a line of Markdown begins, stay as they are."""
    return "\n".join(each if _RULE.fullmatch(each) else _line(each) for each in text.split("\n"))


def _line(text: str) -> str:
    if text.startswith("|"):  # a row of a table
        return "|".join(f" {_line(cell.strip())} " if cell.strip() else cell for cell in text.split("|"))
    found = _BEGINNING.match(text)
    assert found
    parts, last = [], 0
    for slot in SLOT.finditer(found[2]):
        parts += [found[2][last : slot.start()].translate(_ACCENTED), slot[0]]
        last = slot.end()
    parts.append(found[2][last:].translate(_ACCENTED))
    padding = "".join(islice(cycle(_PADDING), max(2, len(found[2]) // 3))).strip()
    return f"{found[1]}{FIRST}{''.join(parts)} {padding}{LAST}"
