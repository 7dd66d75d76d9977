"""Two sets of colours for an evening in 1962: `carbon` by lamplight, `paper` by day.

Every colour of text stands at 4.5 to 1 or more against each background it can lie on. In the terminal's
own colours, which nobody knows, we use those that do so in the usual palettes, and seldom. A third set, of
any other theme, takes what these two name from that theme's own colours.
"""

from typing import Final

from textual.theme import Theme

CARBON: Final = Theme(
    name="carbon",
    dark=True,
    primary="#e0b567",
    secondary="#93b7dd",
    accent="#e0b567",
    warning="#e0b567",
    error="#e2977f",
    success="#9cc296",
    foreground="#e6dfd0",
    background="#16191f",
    surface="#1d2128",
    panel="#262b34",
    variables={
        "quiet": "#a39c8d",
        "rule": "#3a404b",
        "lamp": "#e0b567",
        "first-side": "#93b7dd",
        "second-side": "#e39a86",
        "gain": "#9cc296",
        "loss": "#e2977f",
        "scrollbar": "#3a404b",
        "scrollbar-hover": "#535b69",
        "scrollbar-active": "#a39c8d",
        "scrollbar-background": "#16191f",
        "scrollbar-background-hover": "#16191f",
        "scrollbar-background-active": "#16191f",
        "screen-selection-background": "#3b4a63",
    },
)
"""Carbon paper under a desk lamp."""

PAPER: Final = Theme(
    name="paper",
    dark=False,
    primary="#7a4a00",
    secondary="#1c4f86",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#9a2c1c",
    success="#2c5e2e",
    foreground="#2a251d",
    background="#f4eddc",
    surface="#ebe2cc",
    panel="#e0d5ba",
    variables={
        "quiet": "#5f5747",
        "rule": "#c3b795",
        "lamp": "#7a4a00",
        "first-side": "#1c4f86",
        "second-side": "#96291c",
        "gain": "#2c5e2e",
        "loss": "#9a2c1c",
        "scrollbar": "#c3b795",
        "scrollbar-hover": "#a99b75",
        "scrollbar-active": "#5f5747",
        "scrollbar-background": "#f4eddc",
        "scrollbar-background-hover": "#f4eddc",
        "scrollbar-background-active": "#f4eddc",
        "screen-selection-background": "#c9d7e6",
    },
)
"""The yellowish paper of telegrams."""


ON_BLACK: Final = {
    "quiet": "ansi_default",
    "rule": "ansi_bright_black",
    "lamp": "ansi_bright_yellow",
    "first-side": "ansi_bright_cyan",
    "second-side": "ansi_bright_red",
    "gain": "ansi_bright_green",
    "loss": "ansi_bright_red",
}
ON_WHITE: Final = {
    "quiet": "ansi_default",
    "rule": "ansi_bright_black",
    "lamp": "ansi_magenta",
    "first-side": "ansi_blue",
    "second-side": "ansi_red",
    "gain": "ansi_blue",
    "loss": "ansi_red",
}
"""The terminal's own colours: bright ones on a dark ground, dark ones on a light. No green can be read on white."""


def defaults(theme: Theme) -> dict[str, str]:
    """What our own colour names mean under a theme that does not know them."""
    if theme.ansi:
        return ON_BLACK if theme.dark else ON_WHITE
    colors = theme.to_color_system().generate()
    return {
        "quiet": colors["text-muted"],
        "rule": colors["panel"],
        "lamp": colors["text-primary"],
        "first-side": colors["text-secondary"],
        "second-side": colors["text-error"],
        "gain": colors["text-success"],
        "loss": colors["text-error"],
    }
