"""A record names its form, and whether it is played knowing; records from before read as they did."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.records.faults import Damaged, NotAGame, OtherScenario
from game.records.files import read_game, write_game
from game.records.journal import Journal
from game.records.record import Record, first_seal, header_from, heading
from game.records.replay import replay
from game.session import HUMAN, Session
from tests.records.kept import header, rows
from tests.scenarios.test_forms import BRIEFS, DECLARED, loaded, short
from tests.small_scenario import small_files, small_scenario

FILES = small_files(DECLARED) | BRIEFS
PLAYED = ("open well", "well/press.hours", "well/denied.rain", "well/denied.move-on", "well/answer.so-be-it")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "games.sqlite3") as journal:
        yield journal


def begun(journal: Journal) -> Session:
    session = Session.begin(short(), (HUMAN, HUMAN), seed=5, keep=journal, files=FILES)
    for move in PLAYED:
        session.play(move)
    return session


def test_the_heading_of_a_whole_scenario_is_the_line_that_it_always_was() -> None:
    assert heading(header()) == (
        '{"at":0,"begun":"2026-11-23T18:00:00Z","format":1,"language":"en","parent":"",'
        f'"rules":"{"a" * 64}","scenario":"made-up","seats":["human","hardliner"],"seed":7,"wording":"{"b" * 64}"}}'
    )
    assert first_seal(header()) == "544760fc52395e5c6a01b200904743f073e85ee8a9e5fe105b0954dfaf04a79d"


@pytest.mark.parametrize("form", ["", "lesson"])
def test_a_heading_reads_back_with_its_form(form: str) -> None:
    kept = header()._replace(form=form)
    assert header_from(heading(kept)) == kept
    assert ('"form"' in heading(kept)) is bool(form)


def test_a_form_that_is_no_text_is_no_heading() -> None:
    with pytest.raises(ValueError, match="no proper 'form'"):
        header_from(heading(header()._replace(form="x")).replace('"x"', "7"))


def test_a_game_file_says_the_form() -> None:
    record = Record(header()._replace(form="lesson"), rows(2))
    text = write_game(record)
    assert text.splitlines()[1:3] == ["scenario: made-up", "form: lesson"]
    assert read_game(text) == record
    assert "form" not in write_game(Record(header(), rows(2)))


def test_a_kept_game_of_a_form_is_resumed_in_it(journal: Journal) -> None:
    session = begun(journal)
    assert journal.games()[0].form == session.form == "short"
    again = Session.resume(session.game, journal)
    assert again.record == session.record
    assert [issue.id for issue in again.known(0).issues] == ["well"]
    assert Session.resume(session.game, journal, at=2).form == "short"


def test_an_exported_game_of_a_form_is_played_on_in_it(journal: Journal) -> None:
    exported = read_game(write_game(begun(journal).record))
    followed = Session.follow(short(), exported, keep=journal, files=FILES)
    assert followed.form == "short"
    assert [turn.move for turn in followed.turns] == list(PLAYED)


def test_a_game_of_a_form_belongs_to_no_other(journal: Journal) -> None:
    record = begun(journal).record
    with pytest.raises(OtherScenario, match="'two-villages', form 'short', not to 'two-villages'"):
        replay(small_scenario(), record)
    whole = record._replace(header=record.header._replace(form=""))
    with pytest.raises(OtherScenario, match="not to 'two-villages', form 'short'"):
        replay(short(), whole)


def test_a_form_that_the_kept_files_do_not_have_gets_one_sentence(journal: Journal) -> None:
    scenario = loaded().scenario
    assert scenario is not None
    game = Session.begin(scenario, (HUMAN, HUMAN), seed=5, keep=journal, files=small_files()).game
    with pytest.raises(Damaged, match="there is no form 'short' of this scenario; it has none"):
        Session.resume(game, journal)


def test_a_heading_and_a_game_file_say_that_a_game_is_played_knowing_and_else_nothing_of_it() -> None:
    knowing = header()._replace(knowing=True)
    assert header_from(heading(knowing)) == knowing
    text = write_game(Record(knowing, rows(2)))
    assert "\nknowing: yes\n" in text
    assert read_game(text).header == knowing
    assert "knowing" not in heading(header()) + write_game(Record(header(), rows(2)))


@pytest.mark.parametrize("value", ["1", '"yes"', "null"])
def test_a_heading_is_played_knowing_or_not(value: str) -> None:
    with pytest.raises(ValueError, match="no proper 'knowing'"):
        header_from(heading(header()._replace(knowing=True)).replace("true", value))


def test_a_game_file_is_played_knowing_or_not() -> None:
    text = write_game(Record(header()._replace(knowing=True), rows(2)))
    with pytest.raises(NotAGame, match="`knowing` must be yes or no"):
        read_game(text.replace("knowing: yes", "knowing: perhaps"))
