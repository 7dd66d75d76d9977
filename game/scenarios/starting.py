"""A new scenario: a small complete one in its own folder, ready to be played and changed."""

import os
from pathlib import Path

from game.limits import IDENTIFIER
from game.phrases import phrase
from game.places import data
from game.scenarios.schema import FOLDER, KINDS, editor_line, kind_of, text

TEMPLATE = "new-scenario"
"""The folder of the template among the assets, and its name in it."""


class CannotStart(ValueError):
    """Nothing can be written there; why stands in its text, which is a sentence."""


def start_scenario(folder: Path) -> list[str]:
    """Write the template into a folder of its own, named after it; returns the files. Raises `CannotStart`, `OSError`.

    Where schemas lie beside the folder, as they do in `dialogues/`, the files name those; else they get their own.
    """
    name = folder.resolve().name
    if not IDENTIFIER.fullmatch(name):
        raise CannotStart(
            phrase(
                "A scenario is named after its folder, and '{name}' cannot be a name: small letters, digits and "
                "hyphens.",
                name=name,
            )
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStart(
            phrase(
                "There is something in '{folder}' already, and nothing was written. Name a new folder.", folder=folder
            )
        )
    template = data("assets") / TEMPLATE
    beside = (folder.resolve().parent / FOLDER / "scenario.json").is_file()
    schemas = f"../{FOLDER}" if beside else FOLDER
    written = []
    for path in sorted(each for each in template.rglob("*") if each.suffix in (".yaml", ".md")):
        file = path.relative_to(template).as_posix()
        words = path.read_text(encoding="utf-8")
        if file == "scenario.yaml":
            words = words.replace(f"scenario: {TEMPLATE}\n", f"scenario: {name}\n")
        if kind_of(file):
            words = f"{editor_line(file, schemas)}\n{words}"
        _write(folder / file, words)
        written.append(file)
    if not beside:
        for kind in KINDS:
            _write(folder / FOLDER / f"{kind}.json", text(kind))
    return written


def _write(path: Path, words: str) -> None:
    os.makedirs(path.parent, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")
