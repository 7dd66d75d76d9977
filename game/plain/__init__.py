"""The same game as lines of text: for screen readers, pipes, dumb terminals and tests.

One line in, some lines out. Choices are numbered; every other thing that can be done has a word.
Nothing is drawn, moved or overwritten: no cursor movement, carriage return, colour or spinner. Each
change is said once, when it happens.
"""

from game.plain.asking import Lines, Quit, pick
from game.plain.lines import entry_lines
from game.plain.table import PlainTable
from game.plain.watching import pages, watch
from game.plain.words import COMMANDS

__all__ = ["COMMANDS", "Lines", "PlainTable", "Quit", "entry_lines", "pages", "pick", "watch"]
