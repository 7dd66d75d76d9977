"""A scenario read in a process of its own is the scenario, and nothing of the reading stays here."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.conditions import Condition
from game.engine.moves import moves
from game.engine.play import next_state, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.scenarios import apart
from game.scenarios.load import load, load_files
from game.scenarios.loaded import NoSuchForm
from tests.small_scenario import small_files, write_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(small_files(), tmp_path / "villages")
    return tmp_path / "villages"


@pytest.fixture
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other Python can be had."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")


def conditions(scenario: Scenario) -> list[Condition]:
    found = [move.when for move in scenario.moves] + [way.when for move in scenario.moves for way in move.goto]
    found += [each.when for side in scenario.asks for each in side] + [when for _, when in scenario.moods]
    return [each for each in found if each is not None]


def positions(scenario: Scenario) -> list[State]:
    """Every third position of a walk that takes what is offered in turn."""
    state, found = start(scenario), []
    for number in range(120):
        offered = list(moves(scenario, state))
        if not offered:
            break
        found.append(state)
        state = next_state(scenario, state, offered[number % len(offered)])
    return found


def test_it_is_the_scenario_that_would_have_been_read_here(folder: Path) -> None:
    theirs, ours = apart.load(folder), load(folder)
    assert theirs.scenario is not None
    assert ours.scenario is not None
    assert (theirs.findings, theirs.files, theirs.forms) == (ours.findings, ours.files, ours.forms)
    assert (theirs.scenario.rules, theirs.scenario.wording) == (ours.scenario.rules, ours.scenario.wording)
    assert theirs.scenario.words == ours.scenario.words
    assert [move.text for move in theirs.scenario.moves] == [move.text for move in ours.scenario.moves]


def test_its_conditions_hold_where_they_held(folder: Path) -> None:
    theirs, ours = apart.load(folder).scenario, load(folder).scenario
    assert theirs is not None
    assert ours is not None
    pairs = list(zip(conditions(theirs), conditions(ours), strict=True))
    assert pairs
    states = [each._replace(meters=(trust,)) for each in positions(ours) for trust in (-1, 0, 2)]
    for one, other in pairs:
        assert [bool(one.test(state)) for state in states] == [bool(other.test(state)) for state in states]


def test_a_game_goes_the_same_way_in_it(folder: Path) -> None:
    theirs, ours = apart.load(folder).scenario, load(folder).scenario
    assert theirs is not None
    assert ours is not None
    assert positions(theirs) == positions(ours)


def test_what_is_found_wrong_comes_with_it(tmp_path: Path) -> None:
    files = small_files(("topics/well.yaml", "goto: road/speak", "goto: road/speek"))
    found = apart.load_files(files)
    assert found.scenario is None
    assert found.findings == load_files(files).findings


def test_a_form_that_is_not_there_is_said_as_ever() -> None:
    with pytest.raises(NoSuchForm, match="there is no form 'ballet'"):
        apart.load_files(small_files(), "ballet")


def test_where_no_other_python_can_be_had_it_is_read_here(folder: Path, nobody_else: None) -> None:
    assert replace(apart.load(folder), scenario=None) == replace(load(folder), scenario=None)


def test_the_folder_in_which_somebody_plays_has_no_say_in_what_is_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "yaml", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('was-here', 'w').close()")
    monkeypatch.chdir(tmp_path)
    assert apart.load(folder).scenario is not None
    assert not (tmp_path / "was-here").exists()
