"""A card: a game in six lines to paste into a message. Four are for people, two hold what `replay` reads.

The fifth line says which scenario, form, seats and seed, and whether the game was played knowing both briefs. The
last line is the moves, one a line, compressed, in letters that survive any mail. What people typed is not on
a card, and own arguments are not.
"""

import base64
import binascii
import zlib
from collections.abc import Sequence

from game.limits import FILE_BYTES, IDENTIFIER
from game.phrases import phrase
from game.records.faults import NotAGame
from game.records.record import FORMAT, Header, Record, Row

MARK = "See and Count, game card 1:"
"""How a card begins."""

LINES = 6

KNOWING = "knowing"
"""At the end of the fifth line, of a game in which both briefs lay open."""


def write_card(record: Record, told: Sequence[str]) -> str:
    """A card; `told` is what its first four lines say behind the mark."""
    if len(told) != LINES - 2:
        raise ValueError("a card says four lines to people")
    header = record.header
    about = " ".join(
        [header.scenario, header.form or "-", *header.seats, str(header.seed), *([KNOWING] if header.knowing else [])]
    )
    moves = "\n".join(row.move for row in record.rows if row.is_move)
    packed = base64.urlsafe_b64encode(zlib.compress(moves.encode("utf-8"), 9)).decode("ascii")
    return "\n".join([f"{MARK} {told[0]}", *told[1:], about, packed]) + "\n"


def is_card(text: str) -> bool:
    """Whether a text is meant as a card."""
    return text.lstrip().startswith(MARK)


def read_card(text: str, name: str = "") -> Record:
    """The record on a card. Spaces and breaks that a mail put in the last line do no harm. Raises `NotAGame`."""
    name = name or phrase("This card")
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if len(lines) < LINES:
        raise NotAGame(name, phrase("a card has {lines} lines, and this has {found}", lines=LINES, found=len(lines)))
    about, packed = lines[LINES - 2].split(), "".join(lines[LINES - 1 :]).replace(" ", "")
    knowing = about[5:] == [KNOWING]
    if len(about) != 5 + knowing or not about[4].isdecimal() or not all(_is_name(each) for each in about[:4]):
        raise NotAGame(name, phrase("its fifth line does not say which scenario, form, seats and seed"))
    scenario, form, first, second, seed = about[:5]
    header = Header(
        FORMAT, scenario, "", "", "en", int(seed), (first, second), form="" if form == "-" else form, knowing=knowing
    )
    moves = _unpacked(packed, name)
    return Record(header, tuple(Row(number, -1, move) for number, move in enumerate(moves, 1)))


def _is_name(text: str) -> bool:
    return text == "-" or IDENTIFIER.fullmatch(text) is not None


def _unpacked(packed: str, name: str) -> list[str]:
    reader = zlib.decompressobj()
    try:
        moves = reader.decompress(base64.urlsafe_b64decode(packed.encode("ascii")), FILE_BYTES)
        if not reader.eof:
            raise NotAGame(name, phrase("its last line is cut short, or too long"))
        return moves.decode("utf-8").split("\n") if moves else []
    except (ValueError, binascii.Error, zlib.error):
        raise NotAGame(name, phrase("its last line was changed on the way")) from None
