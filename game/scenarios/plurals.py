"""How phrases change with a number: how many forms a language has, and which numbers go with each.

The rules are those of the Unicode CLDR, for whole numbers. A language that is not in here is taken to have two forms,
as English has.
"""

from collections.abc import Callable
from typing import NamedTuple

from game.phrases import of_two


class Plurals(NamedTuple):
    """The forms of a language."""

    forms: tuple[str, ...]
    """For each form the numbers that go with it, in words, as a translator is told."""
    of: Callable[[int], int]
    """Which form goes with a number from 0 up."""


def _from_two(number: int) -> int:
    return 0 if number < 2 else 1


def _east_slavic(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


def _polish(number: int) -> int:
    if number == 1:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


def _czech(number: int) -> int:
    return 0 if number == 1 else 1 if number in (2, 3, 4) else 2


def _lithuanian(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 > 1 and not 11 <= number % 100 <= 19 else 2


def _romanian(number: int) -> int:
    return 0 if number == 1 else 1 if number == 0 or 1 <= number % 100 <= 19 else 2


def _slovene(number: int) -> int:
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(number % 100, 3)


def _hebrew(number: int) -> int:
    return 0 if number == 1 else 1 if number == 2 else 2


def _arabic(number: int) -> int:
    if number < 3:
        return number
    return 3 if 3 <= number % 100 <= 10 else 4 if number % 100 >= 11 else 5


ENGLISH = Plurals(("1", "0, 2, 3, 4 …"), of_two)
_ONE = Plurals(("every number",), lambda number: 0)
_FROM_TWO = Plurals(("0 and 1", "2, 3, 4 …"), _from_two)
_EAST_SLAVIC = Plurals(("1, 21, 31 …", "2 to 4, 22 to 24 …", "0, 5 to 20, 25 to 30 …"), _east_slavic)
_CZECH = Plurals(("1", "2 to 4", "0, 5, 6, 7 …"), _czech)

BY_LANGUAGE = {
    **dict.fromkeys(("id", "ja", "ko", "ms", "th", "vi", "zh"), _ONE),
    **dict.fromkeys(("fr", "hi", "fa", "hy"), _FROM_TWO),
    **dict.fromkeys(("ru", "uk", "be", "sr", "hr", "bs"), _EAST_SLAVIC),
    **dict.fromkeys(("cs", "sk"), _CZECH),
    "pl": Plurals(("1", "2 to 4, 22 to 24 …", "0, 5 to 21, 25 to 31 …"), _polish),
    "lt": Plurals(("1, 21, 31 …", "2 to 9, 22 to 29 …", "0, 10 to 20, 30 …"), _lithuanian),
    "ro": Plurals(("1", "0, 2 to 19, 101 to 119 …", "20 to 100 …"), _romanian),
    "sl": Plurals(("1, 101, 201 …", "2, 102, 202 …", "3, 4, 103, 104 …", "0, 5 to 100 …"), _slovene),
    "he": Plurals(("1", "2", "0, 3, 4, 5 …"), _hebrew),
    "ar": Plurals(("0", "1", "2", "3 to 10, 103 to 110 …", "11 to 99, 111 to 199 …", "100 to 102, 200 …"), _arabic),
}


def plurals(language: str) -> Plurals:
    """The forms of a language, by the name of its file: `de`, `pt-br` or `pt_BR` are known by what stands first."""
    return BY_LANGUAGE.get(language.lower().replace("_", "-").partition("-")[0], ENGLISH)
