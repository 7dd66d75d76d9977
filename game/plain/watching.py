"""A game shown move by move, as fast as somebody reads: forward, back, or to a move.

Who reads at their own pace is shown the thought behind each move and the comment on it, so that a whole meeting takes
a few minutes, and asks for the words where they are wanted. A pipe is given all the words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from game.phrases import noted, phrase
from game.plain.asking import Lines, as_number
from game.plain.lines import entry_lines, turn_lines
from game.session import Argument, Turn
from game.speech.telling import NOTE, TOPIC, Teller

KEYS = noted("Enter goes on, b goes back, w has the words, a number goes to that move, q leaves.")


class Page(NamedTuple):
    """What is shown at once."""

    number: int
    """The move; of an own argument, the move before it."""
    lines: tuple[str, ...]
    """All that was said."""
    short: tuple[str, ...]
    """The thought behind it, and the comment."""


def pages(
    teller: Teller, entries: Sequence[Turn | Argument], time: Callable[[int], str], comments: Mapping[int, str]
) -> Iterator[Page]:
    """A page for each move and each own argument, as the whole room sees it. `time` is the hour after so many moves."""
    for entry in entries:
        if isinstance(entry, Turn):
            comment = comments.get(entry.number, "")
            lines = turn_lines(teller, entry, time(entry.number), comment)
            yield Page(entry.number, tuple(lines), tuple(_short(teller, entry, time(entry.number - 1), comment)))
        else:
            argued = tuple(entry_lines(teller, entry))
            yield Page(entry.after, argued, argued)


def _short(teller: Teller, turn: Turn, time: str, comment: str) -> Iterator[str]:
    """The thought behind a move, or where it has none, as a package has, what it changed; and the comment."""
    told = teller.tell(turn.seen_by(None))
    yield from (phrase("Topic: {text} {time}", text=each.text, time=time) for each in told if each.kind == TOPIC)
    try:
        yield f"{teller.of(turn.side)}: {teller.text(f'{turn.move}:label')}"
    except KeyError:
        yield from (f"[{each.text}]" for each in told if each.kind == NOTE)
    if comment:
        yield comment


def watch(lines: Lines, shown: Sequence[Page]) -> None:
    """Show pages one after the other; all of them running where nobody reads at their own pace.

    Raises `Quit` at the end of the input.
    """
    if not lines.waits:
        for page in shown:
            _show(lines, page)
        return
    lines.say(phrase(KEYS))
    at = 0
    while at < len(shown):
        for line in shown[at].short:
            lines.say(line)
        at = _next(lines, shown, at)
    lines.say(phrase("That was the last move."))


def _show(lines: Lines, page: Page) -> None:
    lines.say("")
    for line in page.lines:
        lines.say(line)


def _next(lines: Lines, shown: Sequence[Page], at: int) -> int:
    """The page to show after one."""
    while True:
        answer = lines.ask(phrase("{number} of {last}: ", number=shown[at].number, last=shown[-1].number)).lower()
        if answer in ("", "f", "forward", "n", "next"):
            return at + 1
        if answer in ("w", "words"):
            _show(lines, shown[at])
        elif answer in ("b", "back"):
            if at:
                return at - 1
            lines.say(phrase("This is the first move."))
        elif answer in ("q", "quit", "leave"):
            return len(shown)
        elif (number := as_number(answer)) is not None and 1 <= number <= shown[-1].number:
            return next(place for place, page in enumerate(shown) if page.number >= number)
        else:
            lines.say(f"{phrase(KEYS)} {phrase('The moves are 1 to {last}.', last=shown[-1].number)}")
