"""Our two themes: every ink stands at 4.5 to 1 or more on every ground."""

from itertools import product

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from game.tui.themes import CARBON, PAPER, defaults

INKS = ("quiet", "lamp", "first-side", "second-side", "gain", "loss")


def light(color: str) -> float:
    """How light a colour is, from 0 to 1, as the Web Content Accessibility Guidelines 2 reckon it."""
    parts = [part / 255 for part in Color.parse(color).rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    darker, lighter = sorted((light(ink), light(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [CARBON, PAPER], ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    inks = [theme.foreground, *(theme.variables[name] for name in INKS)]
    for ink, ground in product(inks, (theme.background, theme.surface, theme.panel)):
        assert contrast(ink, ground) >= 4.5, f"{ink} on {ground}"


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_every_other_theme_knows_our_inks(theme: Theme) -> None:
    assert set(defaults(theme)) == {*INKS, "rule"}
