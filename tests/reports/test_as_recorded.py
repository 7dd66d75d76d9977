"""The telegrams about the meeting as it was recorded: all that the real one says, nothing else, in our words.

They are kept in as-recorded-us.txt and as-recorded-ussr.txt, to be read. After a change of wording,
read the difference and keep it with

    REWRITE_CABLES=1 python -m pytest tests/reports/test_as_recorded.py
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.events import Spoke
from game.engine.scenario import Scenario
from game.records.replay import Turn
from game.reports.cable import cable
from game.reports.layout import lines, typed
from tests.meeting.test_as_recorded import POINTS
from tests.reports.conftest import Recorded

RUN = 9
"""So many words running are nobody's but their author's."""

SAID = {
    "T 1": "doubts McCloy Sunday IL-28s arms to go",
    "T 1A": "displeasure letter Stevenson Mikoyan Nov 2",
    "T 1B": "surprise offensive fifteen years obsolete low slow coast defense hostile",
    "T 1C": "postponing settlement tension",
    "T 1D": "good faith early agreement Caribbean honest pledge auxiliary defensive Cuban hands",
    "T 1E": "defense needs sovereign Cuba denied offensive",
    "T 1F": "central problem complication",
    "T 1.US": "not new Oct 22 proclamation October letters beyond missiles by name in general",
    "T 1.US-B": "obsolete jets nuclear",
    "T 1.US-C": "gravest man like Castro deep LA concern",
    "T 1.US-D": "rejected obstruction importance",
    "T 1.LONG": "continued press removal repeated substantially earlier arguments",
    "T 1.AGR": "talks President-Khrushchev exchange nothing else",
    "T 1.AGR-A": "assure Cuba against invasion itself allies hemisphere sidestepping",
    "T 1.AGR-B": "Khrushchev message missiles President offensive letters Council present talks",
    "T 1.Q": "asked remove IL-28s replied no not being offensive SovGov",
    "T 1.REP": "each side refer problem capital",
    "T 2": "First Labinsk Nov 6 eight Nov 7 Alapayevsk Asosov Bratsk Divnogorsk Kurchatov Leninskiy Komsomol Polzunov "
    "Volgoles",
    "T 2.N": "did not know finish removal",
    "T 3": "decision Almata Red Cross ships bound for Cuba",
    "T 3.SIG": "signals to be settled UN Secretariat data",
    "T 3.RT": "north of Cuba that way only south possible after Nov 12",
    "T 3.US": "nowhere undertook Sov vessel neutral Swedish",
    "T 3.SOV": "surprise no objection",
    "T 3.MC": "express statement without authority commit USG",
    "T 4": "warheads great importance how satisfy USG",
    "T 4.SOV": "detail deeds all missile-related leaving warheads if any no doubt",
    "T 4.FAITH": "good faith postpone settlement",
    "T 4.US": "importance warheads alterations bombers",
    "T 4.SEE": "see-and-count warheads",
    "T 4.GRD": "warheads inspection ground",
    "T 4.MIK": "headway Havana when Mikoyan return did not know",
    "T 4.USE": "President Sunday talk helpful encouraging",
    "T 4.GRA": "gratified well founded utmost",
    "T 4.END": "reverted all connected so-called offensive missiles declined further",
    "T 5": "open bombers flag inspection vessel checking departure warheads assurance",
    "T 5.SOV": "dissent nothing open Sov view",
    "T 5.DEED": "doing act likewise",
}
"""By passage the words that must stand in what our telegram says of it."""


@pytest.fixture(scope="module", params=[0, 1], ids=["us", "ussr"])
def side(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


def points(turn: Turn) -> Iterator[str]:
    """The passages of the telegram that report a move."""
    for event in turn.events:
        if isinstance(event, Spoke):
            for line in event.lines:
                if line.basis == "record":
                    yield from (tag.strip() for tag in line.source.split(";"))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def test_the_list_of_words_holds_every_passage() -> None:
    assert list(SAID) == list(dict.fromkeys(tag for tag, _, _ in POINTS))


@pytest.mark.parametrize(("tag", "by"), [(tag, by) for tag, by, _ in POINTS])
def test_every_point_of_the_real_telegram_is_told_by_the_side_that_made_it(
    meeting: Scenario, recorded: Recorded, side: int, tag: str, by: str
) -> None:
    turns, ending = recorded("as-recorded")
    told = {number for each in cable(meeting, side, turns, ending).sentences for number in each.moves}
    made = {turn.number for turn in turns if tag in points(turn) and meeting.sides[turn.side].id == by}
    assert made & told


@pytest.mark.parametrize("tag", SAID)
def test_our_telegram_says_in_full_what_the_real_one_says(meeting: Scenario, recorded: Recorded, tag: str) -> None:
    turns, ending = recorded("as-recorded")
    made = {turn.number for turn in turns if tag in points(turn)}
    text = " ".join(each.text for each in cable(meeting, 0, turns, ending).sentences if made & set(each.moves))
    missing = [word for word in words(SAID[tag]) if word not in words(text)]
    assert not missing, f"{missing} in {text!r}"


def test_our_telegram_says_nothing_that_the_real_one_does_not(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("as-recorded")
    reported = {turn.number for turn in turns if any(points(turn))}
    assert [each.text for each in cable(meeting, 0, turns, ending).sentences if not set(each.moves) <= reported] == []


def test_its_opening_says_who_met_and_for_how_long(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("as-recorded")
    opening = cable(meeting, 0, turns, ending).opening
    for word in ("Stevenson", "McCloy", "Kuznetsov", "Zorin", "Mendelevich", "three and a half hours", "uncleared"):
        assert word in opening


def test_no_figure_stands_in_it_that_the_real_one_has_not(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("as-recorded")
    ours = " ".join(each.text for each in cable(meeting, 0, turns, ending).sentences)
    real = " ".join(text for id_, text in meeting.words.items() if id_.startswith("passages/"))
    assert set(re.findall(r"\d+", ours)) <= set(re.findall(r"\d+", real))


def test_it_is_in_our_own_words(meeting: Scenario, recorded: Recorded, side: int) -> None:
    turns, ending = recorded("as-recorded")
    real = words(" ".join(text for id_, text in meeting.words.items() if id_.startswith("passages/")))
    ours = words(" ".join(lines(cable(meeting, side, turns, ending))))
    runs = {tuple(real[at : at + RUN]) for at in range(len(real) - RUN + 1)}
    assert [run for at in range(len(ours) - RUN + 1) if (run := tuple(ours[at : at + RUN])) in runs] == []


def test_every_text_of_a_telegram_is_in_our_own_words(meeting: Scenario) -> None:
    real = words(" ".join(text for id_, text in meeting.words.items() if id_.startswith("passages/")))
    runs = {tuple(real[at : at + RUN]) for at in range(len(real) - RUN + 1)}
    for id_, text in meeting.words.items():
        if ":cable:" in id_ or id_.startswith("cables/"):
            ours = words(text)
            assert not any(tuple(ours[at : at + RUN]) in runs for at in range(len(ours) - RUN + 1)), id_


def test_it_reads_as_it_was_read(meeting: Scenario, recorded: Recorded, side: int) -> None:
    turns, ending = recorded("as-recorded")
    text = typed(cable(meeting, side, turns, ending))
    kept = Path(__file__).parent / f"as-recorded-{meeting.sides[side].id}.txt"
    if os.environ.get("REWRITE_CABLES"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")
