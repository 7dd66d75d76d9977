"""Help: the keys of the page from which it was opened, as they are now, and what the marks on it mean."""

from typing import Any

from textual.binding import Binding
from textual.content import Content

from game.phrases import phrase
from game.tui.screens.page import Page
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.key_names import spelt
from game.tui.widgets.prose import Block, quiet

KEY_COLUMN = 14
"""Cells for keys and marks, where none of them needs more."""


def keys_of(page: Page[Any]) -> list[tuple[str, str]]:
    """The keys that a page obeys now, with what each does: read from its bindings, so it cannot be untrue."""
    found: dict[str, tuple[list[str], str]] = {}
    for active in page.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.tooltip:
            keys, _ = found.setdefault(binding.action, ([], phrase(binding.tooltip)))
            keys.append(spelt(binding.key))
    return [(" ".join(keys), tooltip) for keys, tooltip in found.values()]


class HelpPage(ReadingPage):
    """Help for one page."""

    BINDINGS = [
        Binding("question_mark,f1", "close", "back", show=False, id="close-help", tooltip="Close this page"),
    ]

    def __init__(self, page: Page[Any]) -> None:
        """Ask the page what its keys and marks are."""
        keys = keys_of(page)
        if page.LISTS:
            keys.append(("1 2 3 …", phrase("Choose what stands behind the digit or letter")))
        marks = [(phrase(mark), phrase(meaning)) for mark, _, meaning in (n.partition("\t") for n in page.HELP_NOTES)]
        column = max(KEY_COLUMN, *(len(name) + 2 for name, _ in (*keys, *marks)))
        text: list[Block] = []
        for title, entries in ((phrase("Keys"), keys), (phrase("Marks"), marks)):
            if entries:
                text.append(Block(Content.styled(title, "bold")))
            for number, (name, meaning) in enumerate(entries):
                text.append(Block(Content(meaning), quiet(name.ljust(column)), close=number > 0))
        text.append(Block(Content(phrase("Every move is kept as it is made, so you can leave at any time."))))
        super().__init__(phrase("Help"), text)
