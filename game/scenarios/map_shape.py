"""The shape of map.yaml: the map beside the talks."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from game.scenarios.shape import Id, Shape, Text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_ONE_OR_MORE = BeforeValidator(_listed, json_schema_input_type=str | list[str])
DEGREES = r"^-?\d{1,3}(\.\d{1,2})?$"
PLACE = r"^-?\d{1,2}(\.\d{1,2})? -?\d{1,3}(\.\d{1,2})?$"
MOVE = r"^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$"
Degrees = Annotated[str, StringConstraints(pattern=DEGREES)]
Place = Annotated[str, StringConstraints(pattern=PLACE)]
"""Degrees north and degrees west: `23.15 82.36`; south and east with a minus."""
Places = Annotated[
    list[Place],
    Field(min_length=1, max_length=40),
    _ONE_OR_MORE,
]
Said = Annotated[str, StringConstraints(pattern=MOVE)]
"""A move: `schedule.nine-ships`."""


class Mark(Shape):
    """Something on the map."""

    said: Annotated[list[Said], Field(min_length=1), _ONE_OR_MORE]
    """It appears when one of these moves is made."""
    sign: Literal["ship", "place", "route"]
    title: Text
    says: Text
    """What was said of it, in our words."""
    source: Text
    placed: Literal["paper", "ours"]
    """Whether a paper says where it is, or we put it there."""
    at: Places
    """One point, or several: ships lie at each, a route goes through them."""


class Shown(Shape):
    """What of the earth is shown, in degrees."""

    north: Degrees
    south: Degrees
    west: Degrees
    east: Degrees


class Map(Shape):
    """The map beside the talks: map.yaml."""

    coast: Text
    """The name of coast lines that come with the game, or coast lines in the form of their file."""
    shows: Shown
    marks: Annotated[dict[Id, Mark], Field(max_length=20)]
