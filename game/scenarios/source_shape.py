"""The shape of sources/*.yaml: the document that a scenario is made from, other documents, and papers of the time."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenarios.shape import Id, Shape, Text


class TelegramHead(Shape):
    """What the telegram is and where it is printed."""

    title: Text
    date: Text
    reference: Text


class Telegram(Shape):
    """The document that the scenario is made from, divided into passages: sources/telegram-*.yaml."""

    telegram: TelegramHead
    passages: Annotated[dict[Text, Text], Field(min_length=1)]


class Document(Shape):
    """Another document, described in our words."""

    title: Text
    date: Text
    reference: Text
    says: Text
    sure: Literal["whole", "part", "secondary"]


class Documents(Shape):
    """The other documents, by tag: sources/documents.yaml."""

    background: list[Text] = Field(default_factory=list)
    """Tags of documents from which no line comes: they serve the briefs, the glossary and the debrief."""
    documents: dict[Text, Document]


class Paper(Shape):
    """A paper that a speaker could hold that evening."""

    title: Text
    date: Text
    says: Text
    known_to: Annotated[list[Id], Field(min_length=1)]


class Papers(Shape):
    """What can be cited: sources/papers.yaml."""

    papers: dict[Id, Paper]
