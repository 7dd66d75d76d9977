"""What must hold in any game whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, counterpart
from game.engine.moves import moves, packages, read
from game.engine.play import play, start
from game.engine.scenario import END, RUN_LIMIT
from game.engine.state import digest
from game.engine.views import NEVER, known, view
from game.scenarios.rehearse import rehearse
from tests.fence import fence

SEEDS = st.integers(0, 2**32)


@given(SEEDS)
@settings(max_examples=60)
def test_every_game_ends_and_no_position_is_stuck(seed: int) -> None:
    scenario = fence()
    for step in rehearse(scenario, seed):
        assert step.after.node == END or moves(scenario, step.after)
        assert step.after.run <= RUN_LIMIT
        assert step.after.minutes >= step.before.minutes
    assert step.after.node == END


@given(SEEDS)
@settings(max_examples=60)
def test_every_move_reads_back_from_its_text(seed: int) -> None:
    scenario = fence()
    for step in rehearse(scenario, seed):
        offered = [*moves(scenario, step.before), *packages(scenario, step.before)]
        texts = [move.text for move in offered]
        assert len(set(texts)) == len(texts)
        for move in offered:
            again = read(scenario, step.before, f"  {move.text} ")
            assert play(scenario, step.before, again) == play(scenario, step.before, move)


@given(SEEDS)
@settings(max_examples=60)
def test_claims_are_made_once_and_never_unanswered(seed: int) -> None:
    for step in rehearse(fence(), seed):
        was, now = step.before, step.after
        assert not was.made & ~now.made
        assert not was.answered & ~now.answered
        assert not was.due & ~now.due
        assert not was.deals.reach & ~now.deals.reach
        assert not now.answered & ~now.made


@given(SEEDS, st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=40, deadline=None)
def test_counterparts_play_to_the_end_within_their_authority(seed: int, north: str, south: str) -> None:
    scenario = fence()
    players = (counterpart(north), counterpart(south))
    state, log = start(scenario), []
    while state.node != END:
        side = scenario.nodes[state.node].side
        seen = view(scenario, state, side, log)
        draw = Draw(seed, state.moves_made)
        chosen = players[side].choose(known(scenario, side), seen, draw)
        same = players[side].choose(known(scenario, side), seen, Draw(seed, state.moves_made))
        assert (chosen.move.text, chosen.reason) == (same.move.text, same.reason)
        assert chosen.reason.why
        state, events = play(scenario, state, read(scenario, state, chosen.move.text))
        log += events
    for side in (0, 1):
        rules = known(scenario, side).authority
        assert all(rules[i, s] != NEVER for i, s in enumerate(state.deals.table) if s)


def test_digests_are_the_same_everywhere() -> None:
    *_, last = rehearse(fence(), 1962)
    assert digest(last.after) == digest(last.after._replace())
    assert len(digest(last.after)) == 64
    assert digest(last.after) != digest(last.before)
