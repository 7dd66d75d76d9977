"""Each counterpart behaves as its definition says, at the meeting: seen in the figures of some games."""

from functools import cache

import pytest

from game.engine.counterparts import NAMES
from game.engine.events import Claimed, Denied, Reached
from game.engine.moves import Recess
from game.engine.scenario import Scenario
from game.places import data
from game.scenarios.conduct import FIFTHS, Conduct, conduct
from game.scenarios.load import load
from game.scenarios.rehearse import rehearse

pytestmark = pytest.mark.slow

GAMES = 56
"""Four from each side against each opponent. The report plays 2,000."""


@cache
def meeting() -> Scenario:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    return scenario


@cache
def next_day() -> Scenario:
    scenario = load(data("dialogues") / "new-york-next-day").scenario
    assert scenario is not None
    return scenario


@cache
def of(name: str) -> Conduct:
    return conduct(meeting(), name, GAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_agrees_to_what_home_disavows(name: str) -> None:
    assert of(name).games == GAMES
    assert of(name).disavowed == 0


@pytest.mark.parametrize("name", ["boulware", "by-the-record"])
def test_boulware_hardly_moves_until_the_last_fifth(name: str) -> None:
    first, *_, fourth, last = [of(name).wants(fifth) for fifth in range(FIFTHS)]
    assert first > 7
    assert fourth > 6
    assert last < fourth - 1


def test_boulware_reads_its_points_first_and_offers_late() -> None:
    found = of("boulware")
    assert found.share(["assert"]) > found.share(["offer", "concede"])
    assert found.share(["offer", "concede"], found.late) > found.share(["offer", "concede"], found.early)


def test_a_conceder_gives_way_at_once_and_offers_more_than_a_hardliner_or_a_prepared_text() -> None:
    found = of("conceder")
    assert found.wants(0) < 5
    assert found.wants(0) - found.wants(2) > found.wants(2) - found.wants(4)
    for other in ("hardliner", "boulware", "by-the-record"):
        assert found.share(["offer", "concede"]) > 1.5 * of(other).share(["offer", "concede"])


def test_a_hardliner_wants_the_same_from_first_to_last_and_warns() -> None:
    found = of("hardliner")
    assert all(5.5 <= found.wants(fifth) <= 6.5 for fifth in range(FIFTHS))
    for other in ("conceder", "logroller", "micro", "tit-for-tat"):
        assert found.share(["warn"]) > of(other).share(["warn"])


def test_the_clock_means_nothing_to_tit_for_tat() -> None:
    found = of("tit-for-tat")
    assert abs(found.wants(0) - found.wants(FIFTHS - 1)) < 1
    assert found.agreed < of("conceder").agreed


def test_a_logroller_asks_and_trades_several_issues_at_once() -> None:
    found = of("logroller")
    assert found.share(["ask"]) > of("boulware").share(["ask"])
    assert found.several > 0.7 * found.tabled.total()


def test_whoever_gives_way_early_agrees_oftener_than_a_hardliner() -> None:
    assert of("conceder").agreed > of("hardliner").agreed


@pytest.mark.parametrize("name", ["logroller", "conceder", "fair"])
def test_nobody_leaves_the_room_twice_running_nor_asks_twice_in_vain(name: str) -> None:
    for seed in range(12):
        before: tuple[bool, int] = (False, -1)
        denied: set[tuple[int, int, int]] = set()
        for step in rehearse(next_day(), seed, (name, name)):
            side = next_day().nodes[step.before.node].side
            if isinstance(step.move, Recess):
                assert before != (True, side), seed
                assert (side, step.move.issue, step.move.settlement) not in denied, seed
            before = isinstance(step.move, Recess), side
            for event in step.events:
                if isinstance(event, Denied):
                    denied.add((event.side, event.issue, event.settlement))
                elif isinstance(event, Reached | Claimed):
                    denied.clear()
