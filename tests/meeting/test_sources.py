"""Where each line comes from: what its mark and its documents may say, and what the pages must explain."""

import pytest
import yaml

from game.engine.scenario import Scenario, Written
from game.places import data

FOLDER = data("dialogues") / "new-york-1962"

AMERICAN_PAPERS = {
    "XI 107", "XI 113", "XI 128", "XI 132", "XI 135", "XI 147", "XI 149", "XI 159", "Supp 483", "Supp 489", "Supp 491",
}  # fmt: skip
SOVIET_PAPERS = {"Grom 1 Nov", "Grom 4 Nov", "Grom 5 Nov", "Bakaev"}
"""Instructions, which the other side had not read."""


@pytest.fixture(scope="module")
def spoken(meeting: Scenario) -> list[Written]:
    return [move for move in meeting.moves if any(line.speaker for line in move.lines)]


def sources(move: Written) -> list[str]:
    return [tag.strip() for tag in move.source.split(";") if tag.strip()]


def test_only_what_is_marked_as_invented_names_no_source(spoken: list[Written]) -> None:
    assert {move.basis for move in spoken} == {"record", "nearby", "invented"}
    assert [move.text for move in spoken if move.basis != "invented" and not move.source] == []


def test_what_the_record_reports_names_a_passage_of_the_telegram(spoken: list[Written]) -> None:
    assert [m.text for m in spoken if m.basis == "record" and not any(tag.startswith("T ") for tag in sources(m))] == []


def test_what_was_argued_nearby_names_another_document_than_the_telegram(spoken: list[Written]) -> None:
    for move in spoken:
        if move.basis == "nearby":
            assert [tag for tag in sources(move) if not tag.startswith("T ") and tag != "GK"], move.text


def test_nobody_argues_from_the_other_sides_instructions(meeting: Scenario, spoken: list[Written]) -> None:
    for move in spoken:
        secret = SOVIET_PAPERS if meeting.sides[move.side].id == "us" else AMERICAN_PAPERS
        assert move.basis == "invented" or not set(sources(move)) <= secret, move.text


def test_every_document_that_is_cited_is_described(spoken: list[Written]) -> None:
    documents = yaml.safe_load((FOLDER / "sources" / "documents.yaml").read_text("utf-8"))["documents"]
    cited = {tag for move in spoken for tag in sources(move) if not tag.startswith("T ")}
    assert cited - set(documents) == set()
    for tag in cited:
        assert set(documents[tag]) == {"title", "date", "reference", "says", "sure"}, tag
        assert documents[tag]["sure"] in ("whole", "part", "secondary")


def test_a_paper_is_held_up_only_by_a_side_that_could_hold_it(meeting: Scenario, spoken: list[Written]) -> None:
    papers = yaml.safe_load((FOLDER / "sources" / "papers.yaml").read_text("utf-8"))["papers"]
    for move in spoken:
        if move.cites:
            assert meeting.sides[move.side].id in papers[move.cites]["known-to"], move.text
