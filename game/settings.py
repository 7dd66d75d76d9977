"""Settings: one table says what there is to set, and the screen, the file and the palette are made from it.

The file is TOML, for people to change by hand. What is wrong in it is said in one sentence, the usual value
is taken instead, and a file that could not be read whole is never written over.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from game import places
from game.phrases import noted, phrase
from game.speech.gate import clean

Value = str | bool
"""What a setting can be."""

ON_OFF: tuple[tuple[Value, str], ...] = ((True, noted("on")), (False, noted("off")))
FILE_BYTES = 65_536
"""Bytes of a settings file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How somebody likes the game. Every field but `keys` is explained in `TABLE`."""

    theme: str = "carbon"
    pace: str = "usual"
    motion: str = "off"
    width: str = "usual"
    plain_words: bool = False
    worth: str = "shown"
    hints: bool = True
    language: str = ""
    games: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the name of what they do, as the help page names it: `{"propose": "v"}`."""

    def of(self, name: str) -> Value:
        """The value of a setting of the table."""
        value: Value = getattr(self, name)
        return value

    def put(self, name: str, value: Value) -> "Settings":
        """With another value of a setting of the table."""
        changed: dict[str, Any] = {name: value}
        return replace(self, **changed)


class Setting(NamedTuple):
    """One thing to set."""

    name: str
    title: str
    help: str
    choices: tuple[tuple[Value, str], ...] = ()
    """Each value with its word on the screen; none where any text will do."""

    empty: str = ""
    """What a text that is left empty stands for."""

    def takes(self, value: Value) -> bool:
        """Whether it can be this."""
        if not self.choices:
            return isinstance(value, str)
        return any(type(value) is type(each) and value == each for each, _ in self.choices)

    def word(self, value: Value) -> str:
        """A value as it stands on the screen."""
        found = next((word for each, word in self.choices if each == value), "" if value else self.empty)
        return phrase(found) or str(value)


TABLE = (
    Setting(
        "theme",
        noted("Colours"),
        noted("Carbon paper by lamplight, telegram paper by day, or the terminal's own colours."),
        (
            ("carbon", noted("carbon")),
            ("paper", noted("paper")),
            ("ansi-dark", noted("terminal, dark")),
            ("ansi-light", noted("terminal, light")),
        ),
    ),
    Setting(
        "pace",
        noted("Pace of replies"),
        noted("How long the other side takes. Space hurries it at any time."),
        (("at-once", noted("at once")), ("brisk", noted("brisk")), ("usual", noted("usual")), ("slow", noted("slow"))),
    ),
    Setting(
        "motion",
        noted("Motion"),
        noted("Nothing moves; or the other side's words are typed out letter by letter, and any key finishes them."),
        (("off", noted("none")), ("typed", noted("replies typed out"))),
    ),
    Setting(
        "width",
        noted("Width of text"),
        noted("How wide a column of text may be."),
        (("narrow", noted("narrow")), ("usual", noted("usual")), ("wide", noted("wide"))),
    ),
    Setting(
        "plain_words", noted("Plain words"), noted("The thought behind each line stands above it, theirs too."), ON_OFF
    ),
    Setting(
        "worth",
        noted("What a change is worth"),
        noted("Shown as it happens, or kept until the end."),
        (("shown", noted("shown")), ("kept", noted("kept until the end"))),
    ),
    Setting(
        "hints", noted("Hints"), noted("Whether h, pressed at the table, points at one thing worth looking at."), ON_OFF
    ),
    Setting(
        "language",
        noted("Language"),
        noted("A translation of the screens, by the name of its file; empty for English. From the next start on."),
        empty=noted("English"),
    ),
    Setting(
        "games",
        noted("Where games are kept"),
        noted("A folder, from the next start on. Games already kept stay where they are."),
        empty=noted("the usual place"),
    ),
)
"""Everything that can be set, in the order of the screen."""


def read(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a file, and a sentence for each thing in it that is wrong."""
    path = path or places.settings()
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as fault:
        return Settings(), (f"The settings could not be read: {fault.strerror or fault}. The usual ones are used.",)
    import tomllib

    try:
        if len(data) > FILE_BYTES:
            raise ValueError("it is too long")
        table = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as fault:
        where = re.search(r"line (\d+)", str(fault))
        place = f" in line {where[1]}" if where else ""
        return Settings(), (
            f"{clean(str(path), 200)} cannot be read{place}. The usual settings are used; the file is left as it is.",
        )
    return _fitted(table)


def _fitted(table: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    settings, faults = Settings(), []
    known = {each.name: each for each in TABLE}
    for name, value in table.items():
        if name == "keys" and isinstance(value, dict):
            keys = {clean(id, 64): clean(key, 64) for id, key in value.items() if isinstance(key, str) and key.strip()}
            settings = replace(settings, keys=keys)
            faults += [
                f"Settings: the key of '{clean(id, 64)}' is to be a text, such as \"ctrl+o\"."
                for id in value
                if clean(id, 64) not in keys
            ]
        elif name not in known:
            faults.append(f"Settings: there is no '{clean(name, 64)}'. There are {', '.join([*known, 'keys'])}.")
        elif isinstance(value, str | bool) and known[name].takes(value):
            settings = settings.put(name, value)
        else:
            wanted = ", ".join(toml(each) for each, _ in known[name].choices) or "a text"
            faults.append(f"Settings: {name} cannot be {clean(str(value), 40)}. It is one of: {wanted}.")
    return settings, tuple(faults)


def toml(value: Value) -> str:
    """A value as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(name: str, value: Value, path: Path | None = None) -> str:
    """Set one thing in the file, every other line left as it is. Gives a sentence where that could not be done."""
    path = path or places.settings()
    _, faults = read(path)
    if faults:
        return phrase("The change holds until you leave: the settings file has a fault, and is left as it is.")
    line = f"{name} = {toml(value)}"
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        first = re.search(r"^[ \t]*\[", text, re.MULTILINE)
        head, rest = (text[: first.start()], text[first.start() :]) if first else (text, "")
        was = re.compile(rf"^{name}[ \t]*=.*$", re.MULTILINE)
        head = was.sub(lambda _: line, head) if was.search(head) else f"{head.rstrip()}\n{line}\n".lstrip()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(head + rest, "utf-8")
        if read(draft)[0].of(name) != value:
            draft.unlink()
            return phrase(
                "The change holds until you leave: only a person can change the settings file as it is written."
            )
        os.replace(draft, path)
    except OSError as fault:
        return phrase(
            "The change holds until you leave: the settings could not be kept ({what}).", what=fault.strerror or fault
        )
    return ""


def games() -> Path:
    """The file in which games are kept, by the settings."""
    kept = read()[0].games
    return Path(kept).expanduser() / places.games().name if kept else places.games()
