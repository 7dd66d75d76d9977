"""What the palette finds: everything that can be done or looked up from where you are, each in one line.

It offers no paper that was not cited yet: the telegram tells how the evening ended.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from game.phrases import counted, phrase
from game.settings import TABLE
from game.speech.gate import clean

if TYPE_CHECKING:
    from game.records.journal import Summary
    from game.session import Session
    from game.tui.app import SeeAndCount

SHORT = 100
"""Characters of a sentence about a paper or a game."""


class Finding(NamedTuple):
    """Something that the palette can find."""

    name: str
    aside: str
    """A word or two beside it: its key, when a game was played."""
    help: str
    """A sentence about it."""
    do: Callable[[], object]


def here(app: "SeeAndCount", screen: Screen[object]) -> Iterator[Finding]:
    """What a screen can do, and its papers."""
    yield from _actions(app, screen)
    yield from _papers(app, getattr(screen, "session", None))


def games(app: "SeeAndCount", kept: "Sequence[Summary]") -> Iterator[Finding]:
    """The kept games."""
    titles = {head.id: head.title for head in app.library.heads()}
    for game in kept:
        how = phrase("over") if game.over else counted(game.moves, "{number} move", "{number} moves")
        yield Finding(
            phrase("Game {name}", name=clean(game.name, 24)),
            clean(f"{how}   {game.played[:10]}", 60),
            clean(titles.get(game.scenario, game.scenario), SHORT),
            partial(app.resume, game.name),
        )


def settings(app: "SeeAndCount") -> Iterator[Finding]:
    """Every other value of each setting."""
    for setting in TABLE:
        for value, word in setting.choices:
            if value != app.settings.of(setting.name):
                do = partial(app.set, setting.name, value)
                yield Finding(f"{phrase(setting.title)}: {phrase(word)}", "", phrase(setting.help), do)


def found(findings: Sequence[Finding], words: str) -> list[Finding]:
    """Those that have every word that was typed: first where they begin words of the name, last where help has them."""
    sought = words.casefold().split()

    def rank(each: Finding) -> int:
        name = each.name.casefold()
        if all(any(word.startswith(part) for word in name.split()) for part in sought):
            return 0
        if all(part in name for part in sought):
            return 1
        return 2 if all(part in f"{name} {each.aside} {each.help}".casefold() for part in sought) else 3

    return [each for score in range(3) for each in findings if rank(each) == score]


def _actions(app: "SeeAndCount", screen: Screen[object]) -> Iterator[Finding]:
    from game.tui.widgets.keys import name_of
    from game.tui.widgets.talk import Talk

    seen = {"command_palette"}
    for active in screen.active_bindings.values():
        binding = active.binding
        action = binding.action.removeprefix("app.")
        ours = isinstance(active.node, (App, Screen, Talk))  # a list's arrows are for whoever is at the list
        if ours and active.enabled and binding.tooltip and action not in seen:
            seen.add(action)
            name = phrase(binding.description)
            do = partial(app.run_action, binding.action, active.node)
            yield Finding(name[:1].upper() + name[1:], name_of(binding), phrase(binding.tooltip), do)


def _papers(app: "SeeAndCount", session: "Session | None") -> Iterator[Finding]:
    if session is None:
        return
    for tag in session.cited():
        text = clean(session.text(f"passages/{tag}"), 100_000)
        yield Finding(phrase("Paper {tag}", tag=tag), "", clean(text, SHORT), partial(_read, app, tag, text))


def _read(app: "SeeAndCount", tag: str, text: str) -> None:
    from game.tui.screens.reading import ReadingPage
    from game.tui.widgets.prose import Block

    app.push_screen(ReadingPage(tag, [Block(Content(text))]))
