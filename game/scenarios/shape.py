"""The shape of scenario files: which keys they have, and what stands under each.

Everything arrives as text; whole numbers and yes-or-no words are patterns here, because pydantic
alone would take `1_000`, `5.0` and `off`. What names mean is the linker's business. The models give
the JSON Schema that editors use, so they say what a writer may write, not what Python makes of it.

Here is what all files are made of, with scenario.yaml and the small ones; the other files have modules beside this.
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

AnyKind = Literal[
    "assert", "rebut", "press", "ask", "deflect", "warn", "praise", "procedure", "offer", "concede",
    "pass", "propose", "accept", "refuse", "recess",
]  # fmt: skip
"""What any move does, those of the table included."""


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


# glossary.yaml, synonyms.yaml, games/*.yaml


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
