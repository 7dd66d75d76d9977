"""For all tests: properties are given time, because machines are shared; in CI they try the same examples each time."""

import os

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "patient")
