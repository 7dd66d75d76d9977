"""Phrases: said as they stand, said in another language, and every one found by whoever translates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from game import phrases
from game.phrases import counted, form_id, id_of, phrase
from game.places import data
from game.scenarios import phrasebook
from game.scenarios.phrasebook import SOURCES
from game.scenarios.plurals import BY_LANGUAGE, plurals
from game.speech.rules import how_to_play
from tests.pseudo import speaking_pseudo

# Saying


def test_in_english_a_phrase_is_said_as_it_stands() -> None:
    assert phrase("Game {game} is kept.", game="abcdef") == "Game abcdef is kept."
    assert phrase("A {brace} with nothing to fill it") == "A {brace} with nothing to fill it"
    assert [counted(n, "{number} move", "{number} moves") for n in (0, 1, 2)] == ["0 moves", "1 move", "2 moves"]


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert phrase("'{word}' is not explained here.", word="{word}{0.__class__}") == (
        "'{word}{0.__class__}' is not explained here."
    )


def test_a_full_stop_is_not_doubled_behind_one_that_was_filled_in() -> None:
    assert phrase("It was at {hour}.", hour="6.24 p.m.") == "It was at 6.24 p.m."
    assert phrase("At {hour}. Then {what}.", hour="6.24 p.m.", what="more") == "At 6.24 p.m. Then more."
    assert phrase("{wait}... {wait}.", wait="so") == "so... so."


def test_a_phrase_is_said_in_the_language_that_is_spoken_and_another_one_in_english() -> None:
    with phrases.speaking({id_of("Game {game} is kept."): "Partie {game} ist aufgehoben."}):
        assert phrase("Game {game} is kept.", game="abcdef") == "Partie abcdef ist aufgehoben."
        assert phrase("Kept.") == "Kept."
    assert phrase("Game {game} is kept.", game="abcdef") == "Game abcdef is kept."


def test_one_english_word_with_two_senses_is_two_phrases() -> None:
    with phrases.speaking({id_of("open", "a question"): "offen", id_of("open", "a door"): "auf"}):
        assert (phrase("open", "a question"), phrase("open", "a door"), phrase("open")) == ("offen", "auf", "open")


def test_a_language_has_as_many_forms_as_it_needs() -> None:
    id_ = id_of("{number} moves")
    said = {form_id(id_, n): f"{{number}} {word}" for n, word in enumerate(("ход", "хода", "ходов"))}
    with phrases.speaking(said, plurals("ru").of):
        told = [counted(n, "{number} move", "{number} moves") for n in (1, 2, 5, 11, 21, 22, 112)]
    assert told == ["1 ход", "2 хода", "5 ходов", "11 ходов", "21 ход", "22 хода", "112 ходов"]


@pytest.mark.parametrize("language", sorted(BY_LANGUAGE))
def test_each_form_of_a_language_goes_with_some_number(language: str) -> None:
    found = plurals(language)
    assert {found.of(number) for number in range(1000)} == set(range(found.count))
    # What a translator is told about a form is so.
    for form in range(found.count):
        for number in map(int, re.findall(r"\d+", found.told(form))):
            assert found.of(number) == form, (form, number)


@pytest.mark.parametrize("language", sorted(BY_LANGUAGE))
def test_the_forms_of_a_language_are_those_of_the_unicode_cldr(language: str) -> None:
    ours, theirs = plurals(language), Locale.parse(language).plural_form
    pairs = {(ours.of(number), theirs(number)) for number in range(1000)}
    assert len(pairs) == len({form for form, _ in pairs}) == len({name for _, name in pairs}) == ours.count


def test_a_language_is_known_by_what_its_name_begins_with() -> None:
    assert plurals("pt_BR") is plurals("de") is plurals("en")
    assert plurals("RU-ru") is plurals("ru")


def test_ids_do_not_change() -> None:
    assert id_of("Game {game} is kept.") == "screens/game-game-is-kept.72070441"
    assert id_of("open", "a question") != id_of("open")


# Finding


def test_every_phrase_has_an_id_of_its_own() -> None:
    by_id: dict[str, tuple[str, str]] = {}
    for each in phrasebook.phrases():
        key = (each.many or each.text, each.sense)
        assert by_id.setdefault(id_of(*key), key) == key


def test_the_forms_that_a_language_needs_stand_in_its_rows() -> None:
    many = next(each.many for each in phrasebook.phrases() if each.many)
    for language, count in (("en", 2), ("ja", 1), ("pl", 3), ("ar", 6)):
        rows = phrasebook.words(language)
        assert sum(id_.startswith(f"{id_of(many)}#") for id_ in rows) == count


def test_phrases_are_found_as_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "room.py"
    source.write_text(
        '"""A room."""\n'
        'phrase("One" " line.")\n'
        'phrase("This." if x else "That.", sense="a thing")\n'
        'counted(n, "{number} move", "{number} moves")\n'
        'noted({"key": "Value.", "other": ("First.", Character("Second.", "Third."))})\n'
        'Binding("q", "quit", "leave", tooltip="Leave; every game is kept")\n'
        'NotAMove(text, "{name} is none", name=x)\nDefinition("E1", "A rule.", "A fault.", "A remedy.")\n'
        '@click.command(cls=X)\n@click.option("--to", help="A file.")\ndef go() -> None:\n    """Go.\n\n    Far."""\n'
        "phrase(later)\n"
    )
    monkeypatch.setattr(phrasebook, "SOURCES", tmp_path)
    found = [(each.text, each.many, each.sense) for each in phrasebook.in_source(source)]
    assert found == [
        ("One line.", "", ""),
        ("This.", "", "a thing"),
        ("That.", "", "a thing"),
        ("{number} move", "{number} moves", ""),
        *((each, "", "") for each in ("Value.", "First.", "Second.", "Third.", "leave", "Leave; every game is kept")),
        *((each, "", "") for each in ("{name} is none", "A rule.", "A fault.", "A remedy.", "A file.", "Go.\n\nFar.")),
    ]


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("phrase", "counted"):
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", node


def test_what_a_phrase_holds_is_filled_in_where_it_is_said() -> None:
    for place, call in _calls():
        texts = call.args[1:3] if call.func.id == "counted" else call.args[:1]  # type: ignore[attr-defined]
        given = {each.arg for each in call.keywords} - {"sense"}
        for text in texts:
            if isinstance(text, ast.Constant) and None not in given:
                wanted = set(re.findall(r"\{([a-z]+)\}", text.value))
                extra = {"number"} if call.func.id == "counted" else set()  # type: ignore[attr-defined]
                assert wanted - extra <= given, place
                assert isinstance(text.value, str) and (given <= wanted or call.func.id == "counted"), place  # type: ignore[attr-defined]


def test_no_phrase_is_made_of_pieces_that_a_translator_is_not_given() -> None:
    for place, call in _calls():
        for each in call.args[1:3] if call.func.id == "counted" else call.args[:1]:  # type: ignore[attr-defined]
            assert not isinstance(each, ast.JoinedStr | ast.BinOp), place


ROOMS = ("plain", "tui", "classroom", "speech", "records", "reports", "commands")
"""Whatever these say is said to people."""
SAYING = {"phrase", "counted", "noted", "Binding", "ValueError", "TypeError", "NotAMove", "Column"}
NOT_SAID = {
    "the judge in the room",  # kept in a note, under this name
    "change sides",  # what is typed, as are the other words of plain mode
    "See and Count",  # a name
    "between terms",  # a sense, that nobody is shown
    "reverse bold",  # an ink
    "wide whole",  # a class of a style
    "See and Count, game card 1:",  # by which a card is known
}


_NO_WORDS = re.compile(r"[{]\s|<\w+ |class=|[a-z]-[a-z]+ '|^[A-Z]{4,} ")
"""Styles, tags, what a browser may do, and questions to a database."""


def _unsaid(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts of two words and more that stand in no call that says them, and are no docstrings."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "option":
        return  # its help is found, too
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
            continue
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            if re.search(r"[A-Za-z]{2,}[,;:.]? [a-z]{2,}", each.value):
                yield each
        else:
            yield from _unsaid(each)


def test_nothing_is_said_to_people_but_as_a_phrase() -> None:
    for room in ROOMS:
        for path in sorted((SOURCES / room).rglob("*.py")):
            if path.name != "vocabulary.py":  # words that are looked for in what is typed
                for text in _unsaid(ast.parse(path.read_text("utf-8"))):
                    known = (
                        text.value in NOT_SAID or "see-and-count" in text.value or bool(_NO_WORDS.search(text.value))
                    )
                    assert known, f"{path.name}:{text.lineno}: {text.value}"


# The page on how to play


def test_how_to_play_is_in_the_words_of_its_file_and_in_every_language() -> None:
    text = (data("assets") / "how-to-play.md").read_text("utf-8")
    assert how_to_play() == text
    with speaking_pseudo():
        assert not set(re.findall(r"[a-z]{4,}", how_to_play())) & set(re.findall(r"[a-z]{4,}", text))
