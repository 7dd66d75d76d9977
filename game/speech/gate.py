"""The one gate for outside text: what is typed, scenario text, names of files, words in error messages.

Terminals obey what they are shown: an escape sequence in a chat line clears the screen, writes to the
clipboard or turns a price around. So everything that a terminal might obey, or that reverses or hides
other text, becomes a visible stand-in here, once, before it is kept or shown. Printable text comes out
as it went in.
"""

import re
import unicodedata

from game.limits import COMBINING, MESSAGE

CUT = "…"
"""Stands at the end of a text that was longer than its limit."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for whatever has no picture of its own."""

_NEW_LINE = "\N{SYMBOL FOR NEWLINE}"

_FORBIDDEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1: escape sequences, 7 and 8 bits wide
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u2028\u2029"  # line and paragraph separators
    "\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible operators, joiners and annotations
    "\ud800-\udfff"  # halves of characters
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tag characters and their kin
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)

_STAND_INS = {
    **{chr(code): chr(0x2400 + code) for code in range(0x20)},
    "\x7f": "\N{SYMBOL FOR DELETE}",
    "\x85": _NEW_LINE,
    "\u2028": _NEW_LINE,
    "\u2029": _NEW_LINE,
}

_WITHOUT_WIDTH = frozenset("\u00ad\u200b\u200c\u200d")
"""Soft hyphen, zero width space, and the two joiners that many scripts and emoji need."""


def clean(text: str, limit: int = MESSAGE, *, lines: bool = False) -> str:
    """A text that can be kept and shown: nothing in it is obeyed, reversed, hidden or piled up.

    `limit` is in characters; what is longer is cut and ends with `CUT`. `lines` keeps line breaks,
    for texts of several lines; otherwise they too become stand-ins. Cleaning twice changes nothing.
    """
    if not text.isascii() or not text.isprintable():
        if lines:
            pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            text = "\n".join(_seen(piece) for piece in pieces)
        else:
            text = _seen(text)
    return text if len(text) <= limit else text[: max(limit - 1, 0)] + CUT


def _seen(text: str) -> str:
    text = _FORBIDDEN.sub(lambda match: _STAND_INS.get(match[0], REPLACEMENT), text)
    return text if text.isascii() else _without_piles(text)


def _without_piles(text: str) -> str:
    """Let the first eight marks on a base stand, and put one stand-in for all the others."""
    kept = []
    running = 0
    for character in text:
        if character in _WITHOUT_WIDTH or unicodedata.category(character)[0] == "M":
            running += 1
            if running <= COMBINING:
                kept.append(character)
            elif running == COMBINING + 1:
                kept.append(REPLACEMENT)
        else:
            running = 0
            kept.append(character)
    return "".join(kept)
