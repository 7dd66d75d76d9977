"""Everything that may be found in a scenario, by code. A code never changes its meaning.

E001 to E019: how a file is written. E020 to E029: its shape. E030 to E049 and E012: names. E050
and up: what the rules of the table ask. W: what a writer should look at, though it can be played.
"""

from collections.abc import Mapping

from game.scenarios.definitions import advising, naming, playing, shaping, writing
from game.scenarios.findings import Definition

DEFINITIONS: Mapping[str, Definition] = {
    each.code: each
    for module in (writing, shaping, naming, playing, advising)
    for each in vars(module).values()
    if isinstance(each, Definition)
}
"""Every definition by its code."""
