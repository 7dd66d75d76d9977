"""A picture as SVG, in a frame with its name, for a browser."""

import io
import re

from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme
from textual.color import Color

from tests.pictures.picture import Picture, style

CAMPBELL = (
    "#0c0c0c", "#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd", "#cccccc",
    "#767676", "#e74856", "#16c60c", "#f9f1a5", "#3b78ff", "#b4009e", "#61d6d6", "#f2f2f2",
)  # fmt: skip
"""The sixteen colours of a terminal, as Windows has them; the ground is black or white."""

FONT_FROM_ELSEWHERE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
"""Rich's pictures ask a server for their font. Ours ask nobody; every glyph has its place without it."""


def _theme(light: bool) -> TerminalTheme:
    colours = [Color.parse(each).rgb for each in CAMPBELL]
    ground, ink = ((255, 255, 255), colours[0]) if light else ((0, 0, 0), colours[7])
    return TerminalTheme(ground, ink, colours[:8], colours[8:])


def svg(picture: Picture, look: str, title: str) -> str:
    """The picture as it looks in a terminal."""
    width = max(sum(len(run.text) for run in row) for row in picture.rows)
    console = Console(
        width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True,
        legacy_windows=False, safe_box=False,
    )  # fmt: skip
    for row in picture.rows:
        console.print(Segments([*(Segment(run.text, style(run.ink)) for run in row), Segment.line()]), end="")
    drawn = console.export_svg(title=title, theme=_theme(look == "ansi-light"))
    return FONT_FROM_ELSEWHERE.sub("", drawn)
