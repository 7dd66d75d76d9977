"""The palette: everything that can be done or looked up from where you are, found by typing.

It offers no paper that was not cited yet: the telegram tells how the evening ended. Textual takes what it is
given here for markup, so that no bracket may be left as it is.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from game.phrases import counted, noted, phrase
from game.settings import TABLE
from game.speech.gate import clean

if TYPE_CHECKING:
    from game.session import Session
    from game.tui.app import SeeAndCount

SHORT = 100
"""Characters of a line of the palette."""


ASKS = noted("What are you looking for? Something to do, a game, a paper, a setting")


def literal(text: str) -> str:
    """A text that Textual's markup takes for itself."""
    return text.replace("[", "\\[")


class Palette(CommandPalette):
    """Textual's, asking in our words."""

    def __init__(self) -> None:
        """Over everything that the app and the screen can find."""
        super().__init__([Everything], placeholder=phrase(ASKS), id="--command-palette")


class Finding(NamedTuple):
    """Something that the palette can find."""

    name: str
    help: str
    do: Callable[[], object]


class Everything(Provider):
    """Actions, papers, kept games and settings."""

    async def startup(self) -> None:
        """Look everything up, the kept games in a thread of their own."""
        self._found = [*self._actions(), *self._papers()]
        self._found += await self._games()
        self._found += self._settings()

    async def discover(self) -> Hits:
        """What is shown before anything is typed."""
        for each in self._found:
            yield DiscoveryHit(literal(each.name), each.do, text=each.name, help=literal(each.help))

    async def search(self, query: str) -> Hits:
        """What has the letters of the query in it."""
        matcher = self.matcher(query)
        found = False
        for each in self._found:
            if (score := matcher.match(f"{each.name} {each.help}")) > 0:
                found = True
                _, letters = matcher.fuzzy_search.match(query, each.name)
                name = Content(each.name)
                for at in letters:
                    name = name.stylize(matcher.match_style, at, at + 1)
                yield Hit(score, name, each.do, text=each.name, help=literal(each.help))
        if not found:  # or Textual would say so, in words that are not ours
            yield Hit(1, phrase("Nothing like that is here."), lambda: None, help=phrase("Try another word for it."))

    @property
    def _app(self) -> "SeeAndCount":
        from game.tui.app import SeeAndCount

        assert isinstance(self.app, SeeAndCount)
        return self.app

    def _actions(self) -> Iterator[Finding]:
        from game.tui.widgets.keys import name_of

        seen = {"command_palette"}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            action = binding.action.removeprefix("app.")
            here = isinstance(active.node, (App, Screen))  # a list's arrows are for whoever is at the list
            if here and active.enabled and binding.tooltip and action not in seen:
                seen.add(action)
                do = partial(self.app.run_action, binding.action, active.node)
                yield Finding(
                    phrase(binding.description).capitalize(), f"{phrase(binding.tooltip)} ({name_of(binding)})", do
                )

    def _papers(self) -> Iterator[Finding]:
        session: Session | None = getattr(self.screen, "session", None)
        if session is None:
            return
        for tag in session.cited():
            text = clean(session.text(f"passages/{tag}"), 100_000)
            yield Finding(phrase("Paper {tag}", tag=tag), clean(text, SHORT), partial(self._read, tag, text))

    def _read(self, tag: str, text: str) -> None:
        from game.tui.screens.reading import ReadingPage
        from game.tui.widgets.prose import Block

        self.app.push_screen(ReadingPage(tag, [Block(Content(text))]))

    async def _games(self) -> list[Finding]:
        from game.records.faults import RecordError

        found: list[Finding] = []
        titles = {head.id: head.title for head in self._app.library.heads()}
        with suppress(RecordError, OSError):
            for game in await asyncio.to_thread(self._app.library.kept):
                how = phrase("over") if game.over else counted(game.moves, "{number} moves", "{number} moves")
                title = titles.get(game.scenario, game.scenario)
                label = clean(f"{title}: {how}, {game.played[:10]}", SHORT)
                found.append(
                    Finding(
                        phrase("Game {name}", name=clean(game.name, 24)), label, partial(self._app.resume, game.name)
                    )
                )
        return found

    def _settings(self) -> Iterator[Finding]:
        for setting in TABLE:
            for value, word in setting.choices:
                if value != self._app.settings.of(setting.name):
                    do = partial(self._app.set, setting.name, value)
                    yield Finding(f"{phrase(setting.title)}: {phrase(word)}", phrase(setting.help), do)
