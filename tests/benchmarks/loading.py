"""How long a scenario takes from text to playable, once all is imported: the shipped one, and one of 5,000 nodes.

Of the shipped one also how long it takes to make its digests, which are needed to begin a record, and to check it.

python -m tests.benchmarks.loading

The large one is made up: 5,000 nodes and 6,500 moves in eight topics, some 3 MB. A move is written as those of the
shipped one are, with a folded speech, a label, a source, words for both cables, and every third with a condition; at
500 bytes it is somewhat shorter than they are.
"""

import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from textwrap import fill

from game.engine import digests
from game.engine.scenario import WRITTEN, Scenario
from game.places import data
from game.scenarios.files import read_folder
from game.scenarios.load import findings_of, load, load_files
from tests.benchmarks.story import scenario

TIMES = 40
"""How often each is done: what else the machine does only makes it longer, and seldom leaves 50 ms alone."""
TOPICS, NODES, MOVES = 8, 625, 1.3
WORDS = [
    "the", "of", "and", "to", "in", "that", "it", "is", "was", "for", "on", "are", "with", "they", "at", "be", "this",
    "have", "from", "or", "had", "by", "word", "but", "what", "some", "we", "can", "out", "other", "were", "all",
    "there", "when", "up", "use", "your", "how", "said", "an", "each", "which", "do", "their", "time", "if", "will",
    "aircraft", "letter", "inspection", "question", "assurance", "agreement", "island", "minister", "government",
]  # fmt: skip


def seconds(do: Callable[[], object], times: int) -> float:
    """The shortest of several times that it takes."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        do()
        best = min(best, time.process_time() - begun)
    return best


def loaded(files: Mapping[str, bytes]) -> Scenario:
    """A scenario in which nothing is wrong."""
    scenario = load_files(files).scenario
    assert scenario is not None
    return scenario


def large() -> dict[str, bytes]:
    """The sides and the issue of the story, and topics without end."""
    files, chance = scenario(), random.Random(1962)
    names = [f"part-{number}" for number in range(1, TOPICS + 1)]
    for name in names:
        files[f"topics/{name}.yaml"] = "\n".join(_topic(name, chance)).encode()
    del files["topics/story.yaml"]
    header = files["scenario.yaml"].decode().replace("opening: story\n", "")
    files["scenario.yaml"] = header.replace("topics: [story,", f"topics: [{', '.join(names)},").encode()
    return files


def _topic(name: str, chance: random.Random) -> Iterator[str]:
    yield f"topic: {name}\ntitle: {_text(chance, 3)}\nopens: {{us: n0, them: n1}}\nnodes:"
    moves = 0
    for node in range(NODES):
        side, speaker = (("us", "ann"), ("them", "tom"))[node % 2]
        yield f"  n{node}:\n    turn: {side}\n    scene: {_text(chance, 7)}\n    moves:"
        for _ in range(int(MOVES * (node + 1)) - int(MOVES * node)):
            yield f"      m{moves}:\n        kind: assert\n        label: {_text(chance, 5)}"
            if moves % 3 == 2:
                yield f"        when: said.m{chance.randrange(moves)} and not said.m{chance.randrange(moves)}"
            speech = fill(_text(chance, 20), 110, initial_indent=" " * 14, subsequent_indent=" " * 14)
            yield f"        says:\n          - {speaker}: >-\n{speech}"
            yield f"        source: none\n        basis: invented\n        changes: {{{_meter(chance)}: 1}}"
            yield "        cable:"
            yield from (f"          {each}: {_text(chance, 6)}" for each in ("us", "them"))
            yield f"        goto: {f'n{node + 1}' if node + 1 < NODES else 'floor'}"
            moves += 1


def _text(chance: random.Random, words: int) -> str:
    return f"{' '.join(chance.choices(WORDS, k=words)).capitalize()}."


def _meter(chance: random.Random) -> str:
    return chance.choice(["trust", "rounds"])


def main() -> None:
    """A line for each."""
    folder = data("dialogues") / "new-york-1962"
    shipped = load(folder)
    scenario, (written, _) = loaded(shipped.files), read_folder(folder, games=True)
    for what, spent in (
        ("the shipped scenario", seconds(lambda: loaded(shipped.files), TIMES)),
        (
            "its digests, for a record",
            seconds(lambda: (digests.rules(scenario), digests.wording(scenario.words)), TIMES),
        ),
        ("all that check finds in it", seconds(lambda: findings_of(written, []), TIMES)),
    ):
        print(f"{what:27}{spent * 1000:7.0f} ms")
    files = large()
    size, count = sum(map(len, files.values())) / 1e6, len(files)
    spent = seconds(lambda: loaded(files), 4)
    gc.collect()
    tracemalloc.start()
    kept = loaded(files)
    files.clear()
    gc.collect()
    live = tracemalloc.get_traced_memory()[0] / 2**20
    nodes, moves = len(kept.nodes) - WRITTEN, len(kept.moves)
    print(f"{nodes:,} nodes, {moves:,} moves, {size:.1f} MB in {count} files {spent:8.2f} s, {live:.0f} MiB live")


if __name__ == "__main__":
    main()
