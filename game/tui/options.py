"""What was asked for on the command line, for the screen."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.tui.library import Edition
    from game.tui.recording import Recording


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    scenario: str | None = None
    """A scenario's id, its folder, or a game file to play on from. None opens the title."""
    side: str | None = None
    against: str | None = None
    seed: int | None = None
    hot_seat: bool = False
    edition: "Edition | None" = None
    """The form or the translation in which the scenario is played; None for the whole of it, in its own words."""
    game: str | None = None
    """A kept game to resume."""
    journal: Path | None = None
    """The file in which games are kept, where it is another than usual."""
    watching: "Recording | None" = None
    """A recorded game to watch."""

    @property
    def going(self) -> bool:
        """Whether the title is only passed on the way to a game."""
        return self.scenario is not None or self.game is not None

    @property
    def file(self) -> Path | None:
        """The game file to play on from, where it is one that was named."""
        try:
            return Path(self.scenario) if self.scenario is not None and Path(self.scenario).is_file() else None
        except OSError:
            return None
