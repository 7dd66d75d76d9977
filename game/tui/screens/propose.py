"""Putting a proposal together: one to three settlements within reach, with what each is worth and who allows it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.engine.issues import PACKAGE_LIMIT
from game.engine.issues import Package as Parts
from game.engine.views import GIVEN
from game.phrases import noted, phrase
from game.speech.figures import hundredths
from game.speech.reckoning import AUTHORITY, BEYOND, GRANTED, Part, authority, beyond, change, changes, parts, why_not
from game.tui.desk import Desk, arrow, points
from game.tui.screens.page import Page
from game.tui.widgets.choices import Choices, HeadRow, Item
from game.tui.widgets.package import Package, PackagePart

PUT = "put"
IN, OUT = "●", "○"

NOTHING = noted("Nothing is within reach yet: somebody has to put it in words.")


class ProposePage(Page[str | None]):
    """Putting a proposal together. Gives the move, or None."""

    CSS_PATH = "propose.tcss"
    LISTS = True
    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        noted("● ○\tIn the package, or not. One settlement for each question."),
        noted("▲ ▼\tWhat it is worth to you, in points of 100."),
        noted("allowed\tWhat your capital says: allowed, only after asking in a recess, or never today."),
    )
    BINDINGS = [
        Binding("p", "put", "put it to them", id="put", tooltip="Put this package to the other side"),
        Binding("backspace,delete", "clear", "empty", key_display="⌫", id="clear", tooltip="Take everything out"),
        Binding(
            "escape,q", "close", "back to the table", key_display="esc", id="close-propose", tooltip="Propose nothing"
        ),
    ]

    choices = getters.query_one(Choices)
    package = getters.query_one(Package)

    def __init__(self, desk: Desk) -> None:
        """Start from nothing, or, as a counter, from what is on the table."""
        super().__init__()
        self.desk = desk
        self.view = desk.view
        assert desk.known is not None
        self.known = desk.known
        self.within: list[Part] = parts(self.known, self.view)
        offered = {(part.issue, part.settlement) for part in self.within}
        self.picked: dict[int, int] = {i: s for i, s in self.view.tabled if (i, s) in offered}

    def body(self) -> Iterable[Widget]:
        """What is within reach, and the package."""
        title = phrase("A counter-proposal" if self.view.tabled else "A proposal")
        note = (
            phrase("what you would have in its place")
            if self.view.tabled
            else phrase("out of what has been put in words")
        )
        yield Static(Content.assemble((title, ".heading"), "   ", (note, ".quiet")), id="heading")
        with Horizontal(id="room"):
            yield Choices()
            with VerticalScroll(id="side", can_focus=False):
                yield Package()

    def on_mount(self) -> None:
        """Show both."""
        self.choices.focus()
        self.show_all()

    # What is shown

    def show_all(self, pointed: int = 0) -> None:
        """Show the list and the package as they are now."""
        if not self.query(Package):  # a window that changes while the page opens delays what is in it
            self.call_after_refresh(self.show_all, pointed)
            return
        head = [] if self.within else [HeadRow(Content.styled(f"   {phrase(NOTHING)}", ".quiet"))]
        self.choices.offer(self._items(), head, pointed=pointed)
        self._show_package()
        self.refresh_bindings()

    def _items(self) -> list[Item]:
        items: list[Item] = []
        issue = -1
        for part in self.within:
            above = None
            if part.issue != issue:
                issue = part.issue
                stands = self.desk.teller.settlement(issue, self.view.table[issue])
                name = self.desk.teller.issue(issue)
                above = Content.assemble(
                    "   ", (name, "bold"), ("  " + phrase("stands: {settlement}", settlement=stands), ".quiet")
                )
            sign = IN if self.picked.get(part.issue) == part.settlement else OUT
            label = f"{sign} {self.desk.teller.settlement(part.issue, part.settlement)}"
            gains = Content.assemble("  ", arrow(part.change)) if self.desk.counts else Content("")
            aside = Content.assemble((phrase(AUTHORITY[part.authority]), ".quiet"), gains)
            items.append(
                Item(
                    f"{part.issue} {part.settlement}",
                    label,
                    aside=aside,
                    apart=above is not None and bool(items),
                    above=above,
                )
            )
        if self.within:
            whom = self.desk.teller.side(1 - self.known.side)
            items.append(Item(PUT, phrase("Put it to {side}", side=f"{whom[0].lower()}{whom[1:]}"), "p", apart=True))
        return items

    def _show_package(self) -> None:
        pack, counts = self.parts, self.desk.counts
        changed, more, worth = [""] * len(pack), "", ("", "")
        if counts:
            each, added = changes(counts, self.view, pack)
            changed, more = [points(part) for part in each], points(added) if added else ""
            then = counts.worth(self.view.table) + change(counts, self.view, pack)
            worth = hundredths(then), points(sum(each) + added)
        shown = []
        for (issue, settlement), by in zip(pack, changed, strict=True):
            says = authority(self.known, self.view, issue, settlement)
            shown.append(
                PackagePart(
                    self.desk.teller.issue(issue),
                    self.desk.teller.settlement(issue, settlement),
                    by,
                    phrase(AUTHORITY[says]),
                    says not in (GIVEN, GRANTED),
                )
            )
        self.package.put(shown, more, worth, [each for each in (self.fault, self.warning) if each])

    # The package

    @property
    def parts(self) -> Parts:
        """What is in the package."""
        return tuple(sorted(self.picked.items()))

    @property
    def warning(self) -> str:
        """What the capital would say; the empty text for nothing against it."""
        says = BEYOND.get(beyond(self.known, self.view, self.parts), "") if self.picked else ""
        return phrase(says) if says else ""

    @property
    def fault(self) -> str:
        """Why it cannot be put now; the empty text where it can, or where nothing is in it."""
        return why_not(self.known, self.view, self.parts, self.desk.text) if self.picked else ""

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Take a settlement in or out, or put the package."""
        if chosen.id == PUT:
            self.action_put()
            return
        issue, settlement = map(int, chosen.id.split())
        if self.picked.get(issue) == settlement:
            del self.picked[issue]
        elif issue not in self.picked and len(self.picked) == PACKAGE_LIMIT:
            self.say(
                phrase(
                    "A package settles at most {most} questions. Take one out first.",
                    most=PACKAGE_LIMIT,
                )
            )
            return
        else:
            self.picked[issue] = settlement
        self.show_all(self.choices.pointed)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be put or emptied while nothing is in it."""
        if action == "put":
            return bool(self.picked) and not self.fault
        return bool(self.picked) if action == "clear" else True

    def action_put(self) -> None:
        """Put the package."""
        if not self.picked:
            self.say(phrase("Nothing is in the package yet."))
        elif self.fault:
            self.say(self.fault)
        else:
            self.dismiss(self.view.packages.propose(self.parts).text)

    def action_clear(self) -> None:
        """Take everything out."""
        self.picked.clear()
        self.show_all(self.choices.pointed)

    def action_close(self) -> None:
        """Propose nothing."""
        self.dismiss(None)
