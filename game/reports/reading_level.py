"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975).

0.39 × words in a sentence + 11.8 × syllables in a word − 15.59. Syllables are counted by groups of vowels, which is
right for nine English words in ten; a dictionary would be nearer and weigh a hundred times as much.
"""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+")
_END = re.compile(r"[.!?](?:\s|$)|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]les?|[^aeiouytd]ed|[^aeioulszcxgyh]es)$")
"""Endings whose e is not spoken: make, whole, packed, makes; not table, needed, ships."""


def words(text: str) -> list[str]:
    """The words of a text, numbers among them, without the marks of Markdown."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences there are: what ends with a stop or a blank line."""
    parts = [part for part in _END.split(_plain(text)) if _WORD.search(part)]
    return len(parts)


def syllables(word: str) -> int:
    """How many syllables a word has, about; a number counts as it is written, one for each figure."""
    if word.isdigit():
        return len(word)
    word = re.sub(r"['’-]", "", word.lower())
    count = len(_VOWELS.findall(word))
    if count > 1 and _SILENT.search(word):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The school year, counted from 1, in which a text can be read with ease. 0 for no text."""
    found = words(_plain(text))
    if not found:
        return 0.0
    return 0.39 * len(found) / sentences(text) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def _plain(text: str) -> str:
    """Without headings, and without the numbers and stars of Markdown."""
    kept = [line for line in text.splitlines() if not line.startswith("#")]
    return re.sub(r"[*_`]|^\s*\d+\.\s", "", "\n".join(kept), flags=re.MULTILINE)
