"""How the tests wait for a screen: until the program has nothing left to do, which its loop knows.

Textual's Pilot waits by the clock. After every key it sleeps for a fiftieth of a second, twice, and goes on sleeping
while the processor works, for whatever; meanwhile a screen is drawn up to sixty times a second, and nobody looks at it.
Here a screen is laid out as soon as nothing else is to do, and drawn when a wait is over. `by_the_clock` is for those
who want to see what is drawn in between.
"""

import asyncio
from asyncio import AbstractEventLoop, BaseEventLoop, Future
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, process_time
from typing import Any
from weakref import WeakSet

import pytest
import textual.app
import textual.pilot
import textual.screen
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen

PATIENCE = 1.0
"""Seconds after which a program that never rests is looked at as it is."""
SLICE = 0.02
"""Seconds in which another thread that works takes some time of the processor; one that waits takes none."""
SELDOM = 0.25
"""Seconds between two layouts of a screen for which nobody waits."""

_wanted: set[Future[Any]] = set()
"""What other threads were asked for and have not given."""
_undrawn: WeakSet[Screen[Any]] = WeakSet()
_parsed: dict[object, list[RuleSet]] = {}

_in_a_thread = BaseEventLoop.run_in_executor
_draw = Screen._compositor_refresh
_parse = Stylesheet._parse_rules


async def rest(app: App[Any], *, draw: bool = True) -> None:
    """Wait until nothing is left to do: no message, no work in another thread, nothing to be laid out or drawn."""
    loop = asyncio.get_running_loop()
    until = monotonic() + PATIENCE
    while monotonic() < until and app._exception is None:
        await asyncio.sleep(0)
        screen = app._screen_stack[-1] if app._screen_stack else None
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if app._resize_timer is not None:
            app._check_resize()
        elif screen is not None and not app._batch_count and _to_be_laid_out(screen):
            screen._on_timer_update()
        elif await _worked_elsewhere(loop):
            continue
        elif draw and screen in _undrawn:
            _undrawn.discard(screen)
            _draw(screen)
        else:
            return


def _to_be_laid_out(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


async def _worked_elsewhere(loop: AbstractEventLoop) -> bool:
    """Give other threads time. Whether one is done with something, or at work."""
    wanted = [each for each in _wanted if each.get_loop() is loop]
    if not wanted:
        return False
    before = process_time()
    done, _ = await asyncio.wait(wanted, timeout=SLICE, return_when=asyncio.FIRST_COMPLETED)
    return bool(done) or process_time() - before > SLICE / 20


def _noted(loop: BaseEventLoop, executor: Any, work: Callable[..., Any], *args: Any) -> Future[Any]:
    """As the loop does it, and note that something is wanted of another thread."""
    future: Future[Any] = _in_a_thread(loop, executor, work, *args)
    _wanted.add(future)
    future.add_done_callback(_wanted.discard)
    return future


async def _idle(*_: float) -> None:
    """As Textual waits between two keys."""
    await rest(active_app.get(), draw=False)


async def _screen_at_rest(pilot: Pilot[Any], timeout: float = 0) -> bool:
    """As Textual waits after the last key."""
    await rest(pilot.app)
    return pilot.app._exception is None


def _draw_later(screen: Screen[Any]) -> None:
    if screen is screen.app.screen:
        _undrawn.add(screen)
        screen._dirty_widgets.clear()
    else:
        _draw(screen)


def _parsed_once(sheet: Stylesheet, css: str, read_from: Any, *args: Any, **named: Any) -> list[RuleSet]:
    """The rules of a stylesheet, which each test would read anew."""
    key = (css, read_from, *args, *named.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, read_from, *args, **named)
    return _parsed[key]


_OURS: tuple[tuple[Any, str, Any], ...] = (
    (BaseEventLoop, "run_in_executor", _noted),
    (textual.app, "wait_for_idle", _idle),
    (textual.pilot, "wait_for_idle", _idle),
    (textual.screen, "UPDATE_PERIOD", SELDOM),
    (Pilot, "_wait_for_screen", _screen_at_rest),
    (Screen, "_compositor_refresh", _draw_later),
    (Stylesheet, "_parse_rules", _parsed_once),
)
_THEIRS = [(where, name, getattr(where, name)) for where, name, _ in _OURS]


def install() -> None:
    """Let every Pilot wait so."""
    for where, name, ours in _OURS:
        setattr(where, name, ours)


@contextmanager
def by_the_clock() -> Iterator[None]:
    """Let a Pilot wait as Textual does, and the program draw as on a terminal."""
    with pytest.MonkeyPatch.context() as patch:
        for where, name, theirs in _THEIRS:
            patch.setattr(where, name, theirs)
        yield
