"""How a language is written: from which side, and by which name others know it."""

from html import escape

from game.phrases import language

_FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS_FROM_THE_RIGHT = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
"""Their names in a language's, as in `az-Arab`, go before what is usual for it."""
_SCRIPT = 4
"""Letters of the name of a script."""

RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE = "\u2067", "\u2069"


def tag(name: str) -> str:
    """The name of a language as pages say it: `pt_BR` is `pt-BR`."""
    return name.replace("_", "-")


def from_the_right(name: str) -> bool:
    """Whether a language is written from right to left."""
    first, *others = tag(name).lower().split("-")
    script = next((each for each in others if len(each) == _SCRIPT and each.isalpha()), "")
    return script in _SCRIPTS_FROM_THE_RIGHT if script else first in _FROM_THE_RIGHT


def attributes(name: str) -> str:
    """The attributes of a page in a language."""
    return f'lang="{escape(tag(name))}"' + (' dir="rtl"' if from_the_right(name) else "")


def in_drawing(text: str) -> str:
    """A text for a drawing, which runs from left to right whatever the language: kept together in its own direction."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}" if text and from_the_right(language()) else text
