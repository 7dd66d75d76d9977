"""What was said, and finding one's way in it.

One widget over all entries. It breaks each entry into rows once for a width and draws only the rows
in sight, so the ten-thousandth turn costs what the tenth does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from game.tui.widgets.script import (
    NOTE,
    SCENE,
    SECRET,
    SIDE_INKS,
    SPEECH,
    THOUGHT,
    TOPIC,
    TYPED,
    Entry,
    rows,
    words_begin,
)
from game.tui.widgets.sheet import Sheet

__all__ = ["NOTE", "SCENE", "SECRET", "SIDE_INKS", "SPEECH", "THOUGHT", "TOPIC", "TYPED", "Entry", "Transcript"]


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
        self._typed: tuple[int, int] | None = None
        """While a reply is typed out: the row that is being typed, and how many letters of it there are."""
        self._unseen = 0
        self.sought = ""
        """Words that are looked for, in small letters; the empty text for none."""
        self.found: list[int] = []
        """The numbers of the entries that have them."""
        self.at = -1
        """Which of these was gone to last."""

    # Entries

    def put(self, entries: Sequence[Entry]) -> None:
        """Show these entries and no other, from the end."""
        self.entries = list(entries)
        self._unseen = 0
        self.anchored = True
        self.laid()
        self.to_end()
        if self.sought:
            self.found = [number for number, entry in enumerate(self.entries) if self._has(entry)]
            self.at = min(self.at, len(self.found) - 1)

    def add(self, entries: Sequence[Entry], *, typed: bool = False) -> None:
        """Show more at the end; whoever reads further up is left there. `typed` waits for `type_on` to show it."""
        if not entries:
            return
        if self.sought:
            self.found += [n for n, entry in enumerate(entries, len(self.entries)) if self._has(entry)]
        self.entries.extend(entries)
        if not self.laid_out:
            return
        begins = self._tops[-1]
        self._break(self.laid_out)
        if typed and self.anchored:
            self._typed = begins, 0
            return
        self._typed = None
        self.grown(self._tops[-1])
        if self.anchored:
            self.to_end()
            self.refresh()
        else:
            self._unseen += sum(entry.kind == SPEECH for entry in entries)
            self.post_message(self.Scrolled(self._unseen))

    @property
    def typing(self) -> bool:
        """Whether a reply is being typed out."""
        return self._typed is not None

    def type_on(self, letters: int) -> None:
        """Type so many letters more of a reply. What nobody says comes whole."""
        if self._typed is None:
            return
        row, there = self._typed
        begin = words_begin(self.laid_out, self.names)
        while row < self._tops[-1]:
            text = self._row(row).plain
            if self.entries[bisect_right(self._tops, row) - 1].kind == SPEECH:
                there = max(there, begin)
                step = min(letters, max(len(text) - there, 0))
                there, letters = there + step, letters - step
                if there < len(text) or not letters:
                    break
            row, there = row + 1, 0
        if self.laid_out and row < self._tops[-1]:
            self._typed = row, there
            self._strips.clear()
            if self._rows_laid != row + 1:
                self.grown(row + 1)
                self.to_end()
            self.refresh_lines(row, 1)
        else:
            self.type_out()

    def type_out(self) -> None:
        """Show all of it."""
        self._typed = None
        self._strips.clear()
        if self.laid_out:
            self.grown(self._tops[-1])
            self.to_end()
            self.refresh()

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
        self._typed = None
        self._break(width)
        return self._tops[-1]

    def row(self, number: int) -> Content:
        """A row, as far as it has been typed."""
        text = self._row(number)
        if self._typed is not None and number == self._typed[0]:
            text = text[: self._typed[1]]
        return self._lit(text, bisect_right(self._tops, number) - 1) if self.sought else text

    def _row(self, number: int) -> Content:
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
        return rows(entry, above, width, self.names, self.measure)

    # Finding one's way

    def in_sight(self) -> list[Entry]:
        """The entries of which a row is in sight."""
        if not self.entries or not self.laid_out:
            return []
        top = self.scroll_offset.y
        last = min(top + max(self.scrollable_content_region.height, 1), self._tops[-1]) - 1
        return self.entries[bisect_right(self._tops, top) - 1 : bisect_right(self._tops, max(last, 0))]

    def turn_in_sight(self) -> list[Entry]:
        """What the last move in sight brought."""
        number = max((entry.turn for entry in self.in_sight()), default=0)
        return [entry for entry in self.entries if number and entry.turn == number]

    def look_for(self, words: str) -> None:
        """Mark some words wherever they stand, and go to the last entry that has them; the empty text for none."""
        self.sought = " ".join(words.casefold().split())
        self.found = [number for number, entry in enumerate(self.entries) if self._has(entry)] if self.sought else []
        self.at = len(self.found) - 1
        self._strips.clear()
        self.refresh()
        self._go()

    def look_on(self, by: int) -> None:
        """Go to the next entry that has the words, or to the one before it, round the ends."""
        if self.found:
            self.at = (self.at + by) % len(self.found)
            self._strips.clear()
            self.refresh()
            self._go()

    def _has(self, entry: Entry) -> bool:
        return self.sought in f"{entry.name} {entry.text}".casefold()

    def _go(self) -> None:
        if self.found and self.laid_out:
            top = self._tops[self.found[self.at]]
            self._to(max(top - self.scrollable_content_region.height // 3, 0))

    def _lit(self, text: Content, entry: int) -> Content:
        plain, at = text.plain.casefold(), -1
        here = bool(self.found) and entry == self.found[self.at]
        if len(plain) != len(text.plain):  # a few letters are longer in lower case: then places would not fit
            return text
        while (at := plain.find(self.sought, at + 1)) >= 0:
            text = text.stylize(".found-here" if here else ".found", at, at + len(self.sought))
            if here:  # an ink cannot be turned round by a stylesheet
                text = text.stylize("reverse", at, at + len(self.sought))
        return text
