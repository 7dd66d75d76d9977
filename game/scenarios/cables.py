"""cables.yaml becomes words: the blanks of the telegrams that go home, under `cables/SIDE:...`.

What a blank says of a move of the table has slots, `{speaker}` for example, which the report fills.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from game.phrases import phrase
from game.scenarios import cable_shape, words
from game.scenarios.definitions import naming
from game.scenarios.files import Fitted
from game.scenarios.findings import Definition
from game.scenarios.names import Names

Step = str | int

SLOT = re.compile(r"\{([^{}]*)\}")
"""A slot of a blank: `{speaker}`."""

TABLE = ("proposed", "countered", "accepted", "refused", "refused-part", "passed", "sum-up", "withdrew")
"""The moves of the table, as a blank names them. Each has words for either side as the one that makes it."""

SLOTS: Mapping[str, Sequence[str]] = {
    "opening": ("hours",),
    "points": ("speaker",),
    "reading": ("speaker",),
    "again": ("speaker",),
    "proposed": ("speaker", "package"),
    "countered": ("speaker", "package"),
    "accepted": ("speaker", "package"),
    "refused": ("speaker", "settlement"),
    "refused-part": ("speaker", "settlement"),
    "passed": ("speaker",),
    "sum-up": ("speaker",),
    "withdrew": ("speaker",),
    "allowed": ("settlement",),
    "not-allowed": ("settlement",),
}
"""What is filled in, by the key of a blank; under other keys nothing is."""


class Blanks:
    """Links cables.yaml: names are looked up, slots compared, and every text put among the words."""

    def __init__(self, fitted: Fitted[cable_shape.Cables], names: Names, put: words.Words) -> None:
        """Know the page, the names, and where texts go."""
        self.page, self.written, self.names, self.words = fitted.page, fitted.shape, names, put

    def link(self) -> None:
        """Both blanks, and what the document ends with."""
        cables, page = self.written.cables, self.page
        self.names.pair(cables, cable_shape.Cable(), page, "cables")
        for side, cable in cables.items():
            self.cable(side, cable)
        for number, issue in enumerate(self.written.recorded.open if self.written.recorded else ()):
            self.names.issue(issue, page, "recorded", "open", number)
            self.words[f"recorded:open:{number + 1}"] = issue

    def cable(self, side: str, cable: cable_shape.Cable) -> None:
        """The blank of one side."""
        id_, at = f"cables/{side}", ("cables", side)
        for path, text in _texts(cable.model_dump(by_alias=True, exclude_none=True)):
            self.slots(text, str(path[path[0] == "table"]), *at, *path)
            self.words[":".join([id_, *(str(each + 1) if isinstance(each, int) else each for each in path)])] = text
        for person, reading in cable.reading.items():
            self.named(naming.UNKNOWN_PERSON, person, self.names.people, *at, "reading", person, key=True)
            self.named(naming.UNKNOWN_METER, reading.meter, self.names.meters, *at, "reading", person, "meter")
        for topic in cable.subjects:
            if not self.names.topic_is_unsure(topic):
                self.named(naming.UNKNOWN_TOPIC, topic, self.names.topics, *at, "subjects", topic, key=True)
        self.lists(cable, *at)

    def named(self, definition: Definition, name: str, known: Collection[str], *path: Step, key: bool = False) -> None:
        """See that a name is declared."""
        if name not in known:
            self.names.report.add_unknown(definition, self.page, path, known, key=key, name=name)

    def lists(self, cable: cable_shape.Cable, *at: str) -> None:
        """The names in what stands at the end."""
        if cable.open:
            if cable.open.raised_by is not None:
                self.names.side(cable.open.raised_by, self.page, *at, "open", "raised-by")
            for issue in cable.open.questions:
                self.names.issue(issue, self.page, *at, "open", "questions", issue, key=True)
        if cable.next:
            for key, steps in (("open", cable.next.open), ("agreed", cable.next.agreed)):
                for issue in steps:
                    self.names.issue(issue, self.page, *at, "next", key, issue, key=True)
        for key in TABLE:
            reports: Mapping[str, str] = getattr(cable.table, key.replace("-", "_"))
            self.names.pair(reports, "", self.page, *at, "table", key, both=bool(reports))

    def slots(self, text: str, key: str, *path: Step) -> None:
        """Report a slot that nothing fills."""
        for slot in SLOT.finditer(text):
            if slot[1] not in (known := SLOTS.get(key, ())):
                remedy = phrase("Here these are filled in: {slots}.", slots=", ".join(known)) if known else ""
                part = (slot.start(), len(slot[0]))
                self.names.report.add(naming.UNKNOWN_SLOT, self.page, path, part=part, remedy=remedy, name=slot[0])


def _texts(value: object, *path: Step) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text in a blank with its path in the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, *path, str(key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, *path, number)
