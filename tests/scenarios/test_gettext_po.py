"""PO files as gettext knows them: its plurals written and read, and what another program makes of ours."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from game.phrases import counted, form_id, id_of, speaking
from game.scenarios import gettext_po, phrasebook
from game.scenarios.gettext_po import NotPo
from game.scenarios.languages import why_not
from game.scenarios.plurals import BY_LANGUAGE, names_number, plurals, rows
from game.scenarios.strings import Entry, Text

ONE, MANY = "One move.", "{number} moves."
MOVES = Text(id_of(MANY), "", "somewhere", "", ONE, MANY)
RUSSIAN = ("{number} ход.", "{number} хода.", "{number} ходов.")


def po(forms: str, *said: str) -> str:
    lines = ['msgid ""', f'msgstr "Plural-Forms: {forms}\\n"' if forms else 'msgstr "Language: xx\\n"', ""]
    lines += [f'msgctxt "{MOVES.id}"', f'msgid "{ONE}"', f'msgid_plural "{MANY}"']
    return "\n".join([*lines, *(f'msgstr[{form}] "{text}"' for form, text in enumerate(said))])


def by_form(*texts: str) -> dict[str, str]:
    return {form_id(MOVES.id, form): text for form, text in enumerate(texts)}


def theirs(text: str) -> Catalog:
    return read_po(BytesIO(text.encode()), abort_invalid=True)


def told(text: str, numbers: tuple[int, ...]) -> list[str]:
    """What is said with each number in the language of a file."""
    found = gettext_po.read(text)
    assert found.forms
    with speaking({id_: entry.translation for id_, entry in found.entries.items()}, found.forms.of):
        return [counted(number, ONE, MANY) for number in numbers]


# Out


def test_a_text_that_changes_with_a_number_is_one_entry_with_every_form_of_the_language() -> None:
    text = gettext_po.written([MOVES], by_form(*RUSSIAN), "ru")
    assert text.endswith(
        'msgid "One move."\nmsgid_plural "{number} moves."\n'
        + "".join(f'msgstr[{form}] "{said}"\n' for form, said in enumerate(RUSSIAN))
    )


@pytest.mark.parametrize("language", ["en", "pl", "ja", "ar", "qq"])
def test_another_program_reads_the_words_of_the_screens_as_we_wrote_them(language: str) -> None:
    texts = list(phrasebook.texts())
    ours = {each.id: each.text.upper() for each in rows(texts, plurals(language))}
    found = theirs(gettext_po.written(texts, ours, language))
    assert found.num_plurals == plurals(language).count
    assert len(found) == len(texts)
    for each in texts:
        message = found.get(each.text, each.id)
        assert message is not None
        if each.many:
            assert message.id == (each.text, each.many)
            assert message.string == tuple(ours[form_id(each.id, n)] for n in range(found.num_plurals))
        else:
            assert message.string == ours[each.id]


def test_slots_are_marked_so_that_other_programs_look_after_them() -> None:
    texts = [MOVES, Text("a", "", "", "", "Plain."), Text("b", "", "", "", "{the-side} speaks.")]
    heads = gettext_po.written(texts, {}, "en").split("msgctxt")[:-1]
    assert ["python-brace-format" in head for head in heads] == [True, False, False]


# In


def test_what_another_program_wrote_is_read_with_its_forms() -> None:
    catalog = Catalog("ru")
    catalog.add((ONE, MANY), RUSSIAN, context=MOVES.id)
    catalog.add("Kept.", "Сохранено.", context="kept")
    written = BytesIO()
    write_po(written, catalog, width=40)
    found = gettext_po.read(written.getvalue().decode())
    assert {id_: entry.translation for id_, entry in found.entries.items()} == {
        **by_form(*RUSSIAN),
        "kept": "Сохранено.",
    }
    assert told(written.getvalue().decode(), (1, 2, 5, 21)) == ["1 ход.", "2 хода.", "5 ходов.", "21 ход."]


def test_the_head_of_a_file_says_which_form_goes_with_a_number() -> None:
    turned_round = po("nplurals=2; plural=(n==1 ? 1 : 0);", "{number} Züge.", "Ein Zug.")
    assert told(turned_round, (0, 1, 2)) == ["0 Züge.", "Ein Zug.", "2 Züge."]


def test_a_form_is_translated_from_the_text_for_one_only_where_it_is_said_of_one_alone() -> None:
    for language, of_one in (("de", [0]), ("ru", []), ("fr", []), ("ar", [1]), ("ja", [])):
        forms = plurals(language)
        text = gettext_po.written([MOVES], by_form(*(f"{{number}} {n}" for n in range(forms.count))), language)
        entries = gettext_po.read(text).entries
        assert [n for n in range(forms.count) if entries[form_id(MOVES.id, n)].original == ONE] == of_one
        assert {id_: entry.original for id_, entry in entries.items()} == {
            each.id: each.text for each in rows([MOVES], forms)
        }


def test_a_form_of_one_number_may_leave_it_unsaid_and_every_other_must_say_it() -> None:
    forms, words = plurals("ar"), {each.id: each.text for each in rows([MOVES], plurals("ar"))}
    unsaid = {id_: why_not(id_, Entry(text, "ход", 1), words, forms) is None for id_, text in words.items()}
    assert list(unsaid.values()) == [True, True, True, False, False, False]
    assert [names_number(id_, forms) for id_ in words] == [not each for each in unsaid.values()]
    assert names_number("scenario:title", forms)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (po("nplurals=3; plural=n", "a", "b", "c"), "there are 3 forms, and its rule gives the form 3"),
        (po("nplurals=2; plural=n ==", "a", "b"), "the rule in Plural-Forms cannot be followed"),
        (po("nplurals=2; plural=__import__", "a", "b"), "the rule in Plural-Forms cannot be followed"),
        (po(f"nplurals=2; plural={'(' * 300}", "a", "b"), "the rule in Plural-Forms cannot be followed"),
        (po("two", "a", "b"), "Plural-Forms is written nplurals=2; plural=(n != 1);"),
        (po(f"nplurals=2; plural={'n+' * 300}0", "a", "b"), "Plural-Forms is written"),
        (po("nplurals=3; plural=n%3", "a", "b"), r"there are 3 forms, and this entry lacks msgstr[2]"),
        (po("", "a"), r"there are 2 forms, and this entry lacks msgstr[1]"),
    ],
)
def test_what_is_wrong_with_forms_is_one_sentence(text: str, why: str) -> None:
    with pytest.raises(NotPo) as fault:
        gettext_po.read(text)
    assert why in str(fault.value)


def test_a_rule_that_divides_by_nothing_gives_the_first_form() -> None:
    text = po("nplurals=2; plural=1%(n<2000)", "{number} moves", "Moves")
    assert told(text, (3, 3000)) == ["3 moves", "3000 moves"]


def test_every_language_that_we_know_is_read_back_from_its_own_head() -> None:
    for language, forms in BY_LANGUAGE.items():
        assert gettext_po.read(gettext_po.written([], {}, language)).forms == type(forms)(
            forms.count, f"({forms.rule})"
        )
