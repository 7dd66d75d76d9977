"""Words that are later than the evening of a scenario, wherever a game could show them before the debrief."""

from collections.abc import Iterator, Mapping

from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.findings import finding
from game.scenarios.marks import Value
from game.scenarios.pages import Page, Report
from game.scenarios.standing import pattern, stands

_BESIDE = frozenset({"anachronisms", "expect", "must-explain", "groups"})
"""Keys of what no game shows: lists for `check` and `playtest`, and what somebody may type."""

Path = tuple[str | int, ...]


def look_at_anachronisms(files: Files, report: Report) -> None:
    """Report each word of the scenario's list that stands where a game could show it. Documents may know it."""
    listed = files.scenario.shape.anachronisms if files.scenario else {}
    if not listed:
        return
    for page in files.pages.values():
        if not _is_shown(page.file):
            continue
        near = _near(page.text, page.small, listed)
        for path, text in _texts(page.tree) if near else ():
            for word in near:
                if found := pattern(word).search(text):
                    # Where the text is folded or quoted over several lines, its beginning is pointed at.
                    part = None if "\n" in _raw(page, text) else (found.start(), len(found[0]))
                    report.add(advising.ANACHRONISM, page, path, part=part, name=word, why=_why(listed, word))
    for name, text in files.briefs.items():
        for word in _near(text, text.lower(), listed):
            if found := pattern(word).search(text):
                line = text.count("\n", 0, found.start())
                column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
                facts = {"name": word, "why": _why(listed, word)}
                place = (line + 1, column + 1)
                report.findings.append(finding(advising.ANACHRONISM, f"briefs/{name}.md", facts, place, len(found[0])))


def _why(listed: Mapping[str, str], word: str) -> str:
    """The reason as it stands inside a sentence of ours."""
    return listed[word].rstrip(".")


def _raw(page: Page, text: str) -> str:
    """The text as one piece where it stands so on the page; something with an end of line where it does not."""
    return text if text in page.text else "\n"


def _is_shown(file: str) -> bool:
    return not file.startswith(("sources/telegram", "sources/documents", "handouts/", "games/", "synonyms"))


def _near(text: str, small: str, listed: Mapping[str, str]) -> list[str]:
    """The words that stand in a text at all: what is not there need not be looked for part by part."""
    return [word for word in listed if stands(word, text, small)]


def _texts(part: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text that is a value, with the path to it."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, dict):
        for key, value in part.items():
            if key not in _BESIDE:
                yield from _texts(value, (*path, key))
    else:
        for number, value in enumerate(part):
            yield from _texts(value, (*path, number))
