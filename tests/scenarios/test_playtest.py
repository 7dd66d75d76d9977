"""`playtest`: games without people, and what is counted of them."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.authority import outcome
from game.engine.counterparts import NAMES
from game.engine.events import Closing
from game.engine.moves import Leave, Propose, Written, moves, read
from game.engine.play import next_state, start
from game.engine.scenario import END
from game.engine.scoring import worth
from game.engine.views import known
from game.records.files import open_game
from game.records.keeper import Unkept
from game.records.rehearsed import rehearsed
from game.records.replay import replay
from game.scenarios import playtest as testing
from game.scenarios.load import Loaded, load_files
from game.scenarios.playtest import game_seed, percentile, playtest
from game.scenarios.rehearse import RANDOM, Step, rehearse
from game.scenarios.tally import matters
from game.scenarios.unreached import NOT_SEEN, PROVED, REACHED, unreached
from game.session import Session
from game.speech.telling import Teller
from tests.fence import FILES, LINE, fence, files
from tests.small_scenario import small_files, write_files

GAMES = 150


@cache
def loaded() -> Loaded:
    return load_files(files())


@cache
def games() -> list[list[Step]]:
    """The games that a playtest with seed 7 plays, one by one."""
    return [list(rehearse(fence(), game_seed(7, number))) for number in range(GAMES)]


@cache
def found() -> Mapping[str, Any]:
    return playtest(loaded(), GAMES, 7).as_json()


def without_time(figures: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in figures.items() if key not in ("seconds", "choices_per_second")}


# Games


def texts(seed: int, seats: tuple[str, str] = (RANDOM, RANDOM)) -> list[str]:
    return [step.move.text for step in rehearse(fence(), seed, seats)]


def test_a_game_is_made_by_its_seed_and_who_plays() -> None:
    for seats in ((RANDOM, RANDOM), (NAMES[0], RANDOM), (RANDOM, NAMES[-1])):
        assert texts(5, seats) == texts(5, seats)
    assert texts(5) != texts(6)


def test_each_step_goes_on_where_the_last_one_led() -> None:
    for game in games()[:20]:
        assert game[0].before == start(fence())
        assert game[-1].after.node == END
        for before, after in pairwise(game):
            assert before.after == after.before
        for step in game:
            assert [move.text for move in step.offered] == [move.text for move in moves(fence(), step.before)]
            assert step.move in step.offered or isinstance(step.move, Propose)


def test_at_random_packages_are_tabled_too() -> None:
    tabled = sum(isinstance(step.move, Propose) for game in games() for step in game)
    assert tabled > GAMES / 4


@pytest.mark.parametrize("seats", [(NAMES[0], NAMES[1]), (NAMES[2], NAMES[2])])
def test_counterparts_rehearse_the_game_that_they_play_at_a_table(seats: tuple[str, str]) -> None:
    session = Session.begin(fence(), seats, seed=11, keep=Unkept())
    while not session.over:
        session.reply()
    assert [turn.move for turn in session.turns] == texts(11, seats)


# Figures


def test_the_object_has_the_keys_that_scripts_rely_on() -> None:
    assert list(found()) == [
        "scenario", "games", "choices", "seconds", "choices_per_second", "finished", "stuck", "minutes",
        "human_minutes", "moves", "unseen", "effective_choices", "packages", "endings", "value", "settled",
        "nodes", "unvisited", "stranded", "expected",
    ]  # fmt: skip
    assert set(found()["human_minutes"]) == {"p50", "p95"}
    assert set(found()["moves"]) == {"total", "seen"}
    assert set(found()["value"]["north"]) == {"mean", "p5", "p95"}


def test_figures_are_those_of_the_games_one_by_one() -> None:
    scenario = fence()
    last = [game[-1].after for game in games()]
    tables = [outcome(scenario, state).table for state in last]
    assert found()["games"] == found()["finished"] == GAMES
    assert found()["stuck"] == 0
    assert found()["choices"] == sum(map(len, games()))
    assert found()["minutes"] == round(sum(state.minutes for state in last) / GAMES, 1)
    assert found()["packages"] == len(set(tables))
    assert found()["endings"] == {"asked": 0, "passes": 0, "time": 0} | Counter(
        event.why for game in games() for step in game for event in step.events if isinstance(event, Closing)
    )
    for side, name in enumerate(("north", "south")):
        values = sorted(worth(scenario, side)(table) for table in tables)
        assert found()["value"][name]["mean"] == round(sum(values) / GAMES / 100, 2)
        assert found()["value"][name]["p5"] == values[-(-5 * GAMES // 100) - 1] / 100
        assert found()["value"][name]["p95"] == values[-(-95 * GAMES // 100) - 1] / 100
    for i, issue in enumerate(scenario.issues):
        stood = Counter(issue.settlements[table[i]].id for table in tables)
        shares = {each.id: round(stood[each.id] / GAMES, 5) for each in issue.settlements}
        assert found()["settled"][issue.id] == shares


def test_what_a_capital_disavows_was_never_settled() -> None:
    agreed = [step.after.deals.table[0] for game in games() for step in game[-1:]]
    assert agreed.count(2)
    assert found()["settled"]["fence"]["wall"] == 0


def test_a_person_reads_what_is_told_and_offered_and_takes_ten_seconds_a_decision() -> None:
    teller = Teller(fence().words.__getitem__, known(fence(), 0))
    seconds = []
    for game in games():
        for side in (0, 1):
            shown, decisions = [], 0
            for step in game:
                if fence().nodes[step.before.node].side == side:
                    decisions += 1
                    shown += [teller.label(move, side) for move in step.offered]
                events = [event for event in step.events if event.to in (None, side)]
                shown += [told.text for told in teller.tell(events)]
            seconds.append(len(" ".join(shown).split()) * 60 // 150 + decisions * 10)
    seconds.sort()
    assert found()["human_minutes"]["p50"] == round(seconds[GAMES - 1] / 60, 1)
    assert found()["human_minutes"]["p95"] == round(seconds[-(-95 * len(seconds) // 100) - 1] / 60, 1)


def test_a_scenario_may_leave_out_what_it_need_not_say() -> None:
    assert playtest(load_files(small_files()), 40).finished == 40


def test_moves_that_nobody_could_make_are_named() -> None:
    never = LINE.replace(
        "label: A wall would end it", "label: A wall would end it\n        when: trust > 1 and trust < 1"
    )
    figures = playtest(load_files(files(line=never)), 60).as_json()
    assert figures["unseen"] == ["line/map.wall"]
    assert figures["moves"] == {"total": 19, "seen": 18}


def test_of_a_move_that_was_never_made_it_is_said_whether_that_is_proved() -> None:
    never = LINE.replace(
        "label: A wall would end it", "label: A wall would end it\n        when: trust > 1 and trust < 1"
    )
    (proved,) = unreached(playtest(load_files(files(line=never)), 60))
    assert (proved.move, proved.way) == ("line/map.wall", ())
    assert proved.why in (PROVED, NOT_SEEN)
    few = playtest(loaded(), 1)
    told = unreached(few)
    assert [each.move for each in told] == few.unseen
    (way, move) = next((each.way, each.move) for each in told if each.why == REACHED)
    state = start(few.scenario)
    for text in way:
        state = next_state(few.scenario, state, read(few.scenario, state, text))
    assert way[-1] == move


def test_nodes_where_only_leave_was_left_are_named() -> None:
    bare = LINE.replace(
        "repeat: freely\n        goto: floor", "when: trust > 1\n        repeat: freely\n        goto: floor"
    )
    tested = playtest(load_files(files(line=bare)), 60)
    assert list(tested.stranded) == ["line/reply"]
    left = [
        isinstance(step.move, Leave) for number in range(60) for step in rehearse(tested.scenario, game_seed(0, number))
    ]
    assert tested.stranded["line/reply"] == sum(left) > 0


def test_the_way_to_a_fault_is_as_short_as_it_can_be() -> None:
    bare = LINE.replace(
        "repeat: freely\n        goto: floor", "when: trust > 1\n        repeat: freely\n        goto: floor"
    )
    tested = playtest(load_files(files(line=bare)), 60)
    ((fault, way),) = tested.faults()
    assert "line/reply" in fault
    assert len(way) <= len(tested.tally.ways[next(iter(tested.tally.stranded))])
    state = start(tested.scenario)
    for text in way:
        state = next_state(tested.scenario, state, read(tested.scenario, state, text))
    assert tested.scenario.nodes[state.node].id == "line/reply"
    assert [type(move) for move in moves(tested.scenario, state)] == [Leave]
    assert tested.as_json()["stranded"] == {"line/reply": {"times": tested.stranded["line/reply"], "way": list(way)}}


def test_nodes_are_counted_as_they_are_come_to() -> None:
    visits = Counter(fence().nodes[step.before.node].id for game in games() for step in game)
    tested = playtest(loaded(), GAMES, 7)
    assert {fence().nodes[node].id: count for node, count in tested.tally.visited.items()} == visits
    made = Counter(text for game in games() for text in {s.move.text for s in game if isinstance(s.move, Written)})
    bits = {move.bit.bit_length() - 1: move.text for move in fence().moves}
    assert {bits[bit]: count for bit, count in tested.tally.made.items()} == made
    assert tested.unvisited == []


def test_a_choice_matters_where_moves_lead_to_different_positions() -> None:
    scenario = fence()
    steps = [step for game in games() for step in game]
    at = {scenario.nodes[step.before.node].id: step for step in steps if len(step.offered) > 1}
    answer = next(
        step for step in steps if scenario.nodes[step.before.node].id == "line/answer" and len(step.offered) > 1
    )
    assert matters(scenario, at["table/floor-north"].before, at["table/floor-north"].offered)
    hold = [move for move in answer.offered if isinstance(move, Written) and not move.answers]
    assert not matters(scenario, answer.before, hold)


def test_a_game_that_does_not_end_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.scenarios.rehearse.MOVES_LIMIT", 2)
    figures: Any = playtest(loaded(), 20).as_json()
    assert (figures["finished"], figures["stuck"]) == (0, 20)
    assert figures["settled"]["fence"] == {"open": 0, "hedge": 0, "wall": 0, "ditch": 0}


def test_a_percentile_is_the_smallest_number_that_so_many_do_not_pass() -> None:
    assert [percentile(Counter(range(1, 101)), percent) for percent in (5, 50, 95)] == [5, 50, 95]
    assert percentile(Counter({3: 1}), 5) == 3
    assert percentile(Counter(), 50) == 0


# Anywhere


def test_rules_that_are_written_out_give_the_same_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.scenarios.rehearse.MANY", 1)
    assert without_time(playtest(loaded(), GAMES, 7).as_json()) == without_time(found())


def test_threads_and_batches_give_the_same_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testing, "BATCH", 40)
    alone = playtest(loaded(), GAMES, 7).as_json()
    assert without_time(alone) == {**without_time(found()), "effective_choices": alone["effective_choices"]}
    heard: list[int] = []
    with ThreadPoolExecutor(3) as executor:
        others = playtest(loaded(), GAMES, 7, executor=executor, progress=heard.append).as_json()
    assert without_time(others) == without_time(alone)
    assert heard == [40, 80, 120, 150]


@pytest.mark.slow
def test_processes_give_the_same_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testing, "BATCH", 40)
    seats = (RANDOM, NAMES[0])
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        others = playtest(loaded(), GAMES, 7, seats, executor=executor).as_json()
    assert without_time(others) == without_time(playtest(loaded(), GAMES, 7, seats).as_json())


@pytest.mark.slow
def test_hashes_change_nothing(tmp_path: Path) -> None:
    write_files(files(), tmp_path)
    command = [
        sys.executable,
        "-m",
        "game",
        "playtest",
        str(tmp_path),
        "--games",
        "60",
        "--as",
        "south=conceder",
        "--json",
    ]
    children = [
        subprocess.Popen(
            command,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "1")
    ]
    first, second = (without_time(json.loads(child.communicate()[0])) for child in children)
    assert first == second


# The command


@pytest.fixture(name="folder")
def a_folder(tmp_path: Path) -> str:
    write_files({name: text.encode() for name, text in FILES.items()}, tmp_path)
    return str(tmp_path)


def test_the_command_prints_one_object(folder: str) -> None:
    told = CliRunner().invoke(main, ["playtest", folder, "--games", "150", "--seed", "7", "--json"])
    assert told.exit_code == 0
    assert without_time(json.loads(told.stdout)) == {**without_time(found()), "unreached": []}


def test_the_command_prints_tables_and_says_who_played(folder: str) -> None:
    told = CliRunner().invoke(main, ["playtest", folder, "--games", "30", "--as", "north=hardliner"])
    assert told.exit_code == 0
    assert "north hardliner, south random" in told.stdout
    assert "none stuck" in told.stdout


def test_the_command_fails_where_a_game_was_stuck(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.scenarios.rehearse.MOVES_LIMIT", 2)
    assert CliRunner().invoke(main, ["playtest", folder, "--games", "5"]).exit_code == 1


def test_the_games_that_were_counted_can_be_written_and_replay_reads_them(
    folder: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seats = ("hardliner", RANDOM)
    to = tmp_path_factory.mktemp("games") / "class"
    wanted = ["playtest", folder, "--games", "12", "--seed", "3", "--as", "north=hardliner", "--to", str(to)]
    told = CliRunner().invoke(main, wanted)
    assert told.exit_code == 0
    files = sorted(to.iterdir())
    assert [file.name for file in files] == [f"game-{number:02}.yaml" for number in range(1, 13)]
    for number, file in enumerate(files):
        record = open_game(file)
        assert record.header.seats == seats
        assert [row.move for row in record.rows] == texts(game_seed(3, number), seats)
        again = replay(fence(), record)
        assert again.stopped is None
        assert again.states[-1].node == END
    again_there = CliRunner().invoke(main, wanted)
    assert again_there.exit_code == 1 and "games of two playtests would mix" in again_there.stderr
    assert sorted(to.iterdir()) == files


def test_a_written_game_has_the_reasons_that_it_would_have_at_a_table() -> None:
    seats = (NAMES[0], NAMES[1])
    session = Session.begin(fence(), seats, seed=11, keep=Unkept())
    while not session.over:
        session.reply()
    assert rehearsed(fence(), 11, seats).rows == session.record.rows


@pytest.mark.parametrize(
    ("seats", "why"),
    [
        (["north"], "is not written SIDE=NAME"),
        (["east=random"], "there is no side 'east'"),
        (["north=nobody"], "there is no counterpart 'nobody'"),
        (["north=random", "north=hardliner"], "is played by two"),
    ],
)
def test_wrong_seats_are_wrong_use(folder: str, seats: list[str], why: str) -> None:
    options = [part for seat in seats for part in ("--as", seat)]
    told = CliRunner().invoke(main, ["playtest", folder, *options])
    assert told.exit_code == 2
    assert why in told.stderr
