"""Figures as a person reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.speech.figures import adding_up, between, gain, hundredths, signed

PARTS = st.lists(st.integers(-4000, 4000), max_size=9)


def tenths(figure: str) -> int:
    """A figure as it is shown, in tenths."""
    return round(10 * float(figure.replace("−", "-")))


@pytest.mark.parametrize(
    ("value", "shown"), [(5976, "+59.8"), (-200, "−2.0"), (-4, "0.0"), (4, "0.0"), (5, "+0.1"), (-5, "−0.1")]
)
def test_a_loss_has_a_minus_sign_and_nothing_has_none(value: int, shown: str) -> None:
    assert gain(value) == shown


def test_whole_numbers_have_it_too() -> None:
    assert [signed(2), signed(0), signed(-1)] == ["+2", "+0", "−1"]


def test_what_stands_in_a_list_comes_to_the_sum_under_it() -> None:
    parts = [1184, 1184, 1184]  # each alone is 11.8, all together 35.5
    assert [hundredths(each) for each in adding_up(parts)] == ["11.9", "11.8", "11.8"]
    assert hundredths(sum(parts)) == "35.5"


@given(PARTS)
def test_any_list_does_and_no_figure_in_it_is_a_tenth_off(parts: list[int]) -> None:
    shown = adding_up(parts)
    assert sum(tenths(hundredths(each)) for each in shown) == tenths(hundredths(sum(parts)))
    assert all(abs(each - part) < 10 for each, part in zip(shown, parts, strict=True))


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_between_two_figures_lies_what_a_reader_would_reckon(now: int, then: int) -> None:
    assert tenths(hundredths(between(now, then))) == tenths(hundredths(now)) - tenths(hundredths(then))
