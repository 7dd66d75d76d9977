"""Whether the longer runs are wanted: `make long` wants them, `make test` takes a sample of each."""

import os

LONG = bool(os.environ.get("SEE_AND_COUNT_LONG"))
