"""The shape of scenario files: which keys they have, and what stands under each.

Everything arrives as text; whole numbers and yes-or-no words are patterns here, because pydantic
alone would take `1_000`, `5.0` and `off`. What names mean is the linker's business. The models give
the JSON Schema that editors use, so they say what a writer may write, not what Python makes of it.
"""

import re
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from game import limits

Id = Annotated[str, StringConstraints(pattern=rf"^{limits.IDENTIFIER.pattern}$")]
"""A name: of a side, person, topic, node, move, claim, issue, settlement, meter or paper."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words that somebody reads or says."""

T = TypeVar("T")
BySide: TypeAlias = dict[Id, T]
"""One for each side, by its name."""

_WHOLE = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{limits.NUMBER_DIGITS - 1}}})")


def _whole(text: object) -> int:
    if isinstance(text, str) and _WHOLE.fullmatch(text):
        return int(text)
    raise PydanticCustomError("not_whole", "not a whole number")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _ways(value: object) -> object:
    return [{"to": value}] if isinstance(value, str) else value


def _digits(low: int | None = None, high: int | None = None) -> tuple[Any, Any]:
    """How a whole number is read, and within which bounds; an editor is told both."""
    bounds = Field(ge=low, le=high)
    return bounds, BeforeValidator(_whole, json_schema_input_type=Annotated[int, bounds])


Whole = Annotated[int, *_digits()]
Points = Annotated[int, *_digits(0, 100)]
"""Worth or weight, 0 to 100."""
LinkPoints = Annotated[int, *_digits(-100, 100)]
"""Points that a link adds or takes."""
Minutes = Annotated[int, *_digits(1, 1440)]
Recesses = Annotated[int, *_digits(0, 9)]
Moves = Annotated[int, *_digits(8, 999)]
Names = Annotated[list[Id], BeforeValidator(_listed, json_schema_input_type=Id | list[Id])]
"""One name, or a list of them."""


def _hyphens(name: str) -> str:
    return name.strip("_").replace("_", "-")


class Shape(BaseModel):
    """What every part of a scenario has in common: no key but those that are known."""

    model_config = ConfigDict(extra="forbid", alias_generator=_hyphens, hide_input_in_errors=True, defer_build=True)


Speech = Annotated[dict[Id, Text], Field(min_length=1, max_length=1)]
"""Who says it, and what: `{kuznetsov: ...}`."""
Speeches = Annotated[list[Speech], Field(min_length=1)]

Kind = Literal["assert", "rebut", "press", "ask", "deflect", "warn", "praise", "procedure", "offer", "concede"]
"""What a written move does."""
AnyKind = Literal[
    "assert", "rebut", "press", "ask", "deflect", "warn", "praise", "procedure", "offer", "concede",
    "pass", "propose", "accept", "refuse", "recess",
]  # fmt: skip
"""What any move does, those of the table included."""


# topics/TOPIC.yaml


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


# issues.yaml


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


# scenario.yaml


class Side(Shape):
    """A delegation."""

    title: Text
    short: Text
    of: Text
    speaks: Id
    people: Annotated[list[Id], Field(min_length=1)]


class Person(Shape):
    """Somebody in the room."""

    name: Text
    short: Text
    role: Text


class Meter(Shape):
    """A small bounded number that both sides see."""

    title: Text
    low: Whole
    high: Whole
    start: Whole
    words: Annotated[dict[Whole, Text], Field(min_length=1)]


class TableMove(Shape):
    """The words of one side for a move of the table."""

    label: Text | None = None
    says: Speeches | None = None
    scene: Text | None = None
    back: Text | None = None


class Deflection(Shape):
    """What a side says to words of the other that fit no move: several speeches, of which one is said."""

    says: Speeches


class Moment(Shape):
    """What is seen when something happens to both sides."""

    scene: Text


class TableMoves(Shape):
    """The words for the moves that are made between topics."""

    pass_: BySide[TableMove] = Field(default_factory=dict)
    sum_up: BySide[TableMove] = Field(default_factory=dict)
    recess: BySide[TableMove] = Field(default_factory=dict)
    propose: BySide[TableMove] = Field(default_factory=dict)
    counter: BySide[TableMove] = Field(default_factory=dict)
    leave: BySide[TableMove] = Field(default_factory=dict)
    deflect: BySide[Deflection] = Field(default_factory=dict)
    time: Moment | None = None


class Form(Shape):
    """A shorter way to play: fewer questions and topics, fewer moves and minutes, briefs of its own."""

    title: Text
    issues: Annotated[list[Id], Field(min_length=1)]
    topics: Annotated[list[Id], Field(min_length=1)]
    """What is talked of. The summing-up need not be named; without the opening, the talks begin on the floor."""
    moves: Moves
    """By which move the game is over, the summing-up included."""
    minutes: Minutes
    """Minutes of talk."""
    recesses: Recesses | None = None
    briefs: Id
    """What the names of its briefs end with: `lesson` for briefs/us-lesson.md."""


class Scenario(Shape):
    """One negotiation: scenario.yaml."""

    scenario: Id
    title: Text
    subtitle: Text
    teaches: Literal["yes", "no"] = "no"
    """Whether it teaches how to play: the title offers it before all others, as first steps."""
    place: Text
    date: Text
    begins: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    about: Text | None = None
    opening_scene: Text | None = None
    end_scene: Text | None = None
    sides: Annotated[dict[Id, Side], Field(min_length=2, max_length=2)]
    people: Annotated[dict[Id, Person], Field(min_length=1)]
    meters: dict[Id, Meter] = Field(default_factory=dict)
    first: Id
    opening: Id | None = None
    closing: Id
    talk: Minutes
    minutes: dict[AnyKind, Minutes] = Field(default_factory=dict)
    recesses: Recesses = 0
    repeating: dict[Id, Whole] = Field(default_factory=dict)
    refusing: dict[Id, Whole] = Field(default_factory=dict)
    moods: dict[Id, Text] = Field(default_factory=dict)
    topics: Annotated[list[Id], Field(min_length=1)]
    must_raise: BySide[list[Id]] = Field(default_factory=dict)
    moves: TableMoves = Field(default_factory=lambda: TableMoves())
    forms: dict[Id, Form] = Field(default_factory=dict)
    must_explain: list[Text] = Field(default_factory=list)
    """Terms that need an entry in the glossary where they are used."""
    anachronisms: dict[Text, Text] = Field(default_factory=dict)
    """Words that nobody may hear before the debrief, each with the reason."""
    expect: list[Text] = Field(default_factory=list)
    """What must hold of many games: `bombers settled in under 3 % of random games`."""


# cables.yaml


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
    resumed: Text | None = None
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


# debrief.yaml


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


# handouts/rubric.yaml


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


# sources/*.yaml, glossary.yaml, synonyms.yaml, games/*.yaml


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


class Glossary(Shape):
    """Terms with a plain explanation: glossary.yaml."""

    terms: dict[Text, Text]


Synonymous = Annotated[list[Text], Field(min_length=1)]
"""Words and short phrases that mean the same."""


class Synonyms(Shape):
    """What people may type for what is meant here: synonyms.yaml."""

    groups: dict[Id, Synonymous] = Field(default_factory=dict)
    table: dict[
        Literal["open", "propose", "counter", "accept", "refuse", "recess", "pass", "sum-up", "leave"], Synonymous
    ] = Field(default_factory=dict)
    """For each move of the table, ways to say it."""


class Game(Shape):
    """A recorded game: games/*.yaml. Records know more keys; only these are looked at here."""

    model_config = ConfigDict(extra="ignore", alias_generator=_hyphens, hide_input_in_errors=True, defer_build=True)

    scenario: Id
    moves: list[object]
