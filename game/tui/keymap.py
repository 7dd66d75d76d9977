"""Keys as somebody has them: every binding by its id, and what is wrong with the keys in the settings.

Only somebody who has changed keys pays for this: to know every id, every screen must be imported.
"""

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys
from textual.widget import Widget

import game.tui.screens
import game.tui.widgets
from game.phrases import phrase
from game.speech.gate import clean
from game.tui.screens.page import Page
from game.tui.screens.room import RoomPage
from game.tui.widgets.choices import DIGITS, Choices
from game.tui.widgets.talk import Talk

NAMED = {
    **{"?": "question_mark", "/": "slash", ",": "comma", ".": "full_stop", "-": "minus", "+": "plus", "*": "asterisk"},
    **{";": "semicolon", ":": "colon", "!": "exclamation_mark", "=": "equals_sign", "#": "number_sign"},
}
"""Keys that Textual knows by a longer name than the one printed on them."""

KNOWN = {key.value for key in Keys} | set(NAMED.values())


class Bound(NamedTuple):
    """Something that a key does on a page."""

    id: str
    keys: tuple[str, ...]
    does: str


def own(kind: type) -> Iterator[Binding]:
    """The bindings that a class declares itself, one for each key."""
    for each in vars(kind).get("BINDINGS", ()):
        yield from Binding.make_bindings([each])


def pages() -> list[type[Page[object]]]:
    """Every kind of page."""
    for package in (game.tui.screens, game.tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            import_module(module.name)
    found = [kind for kind in _below(Page) if issubclass(kind, Page)]
    return sorted(set(found), key=lambda page: page.__name__)


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("game."):
            yield each
        yield from _below(each)


def bound(kind: type[Widget] | type[App[None]]) -> dict[str, Bound]:
    """What the keys of a class do, by id, those that it has from our other classes too."""
    found: dict[str, Bound] = {}
    for each in reversed(kind.__mro__):
        if each.__module__.startswith("game."):
            mine: dict[str, Bound] = {}
            for binding in own(each):
                if binding.id:
                    keys = mine[binding.id].keys if binding.id in mine else ()
                    mine[binding.id] = Bound(binding.id, (*keys, binding.key), binding.tooltip or binding.description)
            found |= mine
    return found


def of_page(page: type[Page[object]], app: type[App[None]]) -> dict[str, Bound]:
    """Everything that keys do while a page is shown and nobody types on it."""
    lists = bound(Choices) if page.LISTS else {}
    talk = bound(Talk) if issubclass(page, RoomPage) else {}
    return bound(app) | lists | talk | bound(page)


def places(app: type[App[None]]) -> list[dict[str, Bound]]:
    """What keys do in every place where there are some: on a page, or in a line to type in."""
    kinds = pages()
    lines = [kind for kind in _below(Widget) if "BINDINGS" in vars(kind) and not issubclass(kind, Page)]
    return [of_page(page, app) for page in kinds] + [bound(app) | bound(kind) for kind in lines]


def normal(key: str) -> str:
    """A key by the name that Textual has for it; empty where there is no such key."""
    *held, last = [part.strip() for part in key.replace("++", "+plus").split("+")] if len(key) > 1 else [key]
    name = NAMED.get(last, last if len(last) == 1 else last.lower())
    good = all(each in ("ctrl", "alt", "shift", "super") for each in held)
    good = good and (name in KNOWN or (len(name) == 1 and name.isalnum()))
    return "+".join([*held, name]) if good else ""


def fitted(keys: Mapping[str, str], app: type[App[None]]) -> tuple[dict[str, str], list[str]]:
    """The keys of the settings that can be used, and a sentence for each that cannot."""
    there = places(app)
    ids = sorted({id for each in there for id in each})
    good: dict[str, str] = {}
    faults: list[str] = []
    for id, text in keys.items():
        if id not in ids:
            faults.append(
                phrase("Keys: nothing is called '{id}'. There are {ids}.", id=clean(id, 64), ids=", ".join(ids))
            )
            continue
        wanted = [normal(each) for each in text.split(",")]
        if not all(wanted):
            faults.append(
                phrase(
                    "Keys: '{text}' for {id} is not a key. Write one as o, ctrl+o, f5 or pageup.",
                    text=clean(text, 64),
                    id=id,
                )
            )
        elif taken := next((each for each in wanted if each in DIGITS), ""):
            faults.append(
                phrase("Keys: {taken} cannot be the key of {id}: digits choose from lists.", taken=taken, id=id)
            )
        else:
            good[id] = ",".join(wanted)
    # What is given up falls back to its usual key, which may clash in turn: so until nothing does.
    while clash := _clash(good, there):
        id, key, other = clash
        del good[id]
        faults.append(
            phrase(
                "Keys: {key} cannot be the key of {id}: on the same screen it is the key of {other}.",
                key=key,
                id=id,
                other=other,
            )
        )
    return good, faults


def _clash(changed: Mapping[str, str], there: Sequence[Mapping[str, Bound]]) -> tuple[str, str, str] | None:
    """Something whose new key does something else in one of its places: of two new ones, the later."""
    order = list(changed)
    for number, id in enumerate(order):
        for page in there:
            for other in page.values() if id in page else ():
                theirs = changed[other.id].split(",") if other.id in changed else other.keys
                both = set(changed[id].split(",")) & set(theirs)
                if both and other.id != id and other.id not in order[number + 1 :]:
                    return id, min(both), other.id
    return None
