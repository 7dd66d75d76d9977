"""The help of commands, and what is said where they are used wrongly, in the language that nobody speaks."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game.cli import COMMANDS, main
from game.engine.counterparts import SEATS
from game.places import data
from game.reports import rows
from game.scenarios.load import load
from game.scenarios.schema import KINDS
from tests.pseudo import plain_words, speaking_pseudo

GAME = str(data("dialogues") / "new-york-1962" / "games" / "a-trade.yaml")
MEETING = load(data("dialogues") / "new-york-1962").scenario
assert MEETING is not None
NAMES = [
    *COMMANDS, *SEATS, *KINDS, *(column.name for column in (*rows.PLAYERS, *rows.MOVES)),
    *(each.id for each in (*MEETING.topics, *MEETING.sides)),
    *(path.parent.name for path in data("dialogues").glob("*/scenario.yaml")),
    "lesson", "xyz", "full", "game", "text", "markdown", "po", "csv",
]  # fmt: skip
"""What is typed, and names: no words of a language."""
_NO_WORDS = re.compile(
    r"--?[a-z][\w-]*"  # options
    r"|\b[A-Z]{2,}\b"  # what stands for something that is typed
    r"|\[[\w|]+\]"  # one of several
    r"|[\w-]+[/.=:][\w./=:-]*\w"  # names of moves and nodes, and packages
    r"|'[^']*'|see-and-count[ \w-]*|/\S+"
)


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "xyz").write_text("xyz", encoding="utf-8")


def say(*words: str) -> Result:
    with speaking_pseudo():
        return CliRunner().invoke(main, words, prog_name="see-and-count")


def left(text: str) -> list[str]:
    for name in sorted(NAMES, key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){name}(?![\w-])", " ", text)
    return plain_words(_NO_WORDS.sub(" ", text))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_word_of_help_is_left_in_english(command: str) -> None:
    told = say(*filter(None, [command]), "--help")
    assert told.exit_code == 0
    assert left(told.output) == []


@pytest.mark.parametrize(
    "words",
    [
        "xyz", "pla", "play --xyz", "play --for", "play --seed xyz", "play --seed -1", "play --seed",
        "play --plain=xyz", "check", "handouts", "play xyz xyz", "games xyz xyz", "strings --format xyz", "check xyz",
        "play xyz",
        "play --as xyz --plain", "play --as us --against xyz --plain", "play --form xyz --as us --plain",
        "play --language xyz --as us --plain", "--language xyz games", "resume --plain", "cable xyz", "debrief",
        "debrief xyz", "handouts --to full --whole --form lesson", "graph new-york-1962 xyz", "new full", "new XYZ",
        "playtest --games 1 --to full", "playtest --as xyz", "playtest --as us=xyz",
        "playtest --as us=random --as us=random", "schema xyz", "preview full", "export xyz", "strings xyz",
        "games", "debrief --columns",
        f"marks {GAME}", f"debrief --csv full {GAME}",
    ],
)  # fmt: skip
def test_what_is_said_of_a_wrong_use_is_said_in_it_too(words: str) -> None:
    told = say(*words.split())
    assert told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert left(told.output) == []


@pytest.mark.parametrize(
    "words",
    ["playtest two-drivers --games 20", "analyze two-drivers --draws 1", "check full/two-drivers"],
)
def test_what_the_commands_of_writers_tell_is_said_in_it_too(words: str) -> None:
    shutil.copytree(data("dialogues") / "two-drivers", "full/two-drivers")
    scenario = load(data("dialogues") / "two-drivers").scenario
    assert scenario is not None
    names = [each.id for each in (*scenario.issues, *(s for issue in scenario.issues for s in issue.settlements))]
    names += [part for move in scenario.moves for part in re.findall(r"\w+", move.text)]
    names += [part for side in scenario.sides for part in scenario.words[f"sides/{side.id}:title"].split()]
    told = say(*words.split())
    assert told.exit_code == 0, told.output
    assert left(re.sub(rf"\b({'|'.join((*names, 'random'))})\b", " ", told.output)) == []
