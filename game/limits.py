"""How much of anything is taken in. One table, so that nobody has to look for a number twice.

What breaks a limit gets one clear sentence, and nothing is lost.
"""

import re
from typing import Final

FILE_BYTES: Final = 1_048_576
"""Bytes of one file of a scenario."""

TRANSLATION_BYTES: Final = 4_194_304
"""Bytes of one translation of a scenario."""

FILES: Final = 500
"""Files of one scenario."""

DEPTH: Final = 32
"""Mappings and lists inside each other, in one file."""

NODES: Final = 50_000
"""Texts, mappings and lists in one file, keys counted too."""

KEY: Final = 128
"""Characters of a key."""

TEXT: Final = 8_192
"""Characters of a text."""

NUMBER_DIGITS: Final = 6
"""Digits of a whole number."""

CONDITION: Final = 400
"""Characters of a condition."""

CONDITION_DEPTH: Final = 8
"""Brackets inside each other in a condition."""

MESSAGE: Final = 2_000
"""Characters of a typed message."""

COMBINING: Final = 8
"""Combining marks on one base character."""

NAME_CELLS: Final = 24
"""Terminal cells of a person's name."""

IDENTIFIER: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""Names of sides, people, topics, nodes, moves, claims, issues, settlements, meters and papers."""

BROWSER_COLUMNS: Final = (20, 400)
"""Columns that a browser window may ask for; others are brought to the nearer end."""

BROWSER_ROWS: Final = (5, 100)
"""Rows that a browser window may ask for."""

FRAME_BYTES: Final = 65_536
"""Bytes of one message on a socket."""

LINKS: Final = 6
"""Links between issues."""

SPEECH_WORDS: Final = 60
"""Words of one speech: an interpreter's breath."""

LABEL_WORDS: Final = 8
"""Words of a label, and of a claim."""

SCENE_WORDS: Final = 12
"""Words of a scene."""

FORM_BRIEF_WORDS: Final = 250
"""Words of the brief of a form."""

GLOSSARY_WORDS: Final = 40
"""Words that explain one term."""
