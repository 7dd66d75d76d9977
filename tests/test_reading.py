"""What may be read of a game, by whom, and when."""

import pytest

from game.engine.events import Denied
from game.session import Held, Session, TooEarly, Unkept
from tests.small_scenario import small_scenario
from tests.test_session import BOTH, GREETINGS, begin, to_the_end


def test_the_result_waits_for_the_end() -> None:
    session = begin(seats=("at-random", "at-random"))
    with pytest.raises(TooEarly):
        session.result()
    assert to_the_end(session).result().minutes == session.view(None).minutes


def test_briefs_are_given_by_side_and_never_by_their_id() -> None:
    session = begin()
    assert "Keep the well." in session.brief(0)
    assert "Get water." in session.brief(1)
    assert not session.has_text("briefs/hill")
    with pytest.raises(KeyError):
        session.text("briefs/hill")


def test_papers_are_given_to_the_side_that_could_hold_them_until_all_is_over() -> None:
    session = begin(seats=("at-random", "at-random"))
    assert session.papers(0) == []
    assert session.papers(1) == [Held("The deed", "1702", "It speaks of water.")]
    assert session.papers(None) == []
    assert not session.has_text("papers/deed:says")
    assert len(to_the_end(session).papers(0)) == 1


def test_a_paper_that_both_could_hold_may_be_read_by_the_whole_room() -> None:
    shared = small_scenario(("sources/papers.yaml", "known-to: [vale]", "known-to: [vale, hill]"))
    session = Session.begin(shared, BOTH, seed=1, keep=Unkept())
    assert [paper.title for paper in session.papers(None)] == ["The deed"]


def test_texts_are_found_by_their_id() -> None:
    session = begin()
    assert session.text("opening/greet.thanks:1") == "Thank you for climbing up to us."
    assert session.has_text("scenario:title")
    assert not session.has_text("scenario:nothing")


def test_only_what_was_cited_of_the_document_can_be_opened_before_the_end() -> None:
    session = begin()
    assert session.cited() == []
    for move in (*GREETINGS, "well/demand.right"):
        session.play(move)
    assert session.cited() == ["C 1", "C 3"]
    assert session.has_text("passages/C 3")
    assert not session.has_text("passages/C 2")
    with pytest.raises(KeyError):
        session.text("passages/C 2")
    with pytest.raises(TooEarly):
        session.all_passages()
    to_the_end(ended := begin(seats=("at-random", "at-random")))
    assert ended.all_passages() == ["C 1", "C 2", "C 3"]
    assert ended.text("passages/C 2").startswith("The hill spoke of the dry summer")


def test_what_a_capital_said_is_told_to_its_own_side_only() -> None:
    session = begin()
    for move in (*GREETINGS[:2], "pass"):
        session.play(move)
    turn = session.play("recess well=half")
    assert any(isinstance(event, Denied) for event in turn.seen_by(0))
    for other in (1, None):
        assert not any(isinstance(event, Denied) for event in turn.seen_by(other))
        assert turn.seen_by(other) == session.view(other).log[-len(turn.seen_by(other)) :]


def test_the_other_sides_brief_is_kept_from_an_ordinary_game_until_it_is_over() -> None:
    session = begin(seats=("at-random", "at-random"))
    for side in (0, 1):
        with pytest.raises(TooEarly):
            session.other_brief(side)
    to_the_end(session)
    again = session.rewind(1, knowing=True)
    for game in (session, again):
        assert [game.other_brief(side) for side in (0, 1)] == [game.brief(1), game.brief(0)]
