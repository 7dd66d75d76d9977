"""A card of six lines holds a game that `replay` reads."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.places import data
from game.records.card import LINES, is_card, read_card, write_card
from game.records.faults import NotAGame
from game.records.files import open_game, write_game
from game.records.record import Record

GAMES = sorted((data("dialogues") / "new-york-1962" / "games").glob("*.yaml"))
TOLD = ["one", "two", "three", "four"]


def moves(record: Record) -> list[str]:
    return [row.move for row in record.rows if row.is_move]


@pytest.mark.parametrize("game", GAMES, ids=lambda path: path.stem)
def test_a_card_has_six_lines_and_the_moves_of_its_game(game: Path) -> None:
    record = open_game(game)
    card = write_card(record, TOLD)
    assert len(card.splitlines()) == LINES and is_card(card)
    again = read_card(card)
    assert moves(again) == moves(record)
    assert again.header.scenario == record.header.scenario
    assert (again.header.seats, again.header.form) == (record.header.seats, record.header.form)


def test_breaks_and_spaces_of_a_mail_do_no_harm() -> None:
    record = open_game(GAMES[0])
    lines = write_card(record, TOLD).splitlines()
    broken = "\n".join(f"  {lines[-1][at : at + 60]} " for at in range(0, len(lines[-1]), 60))
    assert moves(read_card("\n\n".join([*lines[:-1], broken]))) == moves(record)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda lines: lines[:-1], "has 6 lines"),
        (lambda lines: [*lines[:4], "one two", lines[5]], "fifth line"),
        (lambda lines: [*lines[:5], lines[5][:40]], "last line"),
        (lambda lines: [*lines[:5], "=" * 80], "last line"),
        (lambda lines: [*lines[:5], "é" * 80], "last line"),
    ],
    ids=["cut", "about", "short", "nothing", "letters"],
)  # fmt: skip
def test_a_card_that_was_changed_is_told_in_a_sentence(spoil: object, why: str) -> None:
    assert callable(spoil)
    lines = write_card(open_game(GAMES[0]), TOLD).splitlines()
    with pytest.raises(NotAGame, match=why):
        read_card("\n".join(spoil(lines)))


def test_what_unpacks_to_more_than_a_file_may_have_is_refused() -> None:
    import base64
    import zlib

    bomb = base64.urlsafe_b64encode(zlib.compress(b"x" * 50_000_000, 9)).decode()
    lines = write_card(open_game(GAMES[0]), TOLD).splitlines()
    with pytest.raises(NotAGame, match="cut short, or too long"):
        read_card("\n".join([*lines[:5], bomb]))


def test_replay_reads_what_share_prints(tmp_path: Path) -> None:
    run = CliRunner().invoke
    for game in GAMES:
        card = tmp_path / "card.txt"
        card.write_text(run(main, ["share", str(game)]).output, encoding="utf-8")
        first, again = (run(main, ["replay", str(each), "--json"]).output for each in (game, card))
        assert first == again
        assert '"digest"' in again


def test_a_card_says_that_both_briefs_lay_open_and_so_does_the_replay_of_it(tmp_path: Path) -> None:
    run = CliRunner().invoke
    open_, shut = (tmp_path / f"{name}.yaml" for name in ("open", "shut"))
    text = GAMES[0].read_text(encoding="utf-8")
    shut.write_text(text, encoding="utf-8")
    open_.write_text(text.replace("\nmoves:", "\nknowing: yes\nmoves:", 1), encoding="utf-8")
    for game, knowing in ((open_, True), (shut, False)):
        printed = run(main, ["share", str(game)]).output
        card = tmp_path / "card.txt"
        card.write_text(printed, encoding="utf-8")
        assert len(printed.splitlines()) == LINES
        assert ("knowing both briefs" in printed) is knowing
        assert open_game(card).header.knowing is knowing
        assert ("Both briefs lay open" in run(main, ["replay", str(card)]).output) is knowing
        assert ("Both briefs lay open" in run(main, ["replay", str(card), "--watch"]).output) is knowing
        assert ('"knowing": true' in run(main, ["replay", str(card), "--json"]).output) is knowing


def test_a_card_of_a_game_that_goes_on_tells_no_end(tmp_path: Path) -> None:
    begun = tmp_path / "begun.yaml"
    whole = open_game(GAMES[0])
    begun.write_text(write_game(whole._replace(rows=whole.rows[:3])), encoding="utf-8")
    printed = CliRunner().invoke(main, ["share", str(begun)]).output
    assert "The talks are not over" in printed
    assert "Nothing was agreed" not in printed
