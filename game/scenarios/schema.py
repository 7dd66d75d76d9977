"""The JSON Schema of each kind of scenario file, made from the shapes: editors complete and check by it.

A line at the head of a scenario file tells an editor where its schema lies, beside the scenarios and
so without a network:

    # yaml-language-server: $schema=../schema/scenario.json
"""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import BaseModel

from game.scenarios import cable_shape, debrief_shape, issue_shape, shape, source_shape, topic_shape
from game.scenarios.map_shape import Map

KINDS: Final[Mapping[str, type[BaseModel]]] = {
    "scenario": shape.Scenario,
    "issues": issue_shape.Issues,
    "topic": topic_shape.Topic,
    "telegram": source_shape.Telegram,
    "documents": source_shape.Documents,
    "papers": source_shape.Papers,
    "glossary": shape.Glossary,
    "synonyms": shape.Synonyms,
    "cables": cable_shape.Cables,
    "debrief": debrief_shape.Debrief,
    "rubric": debrief_shape.Rubric,
    "map": Map,
    "game": shape.Game,
}
"""The kinds of file that are YAML, by the name of their schema."""

FOLDER = "schema"
"""The folder of the schemas, beside the folders of the scenarios."""

_FOLDERS = {"topics": "topic", "games": "game"}


def kind_of(file: str) -> str | None:
    """Which schema a file has, by its path in its scenario; None for one that has none."""
    path = PurePosixPath(file)
    if path.suffix != ".yaml":
        return None
    stem = "telegram" if path.stem.startswith("telegram") and path.parts[0] == "sources" else path.stem
    kind = _FOLDERS.get(path.parts[0], stem) if len(path.parts) > 1 else stem
    return kind if kind in KINDS else None


def editor_line(file: str, schemas: str = f"../{FOLDER}") -> str:
    """The line at the head of a file that names its schema; `schemas` is the folder as the scenario's folder sees it.

    Raises KeyError for a file that has no schema.
    """
    kind = kind_of(file)
    if kind is None:
        raise KeyError(file)
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}{schemas}/{kind}.json"


def schema(kind: str) -> Mapping[str, Any]:
    """The schema of a kind of file. Raises KeyError for a kind that there is not."""
    made = _as_written(KINDS[kind].model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text(kind: str) -> str:
    """The schema of a kind of file as it stands in its own file."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def _as_written(part: Any) -> Any:
    """A schema for what an editor sees.

    The game reads every value as text. An editor takes `1908` for a number and `true` for a truth, so where a text
    may stand these may too.
    """
    if isinstance(part, list):
        return [_as_written(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {key: _as_written(value) for key, value in part.items() if key != "title" or not isinstance(value, str)}
    if {"type": "null"} in made.get("anyOf", ()):
        # What may be left out may not be left empty.
        rest = [each for each in made.pop("anyOf") if each != {"type": "null"}]
        made.pop("default", None)
        made |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if made.get("type") == "string" and "enum" not in made and "pattern" not in made:
        made["type"] = ["string", "number", "boolean"]
    return made
