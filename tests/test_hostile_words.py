"""Hostile text through the front door: whatever is typed or named, nothing that a terminal obeys comes out again."""

import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.places import HOME_VARIABLE
from game.plain import COMMANDS, PlainTable
from game.records.files import read_game, write_game
from game.session import HUMAN, Session, Unkept
from tests.fence import fence
from tests.test_gate import FORBIDDEN, HOSTILE

PILE = re.compile("[\u0300-\u036f]{9}")
"""More marks on one letter than a line has room for."""

hostile = st.one_of(
    st.sampled_from([*HOSTILE.values(), "[bold]x[/]", "[@click=app.quit]x[/]", "👩\u200d👩\u200d👧" * 9, "x" * 4000]),
    st.text(st.characters(exclude_categories=()), max_size=40),
)
words = st.sampled_from([*COMMANDS, *"1234", "propose fence=", "back", "papers T", "what is", "argue", "Yes,"])
lines = st.lists(st.one_of(hostile, words, st.builds("{} {}".format, words, hostile)), max_size=12)


def harmless(text: str) -> bool:
    return not FORBIDDEN.search(text.replace("\n", "")) and not PILE.search(text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lines, st.sampled_from([(HUMAN, HUMAN), (HUMAN, "dealmaker")]))
def test_whatever_is_typed_at_the_table_comes_out_harmless(typed: list[str], seats: tuple[str, str]) -> None:
    session = Session.begin(fence(), seats, seed=7, keep=Unkept())
    out = io.StringIO()
    assert PlainTable(session, io.StringIO("\n".join(typed)), out).play() == 0
    assert harmless(out.getvalue())
    written = write_game(session.record)
    assert harmless(written)
    assert read_game(written) == session.record


def run(home: Path, *args: str, typed: str | bytes = "") -> Result:
    return CliRunner(env={HOME_VARIABLE: str(home)}).invoke(main, args, input=typed)


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(typed=st.lists(st.one_of(hostile, st.binary(max_size=30)), min_size=1, max_size=6))
def test_a_game_of_hostile_words_is_kept_listed_exported_and_shown_harmlessly(
    tmp_path: Path, typed: list[str | bytes]
) -> None:
    raw = [each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in typed]
    played = run(
        tmp_path, "play", "two-drivers", "--hot-seat", "--plain", typed=b"\n".join([b"argue " + each for each in raw])
    )
    assert played.exit_code == 0
    assert harmless(played.output)
    game = run(tmp_path, "games").output.split()[0]
    exported = run(tmp_path, "export", game)
    kept = tmp_path / "kept.yaml"
    kept.write_text(exported.output, encoding="utf-8")
    for shown in (
        exported,
        run(tmp_path, "games"),
        run(tmp_path, "replay", game),
        run(tmp_path, "replay", str(kept), "--watch"),
        run(tmp_path, "cable", game),
        run(tmp_path, "resume", game, "--plain", typed="flow\nsaid 99\nwatch\n"),
    ):
        assert shown.exit_code == 0
        assert harmless(shown.output)


NAMES = [text.replace("\0", "") for name, text in HOSTILE.items() if name != "half a character"]
"""What a shell can hand over: no null, and of halves of characters only those that stand for stray bytes."""


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize(
    "command",
    [
        ("play", "{}", "--plain"),
        ("play", "two-drivers", "--as", "{}", "--plain"),
        ("play", "two-drivers", "--as", "us", "--against", "{}", "--plain"),
        ("play", "two-drivers", "--as", "us", "--form", "{}", "--plain"),
        ("resume", "{}", "--plain"),
        ("replay", "{}"),
        ("export", "{}"),
        ("check", "{}"),
        ("brief", "two-drivers", "--as", "{}"),
        ("understand", "two-drivers", "{}", "--as", "eddie", "--at", "{}"),
    ],
    ids=" ".join,
)
def test_a_hostile_name_gets_a_harmless_sentence(tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    said = run(tmp_path, *(part.replace("{}", name) for part in command))
    assert said.exit_code in (1, 2)
    assert said.exception is None or isinstance(said.exception, SystemExit)
    assert harmless(said.output)
