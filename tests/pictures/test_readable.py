"""Every sign on every screen can be read: in our themes, in the terminal's own colours, and without colour.

The kept pictures are read, of every place in every look; that the screens look like them is `test_pictures`' to say.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from rich.color import Color as Colour
from rich.color import ColorType
from textual.color import Color

from tests.pictures.drawing import CAMPBELL
from tests.pictures.kept import FOLDER, read
from tests.pictures.looks import LOOKS, NO_COLOUR
from tests.pictures.picture import style
from tests.tui.test_themes import contrast

RULES = set("╭╮╰╯┌┐└┘├┤┬┴┼─━│┃▔▕▏▎┈·▁▂▃▄▅▆▇")
"""Signs that only divide; nobody reads them."""
TANGO = (
    "#2e3436", "#cc0000", "#4e9a06", "#c4a000", "#3465a4", "#75507b", "#06989a", "#d3d7cf",
    "#555753", "#ef2929", "#8ae234", "#fce94f", "#729fcf", "#ad7fa8", "#34e2e2", "#eeeeec",
)  # fmt: skip
"""The sixteen colours of a terminal, as many on Linux have them; those of Windows are `CAMPBELL`."""
LEAST = 4.5
"""The contrast that the Web Content Accessibility Guidelines ask of text."""
DIM = 2 / 3
"""How much of its ink a dim letter has left, as xterm and VTE draw it; the rest is ground."""

KEPT = sorted(FOLDER.rglob("*.txt"))


def in_palette(ink: str, palette: Sequence[str], *, light: bool) -> tuple[str, str]:
    """The colour of an ink and of its ground, as a terminal with these colours shows them."""

    def shown(of: Colour | None, usual: str) -> str:
        if of is None or of.is_default:
            return usual
        return of.get_truecolor().hex if of.number is None else palette[of.number]

    ground, usual = ("#ffffff", palette[0]) if light else ("#000000", palette[7])
    seen = style(ink)
    front, back = shown(seen.color, usual), shown(seen.bgcolor, ground)
    if seen.reverse:
        front, back = back, front
    if seen.dim:
        front = Color.parse(back).blend(Color.parse(front), DIM).hex
    return front, back


@cache
def faults(ink: str, look: str) -> tuple[str, ...]:
    """Why something that is written in an ink could not be read in a look."""
    colours = [each for each in (style(ink).color, style(ink).bgcolor) if each is not None]
    if look == NO_COLOUR:
        return ("is a colour",) if colours else ()
    if look.startswith("ansi") and any(each.type == ColorType.TRUECOLOR for each in colours):
        return ("is no colour of the terminal's own",)
    pairs = {in_palette(ink, palette, light=look == "ansi-light") for palette in (CAMPBELL, TANGO)}
    return tuple(f"{front} on {back}" for front, back in sorted(pairs) if contrast(front, back) < LEAST)


def unreadable(file: Path) -> Iterator[str]:
    """What on the pictures of a place cannot be told from its ground, or not well enough."""
    for look, picture in read(file.read_text(encoding="utf-8")).items():
        for run in (run for row in picture.rows for run in row):
            sign = run.text.replace(" ", "")
            if sign and not set(sign) <= RULES:
                yield from (f"{look}: {sign[:30]}, in {run.ink}: {fault}" for fault in faults(run.ink, look))


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.relative_to(FOLDER).with_suffix("").as_posix())
def test_every_sign_can_be_read_in_every_look(file: Path) -> None:
    assert sorted(set(unreadable(file))) == []


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.relative_to(FOLDER).with_suffix("").as_posix())
def test_every_look_is_kept(file: Path) -> None:
    assert [*read(file.read_text(encoding="utf-8"))] == [*LOOKS]
