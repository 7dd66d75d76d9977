"""Typed words understood as moves: in a small negotiation, at a node, on the floor, and before a package."""

from collections.abc import Sequence
from typing import NoReturn

import pytest

from game.engine.moves import NotAMove
from game.limits import MESSAGE
from game.session import HUMAN, Session, Unkept
from game.speech.matching import Candidate, GramMatcher
from game.speech.understanding import OFFERED, Limits, understand
from game.speech.vocabulary import Vocabulary
from tests.small_scenario import Change, small_scenario
from tests.test_gate import FORBIDDEN, HOSTILE

GREETINGS = ("opening/greet.thanks", "opening/reply.polite")
FLOOR = (*GREETINGS, "pass")
WELL = (*FLOOR, "open well")
OFFER = (*WELL, "well/press.hours", "well/denied.move-on", "well/answer.so-be-it")
PACKAGE = (*OFFER, "propose well=hours")


def session(*moves: str, changes: Sequence[Change] = ()) -> Session:
    """A game of two people in which these moves were made."""
    begun = Session.begin(small_scenario(*changes), (HUMAN, HUMAN), seed=1, keep=Unkept())
    for move in moves:
        begun.play(move)
    return begun


def moves(*texts: str) -> list[Candidate]:
    """Candidates with one wording each; the text is the name as well."""
    return [Candidate(text, text, "", (text,), text) for text in texts]


class ByLength:
    """Another matcher: a move is the nearer the more its label has letters of the text."""

    def score(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        return [len(set(text) & set(each.label)) for each in candidates]


SAID = ("the summer is dry", "a dry summer", "the winter is dry", "a cold winter", "the morning hours", "an old well")

SEASONS = ("here", "there", "everywhere", "again", "still", "already")

ours = GramMatcher(SAID, {"summer": ["july", "hot months"]})


# What becomes of a sentence


def test_a_sentence_that_is_near_to_one_move_is_taken() -> None:
    found = understand("the sumer is so dry", moves("the summer is dry", "the morning hours"), ours)
    assert found.decision == "taken"
    assert [each.move for each in found.offered] == ["the summer is dry"]
    assert [each.move for each in found.ranked] == ["the summer is dry", "the morning hours"]


def test_a_sentence_between_two_moves_is_asked_about_in_declared_order() -> None:
    found = understand("the well is dry", moves("the summer is dry", "the winter is dry", "an old horse"), ours)
    assert found.decision == "ask"
    assert [each.move for each in found.offered] == ["the summer is dry", "the winter is dry"]


def test_never_more_than_three_are_asked_about() -> None:
    found = understand("dry summer", moves(*(f"the summer is dry {each}" for each in SEASONS)), ours)
    assert found.decision == "ask"
    assert len(found.offered) == OFFERED


def test_a_sentence_about_something_else_fits_nothing() -> None:
    found = understand("My aunt plays the piano.", moves("a dry summer", "morning hours"), ours)
    assert (found.decision, found.offered) == ("none", ())
    assert len(found.ranked) == 2


def test_synonyms_mean_the_same() -> None:
    found = understand("a dry july", moves("a dry summer", "a cold winter"), ours)
    assert found.decision == "taken"


def test_one_word_alone_is_not_enough_unless_it_is_all_that_is_said() -> None:
    assert understand("summer, piano, aunt", moves("a dry summer", "hours"), ours).decision != "taken"
    assert understand("hours", moves("a dry summer", "hours"), ours).decision == "taken"


def test_where_nothing_is_open_nothing_fits() -> None:
    assert understand("a dry summer", [], ours).decision == "none"


def test_the_same_sentence_has_the_same_scores_in_any_order_of_asking() -> None:
    some = moves("a dry summer", "the summer is hot", "an old well")
    first = understand("summer heat", some, ours)
    understand("something else", some, ours)
    assert understand("summer heat", some, ours) == first


# In a game


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("There will not be enough water this summer.", "well/press.dry"),
        ("It will be a verry dry sumer", "well/press.dry"),
        ("You may draw water in the morning", "well/press.hours"),
        ("this well is very old", "well/press.hold"),
    ],
)
def test_at_a_node_the_moves_that_are_open_are_looked_at(typed: str, move: str) -> None:
    found = session(*WELL).understand(typed)
    assert found.decision == "taken"
    assert found.ranked[0].move == move
    assert {each.move for each in found.ranked} == {"well/press.dry", "well/press.hours", "well/press.hold"}


def test_a_synonym_of_a_move_and_its_source_are_known() -> None:
    played = session(*GREETINGS, "open well")
    found = played.understand("Our grandmothers!")
    assert (found.decision, found.ranked[0].move, found.ranked[0].source) == (
        "taken",
        "well/demand.right",
        "C 3; Abbey",
    )
    assert played.understand("my granny used to fetch water here").ranked[0].move == "well/demand.right"


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("Let us talk about the road", "open road"),
        ("the well", "open well"),
        ("We ask the elders first", "recess"),
        ("It is your turn", "pass"),
        ("let us sum up now", "sum-up"),
    ],
)
def test_on_the_floor_the_moves_of_the_table_are_understood(typed: str, move: str) -> None:
    found = session(*FLOOR).understand(typed)
    assert (found.decision, found.ranked[0].move) == ("taken", move)


def test_a_proposal_is_understood_when_there_is_one_to_make() -> None:
    assert "propose" not in {each.move for each in session(*FLOOR).understand("here is an offer").ranked}
    played = session(*OFFER)
    assert played.understand("Here is an offer for you.").ranked[0].move == "propose"


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("Yes!", "accept"),
        ("No.", "refuse well"),
        ("no, the trouble is the well", "refuse well"),
        ("Not so, but rather like this:", "propose"),
    ],
)
def test_a_package_is_accepted_refused_and_countered_in_words(typed: str, move: str) -> None:
    found = session(*PACKAGE, changes=[("topics/well.yaml", "reach: {well: hours}", "reach: {well: [hours, half]}")])
    understood = found.understand(typed)
    assert (understood.decision, understood.ranked[0].move) == ("taken", move)


def test_an_acceptance_that_rests_on_one_telling_word_is_asked_about() -> None:
    found = session(*PACKAGE).understand("We agree to that")
    assert (found.decision, found.ranked[0].move) == ("ask", "accept")


def test_what_is_understood_is_not_yet_done_and_the_words_are_kept_when_it_is() -> None:
    played = session(*WELL)
    typed = "There will not be enough water this summer."
    found = played.understand(typed)
    assert played.count == len(WELL)
    assert played.play(found.ranked[0].move, typed).typed == typed
    assert played.record.rows[-1].typed == typed


def test_another_matcher_can_be_plugged_in() -> None:
    found = session(*WELL).understand("well", by=ByLength(), limits=Limits(taken=1, margin=0, asked=1, beside=0))
    assert found.decision == "taken"
    assert found.ranked[0].score == 3


def test_a_message_that_is_too_long_is_not_looked_at() -> None:
    played = session(*WELL)
    assert played.understand("x" * MESSAGE).decision == "none"
    with pytest.raises(NotAMove, match="at most 2,000 characters"):
        played.understand("x" * (MESSAGE + 1))


def test_only_who_is_in_turn_is_understood() -> None:
    played = Session.begin(small_scenario(), ("conceder", HUMAN), seed=1, keep=Unkept())
    with pytest.raises(NotAMove, match="other side's turn"):
        played.understand("Hello")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_fits_nothing_and_is_kept_harmless(text: str) -> None:
    played = session(*WELL)
    assert played.understand(text).decision == "none"
    found = played.understand(f"{text} There will not be enough water this summer {text}"[:MESSAGE])
    assert found.ranked[0].move == "well/press.dry"
    assert not FORBIDDEN.search(played.play("well/press.dry", text[:MESSAGE]).typed)


def test_text_that_grows_when_it_is_taken_apart_does_no_harm() -> None:
    assert session(*WELL).understand("\ufdfa" * MESSAGE).decision == "none"


# What the other side says to what fits nothing


def test_the_other_side_turns_aside_what_fits_nothing_at_no_cost() -> None:
    played = session(*WELL)
    before = played.view(0)
    line = played.deflection()
    assert line is not None
    assert line.speaker == "berta"
    assert played.text(line.id) == "We came about water."
    assert (played.count, played.view(0).minutes, played.record.rows[-1].move) == (4, before.minutes, "open well")


def test_which_line_is_said_follows_from_the_seed_and_the_next_time_it_is_another() -> None:
    played, again = session(*GREETINGS), session(*GREETINGS)
    lines = [played.deflection() for _ in range(3)]
    assert lines == [again.deflection() for _ in range(3)]
    assert lines[0] == lines[2] != lines[1]
    assert {line.speaker for line in lines if line} == {"anna", "adam"}


def test_a_scenario_may_have_no_such_line() -> None:
    without = ("scenario.yaml", "    vale: {says: [{berta: We came about water.}]}\n", "")
    market = "{anna: That is a matter for the market.}"
    road = '{adam: "Let us keep to the well, and the road."}'
    other = ("scenario.yaml", f"  deflect:\n    hill: {{says: [{market}, {road}]}}\n", "")
    assert session(changes=[without, other]).deflection() is None


def test_who_listened_while_it_was_typed_looks_at_no_move_again(monkeypatch: pytest.MonkeyPatch) -> None:
    played = session(*WELL)
    played.listening()()

    def looked_again(self: Vocabulary, text: str) -> NoReturn:
        pytest.fail(f"it looked again at: {text}")

    monkeypatch.setattr(Vocabulary, "senses", looked_again)
    assert played.understand("this well is very old").decision == "taken"


def test_when_the_talks_are_over_there_is_nothing_to_listen_for() -> None:
    played = session(*GREETINGS, "sum-up", "closing/second.say", "closing/last.bow")
    assert not played.waits
    played.listening()()
