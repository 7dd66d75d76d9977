"""A scenario from its folder, or from files in memory: playable, or with findings that say why not."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from game.engine.scenario import Scenario
from game.scenarios import files as reading
from game.scenarios import strings
from game.scenarios.collector import paused
from game.scenarios.definitions import writing
from game.scenarios.findings import Finding, finding
from game.scenarios.languages import (
    FOLDER,
    NoTranslation,
    fetched,
    is_kept_translation,
    look_at_translation,
    translated,
)
from game.scenarios.lesson import Unfit, lesson_of, words_of
from game.scenarios.link import link, link_form
from game.scenarios.loaded import Loaded, NoSuchForm
from game.scenarios.pages import Report

__all__ = ["Loaded", "NoSuchForm", "findings_of", "load", "load_files"]


def load(folder: Path, form: str = "", language: str = "") -> Loaded:
    """A scenario from its folder, whole or in a form, in its own words or in those of a translation.

    Faults become findings; raises `NoSuchForm` and `NoSuchLanguage`, and nothing else.
    """
    contents, findings = reading.read_folder(folder)
    if language:
        name, data = fetched(folder, language)
        contents[name] = data
    return _load(contents, findings, form)


def load_files(files: Mapping[str, bytes], form: str = "") -> Loaded:
    """A scenario from files in memory, by their paths in the scenario's folder, with slashes. Raises `NoSuchForm`."""
    return _load(files, [], form)


def findings_of(contents: Mapping[str, bytes], findings: list[Finding]) -> tuple[Finding, ...]:
    """Everything that is to be said about files and the forms made from them, with what was found on fetching them.

    Besides errors these are advice for the writer, of which whoever plays needs none.
    """
    translations = {file: data for file, data in contents.items() if file.startswith(f"{FOLDER}/")}
    written = {file: data for file, data in contents.items() if file not in translations}
    report = Report(findings)
    with paused():
        files = reading.read_files(written, report)
        whole = link(files, report, linting=True)
        found = [*_ordered(report)]
        if whole is None or report.failed:
            return tuple(found)
        # What is wrong with the whole is said; what only a form does wrong would not be seen in it.
        forms = []
        for form in files.scenario.shape.forms if files.scenario else ():
            of_form = Report()
            forms.append(link_form(files, of_form, form))
            found += (each for each in _ordered(of_form) if each.severity == "error")
        if translations:
            words = _translatable(whole, filter(None, forms), written)
            for file, data in translations.items():
                found += look_at_translation(file, data, words)
        return tuple(found)


def _translatable(whole: Scenario, forms: Iterable[Scenario], files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Every text that a translation may have: of the whole, of its forms, and of the papers of a lesson."""
    words = {**whole.words, **_words_of_lesson(files)}
    for form in forms:
        words |= {each.id: each.text for each in strings.of_form(form, whole)}
    return words


def _words_of_lesson(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """What the papers of a lesson hold; nothing where they cannot be made, which is said of the files."""
    try:
        return words_of(lesson_of(files, Path()))
    except Unfit:
        return {}


def _ordered(report: Report) -> list[Finding]:
    return sorted(report.findings, key=lambda each: (each.file, each.line, each.column, each.code))


def _load(contents: Mapping[str, bytes], findings: list[Finding], form: str = "") -> Loaded:
    report = Report(findings)
    translations = {file: data for file, data in contents.items() if is_kept_translation(file)}
    with paused():
        written = {file: data for file, data in contents.items() if file not in translations}
        scenario, forms, expected = _linked(written, report, form)
        for name, data in translations.items():
            try:
                scenario = translated(scenario, name, data) if scenario else None
            except NoTranslation as fault:
                report.findings.append(finding(writing.NO_TRANSLATION, name, {"why": fault.why}, (fault.line, 1)))
    findings = _ordered(report)
    return Loaded(None if report.failed else scenario, tuple(findings), contents, forms, expected)


def _linked(
    contents: Mapping[str, bytes], report: Report, form: str
) -> tuple[Scenario | None, Mapping[str, str], tuple[str, ...]]:
    """Read and link; the titles of forms, and what is expected. What was read is gone before the collector runs."""
    files = reading.read_files(contents, report)
    forms = {name: each.title for name, each in files.scenario.shape.forms.items()} if files.scenario else {}
    if not form:
        return link(files, report), forms, tuple(files.scenario.shape.expect) if files.scenario else ()
    if files.scenario and form not in forms:
        raise NoSuchForm(form, forms)
    # Of what is wrong, the whole says more than a part of it would.
    return (link(files, report) if report.failed else link_form(files, report, form)), forms, ()
