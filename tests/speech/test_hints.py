"""Hints: one thing worth looking at now, from what the side may know, in a sentence or two; and they help."""

import io
from collections.abc import Sequence

import pytest

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, counterpart
from game.engine.events import Event
from game.engine.moves import Move, moves, read
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.scoring import reservation, result
from game.engine.state import standing
from game.engine.views import known, view
from game.places import data
from game.plain import PlainTable
from game.scenarios.habits import any_move
from game.scenarios.load import load
from game.session import HUMAN, Session, Unkept
from game.speech.hints import WORDS, Hint, hint
from game.speech.telling import Teller
from tests.fence import fence
from tests.long import LONG


class Game:
    """A game in a test, and the hint for the side in turn."""

    def __init__(self, scenario: Scenario, moves: Sequence[str] = ()) -> None:
        self.scenario, self.state = scenario, start(scenario)
        self.log: list[Event] = []
        for text in moves:
            self.make(read(scenario, self.state, text))

    def make(self, move: Move) -> None:
        self.state, events = play(self.scenario, self.state, move)
        self.log += events

    @property
    def side(self) -> int:
        return self.scenario.nodes[self.state.node].side

    @property
    def hint(self) -> Hint | None:
        seen = view(self.scenario, self.state, self.side, self.log)
        return hint(known(self.scenario, self.side), seen)

    def said(self) -> str:
        assert self.hint is not None
        return self.hint.words(Teller(self.scenario.words.__getitem__, known(self.scenario, self.side)))


def after(*texts: str) -> Game:
    return Game(fence(), texts)


def hinted(*texts: str) -> tuple[str, str]:
    """What the hint is about, and the move that it would make."""
    found = after(*texts).hint
    assert found is not None
    return found.what, found.move.text if found.move else ""


SAID = ("open line", "line/map.wall", "line/answer.wait", "line/reply.nod")
"""Everything about the fence is within reach, and the south has the floor."""


def test_an_open_claim_that_can_be_answered_comes_first() -> None:
    game = after("open line", "line/map.old-map")
    assert hinted("open line", "line/map.old-map") == ("answer", "line/answer.torn")
    assert game.said() == (
        "They have claimed: The old map shows the line. “The map is torn there” answers it; "
        "if you talk of something else now, it stands."
    )


def test_a_point_that_must_be_raised_is_named() -> None:
    assert hinted("open line") == ("raise", "line/map.old-map")
    assert after("open line").said() == (
        "Your instructions order you to raise this: The old map shows the line. “The map shows the line” does."
    )


def test_a_topic_is_named_for_what_might_be_worth_something_to_both() -> None:
    assert hinted() == ("turn", "open line")
    assert after().said() == (
        "It could be worth something to both of you: Fence: A hedge. Nobody has said it yet. "
        "Turn to “The line on the map”."
    )


def test_a_settlement_or_a_pair_within_reach_is_to_be_proposed() -> None:
    assert hinted(*SAID) == ("propose", "propose fence=ditch")
    assert after(*SAID).said() == (
        "This is within reach: Fence: A ditch. It is worth +16.0 to you, and they may well gain too. Propose it."
    )
    both = (*SAID, "open money", "money/bill.half-each", "pass")
    assert hinted(*both) == ("trade", "propose fence=ditch cost=shared")


KERB = ("kerb/window.sent", "kerb/door.wrong-day", "kerb/answer.wait", "kerb/steam.half", "kerb/cold.shiver")


def test_what_only_home_can_allow_is_to_be_asked_for() -> None:
    drivers = load(data("dialogues") / "two-drivers").scenario
    assert drivers is not None
    game = Game(drivers, (*KERB, "kerb/terms.squeeze", "pass"))
    assert game.hint is not None
    assert (game.hint.what, game.hint.move and game.hint.move.text) == ("ask", "recess thermos=half")
    assert game.said() == (
        "Thermos: Half and half is within reach, but not yours to give. "
        "A recess asks home; a package with it could be worth +36.0 to you."
    )


def test_a_package_on_the_table_is_weighed() -> None:
    assert hinted(*SAID, "propose fence=hedge") == ("accept", "accept")
    assert hinted(*SAID, "propose fence=ditch") == ("counter", "propose fence=hedge")
    assert hinted(*SAID, "pass", "propose fence=wall") == ("counter", "propose fence=ditch")
    assert hinted(*SAID, "propose fence=hedge", "propose fence=ditch") == ("accept", "accept")
    assert hinted(*SAID, "propose fence=hedge", "propose fence=wall") == ("no-authority", "refuse fence")


def test_what_they_called_the_hardest_part_is_left_alone() -> None:
    assert hinted(*SAID, "propose fence=ditch", "refuse fence", "pass") == ("propose", "propose fence=hedge")


def test_nothing_that_home_never_allows_is_suggested() -> None:
    for seed in range(200):
        game, draw = Game(fence()), Draw(seed)
        while game.state.node != END:
            found = game.hint
            if found and found.what in ("speak", "propose", "trade", "counter", "turn"):
                assert (0, 2) not in found.package or game.side == 0
            game.make(any_move(game.scenario, game.state, moves(game.scenario, game.state), draw))


def test_a_hint_is_a_sentence_or_two_and_its_move_can_be_made() -> None:
    found: set[str] = set()
    for name, games in (("new-york-1962", 25), ("two-drivers", 40)):
        scenario = load(data("dialogues") / name).scenario
        assert scenario is not None
        for seed in range(games):
            game, draw = Game(scenario), Draw(seed)
            while game.state.node != END:
                offered = moves(scenario, game.state)
                if point := game.hint:
                    found.add(point.what)
                    said = game.said()
                    assert said.count(". ") <= 2 and said.endswith(".") and "{" not in said
                    assert point.move is None or read(scenario, game.state, point.move.text).text == point.move.text
                use = point is not None and point.move is not None and seed % 2
                game.make(point.move if use and point and point.move else any_move(scenario, game.state, offered, draw))
    assert set(WORDS) - found <= {"nothing", "refuse", "answer-there", "raise-there", "sum-up"}


def test_there_is_no_hint_for_who_is_not_in_turn_or_sums_up() -> None:
    game = after("open line", "line/map.old-map")
    seen = view(game.scenario, game.state, 0, game.log)
    assert hint(known(game.scenario, 0), seen) is None
    assert after("sum-up").hint is None


def test_a_hint_is_made_of_what_the_side_may_know() -> None:
    # The grants of the other side are no part of a view, and its values none of what is known.
    game = after(*SAID, "pass", "recess fence=ditch", "pass")
    deals = game.state.deals
    told = game.hint
    game.state = game.state._replace(deals=deals._replace(grants=(0, deals.grants[1])))
    assert game.hint == told


def test_plain_mode_says_it_and_hot_seat_keeps_silent() -> None:
    for seats, said in (
        ((HUMAN, "conceder"), "Turn to “The line on the map”."),
        ((HUMAN, HUMAN), "there are no hints"),
    ):
        out = io.StringIO()
        session = Session.begin(fence(), seats, seed=1, keep=Unkept())
        PlainTable(session, io.StringIO("hint\n"), out).play()
        assert said in out.getvalue()


def played(scenario: Scenario, seed: int, side: int, hints: bool, other: str) -> tuple[int, int]:
    """A game against a counterpart: what it gained, in hundredths, and the other side's claims left unanswered."""
    game, draw, chooser = Game(scenario), Draw(seed), counterpart(other)
    while game.state.node != END:
        if game.side == side:
            point = game.hint if hints else None
            chance = any_move(scenario, game.state, moves(scenario, game.state), draw)
            game.make((point and point.move) or chance)
        else:
            seen = view(scenario, game.state, game.side, game.log)
            game.make(chooser.choose(known(scenario, game.side), seen, Draw(seed, game.state.moves_made)).move)
    theirs = sum(1 << claim.number for claim in scenario.claims if claim.side != side)
    _, value = result(scenario, game.state)
    left = game.state.made & ~game.state.answered & theirs
    return value[side] - reservation(scenario, side), (left | (standing(game.state) & theirs)).bit_count()


@pytest.mark.slow
@pytest.mark.parametrize("side", [0, 1])
def test_following_hints_beats_chance(side: int) -> None:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    games = [(seed, other) for other in NAMES for seed in range((100 if LONG else 50) // len(NAMES))]
    chance = [played(scenario, seed, side, False, other) for seed, other in games]
    hinted = [played(scenario, seed, side, True, other) for seed, other in games]
    assert sum(gain for gain, _ in hinted) > sum(gain for gain, _ in chance) + 20 * len(games)
    assert sum(gain > 0 for gain, _ in hinted) > 2 * sum(gain > 0 for gain, _ in chance)
    assert 3 * sum(left for _, left in hinted) < 2 * sum(left for _, left in chance)
