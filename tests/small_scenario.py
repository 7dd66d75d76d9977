"""A small complete negotiation for tests: two villages, one well and one road. It stands in `two_villages/`.

Two sides (`hill`, whose Anna speaks and Adam sits in; `vale`, whose Berta speaks), two issues
(`well`: open, hours, half; `road`: open, toll, free), four topics (the opening, one for each issue, the
closing), one meter (`trust`), one paper, a chronicle of three passages as the telegram. Everything
that a scenario can hold occurs in it once, and `check` finds nothing in it.

    scenario = small_scenario()
    scenario = small_scenario(("topics/well.yaml", "goto: denied", "goto: floor"))
    files = small_files(("scenario.yaml", "talk: 60", "talk: 20"))

A change is (file, text that stands in it once, new text). `small_files` gives bytes by path, as
`load_files` wants them and as a test can write them to a folder with `write_files`.
"""

from collections.abc import Mapping
from pathlib import Path

from game.engine.scenario import Scenario
from game.scenarios.load import load_files

Change = tuple[str, str, str]

_FOLDER = Path(__file__).parent / "two_villages"

FILES: Mapping[str, str] = {
    path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(_FOLDER.rglob("*"))
    if path.suffix in (".yaml", ".md")
}
"""Each file of it, by its path with slashes."""


def small_files(*changes: Change) -> dict[str, bytes]:
    """The files of the small scenario, with some texts changed. A text must stand once in its file."""
    files = dict(FILES)
    for file, old, new in changes:
        assert files[file].count(old) == 1, f"{old!r} stands {files[file].count(old)} times in {file}"
        files[file] = files[file].replace(old, new)
    return {file: text.encode() for file, text in files.items()}


def small_scenario(*changes: Change) -> Scenario:
    """The small scenario, with some texts changed, ready to be played."""
    loaded = load_files(small_files(*changes))
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


def write_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write the files of a scenario into a folder, which is made where it is missing."""
    for file, data in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
