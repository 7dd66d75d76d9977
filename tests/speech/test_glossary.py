"""Terms in place: finding them in a text, and looking one up."""

import io

import pytest

from game.places import data
from game.plain import PlainTable
from game.scenarios.load import load
from game.session import HUMAN, Session, Unkept
from game.speech.glossary import Place, looked_up, near, places, terms_in
from tests.small_scenario import small_scenario

TERMS = ("quarantine", "LA", "Mission", "the letters", "neutral ship", "ship", "non-invasion pledge", "MRBM", "reach")


def test_terms_are_found_as_whole_words_in_the_order_of_the_text() -> None:
    assert terms_in("The ships of the Quarantine, and a neutral ship.", TERMS) == ["ship", "quarantine", "neutral ship"]
    assert terms_in("A worship, quarantined, breached; Latin", TERMS) == []


def test_a_place_says_where_the_term_stands_as_it_is_written() -> None:
    text = "Two neutral  ships sail"
    assert list(places(text, TERMS)) == [Place(4, 18, "neutral ship")]
    assert text[4:18] == "neutral  ships"


def test_a_term_with_a_capital_is_that_word_alone() -> None:
    assert terms_in("The Mission; a mission; LA; la, la", TERMS) == ["Mission", "LA"]


def test_where_there_are_no_terms_none_are_found() -> None:
    assert terms_in("quarantine", ()) == []


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("quarantine", "quarantine"), ("  The QUARANTINE ", "quarantine"), ("neutral ships", "neutral ship"),
        ("letters", "the letters"), ("the letter", "the letters"), ("mrbms", "MRBM"), ("pledge", "non-invasion pledge"),
        ("ship", "ship"), ("a ship", "ship"), ("", None), ("the", None), ("bombers", None), ("invasion", None),
    ],
)  # fmt: skip
def test_a_term_is_looked_up_as_a_person_would_ask(asked: str, term: str | None) -> None:
    assert looked_up(asked, TERMS) == term


def test_what_is_nearly_a_term_is_offered() -> None:
    assert near("quarantene", TERMS) == ["quarantine"]
    assert near("within reach", TERMS) == ["reach"]
    assert near("zzz", TERMS) == []
    assert near("", TERMS) == []


def typed(session: Session, *lines: str) -> str:
    out = io.StringIO()
    PlainTable(session, io.StringIO("".join(f"{line}\n" for line in lines)), out).play()
    return out.getvalue()


def test_every_term_of_a_scenario_can_be_asked_for() -> None:
    for name in ("new-york-1962", "two-drivers"):
        scenario = load(data("dialogues") / name).scenario
        assert scenario is not None
        session = Session.begin(scenario, (HUMAN, "conceder"), seed=1, keep=Unkept())
        text = typed(session, *(f"what {term}" for term in session.terms))
        assert session.terms
        for term in session.terms:
            assert f"\n{term}: {scenario.words[f'glossary/{term}']}\n" in text


def test_what_alone_names_the_words_here_that_are_explained() -> None:
    session = Session.begin(small_scenario(("glossary.yaml", "toll:", "nods:")), (HUMAN, HUMAN), seed=1, keep=Unkept())
    for move in ("opening/greet.thanks", "opening/reply.silent"):
        session.play(move)
    text = typed(session, "what", "pass", "what")
    assert "None of the words here needs explaining." in text


def test_a_word_that_is_not_explained_gets_one_sentence() -> None:
    session = Session.begin(small_scenario(), (HUMAN, HUMAN), seed=1, keep=Unkept())
    text = typed(session, "what tolls", "what tole", "what \x1b[2J")
    assert "toll: What is paid to use a road." in text
    assert "'tole' is not explained here. Did you mean toll?" in text
    assert "\x1b" not in text
