"""What lies on the map: the marks of a scenario's map that were spoken of so far, in the order in which they were."""

from collections.abc import Iterable
from typing import NamedTuple

from game.session import Session
from game.speech.gate import clean
from game.terminal import draws
from game.tui.raster import Point
from game.tui.widgets.sea import Mark, View

TEXT = 400
"""Characters of a text on the map."""
SIGNS = {"ship": ("▴", "^"), "place": ("●", "*"), "route": ("┈", "-")}
"""By kind, drawn and plain."""


class Mapped(NamedTuple):
    """Something that was spoken of and has a place."""

    number: int
    """By which the map and the words beside it name it."""
    sign: str
    title: str
    says: str
    source: str
    ours: bool
    """Whether no paper says where it is."""
    points: tuple[Point, ...]
    route: bool

    def marks(self) -> Iterable[Mark]:
        """As it lies on the sea: a route is one line, ships lie each at a point."""
        ink = ".second-side" if self.sign in SIGNS["ship"] else ".lamp"
        if self.route:
            yield Mark(str(self.number), self.points, ink)
        else:
            for number, point in enumerate(self.points):
                yield Mark(f"{self.sign}{self.number}", (point,), ink, brief=self.sign if number else "")


def has_map(session: Session) -> bool:
    """Whether the scenario has a map."""
    return session.has_text("map:coast")


def window(session: Session) -> tuple[str, View]:
    """The coast, and what of it is shown."""
    return session.text("map:coast"), View(*map(float, session.text("map:shows").split()))


def mapped(session: Session) -> list[Mapped]:
    """Everything that was spoken of, the first first. Nobody sees on it what was not said aloud."""
    if not has_map(session):
        return []
    waiting = {id: session.text(f"map/{id}:said").split() for id in session.text("map:marks").split()}
    found: list[Mapped] = []
    for turn in session.turns:
        said = _name(turn.move)
        for id in [id for id, moves in waiting.items() if said in moves]:
            del waiting[id]
            found.append(_mapped(session, id, len(found) + 1))
    return found


def _name(move: str) -> str:
    """A written move as a map names it, by topic and move; the empty text for every other."""
    topic, slash, rest = move.partition("/")
    return f"{topic}.{rest.rpartition('.')[2]}" if slash else ""


def _mapped(session: Session, id: str, number: int) -> Mapped:
    def text(name: str) -> str:
        return clean(session.text(f"map/{id}:{name}"), TEXT)

    degrees = [float(each) for each in text("at").split()]
    points = tuple(zip(degrees[::2], degrees[1::2], strict=True))
    sign = SIGNS[text("sign")][not draws()]
    ours = text("placed") == "ours"
    return Mapped(number, sign, text("title"), text("says"), text("source"), ours, points, text("sign") == "route")
