"""A scenario from its folder, or from files in memory: playable, or with findings that say why not."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.engine.scenario import Scenario
from game.scenarios import files as reading
from game.scenarios.findings import Finding
from game.scenarios.link import link
from game.scenarios.pages import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading."""

    scenario: Scenario | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    """The files from which it can be loaded again, by path with slashes. Recorded games are not among them."""


def load(folder: Path) -> Loaded:
    """A scenario from its folder. Faults become findings: nothing is raised for what a writer wrote."""
    contents, findings = reading.read_folder(folder)
    return _load(contents, findings)


def load_files(files: Mapping[str, bytes]) -> Loaded:
    """A scenario from files in memory, by their paths in the scenario's folder, with slashes."""
    return _load(files, [])


def findings_of(contents: Mapping[str, bytes], findings: list[Finding]) -> tuple[Finding, ...]:
    """Everything that is to be said about files, with what was found while they were fetched."""
    return _load(contents, findings).findings


def _load(contents: Mapping[str, bytes], findings: list[Finding]) -> Loaded:
    report = Report(findings)
    with _collector_paused():
        scenario = _linked(contents, report)
    ordered = tuple(sorted(report.findings, key=lambda each: (each.file, each.line, each.column, each.code)))
    return Loaded(None if report.failed else scenario, ordered, contents)


def _linked(contents: Mapping[str, bytes], report: Report) -> Scenario | None:
    """Read and link. What was read is let go of before the collector runs again."""
    return link(reading.read_files(contents, report), report)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Loading makes many small objects and drops few: looking for circles among them doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
