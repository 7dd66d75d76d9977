"""The looks that a screen has: by lamplight, on paper, in the terminal's own colours, and without any."""

from typing import Final

NO_COLOUR: Final = "no colour"
"""With NO_COLOR set. It is asked for before the program starts; between the others one can change."""
THEMES: Final = ("carbon", "paper", "ansi-dark", "ansi-light")
LOOKS: Final = (*THEMES, NO_COLOUR)
