"""What conditions may ask for, each as a test over a position.

The tests are asked some million times in a playtest, so each is one expression over a `State`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from game.engine.conditions import Asks, Bits, Condition, ConditionError, Count, Part, Test, condition
from game.engine.conditions import Names as Askable
from game.engine.issues import OPEN
from game.phrases import phrase
from game.scenarios.definitions import naming
from game.scenarios.names import Names
from game.scenarios.pages import Page

FLAG_KINDS = ("said", "claimed", "stands", "answered", "open", "at", "reach", "granted")
NUMBER_NAMES = ("minutes", "left")
NOT_METERS = frozenset({*FLAG_KINDS, *NUMBER_NAMES, "and", "or", "not"})
"""Names that mean something in a condition and cannot be a meter's."""


class Standpoint(NamedTuple):
    """From where a condition asks."""

    topic: str = ""
    """Moves of this topic may be named alone."""
    side: int = -1
    """The side in turn, whose own capital may be asked for; -1 for neither."""


class Asker:
    """Reads conditions, and keeps those that were read."""

    def __init__(self, names: Names, talk: int) -> None:
        """`talk` is how many minutes of talk there are."""
        self._names = names
        self._talk = talk
        self._askable: dict[Standpoint, Askable] = {}
        self._read: dict[tuple[str, Standpoint], Condition] = {}
        self.texts: set[str] = set()
        """Every name that some condition asks for."""

    def ask(
        self, text: str, standpoint: Standpoint, page: Page, *path: str | int, words: tuple[str, ...] = ()
    ) -> Condition | None:
        """A condition, or None and a finding. The same text from the same standpoint is read once.

        `words` are what may stand in place of a condition: one of them may be meant.
        """
        if (kept := self._read.get((text, standpoint))) is not None:
            return kept
        askable = self._askable.get(standpoint)
        if askable is None:
            askable = self._askable[standpoint] = self._names_at(standpoint)
        try:
            read = condition(text, askable)
        except ConditionError as fault:
            self._report(fault, page, path, words)
            return None
        self.texts |= read.reads
        self._read[text, standpoint] = read
        return read

    def _report(self, fault: ConditionError, page: Page, path: tuple[str | int, ...], words: tuple[str, ...]) -> None:
        report = self._names.report
        if not fault.unknown:
            report.add(naming.CONDITION, page, path, part=(fault.column, 1), why=phrase(fault.says, "", **fault.names))
            return
        if self._names.broken - {"glossary.yaml", "cables.yaml", "debrief.yaml", "map.yaml", "synonyms.yaml"}:
            return
        kind = fault.unknown.partition(".")[0] + "."
        candidates = [each for each in fault.candidates if each.startswith(kind)] or [*words, *fault.candidates]
        part = (fault.column, len(fault.unknown))
        report.add_unknown(naming.UNKNOWN_CONDITION_NAME, page, path, candidates, part=part, name=fault.unknown)

    def _names_at(self, standpoint: Standpoint) -> Askable:
        numbers = {name: _meter(number) for name, number in self._names.meters.items()}
        numbers["minutes"] = Count(lambda state: state.minutes, "minutes")
        numbers["left"] = _left(self._talk)
        return Askable(Flags(self._names, standpoint), numbers)


class Flags(Mapping[str, Part]):
    """The yes-or-no names from one standpoint, each made when it is asked for: there can be thousands."""

    def __init__(self, names: Names, standpoint: Standpoint) -> None:
        """Know all names, and from where they are asked."""
        self._names = names
        self._at = standpoint
        self._without = names.left_out or None

    def __getitem__(self, name: str) -> Part:
        if self._without is not None and (answer := self._without.says(name, self._at.topic)) is not None:
            return _always(answer)
        kind, _, rest = name.partition(".")
        first, dotted, second = rest.partition(".")
        names = self._names
        if kind == "said":
            topic, move = (first, second) if dotted else (self._at.topic, first)
            return _bit(_said, "said", 1 << names.moves[topic][move])
        if kind in _OF_CLAIM and not dotted:
            return _bit(*_OF_CLAIM[kind], 1 << names.claims[first])
        if kind == "open" and not dotted:
            return _is_at(names.issues[first], OPEN)
        if kind == "at":
            return _is_at(names.issues[first], names.settlements[first][second])
        if kind == "reach":
            return _bit(_in_reach, "deals[0]", names.settlement_bits[first, second])
        if kind == "granted" and self._at.side >= 0:
            return _bit(_GRANTED[self._at.side], f"deals[4][{self._at.side}]", names.settlement_bits[first, second])
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        names = self._names
        yield from (f"said.{move}" for move in names.moves.get(self._at.topic, ()))
        yield from (f"said.{topic}.{move}" for topic, moves in names.moves.items() for move in moves)
        yield from (f"{kind}.{claim}" for kind in ("claimed", "stands", "answered") for claim in names.claims)
        yield from (f"open.{issue}" for issue in names.issues)
        yield from (f"at.{issue}.{each}" for issue, inner in names.settlements.items() for each in inner)
        for kind in ("reach", "granted") if self._at.side >= 0 else ("reach",):
            yield from (f"{kind}.{issue}.{settlement}" for issue, settlement in names.settlement_bits)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _always(answer: bool) -> Asks:
    return Asks(lambda state: answer, str(answer))


def _bit(of: Callable[[int, int, bool], Test], set_code: str, bit: int) -> Bits:
    return Bits(of, set_code, bit, bit)


def _said(mask: int, want: int, equal: bool) -> Test:
    if equal:
        return lambda state: state.said & mask == want
    return lambda state: state.said & mask != want


def _claimed(mask: int, want: int, equal: bool) -> Test:
    if equal:
        return lambda state: state.made & mask == want
    return lambda state: state.made & mask != want


def _stands(mask: int, want: int, equal: bool) -> Test:
    return lambda state: (state.made & state.due & ~state.answered & mask == want) is equal


def _was_answered(mask: int, want: int, equal: bool) -> Test:
    return lambda state: (state.made & state.answered & mask == want) is equal


def _in_reach(mask: int, want: int, equal: bool) -> Test:
    if equal:
        return lambda state: state.deals.reach & mask == want
    return lambda state: state.deals.reach & mask != want


def _granted_to(side: int) -> Callable[[int, int, bool], Test]:
    return lambda mask, want, equal: lambda state: (state.deals.grants[side] & mask == want) is equal


def _is_at(issue: int, settlement: int) -> Asks:
    return Asks(lambda state: state.deals.table[issue] == settlement, f"deals[1][{issue}] == {settlement}")


def _meter(number: int) -> Count:
    return Count(lambda state: state.meters[number], f"meters[{number}]")


def _left(talk: int) -> Count:
    return Count(lambda state: max(0, talk - state.minutes), f"max(0, {talk} - minutes)")


_GRANTED = (_granted_to(0), _granted_to(1))
_OF_CLAIM: Mapping[str, tuple[Callable[[int, int, bool], Test], str]] = {
    "claimed": (_claimed, "made"),
    "stands": (_stands, "made & due & ~answered"),
    "answered": (_was_answered, "made & answered"),
}
