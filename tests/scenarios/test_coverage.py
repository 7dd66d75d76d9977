"""The coverage page: every move is on it, nothing in it comes from elsewhere, and no text of a writer is obeyed."""

import re
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner

from game.cli import main
from game.scenarios.coverage import coverage_page
from game.scenarios.load import load_files
from game.scenarios.playtest import playtest
from tests.small_scenario import small_files, write_files

NASTY = "<script>alert(1)</script> & \"quoted\" 'too'"


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.shown = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


def page(*changes: tuple[str, str, str]) -> str:
    return coverage_page(playtest(load_files(small_files(*changes)), 50))


def test_every_move_and_node_is_on_the_page() -> None:
    scenario = load_files(small_files()).scenario
    assert scenario is not None
    shown = Tags(page()).shown
    for move in scenario.moves:
        assert scenario.words[f"{move.text}:label"] in shown
    for node in scenario.nodes[5:]:
        assert node.id in shown


def test_text_of_a_writer_is_shown_and_not_obeyed() -> None:
    nasty = page(("topics/road.yaml", "label: Ask for a free road", f"label: {NASTY}"))
    read = Tags(nasty)
    assert read.open == []
    assert NASTY in read.shown
    assert "script" not in read.seen


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", page())


def test_what_never_was_is_marked() -> None:
    never = page(("topics/road.yaml", "when: open.road and", "when: trust > 3 and"))
    row = next(row for row in never.splitlines() if "free-for-what" in row)
    assert 'class="never"' in row
    assert "never</td>" in row


def test_the_command_writes_it_into_a_file(tmp_path: Path) -> None:
    folder = write_files(small_files(), tmp_path / "small")
    file = tmp_path / "page.html"
    told = CliRunner().invoke(main, ["playtest", str(folder), "--games", "20", "--html", str(file)])
    assert told.exit_code == 0
    assert file.read_text("utf-8").startswith("<!doctype html>")
    nowhere = CliRunner().invoke(
        main, ["playtest", str(folder), "--games", "5", "--html", str(tmp_path / "no/page.html")]
    )
    assert nowhere.exit_code == 1
    assert "No such file" in nowhere.stderr
