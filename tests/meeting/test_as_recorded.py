"""The recorded meeting: every point of the telegram, in its order, by the side that made it."""

import pytest

from game.engine.moves import read
from game.engine.play import play, start
from game.engine.scenario import Scenario, Written
from game.engine.scoring import reservation, result
from game.places import data
from game.records.files import open_game
from game.records.replay import replay

US, USSR = "us", "ussr"

POINTS = [
    ("T 1", US, "yesterday's talk, and the misgivings about the bombers"),
    ("T 1A", USSR, "displeasure with the letter of 2 November"),
    ("T 1B", USSR, "obsolete; coastal defences; no use over enemy territory"),
    ("T 1C", USSR, "only an attempt to delay"),
    ("T 1D", USSR, "good faith; an honest pledge need not fear them"),
    ("T 1E", USSR, "Cuba is sovereign; no offensive weapons there"),
    ("T 1F", USSR, "keep to the main problem"),
    ("T 1.US", US, "not a new question"),
    ("T 1.US-B", US, "jets that carry warheads are not obsolete"),
    ("T 1.US-C", US, "a man like Castro; Latin America"),
    ("T 1.US-D", US, "no obstruction"),
    ("T 1.LONG", US, "continued to press"),
    ("T 1.LONG", USSR, "reiterated the same points"),
    ("T 1.AGR", USSR, "no departing from the agreement"),
    ("T 1.AGR-A", USSR, "assurances by the United States, allies, hemisphere; evasion"),
    ("T 1.AGR-B", USSR, "missiles alone"),
    ("T 1.Q", US, "would the bombers be included?"),
    ("T 1.Q", USSR, "no"),
    ("T 1.REP", USSR, "both sides report"),
    ("T 2", USSR, "Labinsk, and eight others"),
    ("T 2.N", USSR, "no information whether that is all"),
    ("T 3", USSR, "the Almata"),
    ("T 3.SIG", USSR, "signals and identification"),
    ("T 3.RT", USSR, "north of Cuba, the northern route"),
    ("T 3.US", US, "no commitment; a Swedish ship"),
    ("T 3.SOV", USSR, "surprise"),
    ("T 3.MC", US, "could not commit"),
    ("T 4", US, "how will you satisfy us on the warheads?"),
    ("T 4.SOV", USSR, "a detail; all equipment related to the missiles"),
    ("T 4.FAITH", USSR, "good faith; postponing"),
    ("T 4.US", US, "they would fit bombers"),
    ("T 4.SEE", US, "see and count them"),
    ("T 4.GRD", US, "ground inspection"),
    ("T 4.MIK", US, "what progress, when returning?"),
    ("T 4.MIK", USSR, "he did not know"),
    ("T 4.USE", US, "yesterday was useful"),
    ("T 4.GRA", USSR, "gratified"),
    ("T 4.END", USSR, "everything related, and nothing beyond that"),
    ("T 5", US, "three questions open"),
    ("T 5.SOV", USSR, "none open"),
    ("T 5.DEED", USSR, "deeds, and a response in kind"),
]
"""Every statement of the telegram: its passage, who made it, and what it says."""


@pytest.fixture(scope="module")
def spoken(meeting: Scenario) -> list[Written]:
    """The written moves of the recorded game, in order."""
    record = open_game(data("dialogues") / "new-york-1962" / "games" / "as-recorded.yaml")
    state, found = start(meeting), []
    for row in record.rows:
        move = read(meeting, state, row.move)
        found += [move] if isinstance(move, Written) else []
        state, _ = play(meeting, state, move)
    return found


def test_the_list_holds_every_passage_of_the_telegram(meeting: Scenario) -> None:
    passages = [id_.removeprefix("passages/") for id_ in meeting.words if id_.startswith("passages/")]
    assert [tag for tag in passages if tag != "T 0"] == list(dict.fromkeys(tag for tag, _, _ in POINTS))


def test_the_recorded_game_makes_every_point_in_the_telegrams_order(meeting: Scenario, spoken: list[Written]) -> None:
    made = [
        (tag.strip(), meeting.sides[move.side].id)
        for move in spoken
        if move.basis == "record"
        for tag in move.source.split(";")
        if tag.strip().startswith("T ")
    ]
    assert list(dict.fromkeys(made)) == [(tag, side) for tag, side, _ in POINTS]


def test_nothing_is_said_that_the_telegram_does_not_report(spoken: list[Written]) -> None:
    said = [move for move in spoken if any(line.speaker for line in move.lines)]
    others = [move.text for move in said if move.basis != "record"]
    assert others == ["opening/arrival.to-business", "warheads/way.to-the-ground"]


def test_it_ends_as_the_meeting_did(meeting: Scenario) -> None:
    record = open_game(data("dialogues") / "new-york-1962" / "games" / "as-recorded.yaml")
    replayed = replay(meeting, record)
    assert replayed.stopped is None
    last = replayed.states[-1]
    table, value = result(meeting, last)
    assert not any(table)
    assert value == (reservation(meeting, 0), reservation(meeting, 1))
    assert [turn.move for turn in replayed.turns[-3:]] == [
        "closing/american-list.three-open",
        "closing/soviet-answer.no-open",
        "closing/soviet-deeds.in-kind",
    ]
    assert last.minutes == 212


@pytest.mark.parametrize(("tag", "side"), [(tag, side) for tag, side, _ in POINTS])
def test_both_sides_have_answers_to_each_point(meeting: Scenario, tag: str, side: str) -> None:
    ids = [each.id for each in meeting.sides]
    making = [
        move
        for move in meeting.moves
        if ids[move.side] == side and tag in [part.strip() for part in move.source.split(";")]
    ]
    assert making
    answered = 0
    for move in making:
        others = {branch.to for branch in move.goto if branch.to >= 0}
        others |= {meeting.nodes[to].yields for to in others if meeting.nodes[to].side == move.side}
        replies = [
            reply
            for to in others
            if to >= 0 and meeting.nodes[to].side != move.side
            for reply in meeting.nodes[to].moves
        ]
        answered += len([reply for reply in replies if any(line.speaker for line in reply.lines)])
    assert answered >= 2 or tag in ("T 5.DEED", "T 4.MIK")
