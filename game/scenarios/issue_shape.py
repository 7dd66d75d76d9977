"""The shape of issues.yaml: what is bargained over, and what it is worth."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenarios.shape import BySide, Id, LinkPoints, Names, Points, Shape, Speeches, Text


class OpenIssue(Shape):
    """An issue that is not settled: how it stands at the beginning."""

    title: Text
    value: BySide[Points]
    guess: BySide[Points] = Field(default_factory=dict)


class Settlement(Shape):
    """One way in which an issue can be settled."""

    title: Text
    value: BySide[Points]
    guess: BySide[Points] = Field(default_factory=dict)
    authority: BySide[Text]
    put: BySide[Speeches]
    accept: BySide[Speeches]
    refuse: BySide[dict[Id, Speeches]]
    instead: BySide[dict[Id, dict[Id, Names]]] = Field(default_factory=dict)
    ask: BySide[Text] = Field(default_factory=dict)
    cable: BySide[Text] = Field(default_factory=dict)


class Issue(Shape):
    """A question between the sides."""

    title: Text
    question: Text
    short: Text
    open: OpenIssue
    weight: BySide[Points]
    guess: BySide[Points] = Field(default_factory=dict)
    settlements: Annotated[dict[Id, Settlement], Field(min_length=1)]


class Link(Shape):
    """Points that some settlements add or take when they stand together."""

    when: Annotated[dict[Id, Names], Field(min_length=1)]
    unless: dict[Id, Names] = Field(default_factory=dict)
    value: BySide[LinkPoints]
    why: Text


class Impossible(Shape):
    """Settlements that cannot stand together."""

    when: Annotated[dict[Id, Names], Field(min_length=1)]
    unless: dict[Id, Names] = Field(default_factory=dict)
    why: Text


class Issues(Shape):
    """What is bargained over: issues.yaml."""

    basis: Literal["nearby", "invented"] = "invented"
    issues: Annotated[dict[Id, Issue], Field(min_length=1)]
    links: list[Link] = Field(default_factory=list)
    impossible: list[Impossible] = Field(default_factory=list)
