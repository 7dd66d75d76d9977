"""The shape of cables.yaml: the blanks of the telegrams that go home."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenarios.shape import BySide, Id, Names, Shape, Text, Whole


class Reading(Shape):
    """How a telegram introduces the points of one person, by where a meter stood when the first was made."""

    meter: Id
    words: Annotated[dict[Whole, Text], Field(min_length=1)]
    """By the lowest value from which they hold."""


class TableReports(Shape):
    """How a telegram reports the moves that are made between topics, by who made them."""

    proposed: BySide[Text] = Field(default_factory=dict)
    countered: BySide[Text] = Field(default_factory=dict)
    accepted: BySide[Text] = Field(default_factory=dict)
    refused: BySide[Text] = Field(default_factory=dict)
    """A package of one issue."""
    refused_part: BySide[Text] = Field(default_factory=dict)
    """A package of several, where one is the hardest."""
    passed: BySide[Text] = Field(default_factory=dict)
    sum_up: BySide[Text] = Field(default_factory=dict)
    withdrew: BySide[Text] = Field(default_factory=dict)
    allowed: Text | None = None
    """In place of `withdrew`, where home said yes to the side that writes."""
    not_allowed: Text | None = None


class OpenQuestions(Shape):
    """The list of questions that stand open."""

    raised_by: Id | None = None
    """Only questions of which this side spoke; without it, those of which anybody did."""
    lead: Text
    questions: dict[Id, Text] = Field(default_factory=dict)
    """By issue."""
    none: Text | None = None


class NextSteps(Shape):
    """What the side that writes advises, for each question that was spoken of."""

    lead: Text
    open: dict[Id, Text] = Field(default_factory=dict)
    agreed: dict[Id, Text] = Field(default_factory=dict)


class Cable(Shape):
    """The blank of the telegram that one side sends home: everything in it that is not what was said."""

    style: Literal["telegram", "report"] = "report"
    heading: list[Text] = Field(default_factory=list)
    draft: list[Text] = Field(default_factory=list)
    """What stands in place of heading and opening while the talks go on."""
    opening: Text | None = None
    subjects: dict[Id, Text] = Field(default_factory=dict)
    """How the paragraph of a topic begins."""
    proposals: Text | None = None
    """How the paragraph of the proposals begins."""
    resumed: list[Text] = Field(default_factory=list)
    """How a subject is taken up again: the first time, the second, and the last for every time after that."""
    points: list[Text] = Field(default_factory=list)
    """How several points of one person are introduced, taken in turn."""
    reading: dict[Id, Reading] = Field(default_factory=dict)
    again: Text | None = None
    table: TableReports = Field(default_factory=lambda: TableReports())
    agreed: Text | None = None
    open: OpenQuestions | None = None
    next: NextSteps | None = None
    signed: list[Text] = Field(default_factory=list)


class Recorded(Shape):
    """What the document that the scenario is made from ends with."""

    open: Names = Field(default_factory=list)
    """The issues that it lists as open."""


class Cables(Shape):
    """The telegrams that go home: cables.yaml."""

    cables: Annotated[BySide[Cable], Field(min_length=1)]
    recorded: Recorded | None = None
