"""Setting lines of text: left and right on one line, and what is too long cut with an ellipsis.

Everything here is `Content` and never markup, so no text can be read as an instruction.
"""

from textual.content import Content

HARD_SPACE = "\N{NO-BREAK SPACE}"
_HELD = "\ue000"  # a letter of nobody's alphabet, in its place meanwhile


def styled(text: str, style: str = "") -> Content:
    """Some text in one style; styles that begin with a dot are the inks of `Page`."""
    return Content.styled(text, style) if style else Content(text)


def cut(text: Content, width: int) -> Content:
    """At most `width` cells of a line."""
    return text.truncate(max(width, 0), ellipsis=True) if text.cell_length > width else text


def spread(left: Content, right: Content, width: int, filler: str = " ", style: str = "") -> Content:
    """One line of `width` cells with `left` and `right` at its ends. The left is cut where there is no room."""
    left = cut(left, width - right.cell_length - bool(right))
    room = max(width - left.cell_length - right.cell_length, 0)
    return Content.assemble(left, (filler * room, style), right)


def broken(text: Content, width: int) -> list[Content]:
    """A text broken at a width, and never at a hard space: Textual would break there as at any other."""
    if HARD_SPACE not in text.plain:
        return list(text.wrap(width))
    held = Content(text.plain.replace(HARD_SPACE, _HELD), spans=[*text.spans])
    return [Content(line.plain.replace(_HELD, HARD_SPACE), spans=[*line.spans]) for line in held.wrap(width)]


def lines(rows: list[Content]) -> Content:
    """Lines one under the other."""
    return Content("\n").join(rows)
