"""Plain mode: the same game as lines of text."""

import io
import re

import pytest

from game.engine.chance import Draw
from game.plain import COMMANDS, PlainTable
from game.plain.chapters import debrief_lines
from game.reports.document import Figure, Grid, Paragraph
from game.session import HUMAN, Session, Unkept
from tests.fence import fence
from tests.small_scenario import small_scenario

FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Everything that moves a cursor, colours, rings or overwrites; the line feed alone may stand."""


def sit_down(*lines: str, seats: tuple[str, str] = (HUMAN, "conceder")) -> tuple[str, Session]:
    """What is written when these lines are typed, and the game."""
    session = Session.begin(fence(), seats, seed=7, keep=Unkept())
    out = io.StringIO()
    table = PlainTable(session, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    assert table.play() == 0
    return out.getvalue(), table.session


def test_a_game_is_played_to_its_end_by_the_first_choice_alone() -> None:
    for seats in ((HUMAN, "conceder"), ("hardliner", HUMAN), (HUMAN, HUMAN)):
        text, session = sit_down(*["1"] * 200, seats=seats)
        assert session.over
        assert "The result:" in text
        assert "Interest:" in text


def test_the_end_of_the_input_ends_politely_with_the_game_kept() -> None:
    text, session = sit_down("1")
    assert not session.over
    assert text.rstrip().endswith("Go on with: see-and-count resume unkept --plain")


def test_quitting_does_not_ask_twice() -> None:
    text, _ = sit_down("quit", "1", "1")
    assert text.count("Your choice: ") == 1


@pytest.mark.parametrize("seats", [(HUMAN, "by-the-record"), (HUMAN, HUMAN)])
def test_nothing_but_text_is_written(seats: tuple[str, str]) -> None:
    draw = Draw(11)
    typed = [str(draw.below(7)) for _ in range(120)] + list(COMMANDS) + ["1"] * 60
    text, _ = sit_down(*typed, seats=seats)
    assert not FORBIDDEN.search(text)


def test_the_brief_is_pointed_at_before_anything_is_said_and_not_where_two_look_on() -> None:
    text, _ = sit_down("quit")
    assert "Your confidential brief is read with 'brief'." in text.partition("[6.00 p.m.]")[0]
    assert "confidential" not in sit_down("quit", seats=(HUMAN, HUMAN))[0]


def test_what_was_said_before_is_marked_and_so_is_an_offer() -> None:
    text, _ = sit_down(*["1"] * 200, "choices", seats=(HUMAN, HUMAN))
    assert "(again)" in text
    assert "(offer)" in text


def test_every_word_of_the_table_answers() -> None:
    text, _ = sit_down("help", "choices", "brief", "issues", "flow", "papers", "sources", "back 9", "recess", "0")
    for word in COMMANDS:
        assert word == "argue" or f"\n{word}: " in text
    assert "NORTHERN-SECRET" in text
    assert "SOUTHERN-SECRET" not in text
    assert "Fence: open, worth 24.0 of 60 to you." in text
    assert "Nothing has been claimed yet." in text
    assert "There is nothing to go back on yet." in text


def test_the_other_sides_brief_is_read_in_a_game_played_knowing_and_in_no_other() -> None:
    ordinary, session = sit_down("brief other", "1", "brief other", "brief", "brief them")
    assert not session.knowing
    assert "The other side's brief is for its own eyes until the talks are over." in ordinary
    assert "NORTHERN-SECRET" in ordinary and "SOUTHERN-SECRET" not in ordinary
    _, played = sit_down(*["1"] * 200)
    begun = PlainTable(played, io.StringIO("back 0 knowing\nbrief other\n"), out := io.StringIO())
    assert begun.play() == 0
    assert begun.session.knowing and not begun.session.over
    assert "SOUTHERN-SECRET" in out.getvalue().partition("You play knowing")[2]


def test_while_the_talks_go_on_nobody_goes_back_knowing() -> None:
    _, session = sit_down("1", "1", "back 0 knowing", "back 0")
    assert not session.knowing


def test_when_all_is_over_the_sides_are_changed_and_both_briefs_read_first() -> None:
    _, played = sit_down(*["1"] * 200)
    changed = PlainTable(played, io.StringIO("change sides\nI have read them\n"), out := io.StringIO())
    assert changed.play() == 0
    session, text = changed.session, out.getvalue().partition("This is a new game")[2]
    assert session.seats == ("conceder", HUMAN)
    assert session.knowing
    briefs, _, talks = text.partition("Enter begins the talks: ")
    assert "SOUTHERN-SECRET" in briefs.partition("The other side's brief")[0]
    assert "NORTHERN-SECRET" in briefs.partition("The other side's brief")[2]
    assert session.waits or session.over, "the talks have begun"
    assert "SECRET" not in talks


def test_sides_are_changed_when_the_talks_are_over_and_not_before() -> None:
    text, session = sit_down("change sides")
    assert "'change sides' is for when the talks are over." in text
    assert session.seats == (HUMAN, "conceder")


def test_the_debrief_is_read_chapter_by_chapter_when_the_talks_are_over() -> None:
    _, played = sit_down(*["1"] * 200)
    out = io.StringIO()
    PlainTable(played, io.StringIO("debrief\ndebrief 3\ndebrief 99\n"), out).play()
    listed, first, wrong = out.getvalue().split("After the talks: ")[1:4]
    chapters = [chapter.title for chapter in played.debrief().sections]
    assert listed.split("\n")[1:-2] == [f"{number}. {title}" for number, title in enumerate(chapters, 1)]
    assert first.splitlines()[2] == f"{chapters[2]}:"
    assert f"Say which chapter, from 1 to {len(chapters)}" in wrong


def test_every_chapter_of_the_debrief_holds_what_its_page_holds() -> None:
    _, played = sit_down(*["1"] * 200)
    for number, chapter in enumerate(played.debrief().sections, 1):
        told = "\n".join(debrief_lines(played, str(number)))
        grids = [each.grid if isinstance(each, Figure) else each for each in chapter.blocks]
        for grid in (each for each in grids if isinstance(each, Grid)):
            assert all(cell in told for row in grid.rows for cell in row)
        for text in (each.text for each in chapter.blocks if isinstance(each, Paragraph)):
            assert text in told


@pytest.mark.parametrize("word", ["debrief", "result", "cable"])
def test_what_is_told_of_the_end_is_not_told_before(word: str) -> None:
    text, session = sit_down(word)
    assert f"'{word}' is for when the talks are over." in text
    assert session.count == 0


def test_two_people_at_one_keyboard_have_no_sides_to_change() -> None:
    text, session = sit_down(*["1"] * 200, "change sides", seats=(HUMAN, HUMAN))
    assert "there are no sides to change" in text
    assert session.over


@pytest.mark.parametrize(("seats", "held"), [(("conceder", HUMAN), True), ((HUMAN, "conceder"), False)])
def test_papers_are_read_by_the_side_that_could_hold_them(seats: tuple[str, str], held: bool) -> None:
    out = io.StringIO()
    session = Session.begin(small_scenario(), seats, seed=7, keep=Unkept())
    PlainTable(session, io.StringIO("papers\n"), out).play()
    assert ("The deed, 1702: It speaks of water." in out.getvalue()) is held


def test_a_wrong_line_gets_one_clear_sentence() -> None:
    text, _ = sit_down("99", "fandango", "\x1b[2Jopen line", "0", "propose")
    assert "There is no choice 99. Type a number from 1 to" in text
    assert "Nothing that can be said now comes near to that. Type a number, or 'help'." in text
    assert "No package can be tabled now: nothing new is within reach." in text
    assert "\x1b" not in text


def test_a_package_is_put_together_by_numbers_from_one_list() -> None:
    text = after_the_hedge("propose", "1", "1")
    assert "1. Fence: A hedge." in text
    assert "The package:\nFence: A hedge.\n" in text
    assert "[On the table: Fence: A hedge.]" in text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("7", "Type numbers from 1 to"),
        ("1 1", "each once"),
        ("hedge", "Type numbers from 1 to"),
        ("9" * 100, "Type numbers from 1 to"),
        ("0", "Nothing was put in the package."),
    ],
)
def test_what_names_no_package_gets_one_sentence(typed: str, says: str) -> None:
    assert says in after_the_hedge("propose", typed)


def after_the_hedge(*lines: str) -> str:
    """What is written when these lines are typed, after a hedge has been spoken of."""
    session = Session.begin(fence(), (HUMAN, HUMAN), seed=1, keep=Unkept())
    for move in ("open line", "line/map.wall", "line/answer.shrug", "line/reply.nod"):
        session.play(move)
    out = io.StringIO()
    PlainTable(session, io.StringIO("".join(f"{line}\n" for line in lines)), out).play()
    return out.getvalue()


def test_going_back_makes_a_new_game_and_keeps_the_old() -> None:
    text, session = sit_down("open line", "line/map.old-map", "back 0", "issues")
    assert session.count == 0
    assert "This is a new game, unkept, at move 0." in text


def test_what_is_asked_at_home_is_told_in_its_own_words_before_the_answer() -> None:
    text, _ = sit_down("recess", "1")
    asked = "[For you alone. Asked: May we have ditch fence?]\n"
    assert f"{asked}[For you alone. Not allowed as things stand: Fence, A ditch.]" in text


def test_two_people_at_one_keyboard_see_no_brief_worth_or_authority() -> None:
    draw = Draw(3)
    typed = ["brief", "issues", *[str(1 + draw.below(6)) for _ in range(200)], *["1"] * 80]
    text, _session = sit_down(*typed, seats=(HUMAN, HUMAN))
    before_the_result = text.partition("The result:")[0]
    for secret in ("SECRET", "worth", "Worth", "not tonight", "only after a recess", "Asked", "Allowed", "Not allowed"):
        assert secret not in before_the_result, secret
    assert "The northern garden has the keyboard." in text
