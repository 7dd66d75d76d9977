"""Every phrase of the program, found in its sources, for whoever translates the screens.

The sources are read and not run: so a phrase is found wherever it stands, also where no test and no player comes.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from game import card
from game.phrases import id_of
from game.places import data
from game.scenarios.plurals import plurals, rows
from game.scenarios.strings import SLOT, Text
from game.speech.rules import PAGE

SOURCES = Path(__file__).resolve().parent.parent
"""The program's own folder."""

HELP_NOTE = "Help of a command: keep what is typed."
KEY_NOTE = "Stands at the foot of the screen: as short as can be."
BINDING = ("description", "tooltip")
"""What of a key is shown: a word at the foot of the screen, a sentence in the help."""


_LETTERS = re.compile(r"[A-Za-z]{2}|^[a-z]$")


class Found(NamedTuple):
    """A phrase as it stands in a source."""

    text: str
    many: str
    """What is said with none or several; the empty text where no number changes it."""
    sense: str
    note: str
    place: str
    """The module, with slashes, and what it is."""


def texts() -> Iterator[Text]:
    """Every phrase as a translator is given it."""
    found: dict[str, Text] = {}
    for each in phrases():
        text = _text_of(each)
        found.setdefault(text.id, text)
    yield from found.values()


def words(language: str = "en") -> Mapping[str, str]:
    """The English of each phrase by its id, and of each form that a language has of it."""
    return {each.id: each.text for each in rows(texts(), plurals(language))}


def _text_of(found: Found) -> Text:
    context = f"{found.place} ({found.sense})" if found.sense else found.place
    said = found.many or found.text
    return Text(id_of(said, found.sense), "", context, _note(found.note, said), found.text, found.many)


def _note(note: str, text: str) -> str:
    slots = sorted(set(SLOT.findall(text)))
    notes = [f"Keep {' and '.join(slots)}."] if slots else []
    notes += ["Keep the space at its end."] if text.endswith(" ") else []
    return " ".join([*notes, *([note] if note else [])])


@lru_cache(maxsize=1)
def phrases() -> tuple[Found, ...]:
    """Every phrase in every source, in the order of the sources; the page on how to play; names on maps."""
    sources = (each for path in sorted(SOURCES.rglob("*.py")) for each in in_source(path))
    title = Found(card.SAYS, "", "", "", "card: The sentence under the title.")
    coasts = (each for path in sorted(data("assets").glob("*.txt")) for each in on_map(path))
    return (title, *sources, *in_page(data("assets") / PAGE), *coasts)


def on_map(path: Path) -> Iterator[Found]:
    """The names that a file of coasts puts on sea and land."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("name "):
            yield Found(line.removeprefix("name ").strip(), "", "", "On the map: as short as can be.", path.name)


def in_page(path: Path) -> Iterator[Found]:
    """Each paragraph of a page of Markdown."""
    for paragraph in path.read_text("utf-8").strip().split("\n\n"):
        yield Found(paragraph, "", "", "Markdown: keep the signs around words.", path.name)


def in_source(path: Path) -> Iterator[Found]:
    """The phrases of one source."""
    tree = ast.parse(path.read_text("utf-8"))
    about = (ast.get_docstring(tree) or "").partition("\n")[0]
    place = f"{path.relative_to(SOURCES).with_suffix('').as_posix()}: {about}"
    nodes = [*ast.walk(tree)]
    calls = (node for node in nodes if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        yield from _in_call(call, place)
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            yield Found(ast.get_docstring(node) or "", "", "", HELP_NOTE, place)


def _is_command(decorator: ast.expr) -> bool:
    """Whether a function is a command, whose docstring is its help."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in ("command", "group")


def _in_call(call: ast.Call, place: str) -> Iterator[Found]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "option":
        helps = (each.value for each in call.keywords if each.arg == "help")
        yield from (Found(text, "", "", HELP_NOTE, place) for each in helps for text in _constants(each))
    sense = next((_text(each.value) for each in call.keywords if each.arg == "sense"), "")
    if name in ("phrase", "noted"):
        for text in _constants(call.args[0]):
            for part in text.split("\t"):  # help sets a mark apart from its meaning by a tab
                if _LETTERS.search(part):
                    yield Found(part, "", sense, "", place)
    elif name == "counted":
        for one, many in zip(_constants(call.args[1]), _constants(call.args[2]), strict=True):
            yield Found(one, many, sense, "", place)
    elif name in ("NotAMove", "Column"):  # whoever shows them, says them as phrases
        yield from (Found(text, "", "", "", place) for text in _constants(call.args[1]))
    elif name == "ConditionError":
        yield from (Found(text, "", "", "", place) for text in _constants(call.args[0]))
    elif name == "Definition":  # whoever finds it, says it as a phrase
        yield from (Found(text, "", "", "", place) for each in call.args[1:4] for text in _constants(each))
    elif name == "Binding":
        shown = [*call.args[2:3], *(each.value for each in call.keywords if each.arg in BINDING)]
        for number, each in enumerate(shown):
            yield from (Found(text, "", "", "" if number else KEY_NOTE, place) for text in _constants(each) if text)


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts of an expression: one, either of two, or all of a table, of which the names stand for no text."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _constants(body)
            yield from _constants(other)
        case ast.Dict(values=values):
            for each in values:
                yield from _constants(each)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Call(args=parts):
            for each in parts:
                yield from _constants(each)


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value
