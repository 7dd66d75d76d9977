"""Every text that a player of the shipped meeting is shown as said or seen at the table, with whose it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.scenario import Scenario, Written

SHORT, LONG, LONGEST = 20, 45, 60
"""Words in a line: at least, at most, and at most in the summing-up."""


@dataclass(frozen=True)
class Text:
    """One text: where it stands, what it is, who says it, and its words."""

    id: str
    kind: str
    """`line`, `worn`, `scene`, `put`, `accept`, `refuse` or `table`."""
    speaker: str
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, small."""
        return re.findall(r"[a-z0-9'-]+", self.text.lower())

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs of four words."""
        words = self.words
        return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def texts(meeting: Scenario) -> Iterator[Text]:
    """All of them."""
    for move in meeting.moves:
        yield from _of_move(meeting, move)
    for number, node in enumerate(meeting.nodes):
        if node.scene is not None:
            yield Text(f"node {number}", "scene", "", meeting.words[node.scene.id])
    for issue in meeting.issues:
        for settlement in issue.settlements[1:]:
            for side in (0, 1):
                for kind, lines in (("put", settlement.put[side]), ("accept", settlement.accept[side])):
                    for line in lines:
                        yield Text(line.id, kind, line.speaker, meeting.words[line.id])
                for lines in settlement.refuse[side]:
                    for line in lines:
                        yield Text(line.id, "refuse", line.speaker, meeting.words[line.id])
    for pair in meeting.table_lines.values():
        for line in {line.id: line for lines in pair for line in lines}.values():
            yield Text(line.id, "table" if line.speaker else "scene", line.speaker, meeting.words[line.id])


def _of_move(meeting: Scenario, move: Written) -> Iterator[Text]:
    for line in move.lines:
        yield Text(line.id, "line" if line.speaker else "scene", line.speaker, meeting.words[line.id])
    if move.again is not None:
        for line in move.again.lines:
            yield Text(line.id, "worn" if line.speaker else "scene", line.speaker, meeting.words[line.id])
