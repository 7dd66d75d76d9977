"""The program that shows the wall: the game's own, opened at another page."""

from pathlib import Path, PurePath
from typing import ClassVar

from game import tui
from game.classroom.screen import WallPage
from game.classroom.wall import Wall
from game.phrases import phrase
from game.session import Session
from game.tui.app import SeeAndCount
from game.tui.options import Options


class WallApp(SeeAndCount):
    """One game on a wall."""

    # Paths in CSS_PATH are looked for beside the class that names them.
    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(tui.__file__).parent / each for each in SeeAndCount.CSS_PATH]

    def __init__(self, wall: Wall, limit: int) -> None:
        """A game between people; `limit` in seconds a turn, 0 for none."""
        super().__init__(Options())
        self.wall = wall
        self.limit = limit

    def begin(self) -> None:
        """Show the wall."""
        self.push_screen(WallPage(self.wall, self.limit))

    def sit_at(self, session: Session, news: str = "") -> None:
        """Go on with another game, on the wall too."""
        self.back_to_title()
        self.wall.session = session
        self.push_screen(WallPage(self.wall, self.limit))


def run(wall: Wall, limit: int) -> int:
    """Show a game on the terminal. Gives the exit code."""
    app = WallApp(wall, limit)
    app.run()
    game = wall.session.game
    ahead = (
        phrase("What came of it: {command}", command=f"see-and-count debrief {game}")
        if wall.session.over
        else phrase("Go on: {command}", command=f"see-and-count present {game}")
    )
    print(f"{phrase('Game {game} is kept.', game=game)} {ahead}")
    return app.return_code or 0
