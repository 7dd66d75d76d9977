"""Whether a word stands in a text: in any case and number, over the end of a line too.

A word with a capital letter stands only where it is written so.
"""

import re
from functools import lru_cache


def stands(word: str, text: str, small: str) -> bool:
    """Whether a word stands in a text; `small` is the same in small letters.

    Its first part is looked for in small letters, which takes a tenth of a pattern's time.
    """
    if len(small) != len(text):
        return True  # There are letters that are longer when they are small: places in one are none in the other.
    first, whole = word.split()[0].lower(), pattern(word)
    at = small.find(first)
    while at >= 0 and not whole.match(text, at):
        at = small.find(first, at + 1)
    return at >= 0


@lru_cache(maxsize=1024)
def pattern(word: str) -> re.Pattern[str]:
    """Finds a word, or a term of several."""
    inner = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<!\w){inner}(?:s|es)?(?!\w)", 0 if word != word.lower() else re.IGNORECASE)
