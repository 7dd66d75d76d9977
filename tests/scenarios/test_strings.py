"""Words out and in: every text as CSV and as PO, read back, and a scenario played in a language that nobody speaks."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game import phrases
from game.cli import main
from game.engine.events import Spoke
from game.places import data
from game.scenarios import gettext_po, strings
from game.scenarios.languages import FOLDER, look_at_translation
from game.scenarios.lesson import lesson
from game.scenarios.load import load, load_files
from game.scenarios.loaded import NoSuchLanguage
from game.scenarios.pseudo import FIRST, LAST, pseudo
from game.scenarios.rehearse import rehearse
from game.scenarios.strings import SLOT, Text, texts
from game.speech.gate import clean
from tests.small_scenario import small_files, small_scenario, write_files

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n"\\\t#='), max_size=40)


def pseudo_po() -> str:
    found = list(texts(small_scenario()))
    return gettext_po.written(found, {each.id: pseudo(each.text) for each in found}, "xx")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever language a command speaks, the next test is told in English."""
    with phrases.speaking({}):
        yield


@pytest.fixture(name="folder")
def with_a_language(tmp_path: Path) -> Path:
    folder = write_files(small_files(), tmp_path / "small")
    (folder / FOLDER).mkdir()
    (folder / FOLDER / "xx.po").write_text(pseudo_po(), encoding="utf-8")
    return folder


# Out


def test_every_text_is_there_once_with_who_says_it_and_where() -> None:
    scenario = small_scenario()
    found = {each.id: each for each in texts(scenario)}
    assert set(scenario.words) - set(found) == {"scenario:begins", "documents/Abbey:sure"}
    said = found["well/demand.right:1"]
    assert (said.speaker, said.text) == ("Berta Thal", "Our grandmothers drew here.")
    assert said.context == "assert by vale, well/demand"
    assert said.note == "Spoken: at most 60 words."
    assert found["well/press.dry:again:1"].context == "assert by hill, well/press, said again"
    assert found["well/press.dry:label"].note == "At most 8 words, no full stop."
    assert found["issues/well.half:refuse:hill:plain:1"].speaker == "Anna Berg"
    assert found["table/pass:hill:1"].speaker == "Anna Berg"
    assert (found["glossary/toll:term"].text, found["glossary/toll"].context) == ("toll", "glossary/toll")


@given(
    st.lists(
        st.tuples(st.text("abc:/", min_size=1), WORDS.filter(bool), WORDS.filter(str.strip)), unique_by=lambda e: e[0]
    )
)
@settings(max_examples=150, deadline=None)
def test_what_is_written_as_po_or_csv_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    found = [Text(id_, "", "somewhere", "", text) for id_, text, _ in rows]
    translated = {id_: translation for id_, _, translation in rows}
    back = gettext_po.read(gettext_po.written(found, translated, "xx")).entries
    assert {id_: (entry.original, entry.translation) for id_, entry in back.items()} == {
        id_: (text, translation) for id_, text, translation in rows
    }
    if all("\r" not in text + translation for _, text, translation in rows):
        table = strings.from_csv(strings.as_csv(iter(found), translated))
        assert {id_: (entry.original, entry.translation) for id_, entry in table.items()} == {
            id_: (text, translation) for id_, text, translation in rows
        }


def test_no_cell_is_taken_for_a_formula() -> None:
    table = strings.as_csv(iter([Text("a", "", "", "", "=1+1"), Text("b", "", "", "", "-5")]), {})
    assert [row["text"] for row in csv.DictReader(io.StringIO(table))] == ["'=1+1", "'-5"]


# In


def test_a_translated_scenario_has_the_same_rules_and_other_words(folder: Path) -> None:
    plain, other = load(folder).scenario, load(folder, language="xx").scenario
    assert plain is not None
    assert other is not None
    assert other.rules == plain.rules
    assert other.wording != plain.wording
    for each in texts(plain):
        assert other.words[each.id] == pseudo(each.text)


def test_a_game_is_loaded_again_in_its_language_from_its_own_files(folder: Path) -> None:
    loaded = load(folder, language="xx")
    again = load_files(loaded.files).scenario
    assert loaded.scenario is not None
    assert again is not None
    assert again.wording == loaded.scenario.wording


def test_games_played_in_it_say_nothing_in_the_words_of_the_scenario(folder: Path) -> None:
    scenario = load(folder, language="xx").scenario
    assert scenario is not None
    for seed in range(20):
        for step in rehearse(scenario, seed):
            for event in step.events:
                for line in event.lines if isinstance(event, Spoke) else ():
                    assert scenario.words[line.id].startswith(FIRST)


def test_of_a_translation_only_what_still_fits_is_taken(folder: Path) -> None:
    file = folder / "topics/road.yaml"
    file.write_text(file.read_text("utf-8").replace("We could pay a little.", "We could pay a little more."), "utf-8")
    scenario = load(folder, language="xx").scenario
    assert scenario is not None
    assert scenario.words["road/ask.toll:1"] == "We could pay a little more."
    assert scenario.words["road/ask.free:1"] == pseudo("Let us pass without paying.")


@pytest.mark.parametrize(
    ("old", "new", "code", "why"),
    [
        ('msgid "We came about water."', 'msgid "We came about milk."', "W034", "was translated from other words"),
        ('msgctxt "road/ask.toll:1"', 'msgctxt "road/ask.tol:1"', "W034", "is the id of no text"),
        ('msgstr "' + pseudo("We came about water."), 'msgstr "\u202eWater', "W034", "a character that cannot be seen"),
        ('msgctxt "road/ask.toll:1"', "msgctxt road", "E016", "a text in double quotes"),
        ('msgid "We came about water."\n', "", "E016", "lacks one of them"),
    ],
)
def test_what_is_wrong_with_a_translation_is_said_at_its_line(old: str, new: str, code: str, why: str) -> None:
    text = pseudo_po()
    assert text.count(old) == 1
    (found, *_) = look_at_translation("languages/xx.po", text.replace(old, new).encode(), small_scenario().words)
    assert found.code == code
    assert why in found.message
    assert abs(found.line - text[: text.index(old)].count("\n") - 1) <= 4


@pytest.mark.parametrize(
    "id_",
    [
        "recorded:open:1", "map:coast", "map:shows", "map/almata:at", "map/almata:sign", "cables/us:style",
        "cables/us:open:raised-by", "cables/us:reading:kuznetsov:meter", "debrief/points/evening:at:il28",
        "debrief/points/evening:source", "documents/XI 147:sure", "scenario:begins",
    ],
)  # fmt: skip
def test_a_name_by_which_the_game_finds_something_is_not_translated(id_: str) -> None:
    assert not strings.is_words(id_)
    po = gettext_po.written([Text(id_, "", "", "", "il28")], {id_: "flugzeuge"}, "xx")
    (found,) = look_at_translation("xx.po", po.encode(), {id_: "il28"})
    assert "is the id of no text" in found.message


def test_slots_must_stay() -> None:
    po = gettext_po.written([Text("a", "", "", "", "{speaker} said so.")], {"a": "So said he."}, "xx")
    (found,) = look_at_translation("xx.po", po.encode(), {"a": "{speaker} said so."})
    assert "has other slots than its text" in found.message


def test_a_language_that_there_is_not_says_which_there_are(folder: Path) -> None:
    with pytest.raises(NoSuchLanguage, match="there is no language 'de'; there are xx"):
        load(folder, language="de")
    with pytest.raises(NoSuchLanguage):
        load(folder, language="../xx")


def test_check_looks_at_translations_too(folder: Path) -> None:
    (folder / FOLDER / "xx.po").write_text("nonsense", encoding="utf-8")
    told = CliRunner().invoke(main, ["check", str(folder)])
    assert told.exit_code == 1
    assert "languages/xx.po:1:1  E016" in told.stdout


# The language that nobody speaks


def test_it_is_accented_longer_and_runs_from_right_to_left_at_its_ends() -> None:
    text = "We came about water, {speaker}."
    other = pseudo(text)
    assert (other[0], other[-1]) == (FIRST, LAST)
    assert {unicodedata.bidirectional(each) for each in (FIRST, LAST)} == {"R"}
    assert len(other) >= 1.3 * len(text)
    assert SLOT.findall(other) == ["{speaker}"]
    assert "water" not in other
    assert clean(other) == other


def test_markdown_keeps_its_signs() -> None:
    assert [line[:2] for line in pseudo("# The hill\n\n- Keep the well.").split("\n")] == ["# ", "", "- "]


@pytest.mark.slow
def test_new_york_is_played_in_it_with_every_line_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, shipped = CliRunner(), data("dialogues") / "new-york-1962"
    folder = tmp_path / "new-york-1962"
    for file in shipped.rglob("*.*"):
        target = folder / file.relative_to(shipped)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (folder / FOLDER).mkdir()
    told = run.invoke(main, ["strings", str(folder), "--pseudo"])
    (folder / FOLDER / "xx.po").write_text(told.stdout, encoding="utf-8")
    assert run.invoke(main, ["check", str(folder)]).exit_code == 0
    scenario = load(folder, language="xx").scenario
    assert scenario is not None
    assert all(FIRST in scenario.words[each.id] for each in texts(scenario))
    form = load(folder, "lesson", "xx").scenario
    assert form is not None
    assert [each.id for each in texts(form) if FIRST not in each.text] == []
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    command = ["play", str(folder), "--form", "lesson", "--as", "us", "--seed", "1", "--plain", "--language", "xx"]
    played = run.invoke(main, command, input="1\n" * 120)
    assert played.exit_code == 0, played.exception
    assert pseudo("removal of IL-28s") in played.stdout


# The command


def test_the_command_writes_csv_and_po(folder: Path) -> None:
    run = CliRunner()
    table = run.invoke(main, ["strings", str(folder), "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(table.stdout)))
    assert tuple(rows[0]) == strings.COLUMNS
    assert len(rows) == len(list(texts(small_scenario())))
    assert run.invoke(main, ["strings", str(folder)]).stdout.startswith(
        'msgid ""\nmsgstr ""\n"Project-Id-Version: See and Count\\n"\n"Language: en\\n"'
    )


def test_the_command_writes_into_a_file_and_begins_a_language_that_there_is_not_yet(folder: Path) -> None:
    to = folder / FOLDER / "pl.po"
    told = CliRunner().invoke(main, ["strings", str(folder), "--language", "pl", "--to", str(to)])
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", f"Written: {to}\n")
    assert "Language: pl\\n" in to.read_text("utf-8")
    assert load(folder, language="pl").scenario is not None


def test_a_form_has_texts_of_its_own_and_the_papers_of_a_lesson_have_theirs(tmp_path: Path) -> None:
    topics = "topics: [opening, well, road, closing]\n"
    form = "forms: {short: {title: In short, issues: [well], topics: [well], moves: 12, minutes: 30, briefs: short}}\n"
    files = small_files(("scenario.yaml", topics, topics + form))
    files |= {f"briefs/{side}-short.md": f"Only this, {side}.".encode() for side in ("hill", "vale")}
    files["handouts/agenda.md"] = b"# Agenda\n\nFirst.\n\n| a | b |\n|---|---|\n| c | d |\n"
    folder = write_files(files, tmp_path / "small")
    to = folder / FOLDER / "xx.po"
    run = CliRunner()
    assert run.invoke(main, ["strings", str(folder), "--pseudo", "--to", str(to)]).exit_code == 0
    assert run.invoke(main, ["check", str(folder)]).exit_code == 0
    scenario = load(folder, "short", "xx").scenario
    assert scenario is not None
    assert scenario.words["briefs/hill"] == pseudo("Only this, hill.")
    assert scenario.words["scenario:form"] == pseudo("In short")
    title, first, table = lesson(folder, "xx").texts["agenda"].split("\n\n")
    assert (title, first) == (f"# {pseudo('Agenda')}", pseudo("First."))
    assert table.splitlines()[1:] == ["|---|---|", f"| {pseudo('c')} | {pseudo('d')} |"]


def test_the_command_fills_in_what_is_translated_and_counts_what_is_not(folder: Path) -> None:
    file = folder / "topics/road.yaml"
    file.write_text(file.read_text("utf-8").replace("We could pay a little.", "We could pay a little more."), "utf-8")
    told = CliRunner().invoke(main, ["strings", str(folder), "--language", "xx", "--json"])
    counted = json.loads(told.stdout)
    assert counted["texts"] == counted["translated"] + 1
    assert counted["missing"] == ["road/ask.toll:1"]
    po = CliRunner().invoke(main, ["strings", str(folder), "--language", "xx"]).stdout
    assert f'msgstr "{pseudo("We came about water.")}"' in po


def test_a_term_is_found_and_explained_by_its_name_in_the_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    german = {
        "glossary/toll:term": "Maut",
        "glossary/toll": "Was eine Straße kostet.",
        "opening/reply.silent:label": "Die Maut verschweigen",
    }
    po = gettext_po.written(list(texts(small_scenario())), german, "de")
    (folder / FOLDER / "de.po").write_text(po, encoding="utf-8")
    command = ["play", str(folder), "--as", "vale", "--seed", "1", "--plain", "--language", "de"]
    told = CliRunner().invoke(main, command, input="what\nwhat maut\nwhat toll\nquit\n").stdout
    assert "Explained here: Maut." in told
    assert "Maut: Was eine Straße kostet." in told
    assert "'toll' is not explained here." in told


def test_a_game_can_be_played_in_a_language(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEE_AND_COUNT_HOME", str(tmp_path / "home"))
    command = ["play", str(folder), "--as", "hill", "--seed", "1", "--plain", "--language", "xx"]
    told = CliRunner().invoke(main, command, input="1\nquit\n")
    assert told.exit_code == 0
    assert pseudo("Thank you for climbing up to us.") in told.stdout
    again = CliRunner().invoke(main, ["resume", "--plain"], input="quit\n")
    assert FIRST in again.stdout
    assert "Thank you" not in told.stdout + again.stdout
