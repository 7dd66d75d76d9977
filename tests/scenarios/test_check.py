"""`check`: all findings in one pass, each at its place; its text, its JSON, and what it looks at."""

import json
from pathlib import Path

from game.scenarios.check import check
from game.scenarios.findings import Finding
from game.scenarios.load import load, load_files
from game.scenarios.rendering import render
from tests.small_scenario import small_files, write_files


def findings(*changes: tuple[str, str, str]) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of what is found after some changes."""
    loaded = load_files(small_files(*changes))
    return [(each.file, each.line, each.column, each.code) for each in loaded.findings]


MISSPELT = ("topics/well.yaml", "goto: road/speak", "goto: denid")


def test_a_misspelt_goto_is_reported_at_its_place_with_the_nearest_node() -> None:
    (found,) = load_files(small_files(MISSPELT)).findings
    assert (found.file, found.line, found.column) == ("topics/well.yaml", 101, 15)
    assert found.message == "There is no node 'denid' in topic well."
    assert found.remedy == "Did you mean 'denied'?"


def test_a_finding_shows_its_line_and_a_caret_under_the_place() -> None:
    files = small_files(MISSPELT)
    (found,) = load_files(files).findings
    assert render(found, files["topics/well.yaml"].decode()).splitlines() == [
        "topics/well.yaml:101:15  E012  There is no node 'denid' in topic well. Did you mean 'denied'?",
        "  101 |         goto: denid",
        "      |               ^^^^^",
    ]


def test_faults_in_different_files_and_of_different_kinds_are_found_in_one_pass() -> None:
    assert findings(
        MISSPELT,
        ("topics/road.yaml", "kind: offer", "kind: ofer"),
        ("topics/opening.yaml", "changes: {trust: 1}", "changes: {trus: 1}"),
        ("issues.yaml", "weight: {hill: 40, vale: 50}", "weight: {hill: forty, vale: 50}"),
        ("scenario.yaml", "talk: 60", "tlak: 60"),
        ("glossary.yaml", "terms:", "terms: ["),
    ) == [
        ("glossary.yaml", 3, 1, "E006"),
        ("issues.yaml", 38, 20, "E023"),
        ("scenario.yaml", 1, 1, "E021"),
        ("scenario.yaml", 19, 1, "E020"),
        ("topics/opening.yaml", 15, 19, "E035"),
        ("topics/road.yaml", 18, 15, "E026"),
        ("topics/well.yaml", 101, 15, "E012"),
    ]


def test_a_name_in_a_faulty_part_is_still_declared() -> None:
    changed = ("topics/well.yaml", "        label: We have an old right\n", "")
    assert findings(changed) == [("topics/well.yaml", 42, 7, "E021")]


def test_names_of_a_file_that_cannot_be_read_are_not_missed() -> None:
    assert findings(("topics/well.yaml", "title: The well", "title: The: well")) == [
        ("topics/well.yaml", 2, 11, "E006")
    ]


def test_a_fault_behind_wide_letters_has_its_caret_under_it() -> None:
    found = Finding("E012", "error", "No.", "Yes.", "", "a.yaml", 1, 6, 2)
    assert render(found, "水: é 水水 x").splitlines()[2] == "      |       ^^^^"


def test_a_long_line_is_cut_to_the_place() -> None:
    found = Finding("E012", "error", "No.", "Yes.", "", "a.yaml", 1, 1001, 4)
    line = render(found, "x" * 1000 + "here" + "y" * 1000).splitlines()
    assert len(line[1]) < 120
    assert line[2].index("^") == line[1].index("here")


def test_what_a_terminal_would_obey_is_shown_as_a_stand_in(tmp_path: Path) -> None:
    files = small_files() | {"topics/well.yaml": b"topic: \x1b[2J\x9b"}
    assert "\x1b" not in check(write_files(files, tmp_path)).text()


def test_json_is_one_object_with_every_finding(tmp_path: Path) -> None:
    checks = check(write_files(small_files(MISSPELT), tmp_path))
    told = json.loads(checks.json())
    assert (told["ok"], told["files"]) == (False, 13)
    (found,) = told["findings"]
    assert found["code"] == "E012"
    assert found["severity"] == "error"
    assert found["file"] == (tmp_path / "topics/well.yaml").as_posix()
    assert (found["line"], found["column"]) == (101, 15)
    assert found["remedy"] == "Did you mean 'denied'?"


def test_every_scenario_below_a_folder_is_checked(tmp_path: Path) -> None:
    write_files(small_files(), tmp_path / "one")
    write_files(small_files(MISSPELT), tmp_path / "more" / "two")
    checks = check(tmp_path)
    assert [folder.folder.name for folder in checks.folders] == ["two", "one"]
    assert not checks.ok
    assert checks.summary() == "26 files of 2 scenarios: 1 error."


def test_a_clean_scenario_has_nothing_to_say(tmp_path: Path) -> None:
    checks = check(write_files(small_files(), tmp_path))
    assert checks.ok
    assert checks.clean
    assert checks.text() == "13 files of 1 scenario: nothing to say."


def test_a_file_stands_for_the_scenario_to_which_it_belongs(tmp_path: Path) -> None:
    folder = write_files(small_files(MISSPELT), tmp_path)
    assert check(folder / "topics/road.yaml").text() == check(folder).text()


def test_a_folder_without_a_scenario_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not-there"):
        checks = check(path)
        assert not checks.ok
        assert "scenario.yaml is missing" in checks.text()


def test_a_recorded_game_is_looked_at_and_never_keeps_a_scenario_from_being_played(tmp_path: Path) -> None:
    files = small_files() | {"games/first.yaml": b"scenario: two-villages\nmoves: [pass]\ncomment: x\n"}
    folder = write_files(files, tmp_path)
    assert check(folder).clean
    assert "games/first.yaml" not in load(folder).files
    (folder / "games/first.yaml").write_text("scenario: two-villages\n")
    assert [each.code for each in check(folder).folders[0].findings] == ["E021"]
    assert load(folder).scenario is not None


def test_a_scenario_is_loaded_again_from_the_files_it_was_loaded_from(tmp_path: Path) -> None:
    loaded = load(write_files(small_files(), tmp_path))
    again = load_files(loaded.files)
    assert loaded.scenario is not None
    assert again.scenario is not None
    assert (again.scenario.rules, again.scenario.wording) == (loaded.scenario.rules, loaded.scenario.wording)


def test_hidden_files_and_links_to_nowhere_harm_nobody(tmp_path: Path) -> None:
    folder = write_files(small_files() | {"topics/.#well.yaml": b"\0"}, tmp_path)
    (folder / "sources" / "lost.yaml").symlink_to(folder / "nowhere.yaml")
    assert [(each.code, each.file) for each in load(folder).findings] == [("E002", "sources/lost.yaml")]
