"""What conditions ask for is what the position says."""

import pytest

from game.engine.issues import OPEN
from game.engine.play import start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.scenarios.asking import Flags, Standpoint
from game.scenarios.files import read_files
from game.scenarios.load import load_files
from game.scenarios.names import Names
from game.scenarios.pages import Report
from tests.small_scenario import small_files, small_scenario


def asked(text: str, state: State, of: Scenario | None = None) -> bool:
    """Whether a condition holds for a move of the vale in the topic `well`."""
    scenario = of or small_scenario(("topics/well.yaml", "when: claimed.old-right or trust > 1", f"when: {text}"))
    move = next(each for each in scenario.moves if each.text == "well/demand.half")
    assert move.when is not None
    return move.when.test(state)


@pytest.fixture(name="begun")
def a_position() -> State:
    return start(small_scenario())


def bit(text: str) -> int:
    return next(each.bit for each in small_scenario().moves if each.text == text)


def test_said_names_a_move_of_the_topic_or_of_another(begun: State) -> None:
    right, thanks = bit("well/demand.right"), bit("opening/greet.thanks")
    assert asked("said.right", begun._replace(said=right))
    assert not asked("said.right", begun._replace(said=thanks))
    assert asked("said.opening.thanks", begun._replace(said=thanks))


def test_claims_are_made_stand_and_are_answered(begun: State) -> None:
    pending = begun._replace(made=0b10)
    standing = pending._replace(due=0b10)
    answered = standing._replace(answered=0b10)
    for state, expected in (
        (begun, (False, False, False)),
        (pending, (True, False, False)),
        (standing, (True, True, False)),
        (answered, (True, False, True)),
    ):
        found = tuple(asked(f"{kind}.old-right", state) for kind in ("claimed", "stands", "answered"))
        assert found == expected


def test_issues_stand_somewhere(begun: State) -> None:
    settled = begun._replace(deals=begun.deals._replace(table=(2, OPEN)))
    assert asked("open.road and not open.well", settled)
    assert asked("at.well.half and at.road.open", settled)
    assert not asked("at.well.hours", settled)


def test_settlements_come_within_reach(begun: State) -> None:
    reached = begun._replace(deals=begun.deals._replace(reach=0b1000))
    assert asked("reach.road.free", reached)
    assert not asked("reach.road.toll", reached)


def test_only_the_capital_of_the_side_in_turn_can_be_asked_for(begun: State) -> None:
    granted = begun._replace(deals=begun.deals._replace(grants=(0, 0b10)))
    assert asked("granted.well.half", granted)
    assert not asked("granted.well.half", granted._replace(deals=granted.deals._replace(grants=(0b10, 0))))


def test_a_mood_knows_no_capital() -> None:
    loaded = load_files(small_files(("scenario.yaml", "cold: trust < 0", "cold: granted.well.half")))
    assert [each.code for each in loaded.findings] == ["E043"]


def test_numbers_are_meters_and_the_clock(begun: State) -> None:
    late = begun._replace(minutes=52, meters=(-2,))
    assert asked("minutes == 52 and left == 8 and trust == -2", late)
    assert asked("left == 0", begun._replace(minutes=70))


def test_every_flag_that_is_listed_can_be_asked_for(begun: State) -> None:
    report = Report()
    names = Names(read_files(small_files(), report), report)
    for side in (-1, 0):
        flags = Flags(names, Standpoint("well", side))
        assert len(flags) == len(set(flags))
        tests = [flags[name].test for name in flags]
    assert all(test(begun) in (True, False) for test in tests)
