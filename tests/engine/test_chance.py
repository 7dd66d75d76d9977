"""Draws: the same numbers for ever, on every machine."""

from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import Draw


def test_the_numbers_of_a_seed_never_change() -> None:
    # Splitmix64 from state 1234567, as its authors publish the first outputs.
    draw = Draw(0)
    draw._state = 1234567
    assert [draw.number() for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_a_draw_depends_on_the_seed_and_the_moves_made_alone() -> None:
    assert Draw(7, 3).number() == Draw(7, 3).number()
    assert len({Draw(seed, made).number() for seed in range(40) for made in range(40)}) == 1600


@given(st.integers(0, 2**63), st.integers(1, 1000))
def test_a_number_is_below_its_limit(seed: int, limit: int) -> None:
    assert 0 <= Draw(seed).below(limit) < limit
