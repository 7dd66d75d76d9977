"""gettext PO, written and read: what translators' programs open. One entry for each text, told apart by its id."""

import re
from collections.abc import Iterable, Iterator, Mapping

from game.scenarios.strings import Entry, Text

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_UNESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_KEYWORDS = ("msgctxt", "msgid", "msgstr")


class NotPo(ValueError):
    """A file is not PO; the line and why stand in its text."""

    def __init__(self, line: int, why: str) -> None:
        """Say where, counted from 1."""
        super().__init__(f"line {line}: {why}")
        self.line = line
        self.why = why


def written(found: Iterable[Text], translated: Mapping[str, str], language: str) -> str:
    """A PO file, with what is translated already."""
    head = f"Language: {language}\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
    parts = [f'msgid ""\nmsgstr {_quoted(head)}\n']
    for each in found:
        lines = [f"#. {each.context}"]
        lines += [f"#. {each.speaker} says it."] * bool(each.speaker)
        lines += [f"#. {each.note}"] * bool(each.note)
        lines.append(f"msgctxt {_quoted(each.id)}")
        lines.append(f"msgid {_quoted(each.text)}")
        lines.append(f"msgstr {_quoted(translated.get(each.id, ''))}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def read(text: str) -> dict[str, Entry]:
    """By id (msgctxt) each text and its translation; fuzzy and empty ones left out. Raises `NotPo`."""
    found = {}
    for number, entry, fuzzy in _entries(text):
        if "msgid" not in entry or "msgstr" not in entry:
            raise NotPo(number, "an entry has msgid and msgstr, and this one lacks one of them")
        if "msgctxt" in entry and entry["msgstr"] and not fuzzy:
            found[entry["msgctxt"]] = Entry(entry["msgid"], entry["msgstr"], number)
    return found


def _entries(text: str) -> Iterator[tuple[int, dict[str, str], bool]]:
    """Each entry by its keywords, with the number of its first line and whether it is marked as fuzzy."""
    entry: dict[str, str] = {}
    keyword, first, fuzzy = "", 1, False
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], 1):
        line = line.strip()
        if not line:
            if entry:
                yield first, entry, fuzzy
            entry, keyword, fuzzy = {}, "", False
            continue
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        word, _, rest = line.partition(" ")
        if word in _KEYWORDS:
            if word in entry:
                raise NotPo(number, f"{word} stands twice in one entry: an empty line is missing before it")
            first = number if not entry else first
            keyword, line = word, rest.strip()
            entry[keyword] = ""
        if not keyword or not (quoted := _QUOTED.fullmatch(line)):
            raise NotPo(number, "a line is a comment, or msgctxt, msgid or msgstr with a text in double quotes")
        entry[keyword] += _plain(quoted[1])


def _quoted(text: str) -> str:
    """A text in quotes; one of several lines begins with an empty quote, a line of the file for each of its own."""
    pieces = text.split("\n")
    ends = [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    quoted = ['"' + "".join(_ESCAPES.get(sign, sign) for sign in piece) + '"' for piece in ends]
    return quoted[0] if len(quoted) == 1 else "\n".join(['""', *quoted])


def _plain(quoted: str) -> str:
    return re.sub(r"\\(.)", lambda found: _UNESCAPES.get(found[1], found[1]), quoted)
