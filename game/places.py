"""Where things are: what is shipped with the game, and where games are kept."""

import os
from pathlib import Path

HOME_VARIABLE = "SEE_AND_COUNT_HOME"
"""The environment variable that names another folder for kept games and settings."""

_GAME = Path(__file__).resolve().parent


def data(name: str) -> Path:
    """A folder shipped with the game, `dialogues` or `assets`: in an installed wheel, or beside `game/` in a checkout.

    Raises `FileNotFoundError`, with a sentence for whoever installed the game, where there is none.
    """
    for place in (_GAME / "_data" / name, _GAME.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"The folder '{name}' is missing beside {_GAME}; kept games are not touched; install again."
    )


def home() -> Path:
    """The folder in which games are kept. Nothing is made here: the journal makes it when it first writes."""
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("see-and-count", appauthor=False)


def settings() -> Path:
    """The file of settings, in the same folder where `SEE_AND_COUNT_HOME` names one."""
    if os.environ.get(HOME_VARIABLE):
        return home() / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("see-and-count", appauthor=False) / "settings.toml"


def games() -> Path:
    """The file in which games are kept."""
    return home() / "games.sqlite3"
