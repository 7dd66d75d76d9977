"""The papers of a lesson: who may see what, and that nothing is missing."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.issues import OPEN
from game.engine.scenario import Scenario
from game.engine.scoring import worth
from game.reports.handouts.conditions import condition
from game.reports.handouts.folder import folder, papers
from game.reports.handouts.orders import recesses, rule
from game.reports.handouts.paper import Materials
from game.reports.handouts.seating import seating
from game.scenarios.lesson import Lesson, Unfit
from game.scenarios.lesson import lesson as texts_in
from game.scenarios.load import load
from tests.reports.conftest import FOLDER
from tests.reports.test_debrief_files import Tags
from tests.small_scenario import small_scenario

LATER = (
    "20 November", "within thirty days", "Swedish ship by telephone", "ship Bratsk", "forty-one", "December", "1963",
    "short-range", "never began", "helicopter",
)  # fmt: skip
"""What nobody could know that evening."""


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    scenario = load(FOLDER, "lesson").scenario
    assert scenario is not None
    return scenario


def gather(scenario: Scenario, at: Path) -> Materials:
    return Materials(scenario, texts_in(at))


@pytest.fixture(scope="module")
def written(lesson: Scenario) -> Mapping[str, str]:
    return folder(gather(lesson, FOLDER))


def text_of(page: str) -> str:
    page = re.sub(r"</?(?:strong|em)>", "", page.partition("<body>")[2])
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def secrets(lesson: Scenario, side: int) -> set[str]:
    """The sentences that stand in a side's brief alone."""

    def sentences(number: int) -> set[str]:
        plain = re.sub(r"[*#]|^- ", "", lesson.words[f"briefs/{lesson.sides[number].id}"], flags=re.MULTILINE)
        return {" ".join(each.split()) for each in re.split(r"(?<=[.!?])\s+|\n\n", plain) if len(each.split()) >= 4}

    return sentences(side) - sentences(1 - side)


def test_a_side_finds_its_own_secrets_on_its_cards_and_no_other_pupil_finds_them(
    lesson: Scenario, written: Mapping[str, str]
) -> None:
    for side in (0, 1):
        own, found = lesson.sides[side].id, secrets(lesson, side)
        assert len(found) > 8
        for file, page in written.items():
            text = text_of(page)
            there = {each for each in found if each in text}
            if file in {f"pupils/{own}/{person}.html" for person in lesson.sides[side].people}:
                assert there == found, file
            elif file.startswith("pupils/") and not file.startswith(f"pupils/{own}/"):
                assert not there, (file, there)


def test_what_a_settlement_is_worth_stands_on_the_score_sheet_of_that_side_alone(
    lesson: Scenario, written: Mapping[str, str]
) -> None:
    def figures(side: int) -> set[str]:
        issues = lesson.issues
        return {f"{i.weight[side] * s.value[side] / 100:.1f}" for i in issues for s in i.settlements}

    for side in (0, 1):
        own = figures(side) - figures(1 - side)
        assert len(own) > 8
        mine = set(re.findall(r"\b\d+\.\d\b", text_of(written[f"pupils/{lesson.sides[side].id}/score-sheet.html"])))
        theirs = set(
            re.findall(r"\b\d+\.\d\b", text_of(written[f"pupils/{lesson.sides[1 - side].id}/score-sheet.html"]))
        )
        assert own <= mine
        assert not own & theirs
    shared = [text_of(page) for file, page in written.items() if re.fullmatch(r"pupils/[^/]+\.html", file)]
    assert len(shared) == 8
    assert not any(re.search(r"\b\d\d\.\d\b", text) for text in shared)


def test_no_pupils_paper_tells_how_it_ended(lesson: Scenario, written: Mapping[str, str]) -> None:
    endings = [text for id_, text in lesson.words.items() if id_.startswith("debrief/") and len(text) > 30]
    assert endings
    for file, page in written.items():
        text = text_of(page)
        if file.startswith("pupils/"):
            assert not [each for each in LATER if each.lower() in text.lower()], file
            assert not [each for each in endings if " ".join(each.split()) in text], file
    key = text_of(written["teacher/8-what-happened.html"])
    assert "20 November" in key and "Bratsk" in key


def test_every_person_has_a_card_and_every_question_its_place(lesson: Scenario, written: Mapping[str, str]) -> None:
    for side in lesson.sides:
        for person in side.people:
            page = text_of(written[f"pupils/{side.id}/{person}.html"])
            assert lesson.words[f"people/{person}:name"] in page and "Secret." in page
    form, flow = (text_of(written[f"pupils/{name}.html"]) for name in ("3-agreement-form", "4-flow-sheet"))
    for issue in lesson.issues:
        assert lesson.words[f"issues/{issue.id}:question"] in form
        assert lesson.words[f"issues/{issue.id}:short"] in flow
        for settlement in issue.settlements[1:]:
            assert lesson.words[f"issues/{issue.id}.{settlement.id}:title"] in form


def test_the_teachers_papers_hold_the_rubric_the_concepts_and_the_whole_telegram(
    lesson: Scenario, written: Mapping[str, str]
) -> None:
    for criterion in texts_in(FOLDER).criteria:
        assert all(level in text_of(written["teacher/4-rubric.html"]) for level in criterion.levels)
    concepts = text_of(written["teacher/7-how-good-was-it.html"])
    assert "Nash" in concepts and "Kalai-Smorodinsky" in concepts
    telegram = text_of(written["teacher/9-telegram.html"])
    for id_, text in lesson.words.items():
        if id_.startswith("passages/"):
            assert " ".join(text.split()) in telegram
    assert "Content note" in text_of(written["teacher/1-quick-start.html"])


def test_a_capital_says_on_paper_what_it_says_in_the_rules(lesson: Scenario) -> None:
    made = gather(lesson, FOLDER)
    for (issue, settlement), rules in lesson.authority.items():
        for side in (0, 1):
            said = rule(made, side, issue, settlement)
            expected = {True: "at once", False: "never today"}.get(rules[side], "after a recess")  # type: ignore[call-overload]
            assert said == expected
    for side in (0, 1):
        told = recesses(made, side)
        assert len(told) == len(lesson.asks[side])
        assert not any("reach." in each or "at." in each.split() for each in told)


def test_what_a_side_can_say_is_its_own_and_no_paper_is_named_that_it_did_not_hold(
    lesson: Scenario, written: Mapping[str, str]
) -> None:
    for side in (0, 1):
        text = text_of(written[f"pupils/{lesson.sides[side].id}/what-you-can-say.html"])
        for claim in lesson.claims:
            assert (f"{lesson.words[f'claims/{claim.id}']}." in text) is (claim.side == side), claim.id
        for paper in lesson.papers:
            assert (lesson.words[f"papers/{paper.id}:says"] in text) is (side in paper.sides), paper.id


def test_a_paper_is_called_by_the_number_that_is_printed_on_it(lesson: Scenario, written: Mapping[str, str]) -> None:
    made = gather(lesson, FOLDER)
    title = {paper.mark: paper.title for paper in papers(made) if paper.mark}
    for name, number in re.findall(r"\*([^*]+)\* \((teacher \d)\)", "\n".join(made.lesson.texts.values())):
        assert title[number].startswith(name.rstrip(".?!")), (name, number)
    for number in re.findall(r"teacher \d", "\n".join(made.lesson.texts.values())):
        assert number in title
    for paper in papers(made):
        assert paper.mark in text_of(written[paper.file])


def test_questions_that_can_be_asked_before_the_end_is_told_do_not_tell_it(written: Mapping[str, str]) -> None:
    questions = re.findall(r"<li>([^<]+)</li>", written["teacher/6-discussion.html"])
    telling = [
        number for number, each in enumerate(questions, 1) if re.search("fifteen|that none is|short-range", each)
    ]
    assert telling == [6, 7, 8]


def test_a_score_sheet_is_added_up_to_what_the_rules_say(lesson: Scenario, written: Mapping[str, str]) -> None:
    issues = {issue.id: number for number, issue in enumerate(lesson.issues)}
    agreed = [
        {},
        {"ship": "neutral", "pledge": "statement"},
        {"il28": "weeks-private", "pledge": "un-text"},
        {"il28": "reported", "warheads": "formula", "pledge": "hemisphere"},
    ]
    for side in (0, 1):
        page = written[f"pupils/{lesson.sides[side].id}/score-sheet.html"]
        rows = re.findall(r"<tr><th[^>]*>([^<]*)</th><td>([^<]*)</td><td[^>]*>([\d.]+)</td>", page)
        points = {(question, way): float(each) for question, way, each in rows}
        hang = re.findall(r"<li>(Add|Take away) (\d+), if ([^<]+)\.</li>", unescape(page))
        for package in agreed:
            table = [OPEN] * len(issues)
            for id_, settlement in package.items():
                table[issues[id_]] = lesson.issues[issues[id_]].number(settlement)
            teller = gather(lesson, FOLDER).teller
            ways = {teller.issue(n): teller.settlement(n, s) if s != OPEN else "Left open" for n, s in enumerate(table)}
            total = sum(points[each] for each in ways.items())
            for sign, count, when in hang:
                parts = [part.partition(" is ") for part in when.split(", and ")]
                if all(f"“{ways[question]}”" in titles for question, _, titles in parts):
                    total += int(count) * (1 if sign == "Add" else -1)
            assert total == pytest.approx(worth(lesson, side)(tuple(table)) / 100, abs=0.2), package


def test_everybody_in_a_class_of_any_size_has_a_place(lesson: Scenario) -> None:
    for pupils in range(2, 41):
        found = seating(lesson, pupils)
        assert found.pupils == pupils
        for people in found.tables:
            assert len(people) >= 2 and {people[0], people[1]} == {"stevenson", "kuznetsov"}
    assert [len(each) for each in seating(lesson, 29).tables] == [5, 5, 5, 5, 5, 4]
    assert "mendelevich" not in seating(lesson, 29).tables[-1]
    assert (seating(lesson, 31).observers, seating(lesson, 32).judges) == (1, 1)


def test_the_start_page_counts_the_copies(written: Mapping[str, str]) -> None:
    page = written["start-here.html"]
    counts = {
        file: [int(each) for each in re.findall(r'class="figure">(\d+)<', rest)]
        for file, rest in re.findall(r'<a href="([^"]+)">(.*?)</tr>', page)
    }
    assert counts["pupils/2-agenda.html"] == [28, 29, 30, 31, 32]
    assert counts["pupils/4-flow-sheet.html"] == [12] * 5
    assert counts["pupils/ussr/mendelevich.html"] == [5, 5, 6, 6, 6]
    assert counts["pupils/5-observer.html"] == [1, 0, 0, 1, 1]
    assert counts["teacher/4-rubric.html"] == [1, 1, 1, 1, 2]


def test_the_glossary_explains_the_words_of_the_papers_and_none_of_the_screen(
    lesson: Scenario, written: Mapping[str, str]
) -> None:
    text = text_of(written["pupils/6-glossary.html"])
    for term in ("squared", "quarantine", "warhead", "package"):
        assert lesson.words[f"glossary/{term}"] in text
    for term in ("reading", "debrief", "memcon"):
        assert lesson.words[f"glossary/{term}"] not in text


def test_every_page_is_whole_and_fetches_nothing(written: Mapping[str, str]) -> None:
    for file, page in written.items():
        tags = Tags(page)
        assert not tags.open, file
        assert not re.search(r"https?:|url\(|@import|<script|src=", page), file
        assert [tag for tag, _ in tags.tags].count("h1") == 1, file
        for tag, attributes in tags.tags:
            if tag == "a":
                assert attributes["href"] in written


def test_the_start_page_names_every_paper(written: Mapping[str, str]) -> None:
    assert set(re.findall(r'href="([^"]+)"', written["start-here.html"])) == set(written) - {"start-here.html"}


def test_the_whole_meeting_has_papers_too(meeting: Scenario) -> None:
    found = {paper.file for paper in papers(gather(meeting, FOLDER))}
    assert {"pupils/us/score-sheet.html", "teacher/8-what-happened.html"} <= found


def test_a_scenario_without_texts_has_the_papers_that_follow_from_it() -> None:
    villages = FOLDER.parent / "two-drivers"
    scenario = load(villages).scenario
    assert scenario is not None
    found = {paper.file for paper in papers(gather(scenario, villages))}
    assert "pupils/3-agreement-form.html" in found
    assert "teacher/9-telegram.html" not in found


def test_the_command_writes_the_folder(tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["handouts", "--to", str(tmp_path / "papers")])
    assert found.exit_code == 0, found.output
    assert "start-here.html" in found.output
    assert (tmp_path / "papers" / "pupils" / "ussr" / "zorin.html").is_file()


def test_a_rubric_with_three_levels_is_told_in_one_sentence(tmp_path: Path, lesson: Scenario) -> None:
    (tmp_path / "handouts").mkdir()
    text = "criteria:\n  claim: {title: Claim, asks: What?, levels: [one, two, three]}\n"
    (tmp_path / "handouts" / "rubric.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Unfit, match=r"rubric.yaml:2: .* No papers were made\.$"):
        gather(lesson, tmp_path)


def test_no_paper_is_empty_and_none_is_written_in_the_language_of_rules(lesson: Scenario) -> None:
    for name in ("new-york-1962", "new-york-next-day", "two-drivers"):
        at = FOLDER.parent / name
        scenario = load(at, "lesson").scenario if name == FOLDER.name else load(at).scenario
        assert scenario is not None
        for file, page in folder(gather(scenario, at)).items():
            below_the_title = text_of(f"<body>{page.partition('</h1>')[2]}")
            assert len(below_the_title.split()) > 20, (name, file)
            assert not re.search(r"\b(reach|at|claimed|stands|answered|said|granted)\.[a-z]", below_the_title), file


def test_where_nobody_says_what_came_of_it_there_is_no_empty_answer_key() -> None:
    at = FOLDER.parent / "two-drivers"
    scenario = load(at).scenario
    assert scenario is not None
    assert "teacher/8-what-happened.html" not in {paper.file for paper in papers(gather(scenario, at))}


def test_the_second_meeting_has_every_kind_of_paper_that_the_first_has(lesson: Scenario) -> None:
    at = FOLDER.parent / "new-york-next-day"
    second = load(at, "lesson").scenario
    assert second is not None
    kinds = [
        {file for file in folder(gather(scenario, where)) if file.count("/") == 1}
        for scenario, where in ((lesson, FOLDER), (second, at))
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("claimed.old-right", "“The vale has an old right to water” has been claimed"),
        ("not stands.dry-summer", "not “The summer will be dry” has been claimed and not answered"),
        ("trust >= -2 and left < 20", "trust is at least -2 and the minutes left are below 20"),
        ("(open.road or said.well.right)", "either road is open or “We have an old right” has been said"),
        (
            "reach.road.toll and trust > 0",
            "“A small toll” (road) has been put in words and trust is above 0",
        ),
        ("granted.well.half", "“Each village has half the water” has been allowed"),
        ("claimed.nothing-of-the-kind", "something that this form leaves out has been claimed"),
        (
            "reach.well.half or trust > 1 and at.bridge.built",
            "“Each village has half the water” (well) has been put in words or trust is above 1 "
            "and something that this form leaves out has been agreed",
        ),
        (
            "said.bridge.build or open.bridge",
            "something that this form leaves out has been said or something that this form leaves out is open",
        ),
    ],
)
def test_a_condition_is_told_in_words(asked: str, told: str) -> None:
    assert condition(Materials(small_scenario(), Lesson({})), asked) == told
