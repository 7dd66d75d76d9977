"""A form is a smaller scenario made from the same files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import limits
from game.engine.counterparts import NAMES
from game.engine.moves import moves, read
from game.engine.play import next_state, start
from game.engine.scenario import Scenario
from game.engine.scoring import reservation
from game.places import data
from game.scenarios.check import check
from game.scenarios.forms import NOTHING, LeftOut, rescaled
from game.scenarios.load import Loaded, NoSuchForm, load, load_files
from game.scenarios.playtest import percentile, playtest
from game.scenarios.rehearse import RANDOM, rehearse
from game.scenarios.tally import WORDS_A_MINUTE
from game.speech.figures import hundredths
from tests.small_scenario import Change, small_files, small_scenario

TOPICS = "topics: [opening, well, road, closing]\n"
FORM = "forms: {short: {title: In short, issues: [well], topics: [well], moves: 12, minutes: 30, briefs: short}}\n"
DECLARED: Change = ("scenario.yaml", TOPICS, TOPICS + FORM)
BRIEFS = {f"briefs/{side}-short.md": f"# In short, {side}\n".encode() for side in ("hill", "vale")}
NEW_YORK = data("dialogues") / "new-york-1962"


def loaded(*changes: Change, form: str = "short", declared: Change = DECLARED) -> Loaded:
    return load_files(small_files(declared, *changes) | BRIEFS, form)


def short(*changes: Change) -> Scenario:
    found = loaded(*changes)
    assert found.scenario is not None, found.findings
    return found.scenario


@pytest.fixture(scope="module")
def lesson() -> Loaded:
    return load(NEW_YORK, "lesson")


def test_the_whole_is_what_it_was_before_a_form_was_declared() -> None:
    whole = load_files(small_files(DECLARED) | BRIEFS)
    assert whole.scenario is not None
    assert whole.forms == {"short": "In short"}
    assert whole.findings == ()
    before = small_scenario()
    assert (whole.scenario.rules, whole.scenario.wording) == (before.rules, before.wording)
    assert (whole.scenario.form, whole.scenario.most_moves) == ("", 0)


def test_a_form_is_a_scenario_of_the_same_name_with_other_rules() -> None:
    form = short()
    assert (form.id, form.form, form.talk) == ("two-villages", "short", 30)
    assert form.rules != small_scenario().rules
    assert form.words["scenario:form"] == "In short"
    assert short().rules == form.rules


def test_what_is_left_out_is_nowhere_in_it() -> None:
    form = short()
    assert [issue.id for issue in form.issues] == ["well"]
    assert [topic.id for topic in form.topics] == ["well", "closing"]
    assert form.links == form.impossible == ()
    assert not [id_ for id_ in form.words if "road" in id_]
    assert "road" in " ".join(small_scenario().words)


def test_a_move_that_leads_to_a_left_out_topic_is_left_out() -> None:
    assert "well/answer.no-deed" not in [move.text for move in short().moves]
    assert "well/answer.mean-half" in [move.text for move in short().moves]


def test_a_move_that_speaks_of_left_out_questions_alone_is_left_out() -> None:
    both = ("topics/well.yaml", "reach: {well: hours}", "reach: {well: hours, road: toll}")
    alone = ("topics/well.yaml", "reach: {well: hours}", "reach: {road: toll}")
    hours = next(move for move in short(both).moves if move.text == "well/press.hours")
    assert hours.reach == short().issues[0].settlements[1].bit
    assert "well/press.hours" not in [move.text for move in short(alone).moves]


def test_what_a_move_claims_is_left_out_with_the_topic_that_declares_it() -> None:
    declared = ("topics/road.yaml", "argues: road\n", "argues: road\nclaims: {dry-summer: The summer will be dry}\n")
    form = short(("topics/well.yaml", "  dry-summer: The summer will be dry\n", ""), declared)
    dry = next(move for move in form.moves if move.text == "well/press.dry")
    assert dry.claims == 0
    assert "dry-summer" not in [claim.id for claim in form.claims]


def test_without_the_opening_the_talks_begin_on_the_floor() -> None:
    assert short().nodes[short().start].id == "table/floor-hill"
    kept = (DECLARED[0], DECLARED[1], DECLARED[2].replace("topics: [well],", "topics: [opening, well],"))
    with_opening = loaded(declared=kept).scenario
    assert with_opening is not None
    assert with_opening.nodes[with_opening.start].id == "opening/greet"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("open.road", True),
        ("at.road.open", True),
        ("at.road.toll", False),
        ("reach.road.free", False),
        ("not said.road.mend and open.road", True),
        ("said.road.mend or granted.road.free", False),
        ("said.no-deed", False),
    ],
)
def test_a_condition_hears_that_nobody_ever_spoke_of_what_is_left_out(condition: str, holds: bool) -> None:
    form = short(("topics/well.yaml", "claimed.old-right or trust > 1", condition))
    state = next_state(form, start(form), read(form, start(form), "pass"))
    state = next_state(form, state, read(form, state, "open well"))
    assert ("well/demand.half" in [move.text for move in moves(form, state)]) is holds


def test_what_home_would_allow_only_for_something_left_out_it_never_allows() -> None:
    form = short(("issues.yaml", "hill: claimed.old-right and trust > 0", "hill: reach.road.toll"))
    assert form.authority[0, 2] == (False, True)
    assert form.asks == ((), ())
    assert len(short().asks[0]) == 1


def test_weights_and_links_are_enlarged_alike() -> None:
    link = ("issues.yaml", "- when: {well: [hours, half], road: [toll]}", "- when: {well: [hours], road: [open, toll]}")
    form = short(link)
    assert form.issues[0].weight == (100, 100)
    assert [(each.combination.when, each.value) for each in form.links] == [(((0, 2),), (2, 4))]


def test_an_exception_that_always_holds_takes_a_combination_away() -> None:
    always = (
        "issues.yaml",
        "  - when: {road: [free]}\n    unless: {well: [half]}",
        "  - when: {well: [half]}\n    unless: {road: [open]}",
    )
    never = (
        "issues.yaml",
        "  - when: {road: [free]}\n    unless: {well: [half]}",
        "  - when: {well: [half]}\n    unless: {road: [toll]}",
    )
    assert short(always).impossible == ()
    assert [(each.when, each.unless) for each in short(never).impossible] == [(((0, 4),), ())]


def test_points_that_must_be_raised_are_those_that_can_be() -> None:
    change = DECLARED[2].replace("issues: [well], topics: [well]", "issues: [road], topics: [road]")
    road = loaded(declared=(DECLARED[0], DECLARED[1], change)).scenario
    assert road is not None
    assert road.must_raise == ((), ())
    well = short()
    assert [[well.claims[claim].id for claim in side] for side in well.must_raise] == [["dry-summer"], ["old-right"]]


def test_each_side_has_the_brief_of_the_form() -> None:
    assert short().words["briefs/hill"] == "# In short, hill\n"
    assert "briefs/hill-short" not in short().words


def test_a_form_that_is_not_there_is_said_to_be_not_there() -> None:
    with pytest.raises(NoSuchForm, match="there is no form 'long' of this scenario; there are short"):
        loaded(form="long")
    with pytest.raises(NoSuchForm, match="it has none"):
        load_files(small_files(), "short")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("issues: [well]", "issues: [wall]", "E037"),
        ("topics: [well]", "topics: [wall]", "E036"),
        ("briefs: short", "briefs: long", "E001"),
        ("moves: 12", "moves: 3", "E024"),
    ],
)
def test_what_a_form_names_is_looked_up(old: str, new: str, code: str) -> None:
    faulty = (DECLARED[0], DECLARED[1], DECLARED[2].replace(old, new))
    for form in ("", "short"):
        if code == "E024" and form:
            continue  # the form could not be read at all
        found = loaded(form=form, declared=faulty)
        assert found.scenario is None
        assert code in {each.code for each in found.findings}
        assert {each.file for each in found.findings} == {"scenario.yaml"}


def test_nothing_is_left_out_of_the_whole() -> None:
    assert NOTHING.says("open.well", "well") is None
    assert LeftOut(claims=frozenset({"old-right"})).says("stands.old-right", "") is False
    assert not NOTHING.all_of(["open.well"])


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 100), min_size=1))
def test_rescaled_weights_sum_to_a_hundred_and_keep_their_proportions(weights: dict[str, int]) -> None:
    whole = sum(weights.values())
    found = rescaled(weights, 100)
    assert list(found) == list(weights)
    if not whole:
        assert found == weights
        return
    assert sum(found.values()) == 100
    assert all(abs(found[name] * whole - weights[name] * 100) < whole for name in weights)


# The lesson in New York


def test_every_form_that_is_shipped_is_clean() -> None:
    assert check(data("dialogues")).clean


def test_the_lesson_has_the_three_open_questions_and_the_pledge(lesson: Loaded) -> None:
    assert lesson.scenario is not None
    assert [issue.id for issue in lesson.scenario.issues] == ["il28", "ship", "warheads", "pledge"]
    assert [sum(issue.weight[side] for issue in lesson.scenario.issues) for side in (0, 1)] == [100, 100]


def test_the_lesson_can_be_played_by_all_its_moves(lesson: Loaded) -> None:
    scenario = lesson.scenario
    assert scenario is not None
    written = [node for node in scenario.nodes if node.topic >= 0]
    assert all(node.moves for node in written)
    found = playtest(lesson, 400)
    assert found.tally.stuck == 0
    assert found.stranded == {}


@pytest.mark.parametrize("seats", [(RANDOM, RANDOM), (RANDOM, NAMES[0]), (NAMES[-1], RANDOM)])
def test_a_lesson_ends_by_its_last_move_and_in_twenty_minutes(lesson: Loaded, seats: tuple[str, str]) -> None:
    scenario = lesson.scenario
    assert scenario is not None
    longest = max(step.after.moves_made for seed in range(120) for step in rehearse(scenario, seed, seats))
    assert longest <= 24
    found = playtest(lesson, 120, seats=seats)
    before = max(len(scenario.words[id_].split()) for id_ in ("briefs/us", "briefs/ussr"))
    before += sum(len(scenario.words[f"scenario:{part}"].split()) for part in ("about", "opening-scene"))
    assert percentile(found.tally.seconds, 95) / 60 + before / WORDS_A_MINUTE <= 20


@pytest.mark.parametrize("form", ["", "lesson"])
def test_the_briefs_say_what_leaving_everything_open_is_worth(form: str) -> None:
    scenario = load(NEW_YORK, form).scenario
    assert scenario is not None
    for side, each in enumerate(scenario.sides):
        assert f"{hundredths(reservation(scenario, side))} of 100" in scenario.words[f"briefs/{each.id}"]


def test_the_briefs_of_the_lesson_are_short_and_give_the_weights(lesson: Loaded) -> None:
    scenario = lesson.scenario
    assert scenario is not None
    named = {
        "il28": ("bombers", "aircraft"),
        "ship": ("ship", "ship"),
        "warheads": ("warheads",) * 2,
        "pledge": ("pledge",) * 2,
    }
    for side, each in enumerate(scenario.sides):
        brief = scenario.words[f"briefs/{each.id}"]
        assert len(brief.split()) <= limits.FORM_BRIEF_WORDS
        weights = {name: int(weight) for name, weight in re.findall(r"- \*\*The (\w+)\*\*, (\d+)", brief)}
        assert weights == {named[issue.id][side]: issue.weight[side] for issue in scenario.issues}
