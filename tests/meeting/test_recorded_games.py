"""Five recorded games, with results worked out by hand.

Values are in hundredths of a point: weight times value for each question, and a hundred for each
point of a link. Leaving everything open is worth, to the Americans,
34*55 + 8*45 + 22*45 + 14*93 + 12*92 + 10*75 - 400 = 5976 (the link takes four points while bombers
and warheads are both left as they are), and to the Soviets
26*92 + 8*45 + 12*80 + 22*35 + 22*25 + 10*55 = 5582.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.engine.medals import judge
from game.engine.scenario import END, Scenario
from game.places import data
from game.records.files import open_game, read_game, write_game
from game.records.record import Record
from game.records.replay import Replayed, replay
from game.session import Session, Unkept

OPEN = dict.fromkeys(("il28", "ship", "warheads", "pledge", "quarantine", "list"), "open")

GAMES = {
    "as-recorded": (212, {}, 5976, 5582),
    "nothing-agreed": (88, {}, 5976, 5582),
    # US: bombers 34*(76-55) = 714, quarantine 12*(56-92) = -432, the link of both 200, the link of
    # bombers and warheads gone 400. USSR: 26*(42-92) = -1300, 22*(75-25) = 1100, the link 600.
    "a-trade": (158, {"il28": "after-cuba", "quarantine": "on-order"}, 5976 + 882, 5582 + 400),
    # The registered text is disavowed in Washington; the formula stands: 22*(48-45) and 12*(100-80).
    "a-disavowal": (86, {"warheads": "formula"}, 5976 + 66, 5582 + 240),
    # Ship 8*(75-45) and 8*(62-45), and the formula.
    "small-things": (112, {"ship": "neutral-liaison", "warheads": "formula"}, 5976 + 240 + 66, 5582 + 136 + 240),
}


def file(name: str) -> Path:
    return data("dialogues") / "new-york-1962" / "games" / f"{name}.yaml"


def played(meeting: Scenario, record: Record) -> Replayed:
    replayed = replay(meeting, record)
    assert replayed.stopped is None
    return replayed


@pytest.mark.parametrize("name", GAMES)
def test_a_recorded_game_ends_as_worked_out_by_hand(meeting: Scenario, name: str) -> None:
    minutes, settled, us, ussr = GAMES[name]
    replayed = played(meeting, open_game(file(name)))
    last = replayed.states[-1]
    assert last.node == END
    assert last.minutes == minutes
    result = judge(meeting, last, [event for turn in replayed.turns for event in turn.events])
    table = {issue.id: issue.settlements[s].id for issue, s in zip(meeting.issues, result.table, strict=True)}
    assert table == OPEN | settled
    assert result.value == (us, ussr)
    assert result.reservation == (5976, 5582)


def test_a_capital_disavows_what_went_beyond_its_word(meeting: Scenario) -> None:
    replayed = played(meeting, open_game(file("a-disavowal")))
    log = [event for turn in replayed.turns for event in turn.events]
    result = judge(meeting, replayed.states[-1], log)
    assert [each.side for each in result.disavowed] == [0]
    assert result.medals[0].instructions.exceeded
    assert result.medals[0].credit.disavowed == 1
    assert not result.medals[1].instructions.exceeded


@pytest.mark.parametrize("name", GAMES)
def test_an_exported_file_replays_to_the_same_end(meeting: Scenario, name: str, tmp_path: Path) -> None:
    record = open_game(file(name))
    first = Session.follow(meeting, record, keep=Unkept())
    written = write_game(first.record)
    again = played(meeting, read_game(written))
    assert again.states == played(meeting, record).states
    exported = tmp_path / "game.yaml"
    exported.write_text(written, "utf-8")
    one, two = (CliRunner().invoke(main, ["replay", str(path), "--json"]) for path in (file(name), exported))
    assert one.exit_code == two.exit_code == 0, two.output
    assert one.output == two.output
