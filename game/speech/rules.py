"""How to play, for whoever has not played: a page of Markdown among the assets, paragraph by paragraph a phrase."""

from game.phrases import phrase
from game.places import data

PAGE = "how-to-play.md"
"""Its file."""


def how_to_play() -> str:
    """The page in the language that is spoken. Raises `OSError`."""
    paragraphs = (data("assets") / PAGE).read_text("utf-8").split("\n\n")
    return "\n\n".join(phrase(each.rstrip("\n")) + "\n" * each.endswith("\n") for each in paragraphs)
