"""Recorded games: moves that they make and that are no longer written."""

import re
from collections.abc import Iterator

from game.scenarios.definitions import advising
from game.scenarios.files import Files
from game.scenarios.marks import Value
from game.scenarios.pages import Report
from game.scenarios.trees import Tree

_WRITTEN = re.compile(r"[a-z0-9-]+/[a-z0-9-]+\.[a-z0-9-]+")
"""A written move in a game: `price/ask.ten-years`. Moves of the table are there in every scenario."""


def look_at_games(files: Files, tree: Tree, report: Report) -> None:
    """Report each move of a recorded game that its scenario has not, or not any more."""
    known = {move.text for move in tree.moves}
    for name, page in files.pages.items():
        if not name.startswith("games/"):
            continue
        for path, move in _moves(page.tree.get("moves", "")):
            if _WRITTEN.fullmatch(move) and move not in known:
                report.add_unknown(advising.UNPLAYABLE_GAME, page, path, known, name=move)


def _moves(listed: Value) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The moves of a game with their places: each alone, or under `move` beside a comment."""
    for number, each in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(each, str):
            yield ("moves", number), each
        elif isinstance(each, dict) and isinstance(move := each.get("move"), str):
            yield ("moves", number, "move"), move
