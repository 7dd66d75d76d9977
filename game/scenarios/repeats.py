"""What stands twice where it should stand once: a name in a list, the same words under two labels."""

from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.marks import Value
from game.scenarios.pages import Page, Report

Path = tuple[str | int, ...]


def look_at_repeats(files: Files, report: Report) -> None:
    """Report every list that names a thing twice, and every node with two moves of the same words."""
    for page in files.pages.values():
        if not page.file.startswith("games/"):
            _lists(page, page.tree, (), report)
    for topic in files.topics.values():
        for name, node in topic.shape.nodes.items():
            said: dict[tuple[str, ...], str] = {}
            for id_, move in node.moves.items():
                if not move.says:
                    continue
                words = tuple(text.casefold() for speech in move.says for text in speech.values())
                other = said.setdefault(words, id_)
                if other != id_:
                    path = ("nodes", name, "moves", id_, "says")
                    report.add(advising.SAME_WORDS, topic.page, path, key=True, other=other)


def _lists(page: Page, part: Value, path: Path, report: Report) -> None:
    if isinstance(part, dict):
        for key, value in part.items():
            if not isinstance(value, str):
                _lists(page, value, (*path, key), report)
    elif isinstance(part, list):
        seen: set[str] = set()
        for number, value in enumerate(part):
            if not isinstance(value, str):
                _lists(page, value, (*path, number), report)
            elif value in seen:
                report.add(advising.LISTED_TWICE, page, (*path, number), name=value)
            else:
                seen.add(value)
