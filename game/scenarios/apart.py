"""A scenario read in a process of its own: what reading takes is gone when it has been read.

Reading needs pydantic, YAML and room for a tree of every file, some twenty MiB that playing never looks at
again; and while this process reads, it draws nothing. So a program with a screen lets another Python read and
takes what came of it. Where there can be no other Python, or it fails, this one reads.

What comes back is pickled, by a process that was started here and that nobody else can speak for. Conditions
come as the Python that they became; it holds nothing but whole numbers and the parts of a `State`.
"""

import pickle
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from game.engine.conditions import Condition, Test
from game.engine.state import State
from game.scenarios.loaded import Loaded

_START = "import sys; sys.path[:] = sys.argv[1:]; from game.scenarios.apart import answer; answer()"
_PART = re.compile(rf"\b({'|'.join(State._fields)})\b")


def load(folder: Path, form: str = "", language: str = "") -> Loaded:
    """As `load.load` does it."""
    found = _asked("load", folder, form, language)
    if found is None:
        from game.scenarios import load as here

        return here.load(folder, form, language)
    return found


def load_files(files: Mapping[str, bytes], form: str = "") -> Loaded:
    """As `load.load_files` does it."""
    found = _asked("load_files", files, form)
    if found is None:
        from game.scenarios import load as here

        return here.load_files(files, form)
    return found


def _asked(*question: object) -> Loaded | None:
    """What another Python answers; None where it does not."""
    if not sys.executable:
        return None
    places = [str(Path(__file__).parents[2]), *sys.path]
    try:
        # -I: neither the folder in which somebody happens to play nor the environment has a say in what is imported.
        other = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _START, *places],
            input=pickle.dumps(question),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    found = pickle.loads(other.stdout)
    assert isinstance(found, Loaded)
    return found


def answer() -> None:
    """Be the other Python: read what is asked for on standard input."""
    from game.scenarios import load as here

    name, *question = pickle.load(sys.stdin.buffer)
    _Packer(sys.stdout.buffer, pickle.HIGHEST_PROTOCOL).dump(getattr(here, name)(*question))


class _Packer(pickle.Pickler):
    """Packs values by what they are made of, and leaves out what they make of it themselves."""

    def reducer_override(self, thing: Any) -> Any:
        if isinstance(thing, Condition):
            return condition_of, (thing.text, thing.code, thing.reads)
        if is_dataclass(thing) and not isinstance(thing, type):
            return type(thing), tuple(getattr(thing, each.name) for each in fields(thing) if each.init)
        return NotImplemented


def condition_of(text: str, code: str, reads: frozenset[str]) -> Condition:
    """A condition again, from the Python that it became."""
    test: Test = eval("lambda state: " + _PART.sub(r"state.\1", code))
    return Condition(text, test, code, reads)
