"""`check`: everything that is wrong with a scenario, or with every scenario below a folder, in one pass."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.phrases import counted, phrase
from game.scenarios import files as reading
from game.scenarios.definitions import writing
from game.scenarios.findings import Finding, finding
from game.scenarios.load import findings_of
from game.scenarios.rendering import as_json, render

_HEAD = "scenario.yaml"


@dataclass(frozen=True, slots=True)
class Checked:
    """One folder that was checked."""

    folder: Path
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]

    def shown(self, file: str) -> str:
        """A file of the folder as a person would type its name."""
        return (self.folder / file).as_posix()


@dataclass(frozen=True, slots=True)
class Checks:
    """Every folder that was checked."""

    folders: tuple[Checked, ...]

    @property
    def ok(self) -> bool:
        """Whether everything can be played: there may be warnings."""
        return not any(each.severity == "error" for folder in self.folders for each in folder.findings)

    @property
    def clean(self) -> bool:
        """Whether there is nothing to say."""
        return not any(folder.findings for folder in self.folders)

    def text(self) -> str:
        """Every finding with its line, and a last line that counts them."""
        parts = []
        for folder in self.folders:
            for each in folder.findings:
                source = folder.files.get(each.file, b"").decode("utf-8", "replace")
                parts.append(render(each, source, folder.shown(each.file)))
        return "\n".join([*parts, self.summary()])

    def summary(self) -> str:
        """How much was looked at and found, in one sentence."""
        found_ = [each.severity for folder in self.folders for each in folder.findings]
        files = sum(len(folder.files) for folder in self.folders)
        looked = phrase(
            "{files} of {scenarios}",
            files=counted(files, "{number} file", "{number} files"),
            scenarios=counted(len(self.folders), "{number} scenario", "{number} scenarios"),
        )
        parts = []
        if errors := found_.count("error"):
            parts.append(counted(errors, "{number} error", "{number} errors"))
        if warnings := found_.count("warning"):
            parts.append(counted(warnings, "{number} warning", "{number} warnings"))
        said = phrase(" and ").join(parts) if parts else phrase("nothing to say")
        return phrase("{looked}: {said}.", looked=looked, said=said)

    def json(self) -> str:
        """One JSON object, as scripts rely on it."""
        return json.dumps(
            {
                "ok": self.ok,
                "files": sum(len(folder.files) for folder in self.folders),
                "findings": [
                    as_json(each, folder.shown(each.file)) for folder in self.folders for each in folder.findings
                ],
            },
            ensure_ascii=False,
        )


def check(path: Path) -> Checks:
    """Check the scenario in a folder, the one to which a file belongs, or every scenario below a folder."""
    try:
        folders = _folders(path)
    except OSError as fault:
        unreadable = finding(writing.UNREADABLE_FILE, _HEAD, {"why": fault.strerror or phrase("the system refused")})
        return Checks((Checked(path, (unreadable,), {}),))
    if not folders:
        missing = finding(writing.MISSING_FILE, _HEAD, {"name": _HEAD}, remedy=phrase("Name the folder of a scenario."))
        return Checks((Checked(path, (missing,), {}),))
    return Checks(tuple(_check(folder) for folder in folders))


def _folders(path: Path) -> list[Path]:
    """The folders of the scenarios that a path names."""
    if path.is_file():
        path = next((each for each in path.parents if (each / _HEAD).is_file()), path.parent)
    if (path / _HEAD).is_file():
        return [path]
    return sorted(each.parent for each in path.rglob(_HEAD)) if path.is_dir() else []


def _check(folder: Path) -> Checked:
    contents, findings = reading.read_folder(folder, games=True)
    return Checked(folder, findings_of(contents, findings), contents)
