"""What is said where a window is too small for the table."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.phrases import phrase

LEAST_COLUMNS, LEAST_ROWS = 60, 20
"""The smallest window, in cells, in which everything can be shown."""


def too_small(size: Size) -> bool:
    """Whether a window cannot show everything."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS


class TooSmall(Widget):
    """A polite sentence in place of everything else."""

    DEFAULT_CSS = """
    TooSmall { display: none; width: 1fr; height: 1fr; padding: 0 1; content-align: center middle; text-align: center; }
    """

    def render(self) -> RenderResult:
        """How large the window is, and how large it should be."""
        width, height = self.app.size
        return Content(
            phrase(
                "This window has {width} columns and {height} rows. The table needs {columns} by "
                "{rows}. Please make it larger. Nothing is lost.",
                width=width,
                height=height,
                columns=LEAST_COLUMNS,
                rows=LEAST_ROWS,
            )
        )
