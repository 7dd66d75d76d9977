"""From the bytes of a YAML file to mappings and lists that know their places, and nothing more.

The parser's events are walked one by one within the limits; none of PyYAML's constructors runs, so
no spelling turns into a type. Anchors, aliases, tags, merge keys, directives and second documents
are refused: a scenario needs none of them, and some have made small files into huge ones.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from game import limits
from game.phrases import noted, phrase
from game.scenarios.definitions import writing
from game.scenarios.findings import Definition, Finding, finding
from game.scenarios.marks import START, Items, Mapping, Mark, Placed
from game.speech.gate import clean

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_PLAIN_WORDS = noted(
    {
        "mapping values are not allowed": "a text with a colon and a space in it needs quotes",
        "could not find expected ':'": "a key is not followed by a colon",
        "did not find expected key": "this line is not indented as the lines around it",
        "did not find expected <block end>": "this line is not indented as the lines around it",
        "did not find expected '-' indicator": "this line is not indented as the items above it",
        "did not find expected ',' or": "a bracket is not closed, or a comma is missing",
        "found unexpected end of stream": "a quotation mark is not closed",
        "found unexpected document indicator": "a quotation mark is not closed",
        "found character that cannot start any token": "a text that begins with this sign needs quotes",
        "block sequence entries are not allowed": "a list begins in the middle of a line",
        "did not find expected <document start>": "what stands above is not one mapping with this line",
        "found unknown escape character": "a backslash in double quotes means something else",
    }
)
"""What the parser says, and what a writer understands."""


_ORDINARY = bytes([10, *range(32, 127)])
"""Bytes that need no second look. Deleting them all at once takes a tenth of the time of looking at each."""


class Unreadable(Exception):
    """The rest of a file cannot be read."""

    def __init__(self, finding: Finding) -> None:
        """Keep why."""
        super().__init__(finding.message)
        self.finding = finding


def decode(file: str, data: bytes) -> str:
    """The text of a file, its lines ending in one line feed. Raises `Unreadable`."""
    if len(data) > limits.FILE_BYTES:
        raise Unreadable(
            finding(
                writing.LIMIT,
                file,
                {
                    "what": phrase("The file"),
                    "has": phrase("{number} bytes", number=f"{len(data):,}"),
                    "limit": f"{limits.FILE_BYTES:,}",
                },
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise Unreadable(
            finding(writing.NOT_UTF8, file, {"byte": f"{data[fault.start]:02X}"}, (line, column))
        ) from None
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n") if "\r" in text else text


def read(file: str, data: bytes) -> tuple[str, Mapping | None, list[Finding]]:
    """The text of a YAML file, what stands in it, and everything that is wrong with how it is written."""
    text, findings = readable(file, data)
    return (text, None, findings) if findings else (text, *parse(file, text))


def readable(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file, and what forbids to read it."""
    try:
        text = decode(file, data)
    except Unreadable as unreadable:
        return "", [unreadable.finding]
    return text, control_characters(file, text)


def parse(file: str, text: str) -> tuple[Mapping | None, list[Finding]]:
    """What stands in a readable text and where, and everything that is wrong with how it is written."""
    reader = _Reader(file)
    try:
        return reader.document(text), reader.findings
    except Unreadable as unreadable:
        return None, [*reader.findings, unreadable.finding]
    except yaml.YAMLError as fault:
        return None, [*reader.findings, _not_yaml(file, fault, text)]


def control_characters(file: str, text: str) -> list[Finding]:
    """The characters of a text that the gate would not let through; the first of each line."""
    others = text.encode("utf-8").translate(None, _ORDINARY).decode("utf-8")
    if not any(_may_be_refused(each) for each in set(others)):
        return []
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        if (at := _refused(line)) >= 0:
            findings.append(_control(file, (number, at + 1), line[at]))
    return findings


def _may_be_refused(character: str) -> bool:
    return clean(character) != character or unicodedata.category(character)[0] in "MC"


def _refused(line: str) -> int:
    """Where in a line the gate would put its first stand-in; -1 for nowhere."""
    cleaned = clean(line, len(line))
    if cleaned == line:
        return -1
    return next((at for at, (one, other) in enumerate(zip(line, cleaned, strict=False)) if one != other), len(cleaned))


def _control(file: str, place: tuple[int, int], character: str) -> Finding:
    remedy = phrase("Use spaces.") if character == "\t" else ""
    return finding(writing.CONTROL, file, {"number": f"U+{ord(character):04X}"}, place, remedy=remedy)


def _not_yaml(file: str, fault: yaml.YAMLError, text: str) -> Finding:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    problem = str(getattr(fault, "problem", None) or phrase("it cannot be parsed"))
    plain = next((phrase(plain) for words, plain in _PLAIN_WORDS.items() if problem.startswith(words)), problem)
    begun = getattr(fault, "context_mark", None)
    begins = begun.line + 1 if begun is not None else _key_of(text, *place)
    if begins < place[0]:
        # The fault may lie anywhere from there: most often the first line is the one that is written otherwise.
        plain = phrase("{why}, or something is wrong from line {line} on", why=plain, line=begins)
    return finding(writing.NOT_YAML, file, {"why": plain}, place)


def _key_of(text: str, line: int, column: int) -> int:
    """The line of the key to which a place belongs: its own, or the nearest above that is indented less."""
    lines = text.split("\n")[:line]
    depths = [len(each) - len(each.lstrip()) if each.strip() else len(each) + column for each in lines]
    if ":" in lines[-1][: column - 1]:
        return line
    return next((n for n in range(line - 1, 0, -1) if depths[n - 1] < depths[-1]), 1)


class _Reader:
    """Walks the events of one file. What is out of the ordinary has a method; the ordinary is one loop."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.documents = 0

    def document(self, text: str) -> Mapping:
        """The one mapping that a file holds. Raises `Unreadable` and `yaml.YAMLError`."""
        parser = _LOADER(text)
        try:
            top = self.walk(iter(parser.get_event, None))
        finally:
            parser.dispose()
        if top is None or top == "":
            raise self.fail(writing.EMPTY, START)
        if not isinstance(top, Mapping):
            raise self.fail(writing.NO_MAPPING, START)
        return top

    def walk(self, events: Iterator[Any]) -> Placed | None:
        """What the events build. 0.6 µs an event beside the parser's own 1.2: a scenario has 20,000."""
        top: Placed | None = None
        value: Placed
        inner: Mapping | Items | None = None
        outer: list[Mapping | Items | None] = []
        owner = Mapping()
        key: str | None = None
        nodes = 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = event.value
                if event.style == '"' or len(value) > limits.KEY:
                    value = self.text(event)
            elif kind is yaml.MappingStartEvent:
                value = Mapping()
            elif kind is yaml.SequenceStartEvent:
                value = Items()
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                inner = outer.pop()
                continue
            elif kind is yaml.AliasEvent:
                value = self.alias(event)
            else:
                self.begin(event)
                continue

            mark = event.start_mark
            nodes += 1
            if nodes > limits.NODES:
                raise self.too_much(mark, phrase("The file"), phrase("more texts, mappings and lists"), limits.NODES)
            if kind is not yaml.AliasEvent and (event.anchor is not None or event.tag is not None):
                self.decorated(event)
            if key is not None:
                if key is not _DROPPED:
                    owner[key] = value
                    owner.marks[key] = mark
                key = None
            elif isinstance(inner, Mapping):
                owner = inner
                key = self.key(inner, value, mark)
                continue
            elif inner is not None:
                inner.append(value)
                inner.marks.append(mark)
            else:
                top = value
            if not isinstance(value, str):
                if len(outer) == limits.DEPTH:
                    raise self.too_much(mark, phrase("This part"), phrase("more levels above it"), limits.DEPTH)
                outer.append(inner)
                inner = value
        return top

    def text(self, event: Any) -> str:
        """A text in double quotes, which may hide characters behind backslashes, or a long one."""
        text: str = event.value
        mark = event.start_mark
        if event.style == '"' and (at := _refused(text.replace("\n", " "))) >= 0:
            self.findings.append(_control(self.file, (mark.line + 1, mark.column + 1), text[at]))
            return ""
        if len(text) > limits.TEXT:
            unreadable = self.too_much(
                mark, phrase("This text"), phrase("{number} characters", number=f"{len(text):,}"), limits.TEXT
            )
            self.findings.append(unreadable.finding)
            return text[: limits.TEXT]
        return text

    def alias(self, event: Any) -> str:
        """An empty text in the place of an alias."""
        self.report(writing.ALIAS, event.start_mark, name=f"*{event.anchor}", what=phrase("an alias"))
        return ""

    def decorated(self, event: Any) -> None:
        """Report an anchor or a tag; what it decorates is read as if it stood alone."""
        if event.anchor is not None:
            self.report(writing.ALIAS, event.start_mark, name=f"&{event.anchor}", what=phrase("an anchor"))
        if event.tag is not None:
            self.report(writing.TAG, event.start_mark, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def begin(self, event: Any) -> None:
        """See that a stream holds one plain document."""
        if not isinstance(event, yaml.DocumentStartEvent):
            return
        mark: Any = event.start_mark
        self.documents += 1
        if self.documents > 1:
            raise self.fail(writing.DOCUMENT, mark, what=phrase("a second document begins"))
        if event.version or event.tags:
            self.report(writing.DOCUMENT, mark, what=phrase("a directive stands"))

    def key(self, inner: Mapping, key: Placed, mark: Mark) -> str:
        """A key that may take a value, or the sign of one whose value is read and forgotten."""
        if not isinstance(key, str):
            raise self.fail(writing.KEY, mark)
        if len(key) > limits.KEY:
            unreadable = self.too_much(
                mark, phrase("This key"), phrase("{number} characters", number=f"{len(key):,}"), limits.KEY
            )
            self.findings.append(unreadable.finding)
            return _DROPPED
        if key == "<<":
            self.report(writing.MERGE, mark)
            return _DROPPED
        if (first := inner.key_marks.get(key)) is not None:
            self.report(writing.DUPLICATE_KEY, mark, width=len(key), key=key, line=mark.line + 1, first=first.line + 1)
            return _DROPPED
        inner.key_marks[key] = mark
        return key

    def report(self, definition: Definition, mark: Mark, width: int = 1, **facts: object) -> None:
        place = (mark.line + 1, mark.column + 1)
        self.findings.append(finding(definition, self.file, facts, place, width))

    def fail(self, definition: Definition, mark: Mark, **facts: object) -> Unreadable:
        return Unreadable(finding(definition, self.file, facts, (mark.line + 1, mark.column + 1)))

    def too_much(self, mark: Mark, what: str, has: str, limit: int) -> Unreadable:
        return self.fail(writing.LIMIT, mark, what=what, has=has, limit=f"{limit:,}")


_DROPPED = "<dropped>"
"""Stands for a key whose value is read and forgotten."""
