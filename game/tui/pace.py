"""How long things take on the screen."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take, in seconds."""

    grace: float = 0.5
    """For so long after the choices have changed none can be chosen."""
    least: float = 0.6
    most: float = 1.2
    """The moment that the other side takes lies between these two."""
    letters: int = 40
    """Letters a second of a reply that is typed out; people read some twenty."""

    def moment(self, count: int) -> float:
        """How long the other side takes for its move after so many: the same whenever a game is played again."""
        return self.least + (self.most - self.least) * (7 * count % 10) / 10


PACES: Final = {
    "at-once": Pace(least=0, most=0, letters=120),
    "brisk": Pace(least=0.3, most=0.5, letters=80),
    "usual": Pace(),
    "slow": Pace(least=1.5, most=3, letters=20),
}
"""By their names in the settings."""
