"""A package as it is put together: its parts, what each and all of them change for you, and who allows it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.phrases import phrase
from game.tui.widgets.typeset import lines, spread

BESIDE = 60
"""From this width on a part takes one line."""


class PackagePart(NamedTuple):
    """One settlement in the package as it is shown."""

    issue: str
    settlement: str
    change: str
    allowed: str
    beyond: bool
    """Whether the capital has not allowed it."""


class Package(Widget, can_focus=False):
    """The package so far."""

    DEFAULT_CSS = """
    Package { height: auto; }
    """

    parts: reactive[tuple[PackagePart, ...]] = reactive((), layout=True)
    together: reactive[str] = reactive("")
    """What the parts add to one another; the empty text for nothing."""
    worth: reactive[tuple[str, str]] = reactive(("", ""))
    """What the table would be worth, and what that changes; empty texts where that is kept."""
    warnings: reactive[tuple[str, ...]] = reactive((), layout=True)

    def put(self, parts: Sequence[PackagePart], together: str, worth: tuple[str, str], warnings: Sequence[str]) -> None:
        """Show the package as it is now."""
        self.together, self.worth = together, worth
        self.parts, self.warnings = tuple(parts), tuple(warnings)
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """A line or two for each part, and what they come to."""
        width = self.content_size.width
        out = [Content.styled(phrase("Your package"), ".heading")]
        for part in self.parts:
            change = self._change(part.change)
            what = Content.assemble((f"{part.issue}: ", "bold"), part.settlement)
            allowed = Content.styled(part.allowed, ".loss" if part.beyond else ".quiet")
            if width >= BESIDE:
                out.append(spread(what, Content.assemble(" ", allowed, "  ", change), width))
            else:
                out.append(spread(Content.styled(part.issue, "bold"), change, width))
                out += [Content.assemble("  ", line) for line in Content(part.settlement).wrap(max(width - 2, 8))]
                out.append(Content.assemble("  ", allowed))
        if not self.parts:
            out.append(Content.styled(phrase("One to three settlements. Nothing is in it yet."), ".quiet"))
        elif self.together:
            out.append(
                spread(Content.styled(phrase("Together they add"), ".quiet"), self._change(self.together), width)
            )
        then, gained = self.worth
        out.append(Content.styled("─" * width, ".rule"))
        if then:
            total = Content.assemble((then, "bold"), "   ", self._change(gained))
            out.append(spread(Content(phrase("Worth to you then")), total, width))
        for warning in self.warnings:
            out += Content.styled(warning, ".loss").wrap(max(width, 8))
        return lines(out)

    def _change(self, change: str) -> Content:
        ink = {"▲": ".gain", "▼": ".loss"}.get(change[:1], ".quiet")
        return Content.styled(change.rjust(6), ink)
