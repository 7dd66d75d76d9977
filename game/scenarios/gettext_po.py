"""gettext PO, written and read: what translators' programs open. One entry for each text, told apart by its id.

A text that changes with a number is one entry with `msgid_plural`; how many forms a language has of it, and which goes
with which number, says the head of the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.phrases import form_id, phrase
from game.scenarios import plurals
from game.scenarios.plurals import Plurals
from game.scenarios.strings import SLOT, Entry, Text

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_UNESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_KEYWORD = re.compile(r"msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]")
_PLURAL_FORMS = re.compile(r"^Plural-Forms:(.*)$", re.MULTILINE)
_BRACES = re.compile(r"\{[a-z]+\}")
"""A slot as Python writes them: translators' programs know how to look after it."""


class NotPo(ValueError):
    """A file is not PO; the line and why stand in its text."""

    def __init__(self, line: int, why: str) -> None:
        """Say where, counted from 1."""
        super().__init__(phrase("line {line}: {why}", line=line, why=why))
        self.line = line
        self.why = why


class Translation(NamedTuple):
    """What a file of translations holds."""

    entries: Mapping[str, Entry]
    """By id each text and its translation, each form of one by an id of its own; fuzzy and empty ones left out."""
    forms: Plurals | None
    """The forms that its head says; None where it says none."""


# Writing


def written(found: Iterable[Text], translated: Mapping[str, str], language: str, forms: Plurals | None = None) -> str:
    """A PO file, with what is translated already. Its forms are those of the language, where no others are given."""
    forms = forms or plurals.plurals(language)
    head = (
        f"Project-Id-Version: See and Count\nLanguage: {language}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {forms.header()}\n"
    )
    parts = [f'msgid ""\nmsgstr {_quoted(head)}\n']
    for each in found:
        lines = [f"#. {each.context}"]
        lines += [f"#. {each.speaker} says it."] * bool(each.speaker)
        lines += [f"#. {each.note}"] * bool(each.note)
        if each.many:
            lines.append(f"#. {'; '.join(f'[{form}] with {forms.told(form)}' for form in range(forms.count))}.")
        slots = SLOT.findall(each.text + each.many)
        marked = bool(slots) and all(map(_BRACES.fullmatch, slots)) and "{{" not in each.text
        lines += ["#, python-brace-format"] * marked
        lines.append(f"msgctxt {_quoted(each.id)}")
        lines.append(f"msgid {_quoted(each.text)}")
        if each.many:
            lines.append(f"msgid_plural {_quoted(each.many)}")
            said = (translated.get(form_id(each.id, form), "") for form in range(forms.count))
            lines += [f"msgstr[{form}] {_quoted(text)}" for form, text in enumerate(said)]
        else:
            lines.append(f"msgstr {_quoted(translated.get(each.id, ''))}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """A text in quotes; one of several lines begins with an empty quote, a line of the file for each of its own."""
    pieces = text.split("\n")
    ends = [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    quoted = ['"' + "".join(_ESCAPES.get(sign, sign) for sign in piece) + '"' for piece in ends]
    return quoted[0] if len(quoted) == 1 else "\n".join(['""', *quoted])


# Reading


@dataclass
class _Raw:
    """An entry as it stands."""

    line: int = 1
    parts: dict[str, str] = field(default_factory=dict)
    """By keyword."""
    fuzzy: bool = False


def read(text: str) -> Translation:
    """What a file holds. Raises `NotPo`."""
    found: dict[str, Entry] = {}
    forms: Plurals | None = None
    for raw in _entries(text):
        parts = raw.parts
        if "msgid" not in parts or not ("msgid_plural" in parts or "msgstr" in parts):
            raise NotPo(raw.line, phrase("an entry has msgid and msgstr, and this one lacks one of them"))
        if not parts["msgid"] and "msgctxt" not in parts:
            forms = _forms(parts.get("msgstr", ""), raw.line)
        elif "msgctxt" in parts and not raw.fuzzy:
            found.update(_several(raw, forms or plurals.ENGLISH) if "msgid_plural" in parts else _one(raw))
    return Translation(found, forms)


def _forms(head: str, line: int) -> Plurals | None:
    said = _PLURAL_FORMS.search(head)
    try:
        return plurals.read(said[1]) if said else None
    except plurals.NotARule as fault:
        raise NotPo(line, str(fault)) from None


def _one(raw: _Raw) -> Iterator[tuple[str, Entry]]:
    if said := raw.parts["msgstr"]:
        yield raw.parts["msgctxt"], Entry(raw.parts["msgid"], said, raw.line)


def _several(raw: _Raw, forms: Plurals) -> Iterator[tuple[str, Entry]]:
    id_, one, many = (raw.parts[word] for word in ("msgctxt", "msgid", "msgid_plural"))
    for form in range(forms.count):
        if (key := f"msgstr[{form}]") not in raw.parts:
            why = phrase(
                "Plural-Forms says that there are {forms} forms, and this entry lacks {key}", forms=forms.count, key=key
            )
            raise NotPo(raw.line, why)
        if said := raw.parts[key]:
            yield form_id(id_, form), Entry(plurals.form_of(one, many, form, forms), said, raw.line)


def _entries(text: str) -> Iterator[_Raw]:
    """Each entry, with the number of its first line and whether it is marked as fuzzy."""
    raw, keyword = _Raw(), ""
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], 1):
        line = line.strip()
        if not line:
            if raw.parts:
                yield raw
            raw, keyword = _Raw(), ""
            continue
        if line.startswith("#"):
            raw.fuzzy = raw.fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        word, _, rest = line.partition(" ")
        if _KEYWORD.fullmatch(word):
            if word in raw.parts:
                raise NotPo(
                    number, phrase("{word} stands twice in one entry: an empty line is missing before it", word=word)
                )
            raw.line = raw.line if raw.parts else number
            keyword, line = word, rest.strip()
            raw.parts[keyword] = ""
        if not keyword or not (quoted := _QUOTED.fullmatch(line)):
            why = phrase("a line is a comment, or msgctxt, msgid or msgstr with a text in double quotes")
            raise NotPo(number, why)
        raw.parts[keyword] += _plain(quoted[1])


def _plain(quoted: str) -> str:
    return re.sub(r"\\(.)", lambda found: _UNESCAPES.get(found[1], found[1]), quoted)
