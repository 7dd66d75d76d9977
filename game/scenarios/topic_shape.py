"""The shape of topics/TOPIC.yaml: a dialogue tree, its nodes and moves."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from game.scenarios.shape import BySide, Id, Minutes, Names, Shape, Speeches, Text, Whole

Kind = Literal["assert", "rebut", "press", "ask", "deflect", "warn", "praise", "procedure", "offer", "concede"]
"""What a written move does."""


def _ways(value: object) -> object:
    return [{"to": value}] if isinstance(value, str) else value


class Way(Shape):
    """One way on."""

    when: Text | None = None
    to: Text


Goto = Annotated[list[Way], Field(min_length=1), BeforeValidator(_ways, json_schema_input_type=str | list[Way])]
"""A node, `floor` or `end`, or a list of ways of which the first that is open is taken."""


class Again(Shape):
    """How a move is said a second time, in worn words."""

    says: Speeches
    changes: dict[Id, Whole] = Field(default_factory=dict)
    minutes: Minutes | None = None
    goto: Goto | None = None
    cable: BySide[Text] = Field(default_factory=dict)


class Move(Shape):
    """Something said or done at a node."""

    kind: Kind
    label: Text
    when: Text | None = None
    scene: Text | None = None
    says: Speeches | None = None
    source: Text | None = None
    basis: Literal["record", "nearby", "invented"] | None = None
    cites: Id | None = None
    claims: Id | None = None
    answers: Names = Field(default_factory=list)
    changes: dict[Id, Whole] = Field(default_factory=dict)
    reach: dict[Id, Names] = Field(default_factory=dict)
    minutes: Minutes | None = None
    repeat: Literal["once", "freely"] = "once"
    again: Again | None = None
    cable: BySide[Text] = Field(default_factory=dict)
    synonyms: list[Text] = Field(default_factory=list)
    goto: Goto


class Node(Shape):
    """A place in a topic, at which one side chooses."""

    turn: Id
    scene: Text | None = None
    yields: Text | None = None
    moves: Annotated[dict[Id, Move], Field(min_length=1)]


class Topic(Shape):
    """A dialogue tree: topics/TOPIC.yaml."""

    topic: Id
    title: Text
    argues: Id | None = None
    opens: Annotated[BySide[Id], Field(min_length=1)]
    claims: dict[Id, Text] = Field(default_factory=dict)
    nodes: Annotated[dict[Id, Node], Field(min_length=1)]
