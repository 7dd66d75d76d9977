"""What is loaded is a tree: nothing in it has to be looked for by the garbage collector."""

import gc
from collections.abc import Callable, Iterator

import pytest

from game.scenarios.collector import paused
from game.scenarios.load import findings_of, load_files
from tests.scenarios.test_forms import loaded
from tests.small_scenario import small_files


@pytest.fixture
def idle() -> Iterator[None]:
    """The collector does nothing of its own accord."""
    gc.disable()
    yield
    gc.enable()


def left_behind(do: Callable[[], object]) -> int:
    """What the collector finds when something was done; what is made when it is first done is none of it."""
    do()
    gc.collect()
    do()
    return gc.collect()


@pytest.mark.usefixtures("idle")
def test_a_scenario_is_gone_as_soon_as_nobody_holds_it() -> None:
    assert left_behind(lambda: load_files(small_files())) == 0


@pytest.mark.usefixtures("idle")
def test_a_form_is_gone_as_well() -> None:
    assert left_behind(lambda: loaded(form="short")) == 0


@pytest.mark.usefixtures("idle")
def test_so_is_what_was_checked_and_found_wrong() -> None:
    files = small_files(("topics/well.yaml", "goto: road/speak", "goto: road/speek"))
    assert left_behind(lambda: findings_of(files, [])) == 0


def test_the_collector_goes_on_where_it_was_at_work() -> None:
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("idle")
def test_the_collector_is_not_begun_where_it_was_not_at_work() -> None:
    with paused():
        pass
    assert not gc.isenabled()
