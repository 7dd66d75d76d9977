"""The program that shows the wall: the game's own, opened at another page."""

from pathlib import Path, PurePath
from typing import ClassVar

from game import tui
from game.classroom.screen import WallPage
from game.session import Session
from game.tui.app import Options, SeeAndCount


class WallApp(SeeAndCount):
    """One game on a wall."""

    # Paths in CSS_PATH are looked for beside the class that names them.
    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(tui.__file__).parent / each for each in SeeAndCount.CSS_PATH]

    def __init__(self, session: Session, limit: int) -> None:
        """A game between people; `limit` in seconds a turn, 0 for none."""
        super().__init__(Options())
        self.session = session
        self.limit = limit

    def begin(self) -> None:
        """Show the wall."""
        self.push_screen(WallPage(self.session, self.limit))

    def sit_at(self, session: Session, news: str = "") -> None:
        """Go on with another game, on the wall too."""
        self.back_to_title()
        self.push_screen(WallPage(session, self.limit))


def run(session: Session, limit: int) -> int:
    """Show a game on the terminal. Gives the exit code."""
    app = WallApp(session, limit)
    app.run()
    print(f"Game {session.game} is kept. What came of it: see-and-count debrief {session.game}")
    return app.return_code or 0
