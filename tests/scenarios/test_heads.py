"""The first screen knows the titles of scenarios without importing what reads them."""

import subprocess
import sys
from pathlib import Path

from game.scenarios.heads import heads
from tests.small_scenario import small_files, write_files


def test_heads_are_read_from_the_first_lines(tmp_path: Path) -> None:
    write_files(small_files(), tmp_path / "two-villages")
    (head,) = heads(tmp_path)
    assert (head.id, head.title, head.folder) == ("two-villages", "Two villages", tmp_path / "two-villages")
    assert head.subtitle == "A well on the hill, a road in the vale"


def test_quotes_and_comments_are_no_part_of_a_title(tmp_path: Path) -> None:
    for name, title in (("a", "'It''s here'"), ("b", '"A \\"b\\""'), ("c", "Plain  # not this"), ("d", "'")):
        write_files({"scenario.yaml": f"scenario: {name}\ntitle: {title}\n".encode()}, tmp_path / name)
    assert [head.title for head in heads(tmp_path)] == ["It's here", 'A "b"', "Plain", "'"]


def test_a_broken_head_has_the_name_of_its_folder(tmp_path: Path) -> None:
    write_files({"scenario.yaml": b"\xff\0\x1b"}, tmp_path / "broken")
    assert [(head.id, head.title) for head in heads(tmp_path)] == [("broken", "broken")]


def test_a_folder_that_is_not_there_has_no_scenarios(tmp_path: Path) -> None:
    assert heads(tmp_path / "nowhere") == []


def test_neither_pydantic_nor_yaml_is_imported() -> None:
    program = (
        "import sys, game.scenarios.heads; print(*sorted({'yaml', 'pydantic', 'pydantic_core'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
