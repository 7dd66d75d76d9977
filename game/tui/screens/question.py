"""A question with a few answers, where the program cannot go on by itself."""

from collections.abc import Iterable, Mapping

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.speech.gate import clean
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, Item


class QuestionPage(Page[str | None]):
    """A question. Gives the key of an answer, or None."""

    CSS_PATH = "list.tcss"
    LISTS = True
    BINDINGS = [
        Binding(
            "escape,q", "close", "back", key_display="esc", id="close-question", tooltip="Back, with nothing changed"
        ),
    ]

    choices = getters.query_one(Choices)

    def __init__(self, question: str, answers: Mapping[str, str]) -> None:
        """The question, and answers by their keys."""
        super().__init__()
        self.question = clean(question)
        self.answers = answers

    def body(self) -> Iterable[Widget]:
        """The question and its answers."""
        yield Static(Content(self.question), id="question")
        yield Choices([Item(key, answer) for key, answer in self.answers.items()])

    def on_mount(self) -> None:
        """Give the answers the keys."""
        self.choices.focus()

    @on(Choices.Chosen)
    def answer(self, chosen: Choices.Chosen) -> None:
        """Give the answer."""
        self.dismiss(chosen.id)

    def action_close(self) -> None:
        """Give none."""
        self.dismiss(None)
