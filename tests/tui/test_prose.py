"""Texts to read, from plain Markdown."""

import pytest
from textual.content import Content

from game.tui.widgets.columns import Columns, Pair
from game.tui.widgets.prose import Block, blocks, emphasised
from game.tui.widgets.typeset import HARD_SPACE, broken


def test_headings_paragraphs_and_lists_become_blocks() -> None:
    found = blocks("# Title\n\nOne\ntwo.\n\n- first\n  goes on\n- second\n\n1. one\n2. two\n")
    assert [(block.mark.plain, block.text.plain, block.close) for block in found] == [
        ("", "Title", False),
        ("", "One two.", False),
        ("• ", "first goes on", False),
        ("• ", "second", True),
        ("1. ", "one", False),
        ("2. ", "two", True),
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a **b** c", "a b c"),
        ("*a* b", "a b"),
        ("_a_ b", "a b"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("a ** b", "a ** b"),
    ],
)
def test_emphasis_is_taken_off_and_nothing_else(text: str, plain: str) -> None:
    assert emphasised(text).plain == plain


def test_emphasis_is_set_in_inks() -> None:
    assert [(span.start, span.end, span.style) for span in emphasised("a **b** *c*").spans] == [
        (2, 3, "bold"),
        (4, 5, "italic"),
    ]


@pytest.mark.parametrize("width", range(8, 40))
def test_a_text_is_never_broken_at_a_hard_space(width: int) -> None:
    text = Content.styled(f"The nine ships, by T{HARD_SPACE}2.N, and by T{HARD_SPACE}4.", "bold")
    rows = broken(text, width)
    assert " ".join(row.plain.strip() for row in rows) == text.plain
    assert all(row.cell_length <= width + 1 for row in rows)
    assert all(row.spans for row in rows)


def test_the_rule_between_two_columns_is_drawn_through_blank_rows() -> None:
    columns = Columns([Pair([Block(Content("left"))], []), Pair([], [Block(Content("right"))])])
    rows = [columns.row(number).plain for number in range(columns.lay_out(100))]
    assert len(rows) == 3
    assert len({row.index("│") for row in rows}) == 1
