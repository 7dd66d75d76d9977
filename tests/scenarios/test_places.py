"""Conditions take the parts of a state by their place: the places must be the right ones."""

from game.engine.state import Deals, State
from game.scenarios import asking


def test_conditions_look_where_the_state_has_it() -> None:
    places = {name: getattr(asking, name.upper()) for name in ("minutes", "said", "made", "due", "answered", "meters")}
    assert places == {name: State._fields.index(name) for name in places}
    assert State._fields.index("deals") == asking.DEALS
    inner = {name: getattr(asking, name.upper()) for name in ("reach", "table", "grants")}
    assert inner == {name: Deals._fields.index(name) for name in inner}
