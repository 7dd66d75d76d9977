"""Does a page have its shape? What pydantic says about it becomes findings that a writer understands.

A page with faults is fitted again without its faulty parts, so that the rest of it is still looked
at in the same pass.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.phrases import noted, phrase
from game.scenarios.definitions import naming, shaping, writing
from game.scenarios.map_shape import DEGREES, MOVE, PLACE
from game.scenarios.marks import mark_at, value_at
from game.scenarios.pages import Page, Report, nearest

M = TypeVar("M", bound=BaseModel)
Loc = tuple[int | str, ...]

_ROUNDS = 12
"""How often faulty parts are taken out before a page is given up: each round may show what lacked them."""

_TOLD = 300
"""How many faults of one page are told. Whoever has more has made one fault that brought the others."""

STAND_INS = ("1", "00:00")
"""What stands for a text, a name, a number or a time that a file lacks at its top, so that the rest is looked at."""

COMMA = noted("If this belongs to the text before it, put that text in quotes: inside { } a comma ends a text.")

TEXT = noted("Write one text: of several things only one can stand here.")
LIST = noted("Begin each item with a hyphen, or put all of them in [ ].")
MAPPING = noted("Write `key: value` for each thing, in lines of their own or in { }.")

_KINDS = noted(
    {
        "string_type": "a text",
        "list_type": "a list, one item to a line, each begun with a hyphen",
        "dict_type": "a mapping: lines of the form `key: value`, indented by two spaces",
        "model_type": "a mapping: lines of the form `key: value`, indented by two spaces",
    }
)
_REMEDIES = {"string_type": TEXT, "list_type": LIST, "dict_type": MAPPING, "model_type": MAPPING}
_ONE_SPEECH = noted(("a single `person: words`", "Give each speech a hyphen of its own."))


def fit(page: Page, model: type[M], report: Report) -> M | None:
    """What stands on a page, typed; what does not fit is reported and left out. None where nothing is left."""
    tree: Any = page.tree
    for round_ in range(_ROUNDS):
        try:
            return model.model_validate(tree)
        except ValidationError as fault:
            errors = fault.errors(include_url=False, include_input=False)
        if round_ == 0:
            _tell_all(page, model, errors, report)
            tree = _copy(tree)
        for error in errors:
            if not _leave_out(tree, error):
                return None
    return None


def _tell_all(page: Page, model: type[BaseModel], errors: list[ErrorDetails], report: Report) -> None:
    """Report errors, the first one of each place: what follows from it is no news."""
    told = {(each.line, each.column) for each in report.findings if each.file == page.file}
    for error in errors[:_TOLD]:
        mark = mark_at(page.places, error["loc"])
        if (mark.line + 1, mark.column + 1) in told:
            continue
        of_page = Report()
        _tell(page, model, error, of_page)
        for each in of_page.findings:
            if (each.line, each.column) not in told:
                told.add((each.line, each.column))
                report.findings.append(each)


def _tell(page: Page, model: type[BaseModel], error: ErrorDetails, report: Report) -> None:
    loc, kind = error["loc"], error["type"]
    key = loc[-1:] == ("[key]",)
    loc = loc[:-1] if key else loc
    name = str(loc[-1]) if loc else ""
    value = value_at(page.tree, loc)
    text = name if key else value if isinstance(value, str) else ""
    bounds = error.get("ctx", {})
    comma = phrase(COMMA) if value == "" and " " in name else ""
    if kind == "extra_forbidden":
        known = sorted(_keys(model, loc[:-1]))
        remedy = comma or nearest(name, known)
        report.add(shaping.UNKNOWN_KEY, page, loc, key=True, remedy=remedy, name=name, known=", ".join(known))
    elif kind == "missing":
        where = next((str(step) for step in reversed(loc[:-1]) if isinstance(step, str)), phrase("this file"))
        report.add(shaping.MISSING_KEY, page, loc, key=True, name=name, where=where)
    elif kind == "not_whole":
        report.add(shaping.NOT_WHOLE, page, loc, key=key, text=text)
    elif kind in ("greater_than_equal", "less_than_equal"):
        if kind == "greater_than_equal":
            why = phrase("below {number}", number=bounds["ge"])
        else:
            why = phrase("above {number}", number=bounds["le"])
        report.add(shaping.OUT_OF_RANGE, page, loc, number=text, why=why)
    elif kind == "literal_error":
        report.add(shaping.NOT_ONE_OF, page, loc, key=key, text=text, choices=bounds["expected"])
    elif kind == "too_long" and name == "sides":
        report.add(naming.TWO_SIDES, page, loc, key=True, count=len(value or ()))
    elif kind in ("too_short", "too_long") and isinstance(value, list) and value:
        number = bounds["min_length" if kind == "too_short" else "max_length"]
        report.add(shaping.WRONG_NUMBER, page, loc, key=True, count=len(value), what=name, number=number)
    elif kind == "too_long":
        report.add(shaping.WRONG_KIND, page, loc, key=True, kind=phrase(_ONE_SPEECH[0]), remedy=phrase(_ONE_SPEECH[1]))
    elif kind in ("string_too_short", "too_short") or (kind in _KINDS and value == ""):
        report.add(shaping.NO_TEXT, page, loc, key=True)
    elif kind == "string_pattern_mismatch" and name == "begins":
        report.add(shaping.NOT_A_CLOCK, page, loc, text=text)
    elif kind == "string_pattern_mismatch" and bounds["pattern"] in (DEGREES, PLACE):
        report.add(writing.NOT_DEGREES, page, loc, text=text)
    elif kind == "string_pattern_mismatch" and bounds["pattern"] == MOVE:
        report.add(shaping.NOT_A_NAME, page, loc, text=text, remedy=phrase("Write a move as TOPIC.MOVE."))
    elif kind == "string_pattern_mismatch":
        report.add(shaping.NOT_A_NAME, page, loc, key=key, text=text, remedy=comma)
    else:
        remedy = phrase(_REMEDIES[kind]) if kind in _REMEDIES else ""
        report.add(
            shaping.WRONG_KIND,
            page,
            loc,
            key=True,
            kind=phrase(_KINDS.get(kind, noted("written otherwise"))),
            remedy=remedy,
        )


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(each) for key, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value


def _leave_out(tree: Any, error: ErrorDetails) -> bool:
    """Take out the part of a copy that an error is about. False where nothing can be taken out."""
    loc = [step for step in error["loc"] if step != "[key]"]
    if error["type"] == "missing":
        if len(loc) == 1:
            tree[loc[0]] = STAND_INS[0]
            return True
        loc.pop()
    parents = [tree]
    for step in loc[:-1]:
        try:
            parents.append(parents[-1][step])
        except KeyError:
            return True  # It went with a part that was taken out before.
        except (IndexError, TypeError):
            break
    for parent, step in reversed(list(zip(parents, loc, strict=False))):
        if isinstance(parent, dict) and step in parent:
            if parent is tree and parent[step] in STAND_INS:
                return _next_stand_in(tree, step)
            del parent[step]
            return True
    return isinstance(parents[-1], dict)


def _next_stand_in(tree: Any, key: int | str) -> bool:
    number = STAND_INS.index(tree[key]) + 1
    if number < len(STAND_INS):
        tree[key] = STAND_INS[number]
    return number < len(STAND_INS)


@lru_cache(maxsize=32)
def _schema(model: type[BaseModel]) -> Mapping[str, Any]:
    return model.model_json_schema()


def _keys(model: type[BaseModel], loc: Loc) -> set[str]:
    """The keys that may stand in the mapping at a path."""
    schema = _schema(model)
    parts = [schema]
    for step in loc:
        parts = [inner for part in parts for inner in _inside(schema, part, step)]
    return {name for part in parts for each in _alternatives(schema, part) for name in each.get("properties", ())}


def _alternatives(schema: Mapping[str, Any], part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if reference := part.get("$ref"):
        part = schema["$defs"][reference.rpartition("/")[2]]
    yield part
    for each in part.get("anyOf", ()):
        yield from _alternatives(schema, each)


def _inside(schema: Mapping[str, Any], part: Mapping[str, Any], step: str | int) -> Iterator[Mapping[str, Any]]:
    for each in _alternatives(schema, part):
        if isinstance(step, int):
            if "items" in each:
                yield each["items"]
        elif step in each.get("properties", ()):
            yield each["properties"][step]
        else:
            yield from each.get("patternProperties", {}).values()
            if isinstance(each.get("additionalProperties"), dict):
                yield each["additionalProperties"]
