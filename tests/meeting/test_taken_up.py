"""What is said takes up what was said: nobody counts, answers or asks for what did not happen tonight."""

from game.engine.moves import moves, read
from game.engine.play import next_state, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.places import data
from game.records.files import open_game


def offered(scenario: Scenario, state: State) -> set[str]:
    """The moves that can be made, as text."""
    return {move.text for move in moves(scenario, state)}


def after(scenario: Scenario, *texts: str) -> State:
    """The position after some moves from the start."""
    state = start(scenario)
    for text in texts:
        state = next_state(scenario, state, read(scenario, state, text))
    return state


def before(scenario: Scenario, game: str, move: str) -> State:
    """The position in a recorded game in which a move is about to be made."""
    rows = open_game(data("dialogues") / "new-york-1962" / "games" / f"{game}.yaml").rows
    texts = [row.move for row in rows]
    return after(scenario, *texts[: texts.index(move)])


ON_THE_PLEDGE = ("opening/arrival.walk-thanks", "opening/greeting.floor-to-guests", "open agreement")
THE_SHIP = (
    "opening/arrival.walk-thanks",
    "opening/greeting.floor-to-guests",
    "open inspection-ship",
    "inspection-ship/whose-deck.geneva-has-no-ship",
    "inspection-ship/offer.ship-offered",
)


def test_three_questions_are_counted_where_all_three_were_spoken_of(meeting: Scenario) -> None:
    summing_up = offered(meeting, before(meeting, "as-recorded", "closing/american-list.three-open"))
    assert "closing/american-list.three-open" in summing_up
    assert "closing/american-list.hardly-reached" not in summing_up


def test_an_assurance_that_was_not_given_is_not_thanked_for(meeting: Scenario) -> None:
    summing_up = offered(meeting, before(meeting, "nothing-agreed", "closing/american-list.hardly-reached"))
    assert "closing/american-list.three-open" not in summing_up


def test_whoever_is_asked_for_his_form_does_not_ask_whether_the_letters_are_all(meeting: Scenario) -> None:
    asked = after(meeting, *ON_THE_PLEDGE, "agreement/promise.what-form")
    told = after(meeting, *ON_THE_PLEDGE, "agreement/promise.letters-clear")
    assert "agreement/pledge-press.no-further-word" not in offered(meeting, asked)
    assert "agreement/pledge-press.no-further-word" in offered(meeting, told)


def test_a_station_is_named_for_a_ship_that_was_offered(meeting: Scenario) -> None:
    assert "inspection-ship/offer.northern-route" not in offered(meeting, after(meeting, *THE_SHIP[:-1]))
    assert "inspection-ship/offer.northern-route" in offered(meeting, after(meeting, *THE_SHIP))


def test_whoever_has_offered_a_ship_may_stop_and_listen(meeting: Scenario) -> None:
    heard = after(meeting, *THE_SHIP, "inspection-ship/offer.hear-them")
    assert "inspection-ship/reception.no-commitment" in offered(meeting, heard)


def test_an_officer_for_a_neutral_is_not_told_to_settle_the_flag_first(meeting: Scenario) -> None:
    practical = (
        *THE_SHIP,
        "inspection-ship/offer.hear-them",
        "inspection-ship/reception.neutral-available",
        "inspection-ship/surprise.ask-what-else",
    )
    officer = offered(meeting, after(meeting, *practical, "inspection-ship/practical.russian-voice"))
    money = offered(meeting, after(meeting, *practical, "inspection-ship/practical.own-ship-only"))
    assert "inspection-ship/terms.flag-first" not in officer
    assert "inspection-ship/terms.one-step-back" in officer
    assert "inspection-ship/terms.flag-first" in money


def test_a_day_that_was_named_is_not_asked_for(meeting: Scenario) -> None:
    practical = (*THE_SHIP, "inspection-ship/offer.hear-them", "inspection-ship/reception.note-the-name")
    named = offered(meeting, after(meeting, *practical, "inspection-ship/practical.short-duration"))
    assert "inspection-ship/terms.how-many-cabins" not in named
    assert "inspection-ship/terms.until-lifted" in named
