"""How a counterpart's share falls with time."""

import pytest

from game.engine.counterparts.concession import boulware, conceder, linear


@pytest.mark.parametrize(
    ("curve", "first", "middle", "last"),
    [(boulware, 750, 732, 200), (linear, 750, 450, 150), (conceder, 650, 253, 150)],
)
def test_a_share_falls_from_the_first_minute_to_the_last(curve, first, middle, last) -> None:  # type: ignore[no-untyped-def]
    assert curve(0, 190) == first
    assert abs(curve(95, 190) - middle) <= 1
    assert curve(190, 190) == last
    assert curve(400, 190) == last
    shares = [curve(minute, 190) for minute in range(191)]
    assert shares == sorted(shares, reverse=True)
