"""A condition in words: “A public statement” (pledge) has been put in words, and trust is above 0."""

import re
from collections.abc import Iterator

from game.phrases import noted, phrase, small
from game.reports.handouts.paper import Materials

_WORD = re.compile(r"[a-z][a-z0-9.-]*(?:\s*(?:[<>]=?|[=!]=)\s*-?\d+)?|[()]")
"""A bracket, a joining word, a name, or a comparison."""
_COMPARISON = re.compile(r"([a-z][a-z0-9-]*)\s*([<>]=?|[=!]=)\s*(-?\d+)")

DONE = noted(
    {
        "reach": "{what} has been put in words",
        "at": "{what} has been agreed",
        "granted": "{what} has been allowed",
        "open": "{what} is open",
        "claimed": "{what} has been claimed",
        "stands": "{what} has been claimed and not answered",
        "answered": "{what} has been answered",
        "said": "{what} has been said",
    }
)
"""What must have been done with something, by the first part of a name."""
COMPARED = noted(
    {
        ">": "above {number}", ">=": "at least {number}", "<": "below {number}", "<=": "at most {number}",
        "==": "exactly {number}", "!=": "anything but {number}",
    }
)  # fmt: skip
COUNTED = noted({"left": "the minutes left are {compared}", "minutes": "the minutes spent are {compared}"})


def condition(made: Materials, text: str, asked: int = -1) -> str:
    """A condition in words. The question is named where it is another than that about which a side has `asked`."""
    words = _WORD.findall(text)
    kinds = {kind for word in words if (kind := word.partition(".")[0]) in DONE}
    if len(kinds) == 1 and not any(map(_COMPARISON.fullmatch, words)):
        # What must be done with everything is said once, at the end.
        return phrase(DONE[kinds.pop()], what=_Told(made, asked, True).any_of(iter(words))[0])
    return _Told(made, asked, False).any_of(iter(words))[0]


class _Told:
    """Puts the words of a condition in ours, one after the other."""

    def __init__(self, made: Materials, asked: int, bare: bool) -> None:
        """Bare are names without what must have been done with them."""
        self.made, self.asked, self.bare = made, asked, bare

    def any_of(self, words: Iterator[str]) -> tuple[str, bool]:
        """All up to the next closing bracket, and whether one of several is enough."""
        ways: list[list[str]] = [[]]
        refused = False
        for word in words:
            if word == ")":
                break
            if word == "or":
                ways.append([])
            elif word == "not":
                refused = not refused
            elif word != "and":
                said = self.in_brackets(words) if word == "(" else self.one(word)
                ways[-1].append(phrase("not {what}", what=said) if refused else said)
                refused = False
        return phrase(" or ").join(phrase(" and ").join(way) for way in ways), len(ways) > 1

    def in_brackets(self, words: Iterator[str]) -> str:
        """What stands in brackets."""
        inner, choice = self.any_of(words)
        return phrase("either {what}", what=inner) if choice else f"({inner})"

    def one(self, word: str) -> str:
        """A name, or a comparison."""
        if found := _COMPARISON.fullmatch(word):
            name, sign, number = found.groups()
            compared = phrase(COMPARED[sign], number=number)
            if name in COUNTED:
                return phrase(COUNTED[name], compared=compared)
            meter = self.made.scenario.words[f"meters/{name}:title"]
            return phrase("{meter} is {compared}", meter=small(meter), compared=compared)
        kind, _, name = word.partition(".")
        what = self.named(kind, name) or phrase("something that this form leaves out")
        return what if self.bare else phrase(DONE[kind], what=what)

    def named(self, kind: str, name: str) -> str:
        """What a name stands for; the empty text where the form leaves it out."""
        scenario = self.made.scenario
        if kind == "said":
            said = (move.text for move in scenario.moves if _as_asked(move.text) == name)
            return next((phrase("“{name}”", name=scenario.words[f"{move}:label"]) for move in said), "")
        if kind in ("claimed", "stands", "answered"):
            claim = scenario.words.get(f"claims/{name}")
            return phrase("“{name}”", name=claim) if claim else ""
        issue, _, settlement = name.partition(".")
        number = next((number for number, each in enumerate(scenario.issues) if each.id == issue), -1)
        if number < 0:
            return ""
        title = self.made.teller.issue(number)
        if not settlement:
            return small(title)
        way = self.made.teller.settlement(number, scenario.issues[number].number(settlement))
        if kind == "granted" or number == self.asked:
            return phrase("“{name}”", name=way)
        return phrase("“{name}” ({issue})", name=way, issue=small(title))


def _as_asked(move: str) -> str:
    """A written move as a condition names it: `price/ask.ten-years` is `price.ten-years`."""
    topic, _, rest = move.partition("/")
    return f"{topic}.{rest.partition('.')[2]}"
