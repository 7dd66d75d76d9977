"""The debrief as HTML, Markdown and rows: nothing in it is obeyed, fetched or lost."""

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import tablib
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from game.cli import main
from game.engine.scenario import Scenario
from game.records.files import open_game, write_game
from game.reports import chapters, class_report, rows
from game.reports.charts import MARKS, Chart, Series, ruled, ticks
from game.reports.debrief import Debrief, debrief
from game.reports.document import Document, Grid, Items, Paragraph, Prose, Section
from game.reports.html import document as as_html
from game.reports.html import grid, markdown
from game.reports.markdown import document as as_markdown
from game.reports.svg import svg
from game.session import HUMAN, Session, Unkept
from tests.long import LONG
from tests.reports.conftest import FOLDER
from tests.reports.played import played

NASTY = "<script>alert(1)</script> & \"quoted\" 'too' =1+1 | [a](javascript:b) `c`"


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and whether all are closed."""

    VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "line", "circle", "rect", "path", "col"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def nasty() -> Document:
    blocks = (
        Paragraph(NASTY, NASTY), Items((NASTY,)), Grid(NASTY, (NASTY,), ((NASTY,),)), Prose(NASTY, NASTY),
    )  # fmt: skip
    return Document(NASTY, NASTY, (Section("one", NASTY, blocks),))


def argued(meeting: Scenario) -> Debrief:
    """A game in which somebody said something nasty."""
    session = Session.begin(meeting, (HUMAN, HUMAN), seed=1, keep=Unkept())
    session.play(session.view(session.turn).moves[0], NASTY)
    session.argue(NASTY)
    return debrief(meeting, session.record, NASTY)


def test_every_text_is_escaped_in_html(meeting: Scenario) -> None:
    for document in (nasty(), chapters.document(argued(meeting))):
        page = Tags(as_html(document))
        assert not page.open
        assert not {"script", "iframe", "object", "embed", "form"} & {tag for tag, _ in page.tags}
        hrefs = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
        assert all(href and href.startswith("#") for href in hrefs)
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


def test_a_page_fetches_nothing(meeting: Scenario) -> None:
    text = as_html(chapters.document(argued(meeting)))
    assert not re.search(r"https?:|url\(|@import|src=", text)
    assert "default-src 'none'" in text


def test_every_text_is_escaped_in_markdown() -> None:
    text = as_markdown(nasty())
    assert "<script>" not in text.replace(NASTY, "", text.count(f"\n{NASTY}\n"))
    assert "\\<script\\>" in text
    assert all(line.count("|") - line.count("\\|") == 2 for line in text.splitlines() if line.startswith("|"))


def test_markdown_in_html_obeys_no_tag_and_no_link() -> None:
    text = markdown("# One\n\n<b>bold</b> [here](http://a) ![x](y)\n\n| a | b |\n|---|---|\n| 1 | 2 |", 2)
    assert "<h3>One</h3>" in text and "<table>" in text
    assert "<b>" not in text and "href" not in text and "<img" not in text


def test_a_drawing_says_what_it_is_and_escapes_its_names() -> None:
    chart = Chart("A < B", "x & y", "y", (Series("s", MARKS, ((1, 1),), 0, ("<g>",)),), (0, 2), (0, 2))
    text = svg(chart, "here")
    assert not Tags(text).open
    assert "A &lt; B" in text and "&lt;g&gt;" in text and 'aria-labelledby="here-title"' in text


@given(st.integers(-100, 100), st.integers(1, 200), st.integers(5, 40))
def test_a_chart_of_cells_is_ruled_at_equal_distances_and_holds_what_it_held(least: int, span: int, rows: int) -> None:
    most = least + span
    (low, high), along = ruled(least, most, rows, 5)
    assert low <= least + 1e-6 and high >= most - 1e-6
    at = [(each - low) / (high - low) * (rows - 1) for each in along]
    assert len(along) > 1
    assert all(abs(each - round(each)) < 1e-6 for each in at)
    assert len({round(b - a) for a, b in pairwise(at)}) == 1


@pytest.mark.parametrize(("least", "most"), [(0, 3), (0, 10), (-5, 5), (40, 80), (0, 212), (3, 4000)])
def test_an_axis_has_a_few_whole_steps_in_its_range(least: int, most: int) -> None:
    found = ticks(least, most)
    assert 2 <= len(found) <= 8
    assert least <= found[0] and found[-1] <= most
    assert len({b - a for a, b in pairwise(found)}) == 1


def a_class(meeting: Scenario) -> list[Debrief]:
    return [debrief(meeting, played(meeting, seed), f"pair-{seed:02d}") for seed in range(30)]


def test_a_class_of_thirty_is_one_report_and_one_table(meeting: Scenario) -> None:
    games = a_class(meeting)
    text = as_markdown(class_report.document(games))
    assert all(f"| pair-{seed:02d} |" in text for seed in range(30))
    found = list(csv.DictReader(io.StringIO(rows.players(games))))
    assert len(found) == 60
    for number, row in enumerate(found):
        game, side = games[number // 2], number % 2
        assert float(row["value"]) * 100 == pytest.approx(game.result.value[side])
        assert int(row["minutes"]) == game.result.minutes
        assert row["interest"] == game.result.medals[side].interest.medal
        assert row["at-il28"] == meeting.issues[0].settlements[game.result.table[0]].id
    moves = list(csv.DictReader(io.StringIO(rows.moves(games))))
    assert [row["text"] for row in moves] == [turn.move for game in games for turn in game.turns]


def test_every_column_is_explained() -> None:
    told = CliRunner().invoke(main, ["debrief", "--columns"]).output
    for column in (*rows.PLAYERS, *rows.MOVES):
        assert re.search(rf"^  {column.name} +\S", told, re.MULTILINE)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_run_by_a_spreadsheet(cell: str) -> None:
    assert str(rows.harmless(cell)).startswith("'")


def test_figures_stay_figures_below_zero() -> None:
    assert rows.harmless(-1.5) == -1.5


def test_a_typed_formula_is_harmless_in_the_rows(meeting: Scenario) -> None:
    session = Session.begin(meeting, (HUMAN, HUMAN), seed=1, keep=Unkept())
    session.play(session.view(session.turn).moves[0], "=HYPERLINK(1)")
    found = list(csv.DictReader(io.StringIO(rows.moves([debrief(meeting, session.record)]))))
    assert found[0]["typed"] == "'=HYPERLINK(1)"


def test_the_command_writes_what_it_is_asked_for(tmp_path: Path) -> None:
    games = [str(FOLDER / "games" / f"{name}.yaml") for name in ("a-trade", "as-recorded")]
    wanted = {"--html": "a.html", "--markdown": "a.md", "--csv": "a.csv", "--moves": "m.csv"}
    asked = [part for option, name in wanted.items() for part in (option, str(tmp_path / name))]
    found = CliRunner().invoke(main, ["debrief", *games, *asked])
    assert found.exit_code == 0, found.output
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "The class" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == 5
    assert len((tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()) == 91


def test_a_class_that_a_playtest_left_is_one_report_and_a_spreadsheet_reads_the_same_figures(
    tmp_path: Path, meeting: Scenario
) -> None:
    count = 30 if LONG else 10
    folder, html, csv_, moves = (tmp_path / name for name in ("class", "report.html", "results.csv", "moves.csv"))
    made = CliRunner().invoke(main, ["playtest", "--games", str(count), "--to", str(folder), "--as", "us=conceder"])
    assert made.exit_code == 0, made.output
    files = sorted(folder.iterdir())
    assert len(files) == count
    told = CliRunner().invoke(
        main, ["debrief", *map(str, files), "--html", str(html), "--csv", str(csv_), "--moves", str(moves)]
    )
    assert told.exit_code == 0, told.output
    page = html.read_text(encoding="utf-8")
    assert all(f">{file.stem}<" in page for file in files)
    games = [debrief(meeting, open_game(file), file.stem) for file in files]
    results = tablib.Dataset().load(csv_.read_text(encoding="utf-8-sig"), format="csv")
    assert results.headers == [*(each.name for each in rows.PLAYERS), *(f"at-{each.id}" for each in meeting.issues)]
    assert results.height == 2 * count
    for number, row in enumerate(results.dict):
        game, side = games[number // 2], number % 2
        assert row == {each.name: str(each.of(game, side)) for each in rows.PLAYERS} | {
            f"at-{issue.id}": issue.settlements[s].id
            for issue, s in zip(meeting.issues, game.result.table, strict=True)
        }
    each_move = tablib.Dataset().load(moves.read_text(encoding="utf-8-sig"), format="csv")
    assert each_move["text"] == [turn.move for game in games for turn in game.turns]
    assert [float(value) for value in each_move["value-us"]] == [
        moment.value[0] / 100 for game in games for moment in game.course[1:]
    ]


def test_games_of_different_rules_are_not_compared(tmp_path: Path) -> None:
    from game.places import data
    from game.scenarios.load import load

    lesson = load(data("dialogues") / "new-york-1962", "lesson").scenario
    assert lesson is not None
    file = tmp_path / "lesson.yaml"
    file.write_text(write_game(played(lesson, 1)), encoding="utf-8")
    found = CliRunner().invoke(main, ["debrief", str(file), str(FOLDER / "games" / "a-trade.yaml")])
    assert found.exit_code == 1
    assert "One report compares games that were played by the same rules" in found.output


def test_the_debrief_of_the_recorded_meeting_names_its_chapters(meeting: Scenario) -> None:
    made = debrief(meeting, open_game(FOLDER / "games" / "as-recorded.yaml"), "as-recorded")
    titles = [section.id for section in chapters.document(made).sections]
    assert titles == [
        "ending", "medals", "course", "dance", "possible", "missed", "flow", "briefs", "settled", "unknown", "ask",
    ]  # fmt: skip


def test_a_short_table_is_not_cut_where_a_page_is_printed_and_an_hour_not_where_a_line_is() -> None:
    short, long = (grid(Grid("Hours", ("Move", "Hour"), (("1", "7.46 p.m."),) * count)) for count in (3, 40))
    assert 'class="wide whole"' in short
    assert 'class="wide"' in long
    assert "7.46&nbsp;p.m." in short
