"""The shape of debrief.yaml and handouts/rubric.yaml: what is told and asked when the talks are over."""

from typing import Annotated

from pydantic import Field

from game.scenarios.shape import Id, Shape, Text


class Reference(Shape):
    """A table that an outcome is compared with: how it stood one evening."""

    title: Text
    says: Text
    source: Text
    at: dict[Id, Id] = Field(default_factory=dict)
    """Where each question stood. Those not named were open."""


class Afterwards(Shape):
    """What became of a question."""

    when: Text
    how: Text
    moved: Text | None = None
    """Who gave way, and on what."""
    source: Text


class Unknown(Shape):
    """Something that nobody at the table knew."""

    says: Text
    source: Text


class Debrief(Shape):
    """What can be told only when the talks are over: debrief.yaml."""

    points: dict[Id, Reference] = Field(default_factory=dict)
    questions: dict[Id, Afterwards] = Field(default_factory=dict)
    unknown: list[Unknown] = Field(default_factory=list)
    ask: list[Text] = Field(default_factory=list)
    """Questions for a class to talk over."""


class Criterion(Shape):
    """What an argument is marked by, and what each of the four levels looks like."""

    title: Text
    asks: Text
    levels: Annotated[list[Text], Field(min_length=4, max_length=4)]


class Rubric(Shape):
    """How people mark, and what pupils are asked: handouts/rubric.yaml."""

    criteria: Annotated[dict[Id, Criterion], Field(min_length=1)]
    before_and_after: list[Text] = Field(default_factory=list)
    reflection: list[Text] = Field(default_factory=list)
