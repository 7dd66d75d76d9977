"""How long a scenario takes from text to playable, once all is imported: the shipped one, and one of 5,000 nodes.

python -m tests.benchmarks.loading
"""

import gc
import time
import tracemalloc
from collections.abc import Mapping

from game.engine.scenario import WRITTEN
from game.places import data
from game.scenarios.load import load, load_files
from tests.benchmarks.story import scenario

COPIES = 313
"""A topic of the story has sixteen nodes, so these have five thousand."""


def seconds(files: Mapping[str, bytes], times: int) -> float:
    """The shortest of several loads."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        assert load_files(files).scenario is not None
        best = min(best, time.process_time() - begun)
    return best


def large() -> dict[str, bytes]:
    """The story many times over, each a topic of its own in a file of its own."""
    files = scenario()
    story = files["topics/story.yaml"].decode()
    names = ["story", *(f"story-{number}" for number in range(1, COPIES))]
    for name in names[1:]:
        files[f"topics/{name}.yaml"] = story.replace("topic: story", f"topic: {name}", 1).encode()
    header = files["scenario.yaml"].decode()
    files["scenario.yaml"] = header.replace("topics: [story,", f"topics: [{', '.join(names)},").encode()
    return files


def main() -> None:
    """A line for each."""
    shipped = load(data("dialogues") / "new-york-1962")
    print(f"the shipped scenario      {seconds(shipped.files, 7) * 1000:8.0f} ms")
    files = large()
    size = sum(map(len, files.values())) / 2**20
    spent = seconds(files, 2)
    gc.collect()
    tracemalloc.start()
    loaded = load_files(files).scenario
    assert loaded is not None
    del files
    gc.collect()
    live = tracemalloc.get_traced_memory()[0] / 2**20
    nodes, moves = len(loaded.nodes) - WRITTEN, len(loaded.moves)
    print(f"{nodes:,} nodes, {moves:,} moves, {size:.1f} MiB {spent:8.2f} s, {live:.0f} MiB live")


if __name__ == "__main__":
    main()
