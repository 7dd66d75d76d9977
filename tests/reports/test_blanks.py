"""cables.yaml: the blanks of the telegrams, and what `check` says about them."""

from game.records.replay import Turn
from game.reports.cable import Ending, cable
from game.reports.layout import lines
from game.scenarios.load import load_files
from tests.small_scenario import small_files

CABLES = """\
cables:
  hill:
    style: telegram
    heading: [Hill post. No. 3.]
    opening: "It took {hours}."
    subjects: {well: "Re well:"}
    reading: {adam: {meter: trust, words: {-3: "Adam, frowning, said:", 0: "Adam said:"}}}
    open: {raised-by: hill, lead: "Open:", questions: {well: the water}}
    signed: [Berg]
  vale:
    style: report
    table: {passed: {hill: They were silent., vale: We were silent.}}
    next: {lead: "It is well:", open: {well: to dig deeper}}
recorded: {open: [well]}
"""


def findings(*changes: tuple[str, str]) -> list[tuple[str, int, int, str]]:
    text = CABLES
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = load_files(small_files() | {"cables.yaml": text.encode()}).findings
    return [(each.code, each.line, each.column, each.remedy) for each in found if each.severity == "error"]


def test_every_name_in_it_is_looked_up() -> None:
    assert findings() == []
    assert findings(('{well: "Re well:"}', "{wel: x}")) == [("E036", 6, 16, "Did you mean 'well'?")]
    assert findings(("{adam:", "{adm:")) == [("E033", 7, 15, "Did you mean 'adam'?")]
    assert findings(("meter: trust", "meter: trus")) == [("E035", 7, 29, "Did you mean 'trust'?")]
    assert findings(("raised-by: hill", "raised-by: hil")) == [("E030", 8, 23, "Did you mean 'hill'?")]
    assert findings(("open: {well: to dig", "open: {wel: to dig")) == [("E037", 13, 40, "Did you mean 'well'?")]
    assert findings(("{open: [well]}", "{open: [wel]}")) == [("E037", 14, 19, "Did you mean 'well'?")]


def test_what_is_written_for_one_side_is_written_for_both() -> None:
    assert [code for code, *_ in findings((", vale: We were silent.", ""))] == ["E031"]


def test_a_key_that_is_misspelt_is_found() -> None:
    assert [(code, remedy) for code, _, _, remedy in findings(("heading:", "headng:"))] == [
        ("E020", "Did you mean 'heading'?")
    ]


def test_a_blank_stands_around_what_was_said() -> None:
    scenario = load_files(small_files() | {"cables.yaml": CABLES.encode()}).scenario
    assert scenario is not None
    spoken = next(each for each in scenario.moves if each.text == "well/press.dry")
    turns = [Turn(1, 0, spoken.text, "", "", (spoken.spoken,))]
    hill, vale = (lines(cable(scenario, side, turns, Ending((0, 0), 61))) for side in (0, 1))
    assert hill == [
        "Hill post. No. 3.",
        "It took one hour.",
        "1. Re well: We warned of drought.",
        "2. Open: the water.",
        "Berg",
    ]
    assert vale == ["They spoke of drought.", "Open: The well.", "It is well: to dig deeper."]
