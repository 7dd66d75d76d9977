"""The telegrams that go home: every sentence comes from moves, and goes with them."""

from collections import Counter
from collections.abc import Sequence

import pytest

from game.engine.scenario import Scenario
from game.places import data
from game.records.files import open_game
from game.records.replay import Turn, replay
from game.reports.cable import Cable, Ending, cable, hours
from game.reports.layout import blocks, lines
from game.scenarios.load import load
from tests.records.at_random import recorded as at_random
from tests.reports.conftest import Recorded
from tests.small_scenario import small_scenario

US, USSR = 0, 1
NEXT_DAY = data("dialogues") / "new-york-next-day"


@pytest.fixture(scope="module")
def next_day() -> Scenario:
    scenario = load(NEXT_DAY).scenario
    assert scenario is not None
    return scenario


def sentences(cable: Cable) -> Counter[tuple[str, tuple[int, ...]]]:
    return Counter((each.text, each.moves) for each in cable.sentences)


def without(cable: Cable, move: int) -> Counter[tuple[str, tuple[int, ...]]]:
    """What should be left of a telegram when a move is taken out."""
    left = [(each.text, tuple(number for number in each.moves if number != move)) for each in cable.sentences]
    return Counter((text, moves) for text, moves in left if moves)


def bare(scenario: Scenario, text: str) -> str:
    """A sentence as it must stand in print, whether or not the name before it is said."""
    for person in scenario.people:
        text = text.removeprefix(f"{scenario.words[f'people/{person.id}:short']} ")
    return text[1:].removesuffix(".")


@pytest.mark.parametrize("seed", range(900, 910))
def test_a_move_taken_out_takes_exactly_its_sentences_with_it(meeting: Scenario, seed: int) -> None:
    replayed = replay(meeting, at_random(meeting, seed))
    ending = Ending.of(replayed.states[-1])
    turns: Sequence[Turn] = replayed.turns
    for side in (US, USSR):
        whole = cable(meeting, side, turns, ending)
        assert all(each.moves for each in whole.sentences)
        for at, turn in enumerate(turns):
            rest = cable(meeting, side, [*turns[:at], *turns[at + 1 :]], ending)
            assert sentences(rest) == without(whole, turn.number), f"side {side}, move {turn.number}, {turn.move}"
            print_ = " ".join(lines(rest))
            assert all(bare(meeting, each.text) in print_ for each in rest.sentences)


@pytest.mark.parametrize("seed", range(900, 910))
def test_a_telegram_holds_nothing_but_its_sentences_and_its_blank(meeting: Scenario, seed: int) -> None:
    replayed = replay(meeting, at_random(meeting, seed))
    ending = Ending.of(replayed.states[-1])
    for side in (US, USSR):
        whole = cable(meeting, side, replayed.turns, ending)
        text = " ".join(lines(whole))
        for each in sorted(whole.sentences, key=lambda each: -len(each.text)):
            text = text.replace(bare(meeting, each.text), " ")
        blank = " ".join(text for id_, text in meeting.words.items() if id_.startswith("cables/"))
        names = [meeting.words[f"people/{person.id}:short"] for person in meeting.people]
        assert ending is not None
        took = hours(ending.minutes)
        known = {*blank.split(), *names, *(f"{name}," for name in names), *took.split(), *f"{took}.".split()}
        known |= {word[:1].upper() + word[1:] for word in known}
        odd = {word for word in text.split() if len(word.strip("0123456789.;:-")) > 1 and word not in known}
        assert not odd


def test_a_game_that_is_not_over_has_a_pad_without_an_end(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("as-recorded")
    whole = cable(meeting, US, turns, ending)
    pad = cable(meeting, US, turns[:57])
    assert pad.heading == ("Akalovsky's pad. Uncleared.",)
    assert not pad.opening and not pad.signed and not pad.open
    assert pad.paragraphs == whole.paragraphs[:-1]


def test_the_pad_grows_by_what_is_said(meeting: Scenario, recorded: Recorded) -> None:
    turns, _ = recorded("as-recorded")
    for count, turn in enumerate(turns[:57]):
        before, after = (sentences(cable(meeting, US, turns[:n])) for n in (count, count + 1))
        assert {moves for _, moves in after - before} <= {(turn.number,)}
        assert not before - after


def test_what_is_said_again_has_its_worn_words(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("as-recorded")
    said = {each.moves: each.text for each in cable(meeting, US, turns, ending).sentences}
    assert said[16,] == "Stevenson continued press for bomber removal."
    assert said[18,] == "McCloy pressed same point again."


SAID_AGAIN = ("topics/well.yaml", "cable: {hill: We warned of drought., vale: They spoke of drought.}", "cable: {}")


def test_saying_again_without_words_of_its_own_is_told_once() -> None:
    scenario = small_scenario()
    move = "well/press.dry"
    spoken = next(each for each in scenario.moves if each.text == move)
    turns = [
        Turn(1, 0, move, "", "", (spoken.spoken,)),
        Turn(2, 0, move, "", "", (spoken.spoken_again,)),
        Turn(3, 0, move, "", "", (spoken.spoken_again,)),
    ]
    hill, vale = (list(cable(scenario, side, turns).sentences) for side in (0, 1))
    assert [each.text for each in hill] == ["We warned of drought.", "We said so again.", "We said so again."]
    assert [(each.text, each.moves) for each in vale] == [
        ("They spoke of drought.", (1,)),
        ("Adam said the same again.", (2, 3)),
    ]


def test_a_move_without_words_for_a_telegram_goes_unreported() -> None:
    scenario = small_scenario(SAID_AGAIN)
    spoken = next(each for each in scenario.moves if each.text == "well/press.dry")
    turns = [Turn(1, 0, spoken.text, "", "", (spoken.spoken,)), Turn(2, 0, spoken.text, "", "", (spoken.spoken_again,))]
    assert [each.moves for each in cable(scenario, 0, turns).sentences] == [(2,)]
    assert not cable(scenario, 1, turns).paragraphs


def test_several_points_of_one_person_are_lettered_and_a_name_is_not_said_twice(
    meeting: Scenario, recorded: Recorded
) -> None:
    turns, ending = recorded("as-recorded")
    bombers = blocks(cable(meeting, US, turns, ending))[2]
    assert [line[:2] for line in bombers[1:7]] == ["A.", "B.", "C.", "D.", "E.", "F."]
    assert bombers[0].endswith("made following points:")
    assert not any(line[3:].startswith("Kuznetsov ") for line in bombers[1:7])
    assert (
        "Stevenson stressed gravest consequences should man like Castro have bombers at his disposal. Noted"
        in bombers[7]
    )


def test_a_subject_that_comes_up_inside_another_and_leads_back_is_told_with_it(
    meeting: Scenario, recorded: Recorded
) -> None:
    turns, ending = recorded("as-recorded")
    subjects = [each.subject for each in cable(meeting, US, turns, ending).paragraphs]
    assert [meeting.topics[each].id for each in subjects] == [
        "il28",
        "schedule",
        "inspection-ship",
        "warheads",
        "closing",
    ]


def test_what_was_agreed_stands_at_the_end_as_the_delegations_left_it(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("a-disavowal")
    text = lines(cable(meeting, US, turns, ending))
    at = text.index("Agreed ad referendum:")
    assert text[at + 1 : at + 3] == [
        "A. General Sov formula re equipment related to missiles to cover warheads;",
        "B. Non-invasion assurance in text registered with UN.",
    ]


def test_each_capital_learns_of_its_own_recess_and_of_the_others_nothing(meeting: Scenario, recorded: Recorded) -> None:
    turns, ending = recorded("a-trade")
    us, ussr = (" ".join(lines(cable(meeting, side, turns, ending))) for side in (US, USSR))
    assert "Sov side left room, came back and gave no explanation." in us
    assert "During recess Department authorized lifting quarantine upon issuance of order re IL-28s." in us
    assert "left the room, evidently in order to learn their own opinion by telephone." in ussr
    assert (
        "Having reread your instructions, we satisfied ourselves that they had foreseen the following: the departure"
        in ussr
    )


def test_a_package_is_told_whole_and_a_refusal_names_the_part_that_is_hard(meeting: Scenario) -> None:
    found = []
    for seed in range(20):
        replayed = replay(meeting, at_random(meeting, seed))
        found += [each.text for each in cable(meeting, US, replayed.turns).sentences]
    assert any("proposed (a) " in each and "; (b) " in each for each in found)
    assert any("declined, chief trouble being " in each for each in found)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(4, "half an hour"), (60, "one hour"), (95, "one and a half hours"), (212, "three and a half hours")],
)
def test_how_long_it_took_is_told_to_the_half_hour(minutes: int, text: str) -> None:
    assert hours(minutes) == text


def test_a_scenario_without_a_blank_gets_a_plain_one() -> None:
    scenario = small_scenario()
    spoken = next(each for each in scenario.moves if each.text == "opening/greet.thanks")
    turns = [Turn(1, 0, spoken.text, "", "", (spoken.spoken,))]
    told = cable(scenario, 0, turns, Ending((0, 0), 30))
    assert lines(told)[:3] == ["Two villages", "The hill village", "Greetings. We thanked them."]


def test_a_subject_is_taken_up_again_in_other_words_each_time(next_day: Scenario) -> None:
    turns = replay(next_day, open_game(NEXT_DAY / "games" / "as-recorded.yaml")).turns
    words = " ".join(lines(cable(next_day, USSR, turns)))
    traffic = words[words.index("On the ships of the socialist countries") : words.index("On the observation")]
    returns = "To this the conversation returned.", "It returned a second time.", "It returned again."
    assert [traffic.count(each) for each in returns] == [1, 1, 1]
