"""How counterparts weigh packages: quickly, and as plain enumeration would."""

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, bargainer, counterpart
from game.engine.counterparts.bargainer import Bargainer
from game.engine.counterparts.choice import Choice, Reason
from game.engine.counterparts.recollection import authorised, packages_of
from game.engine.events import Event
from game.engine.issues import Combination, Table, Worth, bits, with_package
from game.engine.moves import Package, Packages, packages
from game.engine.play import play, start
from game.engine.scenario import END, Scenario
from game.engine.state import State, digest
from game.engine.views import Known, View, known, view
from game.places import data
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse
from tests.fence import fence
from tests.long import LONG

SIZES = (3, 2, 4)
TABLES = st.tuples(*(st.integers(0, size - 1) for size in SIZES))


@st.composite
def packages_at_random(draw: st.DrawFn) -> Package:
    return tuple((i, draw(st.integers(0, SIZES[i] - 1))) for i in sorted(draw(st.sets(st.integers(0, 2), min_size=1))))


@st.composite
def combinations_at_random(draw: st.DrawFn) -> Combination:
    def sets() -> tuple[tuple[int, int], ...]:
        chosen = sorted(draw(st.sets(st.integers(0, 2))))
        return tuple((i, bits(draw(st.sets(st.integers(0, SIZES[i] - 1))))) for i in chosen)

    return Combination(sets(), sets())


WORTHS = st.builds(
    Worth,
    st.tuples(*(st.tuples(*[st.integers(0, 50)] * size) for size in SIZES)),
    st.lists(st.tuples(combinations_at_random(), st.integers(-9, 9)), max_size=3).map(tuple),
)


@given(WORTHS, TABLES, packages_at_random())
def test_a_gain_is_the_worth_of_the_table_with_a_package_less_that_without(
    worth: Worth, table: Table, package: Package
) -> None:
    assert worth.over(table)(package) == worth(with_package(table, package)) - worth(table)


def plainly_best_with(self: Bargainer, known: Known, seen: View, settlement: tuple[int, int]) -> int:
    """`Bargainer.worth_with`, looking at every package and at whole tables."""
    best = 0
    for move in seen.packages:
        rest = [pair for pair in move.package if pair != settlement]
        if settlement in move.package and all(authorised(known, seen, pair) for pair in rest):
            table = with_package(seen.table, move.package)
            if self.theirs(known, seen)(move.package) > 0:
                best = max(best, known.worth(table) - known.worth(seen.table))
    return best


def plainly_best(self: Bargainer, known: Known, seen: View) -> Choice | None:
    """`Bargainer.package`, looking at every package and at whole tables."""
    found = []
    for move in seen.packages:
        table = with_package(seen.table, move.package)
        gain = known.worth(table) - known.worth(seen.table)
        theirs = self.theirs(known, seen)(move.package)
        wanted = self.least(known, seen)(move.package, gain, theirs)
        if gain > 0 < theirs and gain >= wanted and all(authorised(known, seen, pair) for pair in move.package):
            new = move.package not in packages_of(seen, known.side)
            found.append(((new, self.liking(move.package, gain, theirs)), move, gain, wanted))
    if not found:
        return None
    liking = max(each[0] for each in found)
    _, move, gain, wanted = next(each for each in found if each[0] == liking)

    def alone(pair: tuple[int, int]) -> int:
        return known.worth(with_package(seen.table, (pair,))) - known.worth(seen.table)

    hardest = min(move.package, key=alone)
    issue = known.issues[hardest[0]]
    return Choice(move, Reason("worth", "", issue.id, issue.settlements[hardest[1]], gain, wanted))


@pytest.fixture(name="plainly")
def plain_enumeration(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, counterparts weigh packages one by one."""

    def begin() -> None:
        monkeypatch.setattr(bargainer.Bargainer, "package", plainly_best)
        monkeypatch.setattr(bargainer.Bargainer, "worth_with", plainly_best_with)

    return begin


def records(scenario: Scenario, games: int) -> str:
    """One fingerprint of so many games, every pair of counterparts in turn."""
    pairs = [(first, second) for first in NAMES for second in NAMES]
    whole = hashlib.sha256()
    for seed in range(games):
        for step in rehearse(scenario, seed, pairs[seed % len(pairs)]):
            whole.update(f"{step.move.text} {digest(step.after)}\n".encode())
    return whole.hexdigest()


def test_counterparts_play_the_games_that_plain_enumeration_would(plainly: Callable[[], None]) -> None:
    quick = records(fence(), 200)
    plainly()
    assert records(fence(), 200) == quick


def all_in_words(scenario: Scenario) -> State:
    """The floor of the side that has it first, with every settlement within reach and every point raised."""
    begun = start(scenario)
    reach = sum(each.bit for issue in scenario.issues for each in issue.settlements)
    raised = bits(claim for claims in scenario.must_raise for claim in claims)
    return begun._replace(node=scenario.first, made=raised, deals=begun.deals._replace(reach=reach))


def bargains(scenario: Scenario, seed: int) -> list[tuple[str, Reason]]:
    """What every counterpart would do at each floor and answer of a game in which much can be tabled."""
    state, draw = all_in_words(scenario), Draw(seed)
    log: list[Event] = []
    found: list[tuple[str, Reason]] = []
    while state.node != END and len(found) < 20 * len(NAMES):
        side = scenario.nodes[state.node].side
        seen = view(scenario, state, side, log)
        for name in NAMES:
            if seen.place != "topic":
                choice = counterpart(name).choose(known(scenario, side), seen, Draw(seed, state.moves_made))
                found.append((choice.move.text, choice.reason))
        tabled = seen.packages.sample(draw.number()) if draw.below(3) == 0 else None
        state, events = play(scenario, state, tabled or draw.one_of(seen.moves))
        log += events
    return found


@pytest.mark.slow
def test_with_everything_in_words_counterparts_choose_as_plain_enumeration_would(plainly: Callable[[], None]) -> None:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    seeds = range(6) if LONG else (2,)
    quick = [bargains(scenario, seed) for seed in seeds]
    assert {"worth", "counters", "accepts"} <= {reason.why for game in quick for _, reason in game}
    plainly()
    assert [bargains(scenario, seed) for seed in seeds] == quick


def test_combinations_of_some_settlements_come_in_the_order_of_all() -> None:
    offered = packages(fence(), all_in_words(fence()))
    assert isinstance(offered, Packages)
    listed = [move.package for move in offered]
    some = {(0, 2), (0, 3), (1, 1), (1, 2)}
    allowed = [package for package in offered.made_of(some.__contains__) if offered.allows(package)]
    assert allowed == [package for package in listed if some.issuperset(package)]
    assert offered.propose(listed[4]).text == offered[4].text
