"""The telegrams and the flow where people meet them: as a command and in plain mode."""

import io
import json

from click.testing import CliRunner, Result

from game.cli import main
from game.engine.scenario import Scenario
from game.plain import PlainTable
from game.session import HUMAN, Session, Unkept
from tests.reports.conftest import FOLDER


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["cable", *args])


def game(name: str) -> str:
    return str(FOLDER / "games" / f"{name}.yaml")


def test_the_command_prints_both_telegrams_or_one() -> None:
    both, one = run(game("a-trade")), run(game("a-trade"), "--as", "ussr")
    assert both.exit_code == one.exit_code == 0
    assert both.output.startswith("Secret. Priority.")
    assert both.output.endswith(f"\n{one.output}")
    assert one.output.endswith("V. Kuznetsov\nV. Zorin\n")


def test_as_json_every_sentence_names_its_moves() -> None:
    found = json.loads(run(game("as-recorded"), "--json").output)
    assert (found["scenario"], found["moves"], found["finished"]) == ("new-york-1962", 60, True)
    us = found["cables"]["us"]
    first = us["paragraphs"][0]
    assert first["subject"] == "il28"
    assert all(each["moves"] and each["text"] for paragraph in us["paragraphs"] for each in paragraph["sentences"])
    assert us["beside"]["paragraphs"][1]["yours"] == [1]
    assert us["beside"]["open"] == us["beside"]["open_then"]


def test_a_side_that_is_not_there_is_wrong_use() -> None:
    found = run(game("as-recorded"), "--as", "france")
    assert found.exit_code == 2
    assert "there is no side 'france' here; the sides are us and ussr." in found.output


def sit_down(meeting: Scenario, count: int, *typed: str, seats: tuple[str, str] = (HUMAN, HUMAN)) -> str:
    """What is written when these words are typed after the first moves of the recorded meeting."""
    from game.records.files import open_game

    record = open_game(FOLDER / "games" / "as-recorded.yaml")
    session = Session.follow(meeting, record, at=count, keep=Unkept(), seats=seats)
    out = io.StringIO()
    PlainTable(session, io.StringIO("".join(f"{each}\n" for each in typed)), out).play()
    return out.getvalue()


def test_the_pad_shows_the_telegram_as_far_as_it_goes(meeting: Scenario) -> None:
    text = sit_down(meeting, 13, "pad", "quit", seats=(HUMAN, "by-the-record"))
    assert "Akalovsky's pad. Uncleared.\n" in text
    assert "A. Expressed SovGov displeasure" in text
    assert "open" not in text.partition("Akalovsky's pad")[2].partition("Your choice")[0]


def test_two_at_one_keyboard_see_no_answer_from_home_on_the_pad(meeting: Scenario) -> None:
    text = sit_down(meeting, 28, "pass", "recess quarantine=on-order", "pad", "quit")
    assert "US side left room to telephone Department." in text
    assert "Department was asked" not in text and "Department authorized" not in text


def test_the_flow_is_a_word_of_the_table(meeting: Scenario) -> None:
    text = sit_down(meeting, 13, "flow", "quit").partition("Your choice")[2]
    assert "  Soviet, move 4: The aircraft are old, low and slow. Answered by move 10" in text


def test_after_the_end_comes_the_telegram_and_the_real_one_beside_it(meeting: Scenario) -> None:
    text = sit_down(meeting, 60, seats=(HUMAN, "by-the-record"))
    ours, _, rest = text.partition("Beside the real one:\n")
    assert "The American delegation, the telegram home:\nSecret. Priority.\n" in ours
    assert "Soviet delegation, the telegram home" not in text
    assert "Beside your paragraph 1: 1. Stevenson and McCloy referred" in rest
    assert rest.index("Open, by the real one:") < rest.index("The result:")
