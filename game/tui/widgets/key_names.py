"""Keys by the names that people know, and set in the names of what they open."""

from textual.binding import Binding
from textual.content import Content

NAMES = {
    "question_mark": "?",
    "enter": "⏎",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "backspace": "⌫",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "quotation_mark": '"',
    "apostrophe": "'",
    "plus": "+",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
"""Keys by the names that people know."""


def spelt(key: str) -> str:
    """A key as it stands on the screen, with what is held down for it: `ctrl+,`."""
    *held, last = key.split("+")
    return "+".join([*held, NAMES.get(last, last)])


def name_of(binding: Binding) -> str:
    """The name of a binding's key as it stands on the screen."""
    return binding.key_display or spelt(binding.key)


def set_in(name: Content, key: str) -> Content:
    """A name with its key set in it, where it has that letter, or before it."""
    at = name.plain.casefold().find(key.casefold()) if len(key) == 1 else -1
    if at >= 0:
        return name.stylize(".key", at, at + 1).stylize("underline", at, at + 1)
    return Content.assemble((key, ".key"), " ", name) if key else name
