"""The seventy-two documented arguments: each is a move, or could not be made that evening and says why.

They stand in arguments.yaml. An argument of a later day may be one of ours only where its facts were
known on 5 November; then it is marked `nearby` and names its document.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.engine.scenario import Scenario, Written

ARGUMENTS: dict[int, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "arguments.yaml").read_text("utf-8"))
OF_THIS_MEETING = range(1, 26)
MADE = [number for number, each in ARGUMENTS.items() if "left-out" not in each]
LEFT_OUT = [number for number, each in ARGUMENTS.items() if "left-out" in each]


@dataclass(frozen=True)
class Made:
    """A move that carries an argument."""

    move: Written
    side: str

    @property
    def sources(self) -> list[str]:
        """The documents that it names."""
        return [tag.strip() for tag in self.move.source.split(";")]


def carried(meeting: Scenario, names: list[str]) -> list[Made]:
    by_name = {move.text: move for move in meeting.moves}
    return [Made(by_name[name], meeting.sides[by_name[name].side].id) for name in names]


def test_there_are_seventy_two_of_them() -> None:
    assert list(ARGUMENTS) == list(range(1, 73))


@pytest.mark.parametrize("number", MADE)
def test_an_argument_is_a_move_of_the_side_that_used_it(meeting: Scenario, number: int) -> None:
    each = ARGUMENTS[number]
    assert [made.side for made in carried(meeting, each["moves"])] == [each["side"]] * len(each["moves"])


@pytest.mark.parametrize("number", MADE)
def test_it_is_marked_as_documented_and_names_its_document(meeting: Scenario, number: int) -> None:
    each = ARGUMENTS[number]
    for made in carried(meeting, each["moves"]):
        assert made.move.basis in ("record", "nearby"), made.move.text
        assert set(made.sources) & set(each["source"]), made.move.text


@pytest.mark.parametrize("number", OF_THIS_MEETING)
def test_what_the_telegram_reports_is_marked_as_the_record(meeting: Scenario, number: int) -> None:
    each = ARGUMENTS[number]
    reported = all(tag.startswith("T ") for tag in each["source"])
    assert {made.move.basis for made in carried(meeting, each["moves"])} == {"record" if reported else "nearby"}


@pytest.mark.parametrize("number", LEFT_OUT)
def test_what_was_impossible_that_evening_says_why_and_has_no_move_of_its_own(meeting: Scenario, number: int) -> None:
    each = ARGUMENTS[number]
    assert each["left-out"].endswith(".")
    assert "moves" not in each
    for made in carried(meeting, each["kin"]):
        assert made.move.basis == "invented" or not set(made.sources) & set(each["source"]), made.move.text
