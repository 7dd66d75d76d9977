"""What a scenario expects of many games: read from a sentence, and judged by what was seen."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.places import data
from game.scenarios.expectations import NotExpectable, expectation
from game.scenarios.load import Loaded, load, load_files
from game.scenarios.playtest import playtest
from tests.small_scenario import small_files, write_files

ISSUES = {"well": {"open": 0, "hours": 1, "half": 2}, "road": {"open": 0, "toll": 1}}


def expecting(*sentences: str) -> dict[str, bytes]:
    written = "".join(f"  - {each}\n" for each in sentences)
    return small_files(("scenario.yaml", "first: hill\n", f"first: hill\nexpect:\n{written}"))


def loaded(*sentences: str) -> Loaded:
    return load_files(expecting(*sentences))


def test_a_sentence_says_what_how_often_and_whose_games() -> None:
    read = expectation("road at toll in over 2.5 % of random against hardliner games", ISSUES)
    assert (read.what, read.issue, read.settlement) == ("at", 1, 1)
    assert (read.over, read.share) == (True, 0.025)
    assert read.seats == ("random", "hardliner")
    assert read.holds(0.03)
    assert not read.holds(0.025)


def test_one_name_plays_both_sides() -> None:
    assert expectation("nothing agreed in under 5 % of conceder games", ISSUES).seats == ("conceder", "conceder")


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("well settled", "it does not say what"),
        ("well settled in about 3 % of random games", "it does not say what"),
        ("river settled in over 3 % of random games", "there is no issue 'river'"),
        ("well at dawn in over 3 % of random games", "no settlement 'dawn'"),
        ("well in over 3 % of random games", "neither ISSUE settled"),
        ("well settled in over 3 % of wise games", "nobody who plays is called 'wise'"),
    ],
)
def test_any_other_sentence_says_why_not(sentence: str, why: str) -> None:
    with pytest.raises(NotExpectable, match=why):
        expectation(sentence, ISSUES)


def test_what_was_seen_is_the_share_of_the_games() -> None:
    found = playtest(
        loaded(
            "well settled in over 0 % of random games",
            "well at open in under 100 % of random games",
            "nothing agreed in over 0 % of random games",
            "something disavowed in under 100 % of random games",
            "over 0 % of moves seen in random games",
            "over 0 % of choices effective in random games",
        ),
        200,
    )
    shares, count = found.settled(), found.tally
    well, at_open, nothing, disavowed, moves, choices = (each.seen for each in found.judged())
    assert well == pytest.approx(1 - shares["well"]["open"])
    assert at_open == pytest.approx(shares["well"]["open"])
    assert nothing == found.nothing / 200
    assert disavowed == count.disavowed / 200
    assert moves == 1 - len(found.unseen) / len(found.scenario.moves)
    assert choices == found.effective_choices
    assert not found.failed


def test_games_of_other_players_are_not_judged() -> None:
    found = playtest(loaded("well settled in over 99 % of hardliner games"), 20)
    assert [(each.seen, each.holds) for each in found.judged()] == [(None, None)]
    assert not found.failed


def test_playtest_fails_where_an_expectation_does_not_hold(tmp_path: Path) -> None:
    folder = write_files(expecting("well settled in over 99 % of random games"), tmp_path)
    told = CliRunner().invoke(main, ["playtest", str(folder), "--games", "50"])
    assert told.exit_code == 1
    assert "well settled in over 99 % of random games" in told.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", ["new-york-1962"])
def test_what_a_shipped_scenario_expects_holds(name: str) -> None:
    shipped = load(data("dialogues") / name)
    judged = playtest(shipped, 2000).judged()
    assert judged
    for seats in {each.expected.seats for each in judged if each.holds is None}:
        judged += playtest(shipped, 30, seats=seats).judged()
    assert {each.expected.text for each in judged if each.holds} == set(shipped.expected)
    assert [each.expected.text for each in judged if each.holds is False] == []
