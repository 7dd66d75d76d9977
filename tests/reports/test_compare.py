"""A telegram beside the real one."""

import pytest

from game.engine.scenario import Scenario
from game.reports.cable import cable
from game.reports.compare import HEADING, Comparison, compare, lines
from game.reports.subjects import PROPOSALS
from game.session import HUMAN, Session, TooEarly, Unkept
from tests.fence import fence
from tests.reports.conftest import Recorded


def beside(meeting: Scenario, recorded: Recorded, game: str, side: int = 0) -> Comparison:
    turns, ending = recorded(game)
    found = compare(meeting, cable(meeting, side, turns, ending), turns)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("side", "beside_each"),
    [(0, [(1,), (2,), (3,), (4,), (5,)]), (1, [(2, 3), (4,), (5,), (6, 7), (8,)])],
)
def test_the_recorded_meeting_stands_paragraph_by_paragraph_beside_the_real_telegram(
    meeting: Scenario, recorded: Recorded, side: int, beside_each: list[tuple[int, ...]]
) -> None:
    found = beside(meeting, recorded, "as-recorded", side)
    assert found.rows[0].yours[0] == HEADING
    assert [row.yours for row in found.rows[1:]] == beside_each
    assert found.points == (38, 38)
    assert len(found.open) == len(found.open_then) == 3
    assert found.open == found.open_then


def test_one_point_in_common_is_one(meeting: Scenario, recorded: Recorded) -> None:
    found = beside(meeting, recorded, "as-recorded", 0)
    passages = [each for row in found.rows if HEADING not in row.yours for each in row.passages]
    one = found._replace(
        rows=tuple(
            row._replace(passages=tuple(each._replace(told=each is passages[0]) for each in row.passages))
            for row in found.rows
        )
    )
    assert "One of its 38 points stands in yours too." in lines(one)


def test_a_paragraph_of_which_the_real_one_knows_nothing_stands_alone(meeting: Scenario, recorded: Recorded) -> None:
    found = beside(meeting, recorded, "nothing-agreed")
    subjects = [each.subject for each in found.cable.paragraphs]
    assert found.rows[-1].passages == ()
    assert subjects.index(PROPOSALS) + 1 in found.rows[-1].yours
    assert any(not row.yours for row in found.rows)


def test_the_two_lists_of_open_questions_may_differ(meeting: Scenario, recorded: Recorded) -> None:
    found = beside(meeting, recorded, "a-trade")
    assert found.open == ("means of verifying that warheads leave",)
    assert lines(found)[-2:] == [
        "Open, by yours: means of verifying that warheads leave.",
        "Open, by the real one: removal of IL-28s; flag of inspection vessel; means of verifying that warheads leave.",
    ]


def test_every_passage_of_the_real_telegram_is_shown_once(meeting: Scenario, recorded: Recorded) -> None:
    found = beside(meeting, recorded, "small-things")
    shown = [each.text for row in found.rows for each in row.passages]
    assert shown == [text for id_, text in meeting.words.items() if id_.startswith("passages/")]


def test_nobody_sees_the_real_one_before_the_end(meeting: Scenario) -> None:
    session = Session.begin(meeting, (HUMAN, HUMAN), seed=1, keep=Unkept())
    with pytest.raises(TooEarly):
        session.comparison(0)
    assert session.cable(0).heading == ("Akalovsky's pad. Uncleared.",)


def test_a_scenario_made_from_no_document_has_nothing_to_compare(meeting: Scenario) -> None:
    scenario = fence()
    assert not any(id_.startswith("passages/") for id_ in scenario.words)
    assert compare(scenario, cable(scenario, 0, ()), ()) is None
