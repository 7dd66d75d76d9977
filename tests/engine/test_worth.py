"""Worth and frontier: compared with plain enumeration written another way."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.engine.frontier import Outcome, egalitarian, frontier, kalai_smorodinsky, nash, rational
from game.engine.issues import Combination, Worth, bits, with_package

VALUES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=40)


def found(values: list[tuple[int, int]]) -> list[Outcome]:
    return [Outcome((number,), value) for number, value in enumerate(values)]


@given(VALUES)
def test_the_frontier_is_what_nothing_beats(values: list[tuple[int, int]]) -> None:
    def beaten(each: tuple[int, int]) -> bool:
        return any(other[0] >= each[0] and other[1] >= each[1] and other != each for other in values)

    expected = sorted(number for number, each in enumerate(values) if not beaten(each))
    assert sorted(outcome.table[0] for outcome in frontier(found(values))) == expected


@given(VALUES, st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_the_three_points_are_best_by_their_own_measure(values: list[tuple[int, int]], floor: tuple[int, int]) -> None:
    good = rational(found(values), floor)
    if not good:
        return
    gains = [(a - floor[0], b - floor[1]) for _, (a, b) in good]
    best = (max(a for a, _ in gains), max(b for _, b in gains))

    def gain(outcome: Outcome) -> tuple[int, int]:
        return outcome.value[0] - floor[0], outcome.value[1] - floor[1]

    a, b = gain(nash(good, floor))
    assert a * b == max(x * y for x, y in gains)
    a, b = gain(egalitarian(good, floor))
    assert min(a, b) == max(min(x, y) for x, y in gains)
    a, b = gain(kalai_smorodinsky(good, floor))
    if best[0] and best[1]:
        assert min(a / best[0], b / best[1]) >= max(min(x / best[0], y / best[1]) for x, y in gains) - 1e-9


def test_worth_is_the_points_of_each_issue_and_the_links_that_hold() -> None:
    worth = Worth(((10, 20), (5, 7, 9)), ((Combination(((0, bits([1])), (1, bits([0, 2])))), -3),))
    expected = {(0, 0): 15, (0, 1): 17, (0, 2): 19, (1, 0): 22, (1, 1): 27, (1, 2): 26}
    assert {table: worth(table) for table in product(range(2), range(3))} == expected


def test_a_combination_does_not_hold_where_its_exception_does() -> None:
    alone = Combination(((0, bits([2])),), unless=((1, bits([1, 2])),))
    assert alone.holds((2, 0))
    assert not alone.holds((2, 1))
    assert not alone.holds((1, 0))


def test_a_package_changes_only_its_own_issues() -> None:
    assert with_package((0, 3, 1), ((0, 2), (2, 0))) == (2, 3, 0)
