"""The titles of scenarios for the first screen, read without PyYAML or pydantic."""

import re
from dataclasses import dataclass
from pathlib import Path

_HEAD_BYTES = 4096
_KEY = re.compile(r"^(scenario|title|subtitle|teaches):[ \t]+(.+?)[ \t\r]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the title screen says of a scenario."""

    id: str
    title: str
    subtitle: str
    folder: Path
    teaches: bool = False
    """Whether it teaches how to play."""


def heads(folder: Path) -> list[Head]:
    """The head of every scenario in a folder, by name. A folder that cannot be read has none."""
    found = []
    try:
        candidates = sorted(each for each in folder.iterdir() if (each / "scenario.yaml").is_file())
    except OSError:
        return []
    for each in candidates:
        try:
            with (each / "scenario.yaml").open("rb") as file:
                text = file.read(_HEAD_BYTES).decode("utf-8", "replace")
        except OSError:
            continue
        keys: dict[str, str] = {}
        for name, value in _KEY.findall(text):
            keys.setdefault(name, _plain(value))
        id_ = keys.get("scenario", each.name)
        teaches = keys.get("teaches") == "yes"
        found.append(Head(id_, keys.get("title", id_), keys.get("subtitle", ""), each, teaches))
    return found


def _plain(value: str) -> str:
    """A text of one line without its quotes and without a comment behind it."""
    if value[:1] in ("'", '"') and value[-1:] == value[0] and len(value) > 1:
        return value[1:-1].replace(value[0] * 2, value[0]) if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return re.sub(r"\s+#.*$", "", value)
