"""Help: the keys of the page from which it was opened, as they are now, and what the marks on it mean."""

from typing import Any

from textual.binding import Binding
from textual.content import Content

from game.phrases import phrase
from game.tui.screens.page import Page
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.keys import NAMES
from game.tui.widgets.prose import Block, quiet

KEY_COLUMN = 14


def _entry(name: str, meaning: str, close: bool) -> Block:
    return Block(Content(meaning), quiet(name.ljust(KEY_COLUMN)), close)


def keys_of(page: Page[Any]) -> list[tuple[str, str]]:
    """The keys that a page obeys now, with what each does: read from its bindings, so it cannot be untrue."""
    found: dict[str, tuple[list[str], str]] = {}
    for active in page.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.tooltip:
            keys, _ = found.setdefault(binding.action, ([], phrase(binding.tooltip)))
            keys.append(NAMES.get(binding.key, binding.key))
    return [(" ".join(keys), tooltip) for keys, tooltip in found.values()]


class HelpPage(ReadingPage):
    """Help for one page."""

    BINDINGS = [
        Binding("question_mark,f1", "close", "back", show=False, id="close-help", tooltip="Close this page"),
    ]

    def __init__(self, page: Page[Any]) -> None:
        """Ask the page what its keys and marks are."""
        text = [Block(Content.styled(phrase("Keys"), "bold"))]
        text += [_entry(keys, meaning, number > 0) for number, (keys, meaning) in enumerate(keys_of(page))]
        if page.LISTS:
            text.append(_entry("1 2 3 …", phrase("Choose what stands behind the digit or letter"), True))
        if page.HELP_NOTES:
            text.append(Block(Content.styled(phrase("Marks"), "bold")))
            for number, note in enumerate(page.HELP_NOTES):
                mark, _, meaning = note.partition("\t")
                text.append(_entry(phrase(mark), phrase(meaning), number > 0))
        text.append(Block(Content(phrase("Every move is kept as it is made, so you can leave at any time."))))
        super().__init__(phrase("Help"), text)
