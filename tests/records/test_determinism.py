"""The same moves lead to the same positions in any process: hashes, language and time zone change nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.places import data
from tests.long import LONG

MOVES = 100_000 if LONG else 20_000

PLACES = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Kathmandu"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
)


@pytest.mark.slow
def test_random_games_replay_to_the_same_positions_everywhere() -> None:
    folder = str(data("dialogues") / "new-york-1962")
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.records.at_random", folder, str(MOVES)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, **place},
            stdout=subprocess.PIPE,
            text=True,
        )
        for place in PLACES
    ]
    fingerprints = [child.communicate()[0].strip() for child in children]
    assert [child.returncode for child in children] == [0, 0, 0]
    assert len(fingerprints[0]) == 64
    assert len(set(fingerprints)) == 1
