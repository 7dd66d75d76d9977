"""The facts of a debrief: they agree with the rules, with `analyze` and with `replay`."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.medals import judge
from game.engine.scenario import Scenario
from game.engine.scoring import worth
from game.places import data
from game.records.files import open_game
from game.records.record import HUMAN, Record
from game.records.replay import replay
from game.reports.dance import (
    CONCESSION,
    FORTUNATE,
    NICE,
    SELFISH,
    SILENT,
    UNFORTUNATE,
    kind_of,
)
from game.reports.debrief import Debrief, debrief
from game.reports.missed import DISAVOWED, NEVER_PUT, REFUSED
from game.scenarios.analyze import analyze
from game.session import Session, Unkept
from tests.reports.conftest import FOLDER
from tests.reports.played import played

RECORDED = ("as-recorded", "a-trade", "a-disavowal", "nothing-agreed", "small-things")


def recorded(meeting: Scenario, name: str) -> Debrief:
    return debrief(meeting, open_game(FOLDER / "games" / f"{name}.yaml"), name)


def ten(meeting: Scenario) -> list[Debrief]:
    """The five recorded games, and five between a person and a counterpart."""
    records: list[Record] = [open_game(FOLDER / "games" / f"{name}.yaml") for name in RECORDED]
    records += [played(meeting, seed, ("random", "dealmaker")) for seed in range(5)]
    return [debrief(meeting, record) for record in records]


@pytest.mark.parametrize(
    ("own", "other", "kind"),
    [
        (0, 0, SILENT), (0, 5, NICE), (5, 5, FORTUNATE), (5, 0, SELFISH), (5, -5, SELFISH), (-5, 5, CONCESSION),
        (-5, 0, CONCESSION), (0, -5, UNFORTUNATE), (-5, -5, UNFORTUNATE),
    ],
)  # fmt: skip
def test_a_step_is_named_by_what_it_changes_for_both(own: int, other: int, kind: str) -> None:
    assert kind_of(own, other) == kind


def test_the_figures_of_ten_games_are_those_of_the_rules_and_of_analyze(meeting: Scenario) -> None:
    found = analyze(meeting)
    for made in ten(meeting):
        log = [event for turn in made.turns for event in turn.events]
        assert made.result == judge(meeting, made.states[-1], log)
        assert made.course[-1].value == made.result.value
        assert made.result.reservation == found.reservation == made.field.reservation
        assert made.field.tonight == found.sets[2].rational_frontier
        assert made.field.all == found.sets[0].rational_frontier
        points = found.sets[2].points
        assert points is not None
        assert (made.field.nash, made.field.kalai_smorodinsky) == (points.nash, points.kalai_smorodinsky)
        assert [step.value for step in made.dance] == [_value_with(meeting, made, step.move) for step in made.dance]


def _value_with(meeting: Scenario, made: Debrief, move: int) -> tuple[int, int]:
    table = list(made.states[move - 1].deals.table)
    for issue, settlement in made.states[move].deals.tabled:
        table[issue] = settlement
    return worth(meeting, 0)(tuple(table)), worth(meeting, 1)(tuple(table))


def test_the_command_says_what_replay_says() -> None:
    for name in RECORDED:
        file = str(FOLDER / "games" / f"{name}.yaml")
        told = json.loads(CliRunner().invoke(main, ["debrief", file, "--json"]).output)
        again = json.loads(CliRunner().invoke(main, ["replay", file, "--json"]).output)
        for key in ("scenario", "moves", "finished", "minutes", "issues", "value", "medals"):
            assert told[key] == again[key], (name, key)


def test_the_nearest_missed_deal_of_a_refusal_names_the_word_and_the_minute(meeting: Scenario) -> None:
    lost = recorded(meeting, "nothing-agreed").missed
    assert lost is not None
    quarantine = next(number for number, issue in enumerate(meeting.issues) if issue.id == "quarantine")
    assert (lost.how, lost.side, lost.move, lost.minutes, lost.trouble[0]) == (REFUSED, 1, 14, 48, quarantine)


def test_words_that_were_all_said_and_never_put_are_a_missed_deal(meeting: Scenario) -> None:
    made = recorded(meeting, "as-recorded")
    best = made.result.medals[0].agreement.best
    assert made.missed is not None and best is not None
    assert made.missed.how == NEVER_PUT
    assert made.missed.gain == (best.value[0] - made.result.value[0], best.value[1] - made.result.value[1])


def test_a_deal_that_a_capital_took_back_is_the_one_that_was_missed(meeting: Scenario) -> None:
    lost = recorded(meeting, "a-disavowal").missed
    assert lost is not None
    assert (lost.how, lost.side) == (DISAVOWED, 0)


def test_the_debrief_of_a_game_file_says_how_to_sit_down_again_at_that_file() -> None:
    file = FOLDER / "games" / "nothing-agreed.yaml"
    told = CliRunner().invoke(main, ["debrief", str(file)]).output
    assert f"see-and-count play {file}, back " in told
    assert "see-and-count resume" not in told


def test_a_person_can_sit_down_again_where_the_deal_was_missed(meeting: Scenario) -> None:
    for made in ten(meeting):
        if made.missed is None:
            continue
        session = Session.follow(
            meeting, made.record, keep=Unkept(), at=made.missed.sit_down, seats=made.record.header.seats
        )
        assert session.count == made.missed.sit_down
        assert session.waits or made.missed.how == NEVER_PUT


def test_the_reason_of_a_counterpart_is_told_in_a_sentence_with_what_else_was_open(meeting: Scenario) -> None:
    session = Session.begin(meeting, ("dealmaker", HUMAN), seed=7, keep=Unkept())
    for _ in range(12):
        if session.waits:
            session.play(session.view(session.turn).moves[0])
        else:
            session.reply()
    made = debrief(meeting, session.record)
    assert made.answers
    own = [turn for turn in made.turns if turn.side == 0]
    assert [each.move for each in made.answers] == [turn.number for turn in own]
    for each in made.answers:
        assert each.why.endswith(".") and each.did and each.did not in each.otherwise


def test_the_settlement_of_history_is_a_point_and_the_evening_is_everything_open(meeting: Scenario) -> None:
    found = {each.id: each.outcome for each in recorded(meeting, "a-trade").field.references}
    assert found["november-20"].value == (7764, 6828)
    assert not any(found["evening"].table)


def test_every_question_has_its_end_and_every_end_its_source(meeting: Scenario) -> None:
    made = recorded(meeting, "a-trade")
    assert [each.issue for each in made.settled] == list(range(len(meeting.issues)))
    assert all(each.source for each in (*made.settled, *made.unknown))


def test_nothing_of_the_debrief_can_be_read_before_the_talks_are_over(meeting: Scenario) -> None:
    session = Session.begin(meeting, (HUMAN, HUMAN), seed=1, keep=Unkept())
    secret = [id_ for id_ in meeting.words if id_.startswith("debrief/")]
    assert secret
    assert not any(session.has_text(id_) for id_ in secret)


def test_a_form_has_a_debrief_of_its_own_questions() -> None:
    from game.scenarios.load import load

    lesson = load(data("dialogues") / "new-york-1962", "lesson").scenario
    assert lesson is not None
    made = debrief(lesson, played(lesson, 3))
    assert len(made.settled) == len(lesson.issues) == 4
    assert made.over


def test_a_game_that_is_not_over_is_debriefed_as_it_stands(meeting: Scenario) -> None:
    record = open_game(FOLDER / "games" / "a-trade.yaml")
    made = debrief(meeting, replace_rows(record, 10))
    assert not made.over
    assert len(made.turns) == 10
    assert replay(meeting, replace_rows(record, 10)).states == made.states


def replace_rows(record: Record, count: int) -> Record:
    return record._replace(rows=record.rows[:count])


def test_other_values_change_the_plot_and_not_the_flow(meeting: Scenario) -> None:
    record = open_game(FOLDER / "games" / "a-trade.yaml")
    heavier = replace(meeting, issues=tuple(replace(each, weight=(each.weight[0], 0)) for each in meeting.issues))
    one, other = debrief(meeting, record), debrief(heavier, record)
    assert one.flow == other.flow
    assert one.field.points != other.field.points


def test_the_smallest_change_that_would_have_altered_a_choice_is_told(meeting: Scenario) -> None:
    from game.reports.debrief import teller
    from game.reports.reasons import sentence

    tell = teller(meeting)
    told = sentence(meeting, tell, "too-little il28=halted 120/300 if trust +2")
    assert told == (
        "The package was worth +1.2 to it, and it wanted 3.0. The hardest part was Bombers: No further assembly while "
        "the talks go on. It would have done otherwise had trust been 2 higher."
    )
    changes = {
        "claims -1 il28": "had 1 fewer claims of the other side stood on Bombers.",
        "minutes +12": "12 minutes later.",
        "reach il28=halted": "had somebody put this in words: Bombers: No further assembly while the talks go on.",
        "value -250": "had the package been worth 2.5 less to it.",
        "opened warheads": "had somebody turned to The warheads.",
    }
    for change, words in changes.items():
        assert sentence(meeting, tell, f"unsaid if {change}").endswith(f"It would have done otherwise {words}")
    assert sentence(meeting, tell, "unsaid if without").endswith("No small change would have altered that.")
    assert sentence(meeting, tell, "") == ""
    assert sentence(meeting, tell, "sings il28") == "sings il28"
