"""How the talk is set, as a play is printed: names in a column, the mark of each line's basis, the words beside it."""

from dataclasses import dataclass

from textual.content import Content

from game.phrases import phrase
from game.tui.widgets.typeset import cut

SPEECH, SCENE, NOTE, TOPIC, SECRET = "speech", "scene", "note", "topic", "secret"
THOUGHT, TYPED = "thought", "typed"
"""Above a line: the thought behind it in plain words; what a person typed to say it."""

BESIDE = 64
"""From this width on, names stand in a column beside the words; below it, above them."""
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
    turn: int = 0
    """The number of the move that brought it; 0 for none."""

    def copied(self) -> str:
        """It as it stands in a text that is taken elsewhere."""
        if self.kind == SPEECH:
            return f"{self.name}: {self.text}"
        if self.kind == TYPED:
            return phrase("(typed: {text})", text=self.text)
        return {THOUGHT: "({})", SCENE: "({})", TOPIC: "== {}"}.get(self.kind, "[{}]").replace("{}", self.text)


def rows(entry: Entry, above: Entry | None, width: int, names: int, widest: int) -> tuple[Content, ...]:
    """The rows of an entry at a width, under another; `names` is the width of the longest name, `widest` of a line."""
    column = words_begin(width, names) - 2
    measure = min(width - column - 4, widest)
    margin = " " * (column + 2)
    match entry.kind:
        case "topic":
            return _heading(entry, above, column, measure, width)
        case "speech":
            return _speech(entry, above, column, measure)
        case "scene":
            broken = Content.styled(entry.text, ".scene").wrap(measure)
            return (Content(""), *(Content.assemble(margin, line) for line in broken))
        case "secret":
            mark = Content.assemble(" " * column, ("! ", ".secret"))
            return (Content(""), *_hung(Content.styled(entry.text, ".secret").wrap(measure), mark, margin))
        case "thought" | "typed":
            ink = ".quiet" if entry.kind == THOUGHT else ".scene"
            text = entry.text if entry.kind == THOUGHT else f"“{entry.text}”"
            mark = Content.assemble(" " * column, ("» " if entry.kind == THOUGHT else "✎ ", ".quiet"))
            found = _hung(Content.styled(text, ink).wrap(measure), mark, margin)
            return tuple(found) if above is not None and above.kind == THOUGHT else (Content(""), *found)
    dash = Content.styled(f"{margin}— ", ".quiet")
    found = _hung(Content.styled(entry.text, ".quiet").wrap(measure - 2), dash, f"{margin}  ")
    return tuple(found) if above is not None and above.kind != SCENE else (Content(""), *found)


def words_begin(width: int, names: int) -> int:
    """The cell in which what is said begins, right of the names and the marks."""
    return (max(names, TIME) + 2 if width >= BESIDE else 1) + 2


def _hung(broken: list[Content], first: Content, indent: str) -> list[Content]:
    return [Content.assemble(indent if number else first, line) for number, line in enumerate(broken)]


def _heading(entry: Entry, above: Entry | None, column: int, measure: int, width: int) -> tuple[Content, ...]:
    room = min(column + 2 + measure, width - 2)
    time = Content.assemble(" ", (entry.time, ".quiet"), " ", ("──", ".rule")) if entry.time else Content("")
    name = cut(Content.styled(f" {entry.text} ", ".heading"), room - time.cell_length - 6)
    rule = room - time.cell_length - name.cell_length - 3
    line = Content.assemble(" ", ("──", ".rule"), name, ("─" * max(rule, 0), ".rule"), time)
    return (Content(""), line) if above else (line,)


def _speech(entry: Entry, above: Entry | None, column: int, measure: int) -> tuple[Content, ...]:
    goes_on = above is not None and (above.name, above.time) == (entry.name, entry.time)
    under = above is not None and above.kind in (THOUGHT, TYPED)
    ink = SIDE_INKS[entry.side] if 0 <= entry.side < len(SIDE_INKS) else "bold"
    broken = Content(entry.text).wrap(measure)
    mark = (f"{entry.mark or ' '} ", ".quiet")
    blank = () if under else (Content(""),)
    if column == 1:
        name = Content.assemble(" ", (entry.name, ink), "  ", (entry.time, ".quiet"))
        said = _hung(broken, Content.assemble(" ", mark), " " * (column + 2))
        return (*blank, *said) if goes_on else (*blank, name, *said)
    names = [cut(Content.assemble(" ", (entry.name, ink)), column - 1), Content.assemble(" ", (entry.time, ".quiet"))]
    if goes_on:
        names.clear()
    found = list(blank)
    for number, line in enumerate(broken):
        name = names[number] if number < len(names) else Content("")
        start = name.pad_right(column - name.cell_length)
        found.append(Content.assemble(start, mark if number == 0 else "  ", line))
    return tuple(found)
