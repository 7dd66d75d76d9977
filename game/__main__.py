"""Where the program begins. `python -m game` is the same as `see-and-count`.

Without a command the title card is on the screen before anything else is imported.
"""

import gc
import sys

from game import card, terminal


def main() -> None:
    """Open the title, or do what the command line says."""
    if len(sys.argv) == 1 and not terminal.wants_plain():
        card.show()
        gc.disable()  # until the first frame: a tenth of the way to it would be looking for circles that are not there
        try:
            from game.tui.app import run
            from game.tui.options import Options

            sys.exit(run(Options()))
        finally:
            card.down()
    from game.cli import main as commands

    commands(prog_name="see-and-count")


if __name__ == "__main__":
    main()
