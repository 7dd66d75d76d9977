"""The map on the table: the sea with what was spoken of on it, and the same in words beside it."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from game.phrases import noted, phrase
from game.tui.desk import Desk
from game.tui.mapped import Mapped, has_map, mapped, window
from game.tui.widgets.prose import Block, Prose
from game.tui.widgets.sea import Mark, Sea
from game.tui.widgets.typeset import HARD_SPACE

NOTHING = noted("Nothing that has a place on the map was spoken of yet.")
NO_MAP = noted("There is no map of this meeting.")
OURS = noted("Placed by us: no paper says where.")


class CaribbeanMap(Container):
    """A map, and its legend below it; a page with more room may lay them side by side."""

    DEFAULT_CSS = """
    CaribbeanMap {
        layout: vertical;
        Sea { height: 3fr; }
        Prose { height: 2fr; }
    }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        """The map of a scenario, with what was spoken of so far."""
        super().__init__(id=id)
        self._window = window(desk.session) if has_map(desk.session) else None
        self._mapped = mapped(desk.session)

    def compose(self) -> ComposeResult:
        """The sea, and the legend."""
        if self._window is not None:
            yield Sea(*self._window, self._marks())
        yield Prose(self._legend())

    def put(self, desk: Desk) -> None:
        """Show what was spoken of by now."""
        now = mapped(desk.session)
        if now != self._mapped:
            self._mapped = now
            for sea in self.query(Sea):
                sea.put(self._marks())
            self.query_one(Prose).put(self._legend())

    def _marks(self) -> list[Mark]:
        return [mark for each in self._mapped for mark in each.marks()]

    def _legend(self) -> list[Block]:
        if not self._mapped:
            return [Block(Content.styled(phrase(NO_MAP if self._window is None else NOTHING), ".quiet"))]
        return [self._entry(each) for each in self._mapped]

    def _entry(self, each: Mapped) -> Block:
        text = Content.assemble(
            (each.title, "bold"), f". {each.says} ", (f"{each.source.replace(' ', HARD_SPACE)}. ", ".quiet")
        )
        if each.ours:
            text = Content.assemble(text, (phrase(OURS), ".quiet"))
        return Block(text, Content.styled(f"{each.number} {each.sign} ", ".lamp"))
