"""Plain mode in the language that nobody speaks: no word of our own is left in English."""

import io
from collections.abc import Iterable
from functools import lru_cache

import pytest

from game.engine.scenario import Scenario
from game.places import data
from game.plain import COMMANDS, PlainTable
from game.plain.words import AFTER
from game.scenarios.load import load
from game.session import HUMAN, Session, Unkept
from tests.pseudo import in_pseudo, plain_words, speaking_pseudo

TYPED = (
    [word for word in COMMANDS if word not in ("quit", "propose", "recess", "back", "argue")]
    + ["papers T 1B", "papers NONE", "what xyzzy", "brief other", "brief what", "said 10"]
    + ["99", "it=nothing", "xyzzy plugh", "argue", "argue xyzzy", "propose", "0", "recess", "0", "back", "back 999"]
)
"""Everything that can be asked for at a table, and everything that is no use there."""


@lru_cache(maxsize=1)
def new_york() -> Scenario:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    return in_pseudo(scenario)


def sit_down(lines: Iterable[str], seats: tuple[str, str]) -> tuple[str, Session]:
    with speaking_pseudo():
        session = Session.begin(new_york(), seats, seed=3, keep=Unkept(), language="qq")
        out = io.StringIO()
        table = PlainTable(session, io.StringIO("".join(f"{line}\n" for line in lines)), out)
        assert table.play() == 0
    return out.getvalue(), table.session


def tags() -> set[str]:
    """Where lines come from, and the names of moves: no words of a language."""
    scenario = new_york()
    lines = [line for move in scenario.moves for line in (*move.lines, *(move.again.lines if move.again else ()))]
    return {part.strip() for line in lines for part in (*line.source.split(";"), line.source)}


@pytest.mark.parametrize("seats", [(HUMAN, "logroller"), ("hardliner", HUMAN), (HUMAN, HUMAN)])
def test_nothing_that_is_said_at_a_table_is_left_in_english(seats: tuple[str, str]) -> None:
    typed: list[str] = []
    for number in range(24):
        typed += [*TYPED, str(number % 4 + 1)] if number % 12 == 0 else [str(number % 3 + 1), "1", "1"]
    typed += ["1"] * 200 + [*AFTER[:-2], "back 1 2 3", "xyzzy"]
    text, session = sit_down(typed, seats)
    assert session.over
    allowed = [*COMMANDS, *AFTER, *tags(), "see-and-count resume unkept --plain", "new-york-1962"]
    allowed += ["unkept", "xyzzy", "plugh", "NONE", "it=nothing"]
    assert sorted(set(plain_words(text, allowed))) == []
