"""The claims that matter now: those that wait for an answer, and those that stand because none came."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.typeset import lines


class ClaimGroup(NamedTuple):
    """Some claims under one heading, the oldest first."""

    heading: str
    side: int
    """Who made them."""
    claims: tuple[str, ...]


class Claims(Widget, can_focus=False):
    """Claims that wait, and claims that stand."""

    DEFAULT_CSS = """
    Claims { height: 1fr; }
    """

    groups: reactive[tuple[ClaimGroup, ...]] = reactive(())

    def put(self, groups: Sequence[ClaimGroup]) -> None:
        """Show these groups, the most pressing first."""
        self.groups = tuple(groups)

    def render(self) -> RenderResult:
        """As many claims as there is room for; of a group that is too long the latest."""
        width, height = self.content_size
        out: list[Content] = []
        for group in self.groups:
            room = height - len(out) - (2 if out else 1)
            shown: list[Content] = []
            more = len(group.claims)
            for claim in reversed(group.claims):
                rows = self._claim(claim, group.side, width)
                if len(shown) + len(rows) > room:
                    break
                shown = rows + shown
                more -= 1
            if shown:
                out += [Content("")] if out else []
                said = ("  " + phrase("and {number} more", number=more) if more else "", ".quiet")
                out += [Content.assemble((group.heading, ".heading"), said), *shown]
        return lines(out)

    def _claim(self, claim: str, side: int, width: int) -> list[Content]:
        first, *rest = Content(claim).wrap(max(width - 2, 8))
        mark = ("▪ ", (".first-side", ".second-side")[side])
        return [Content.assemble(mark, first), *(Content.assemble("  ", line) for line in rest)]
