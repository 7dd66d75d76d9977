"""What was said, as a play is printed: names in a column, the mark of each line's basis, the words beside it.

One widget over all entries. It breaks each entry into rows once for a width and draws only the rows
in sight, so the ten-thousandth turn costs what the tenth does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from game.tui.widgets.sheet import Sheet
from game.tui.widgets.typeset import cut

SPEECH, SCENE, NOTE, TOPIC, SECRET = "speech", "scene", "note", "topic", "secret"
BESIDE = 64
"""From this width on, names stand in a column beside the words; below it, above them."""
MEASURE = 72
"""The widest line of speech, in cells."""
TIME = 10
"""Cells of the longest time, `12.50 p.m.`, which stands under a name."""
SIDE_INKS = (".first-side", ".second-side")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing that was said or seen."""

    kind: str
    text: str
    name: str = ""
    side: int = -1
    mark: str = ""
    time: str = ""


class Transcript(Sheet, can_focus=False):
    """What was said."""

    @dataclass
    class Scrolled(Message):
        """How many entries lie below those in sight changed."""

        below: int

    DEFAULT_CSS = """
    Transcript { height: 1fr; }
    """

    def __init__(self, *, names: int = 11, id: str | None = None) -> None:
        """`names` is the width in cells of the longest name."""
        super().__init__(id=id)
        self.names = names
        self.entries: list[Entry] = []
        self._broken: list[tuple[Content, ...]] = []
        """The rows of each entry, for the width laid out."""
        self._tops: list[int] = [0]
        """The first row of each entry, and the row after the last."""
        self._unseen = 0

    # Entries

    def put(self, entries: Sequence[Entry]) -> None:
        """Show these entries and no other, from the end."""
        self.entries = list(entries)
        self._unseen = 0
        self.anchored = True
        self.laid()
        self.to_end()

    def add(self, entries: Sequence[Entry]) -> None:
        """Show more at the end; whoever reads further up is left there."""
        if not entries:
            return
        self.entries.extend(entries)
        if not self.laid_out:
            return
        self._break(self.laid_out)
        self.grown(self._tops[-1])
        if self.anchored:
            self.to_end()
            self.refresh()
        else:
            self._unseen += sum(entry.kind == SPEECH for entry in entries)
            self.post_message(self.Scrolled(self._unseen))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever scrolls to the end stays there, and has seen everything."""
        super().watch_scroll_y(old_value, new_value)
        if self.at_end:
            self.anchored = True
        elif new_value < old_value:
            self.anchored = False
        if self._unseen and self.anchored:
            self._unseen = 0
            self.post_message(self.Scrolled(0))

    # Rows

    def lay_out(self, width: int) -> int:
        """Break every entry for a width."""
        self._broken.clear()
        self._tops = [0]
        self._break(width)
        return self._tops[-1]

    def row(self, number: int) -> Content:
        """A row, found by the tops of the entries."""
        entry = bisect_right(self._tops, number) - 1
        return self._broken[entry][number - self._tops[entry]]

    def _break(self, width: int) -> None:
        for number in range(len(self._broken), len(self.entries)):
            above = self.entries[number - 1] if number else None
            rows = self._rows(self.entries[number], above, width)
            self._broken.append(rows)
            self._tops.append(self._tops[-1] + len(rows))

    def _rows(self, entry: Entry, above: Entry | None, width: int) -> tuple[Content, ...]:
        column = max(self.names, TIME) + 2 if width >= BESIDE else 1
        measure = min(width - column - 4, MEASURE)
        margin = " " * (column + 2)
        if entry.kind == TOPIC:
            return self._heading(entry, above, column, measure, width)
        if entry.kind == SPEECH:
            goes_on = above is not None and (above.name, above.time) == (entry.name, entry.time)
            return self._speech(entry, goes_on, column, measure)
        if entry.kind == SCENE:
            lines = Content.styled(entry.text, ".scene").wrap(measure)
            return (Content(""), *(Content.assemble(margin, line) for line in lines))
        if entry.kind == SECRET:
            lines = Content.styled(entry.text, ".secret").wrap(measure)
            rows = self._hung(lines, Content.assemble(" " * column, ("! ", ".secret")), margin)
            return (Content(""), *rows)
        dash = Content.styled(f"{margin}— ", ".quiet")
        rows = self._hung(Content.styled(entry.text, ".quiet").wrap(measure - 2), dash, f"{margin}  ")
        return tuple(rows) if above is not None and above.kind != SCENE else (Content(""), *rows)

    def _hung(self, lines: list[Content], first: Content, indent: str) -> list[Content]:
        return [Content.assemble(indent if number else first, line) for number, line in enumerate(lines)]

    def _heading(self, entry: Entry, above: Entry | None, column: int, measure: int, width: int) -> tuple[Content, ...]:
        room = min(column + 2 + measure, width - 2)
        time = Content.assemble(" ", (entry.time, ".quiet"), " ", ("──", ".rule")) if entry.time else Content("")
        name = cut(Content.styled(f" {entry.text} ", ".heading"), room - time.cell_length - 6)
        rule = room - time.cell_length - name.cell_length - 3
        line = Content.assemble(" ", ("──", ".rule"), name, ("─" * max(rule, 0), ".rule"), time)
        return (Content(""), line) if above else (line,)

    def _speech(self, entry: Entry, goes_on: bool, column: int, measure: int) -> tuple[Content, ...]:
        ink = SIDE_INKS[entry.side] if 0 <= entry.side < len(SIDE_INKS) else "bold"
        lines = Content(entry.text).wrap(measure)
        margin = " " * (column + 2)
        mark = (f"{entry.mark or ' '} ", ".quiet")
        if column == 1:
            name = Content.assemble(" ", (entry.name, ink), "  ", (entry.time, ".quiet"))
            said = self._hung(lines, Content.assemble(" ", mark), margin)
            return (Content(""), *said) if goes_on else (Content(""), name, *said)
        room = column - 1
        names = [cut(Content.assemble(" ", (entry.name, ink)), room), Content.assemble(" ", (entry.time, ".quiet"))]
        if goes_on:
            names.clear()
        rows = [Content("")]
        for number, line in enumerate(lines):
            name = names[number] if number < len(names) else Content("")
            start = name.pad_right(column - name.cell_length)
            rows.append(Content.assemble(start, mark if number == 0 else "  ", line))
        return tuple(rows)
