"""The last thing before a game: the brief, read in peace, and the chair."""

from textual.binding import Binding

from game.phrases import phrase
from game.tui.screens.reading import ReadingPage
from game.tui.widgets.prose import blocks


class BriefPage(ReadingPage):
    """A brief to read before sitting down. Gives True for sitting down."""

    BINDINGS = [
        Binding("enter,ctrl+j", "sit", "sit down at the table", key_display="⏎", id="sit", tooltip="Begin the game"),
    ]

    def __init__(self, brief: str) -> None:
        """A side's brief."""
        super().__init__(phrase("Read this first"), blocks(brief), note=phrase("b shows it again at any time"))

    def action_sit(self) -> None:
        """Begin."""
        self.dismiss(True)
