"""For all tests: properties are given time, because machines are shared; in CI they try the same examples each time."""

import gc
import os

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "patient")


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: now and then a test waits, for a program, a browser or the disk."""
    return (os.cpu_count() or 1) + 1


def pytest_unconfigure() -> None:
    """Before it ends, pytest has the collector look five times at all that there was; as `game.tui.app.run` says."""
    gc.freeze()
