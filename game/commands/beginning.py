"""A new game, and a game gone on with: on the screen, or as lines of text."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.commands.named import counterpart_of, folder_of, load_scenario, open_game, open_journal, side_of
from game.phrases import phrase

if TYPE_CHECKING:
    from game.session import Session
    from game.tui.library import Edition


def open_screen(**options: Any) -> int:
    """Open the game on the terminal. Gives the exit code."""
    import gc

    from game import card

    card.show(phrase(card.SAYS))
    gc.disable()  # until the first frame, as in `__main__`
    try:
        from game.tui.app import run
        from game.tui.options import Options

        return run(Options(**options))
    finally:
        card.down()


def play_plainly(
    scenario: str, side: str | None, against: str | None, seed: int | None, hot_seat: bool, form: str = "",
    language: str = "",
) -> int:  # fmt: skip
    """Play a new game as lines of text. Gives the exit code."""
    from game.plain import PlainTable

    session = begin(scenario, side, against, seed, hot_seat, form, language)
    return PlainTable(session, sys.stdin, sys.stdout).play() if session else 0


def resume_plainly(game: str) -> int:
    """Go on with a kept game as lines of text. Gives the exit code."""
    from game.plain import PlainTable
    from game.session import Session

    return PlainTable(Session.resume(game, open_journal()), sys.stdin, sys.stdout).play()


def edition_of(scenario: str, form: str, language: str) -> "Edition | None":
    """A form or a translation of a scenario, read for the screen; None for a game file, which says its own form."""
    from game.tui.library import Edition

    if Path(scenario).is_file():
        return None
    folder = folder_of(scenario)
    if language:
        from game.commands.speaking import of_scenario

        language = of_scenario(language, folder)
    return Edition(load_scenario(folder, form, language, apart=True), language)


def begin(
    scenario: str, side: str | None, against: str | None, seed: int | None, hot_seat: bool, form: str,
    language: str = "",
) -> "Session | None":  # fmt: skip
    """A new game; None where the player would not say on whose side."""
    from game.engine.counterparts import NAMES
    from game.plain import pick
    from game.session import HUMAN, Session

    journal = open_journal()
    if Path(scenario).is_file():
        record, loaded = open_game(scenario)
        assert loaded.scenario is not None
        return Session.follow(loaded.scenario, record, keep=journal, files=loaded.files)
    folder = folder_of(scenario)
    if language:
        from game.commands.speaking import of_scenario

        language = of_scenario(language, folder)
    loaded = load_scenario(folder, form, language)
    assert loaded.scenario is not None
    words, ids = loaded.scenario.words, [each.id for each in loaded.scenario.sides]
    seats: tuple[str, str]
    if hot_seat:
        seats = (HUMAN, HUMAN)
    else:
        if side is None:
            print(words.get("scenario:about", words["scenario:subtitle"]))
            titles = [words[f"sides/{each}:title"] for each in ids]
            chosen = pick(phrase("Whose side do you argue?"), titles, sys.stdin, sys.stdout)
            if chosen is None:
                return None
            side = ids[chosen]
        other = counterpart_of(against or NAMES[0])
        seats = (HUMAN, other) if side_of(loaded, side) == 0 else (other, HUMAN)
    return Session.begin(
        loaded.scenario, seats, seed=_seed(seed), keep=journal, files=loaded.files, language=language or "en"
    )


def _seed(seed: int | None) -> int:
    return int.from_bytes(os.urandom(4), "big") if seed is None else seed
