"""The garbage collector, paused where many small objects are made and hardly any in circles.

Positions and events are tuples of whole numbers, and what is read of a file is a tree: neither ever makes a
circle, so that looking for circles among them finds nothing. It doubles the time of loading, and takes a
tenth of that of playing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No looking for circles until the end; afterwards as it was before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
