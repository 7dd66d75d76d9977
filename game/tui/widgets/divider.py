"""The line between what was said and what can be said: whose turn it is, and a quiet hint."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.widgets.typeset import cut, spread


class Divider(Widget, can_focus=False):
    """A rule with words in it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Divider { height: 1; }
    """

    says: reactive[str] = reactive("")
    """What happens now."""
    ink: reactive[str] = reactive("bold")
    """The ink in which it is said."""
    hint: reactive[str] = reactive("")
    """What can be done about it."""

    def render(self) -> RenderResult:
        """A line such as `── You have the floor ─────── 3 new below, end ──`."""
        width = self.content_size.width
        left, right = Content.assemble((" ──", ".rule")), Content.assemble(("── ", ".rule"))
        if self.hint:
            right = Content.assemble(" ", (self.hint, ".quiet"), " ", right)
        if self.says:
            says = cut(Content.styled(self.says, self.ink), width - left.cell_length - right.cell_length - 4)
            left = Content.assemble(left, " ", says, " ")
        return spread(left, right, width, "─", ".rule")
