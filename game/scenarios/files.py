"""Which file of a scenario is read as what."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from pydantic import BaseModel

from game import limits
from game.phrases import phrase
from game.scenarios import cable_shape, debrief_shape, events, issue_shape, shape, source_shape, topic_shape
from game.scenarios.definitions import advising, naming, writing
from game.scenarios.findings import Finding, finding
from game.scenarios.fit import fit
from game.scenarios.map_shape import Map
from game.scenarios.ordinary import ordinary
from game.scenarios.pages import Page, Report, nearest
from game.speech.gate import clean

_HEAD = "scenario.yaml"
_FOLDERS = ("topics", "briefs", "sources")
_BESIDE = ("games", "languages", "handouts", "handouts/people")
"""What nobody needs to play."""

HANDOUTS = (
    "quick-start", "timetable", "discussion", "concepts", "background-short", "background-long", "agenda", "observer",
)  # fmt: skip
"""The texts in `handouts/`, by their names without `.md`; one for each person stands in `handouts/people/`."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, eq=False)
class Fitted(Generic[M]):
    """A page and what stands on it, typed."""

    page: Page
    shape: M


@dataclass(slots=True, eq=False)
class Files:
    """A scenario's files, each read as what its name says."""

    scenario: Fitted[shape.Scenario] | None = None
    issues: Fitted[issue_shape.Issues] | None = None
    topics: dict[str, Fitted[topic_shape.Topic]] = field(default_factory=dict)
    """By the name of the file, in the order of scenario.yaml."""
    telegram: Fitted[source_shape.Telegram] | None = None
    documents: Fitted[source_shape.Documents] | None = None
    papers: Fitted[source_shape.Papers] | None = None
    glossary: Fitted[shape.Glossary] | None = None
    synonyms: Fitted[shape.Synonyms] | None = None
    cables: Fitted[cable_shape.Cables] | None = None
    debrief: Fitted[debrief_shape.Debrief] | None = None
    map: Fitted[Map] | None = None
    briefs: dict[str, str] = field(default_factory=dict)
    """Markdown, by the name of the file."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Every page that could be read, whether it fits or not."""
    broken: set[str] = field(default_factory=set)
    """Files of which hardly anything could be read: what they declare is unknown."""
    damaged: set[str] = field(default_factory=set)
    """Files that were read without some parts, which do not fit their shape."""


def read_folder(folder: Path, games: bool = False) -> tuple[dict[str, bytes], list[Finding]]:
    """The bytes of every file that can belong to a scenario, by its path with slashes.

    If wanted, recorded games, translations and handouts are among them: what nobody needs to play.
    """
    contents: dict[str, bytes] = {}
    findings: list[Finding] = []
    for inner in ("", *_FOLDERS, *(_BESIDE if games else ())):
        try:
            names = _names_in(folder / inner)
        except OSError as fault:
            findings.append(_unreadable(inner or _HEAD, fault.strerror or "the system refused"))
            continue
        for name in names:
            file = f"{inner}/{name}" if inner else name
            if len(contents) == limits.FILES:
                return contents, [*findings, _too_many_files(file)]
            try:
                most = limits.TRANSLATION_BYTES if inner == "languages" else limits.FILE_BYTES
                contents[file] = _bytes_of(folder / file, most)
            except OSError as fault:
                findings.append(_unreadable(clean(file), fault.strerror or "the system refused"))
    return contents, findings


def _names_in(folder: Path) -> list[str]:
    """The files of a folder that may be meant, sorted; hidden ones are left alone."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        names = sorted(each.name for each in entries if not each.name.startswith("."))
    endings = (".po", ".csv") if folder.name == "languages" else (".yaml", ".yml", ".md")
    return [name for name in names if name.endswith(endings)]


def _bytes_of(path: Path, most: int) -> bytes:
    """A file, but not more of it than will be read. Raises `OSError`, also where it is no ordinary file."""
    if clean(path.name) != path.name:
        raise OSError(0, phrase("its name is not written in letters"))
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, phrase("it is no ordinary file"))
    with path.open("rb") as file:
        return file.read(most + 1)


def _too_many_files(name: str) -> Finding:
    return finding(
        writing.LIMIT, name, {"what": phrase("The folder"), "has": phrase("more files"), "limit": f"{limits.FILES:,}"}
    )


def _unreadable(name: str, why: str) -> Finding:
    return finding(writing.UNREADABLE_FILE, name, {"why": why})


def read_files(contents: Mapping[str, bytes], report: Report) -> Files:
    """Every file read and fitted to its shape, every finding on the way reported."""
    files = Files()
    reader = _Reader(contents, files, report)
    files.scenario = reader.yaml("scenario.yaml", shape.Scenario)
    files.issues = reader.yaml("issues.yaml", issue_shape.Issues)
    for name in ("scenario.yaml", "issues.yaml"):
        if name not in contents:
            report.findings.append(finding(writing.MISSING_FILE, name, {"name": name}))
    reader.topics()
    reader.sources()
    files.glossary = reader.yaml("glossary.yaml", shape.Glossary)
    files.synonyms = reader.yaml("synonyms.yaml", shape.Synonyms)
    files.cables = reader.yaml("cables.yaml", cable_shape.Cables)
    files.debrief = reader.yaml("debrief.yaml", debrief_shape.Debrief)
    files.map = reader.yaml("map.yaml", Map)
    reader.briefs()
    for name in sorted(contents):
        if name.startswith("games/") and name.endswith(".yaml"):
            reader.yaml(name, shape.Game)
    reader.handouts()
    reader.leftovers()
    return files


class _Reader:
    def __init__(self, contents: Mapping[str, bytes], files: Files, report: Report) -> None:
        self.contents = contents
        self.files = files
        self.report = report
        self.seen: set[str] = set()

    def yaml(self, name: str, model: type[M]) -> Fitted[M] | None:
        """A file read as YAML and fitted, where there is one."""
        data = self.contents.get(name)
        if data is None:
            return None
        self.seen.add(name)
        text, findings = events.readable(name, data)
        tree = None if findings else ordinary(text)
        if tree is None and not findings:
            tree, findings = events.parse(name, text)
        self.report.findings += findings
        if tree is None:
            self.files.broken.add(name)
            return None
        page = self.files.pages[name] = Page(name, text, tree)
        before = len(self.report.findings)
        fitted = fit(page, model, self.report)
        if len(self.report.findings) > before:
            self.files.damaged.add(name)
        if fitted is None:
            self.files.broken.add(name)
            return None
        return Fitted(page, fitted)

    def topics(self) -> None:
        """The topics in the order of scenario.yaml, then those that it does not list."""
        scenario = self.files.scenario
        listed = scenario.shape.topics if scenario else []
        there = [PurePosixPath(name).stem for name in sorted(self.contents) if _is_in(name, "topics", ".yaml")]
        for number, topic in enumerate(listed):
            if topic not in there and scenario:
                name = f"topics/{topic}.yaml"
                unlisted = [each for each in there if each not in listed]
                self.report.add(
                    writing.MISSING_FILE, scenario.page, ("topics", number), remedy=nearest(topic, unlisted), name=name
                )
                self.files.broken.add(name)
        for topic in [*(each for each in listed if each in there), *(each for each in there if each not in listed)]:
            fitted = self.yaml(f"topics/{topic}.yaml", topic_shape.Topic)
            if fitted is None:
                continue
            if fitted.shape.topic != topic:
                self.report.add(naming.OTHER_NAME, fitted.page, ("topic",), name=fitted.shape.topic, expected=topic)
            if topic not in listed and scenario:
                self.report.add(advising.UNLISTED_TOPIC, fitted.page, ("topic",), name=topic)
            self.files.topics[topic] = fitted

    def sources(self) -> None:
        """The telegram, the other documents and the papers."""
        telegrams = [
            name
            for name in sorted(self.contents)
            if name.startswith("sources/telegram") and _is_in(name, "sources", ".yaml")
        ]
        for name in telegrams[:1]:
            self.files.telegram = self.yaml(name, source_shape.Telegram)
        self.files.documents = self.yaml("sources/documents.yaml", source_shape.Documents)
        self.files.papers = self.yaml("sources/papers.yaml", source_shape.Papers)

    def briefs(self) -> None:
        """The confidential briefs, as they are."""
        for name in sorted(self.contents):
            if not _is_in(name, "briefs", ".md"):
                continue
            self.seen.add(name)
            try:
                text = events.decode(name, self.contents[name])
            except events.Unreadable as unreadable:
                self.report.findings.append(unreadable.finding)
                continue
            self.report.findings += events.control_characters(name, text)
            self.files.briefs[PurePosixPath(name).stem] = text
        scenario = self.files.scenario
        for side in scenario.shape.sides if scenario else ():
            if f"briefs/{side}.md" not in self.contents and scenario:
                self.report.add(
                    writing.MISSING_FILE, scenario.page, ("sides", side), key=True, name=f"briefs/{side}.md"
                )

    def handouts(self) -> None:
        """The rubric, and the texts that papers are made of."""
        self.yaml("handouts/rubric.yaml", debrief_shape.Rubric)
        self.seen |= self.texts()

    def texts(self) -> set[str]:
        """Every text that a paper can be made of."""
        people = self.files.scenario.shape.people if self.files.scenario else ()
        return {f"handouts/{name}.md" for name in (*HANDOUTS, *(f"people/{person}" for person in people))}

    def leftovers(self) -> None:
        """Files that nothing reads: most often a name that is misspelt."""
        readable = {
            "scenario.yaml", "issues.yaml", "glossary.yaml", "cables.yaml", "debrief.yaml", "synonyms.yaml", "map.yaml",
            "sources/documents.yaml", "sources/papers.yaml", "handouts/rubric.yaml", *self.texts(),
        }  # fmt: skip
        for name in sorted(set(self.contents) - self.seen - {"README.md"}):
            remedy = _right_name(name, readable - set(self.contents))
            if name.endswith(".yml"):
                remedy = f"Call it {name.removesuffix('.yml')}.yaml."
            self.report.findings.append(finding(advising.UNKNOWN_FILE, name, {"name": name}, remedy=remedy))


def _right_name(name: str, known: Iterable[str]) -> str:
    """A remedy that names the file which may be meant; the folder and the ending, which all have, make no likeness."""
    path = PurePosixPath(name)
    alike = [each for each in map(PurePosixPath, known) if (each.parent, each.suffix) == (path.parent, path.suffix)]
    near = nearest(path.stem, [each.stem for each in alike])
    return near.replace("mean '", f"mean '{name.removesuffix(path.name)}").replace("'?", f"{path.suffix}'?")


def _is_in(name: str, folder: str, ending: str) -> bool:
    return name.startswith(f"{folder}/") and name.endswith(ending) and name.count("/") == 1
