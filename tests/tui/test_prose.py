"""Texts to read, from plain Markdown."""

import pytest

from game.tui.widgets.prose import blocks, emphasised


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
