"""How phrases change with a number: how many forms a language has, and which numbers go with each.

The rules are those of the Unicode CLDR for whole numbers, written as gettext writes them. A language that is not in
here is taken to have two forms, as English has, until its file says otherwise.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from gettext import c2py

from game import limits
from game.phrases import form_id, phrase
from game.scenarios.strings import Text

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TRIED = range(1000)
"""Numbers with which a rule is tried: what repeats, repeats after a hundred."""
_TOLD = 4
"""Numbers that a translator is told for each form."""


class NotARule(ValueError):
    """A text says of no language how it changes with numbers; why stands in it."""


@dataclass(frozen=True)
class Plurals:
    """The forms of a language."""

    count: int
    rule: str
    """Which form goes with the number n, from 0, as gettext writes it: `n==1 ? 0 : 1`."""

    def of(self, number: int) -> int:
        """Which form goes with a number from 0 up; the first, where the rule divides by nothing."""
        try:
            return self._followed(number)
        except ArithmeticError:
            return 0

    @cached_property
    def _followed(self) -> Callable[[int], int]:
        return c2py(self.rule)

    @cached_property
    def numbers(self) -> tuple[tuple[int, ...], ...]:
        """For each form the first numbers that go with it."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        for number in _TRIED:
            found[self.of(number)].append(number)
        return tuple(map(tuple, found))

    def only(self, form: int, number: int) -> bool:
        """Whether a form goes with one number and no other."""
        return self.numbers[form] == (number,)

    def told(self, form: int) -> str:
        """The numbers that go with a form, as a translator is told: `2, 3, 4, 22 and so on`."""
        first = self.numbers[form]
        return ", ".join(map(str, first[:_TOLD])) + (" and so on" if len(first) > _TOLD else "")

    def header(self) -> str:
        """The forms as the head of a PO file says them."""
        return f"nplurals={self.count}; plural=({self.rule});"


def read(header: str) -> Plurals:
    """The forms that the head of a PO file says. Raises `NotARule`."""
    found = _HEADER.fullmatch(header)
    if found is None or len(header) > limits.CONDITION:
        raise NotARule(phrase("Plural-Forms is written nplurals=2; plural=(n != 1);"))
    try:
        forms = Plurals(int(found[1]), found[2])
        outside = sorted({forms.of(number) for number in _TRIED} - set(range(forms.count)))
    except ValueError as fault:
        raise NotARule(phrase("the rule in Plural-Forms cannot be followed: {why}", why=fault)) from None
    if outside:
        raise NotARule(
            phrase(
                "Plural-Forms says that there are {forms} forms, and its rule gives the form {form}",
                forms=forms.count,
                form=outside[0],
            )
        )
    return forms


def rows(found: Iterable[Text], forms: Plurals) -> Iterator[Text]:
    """Each text as often as a language has forms of it: once, where no number changes it."""
    for each in found:
        if not each.many:
            yield each
            continue
        for form in range(forms.count):
            note = f"With {forms.told(form)}. {each.note}".rstrip()
            yield Text(
                form_id(each.id, form), each.speaker, each.context, note, form_of(each.text, each.many, form, forms)
            )


def form_of(one: str, many: str, form: int, forms: Plurals) -> str:
    """From which of two texts a form is translated: from that for one thing, where it is said of nothing else."""
    return one if forms.only(form, 1) else many


def names_number(id_: str, forms: Plurals) -> bool:
    """Whether a text, by its id, must name the number that it is said of: all but a form that goes with one alone."""
    _, sign, form = id_.rpartition("#")
    return not (sign and form.isdecimal() and int(form) < forms.count and len(forms.numbers[int(form)]) == 1)


ENGLISH = Plurals(2, "n!=1")
_ONE = Plurals(1, "0")
_FROM_TWO = Plurals(2, "n>1")
_EAST_SLAVIC = Plurals(3, "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2")
_CZECH = Plurals(3, "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2")

BY_LANGUAGE = {
    **dict.fromkeys(("id", "ja", "ko", "ms", "th", "vi", "zh"), _ONE),
    **dict.fromkeys(("fr", "hi", "fa", "hy"), _FROM_TWO),
    **dict.fromkeys(("ru", "uk", "be", "sr", "hr", "bs"), _EAST_SLAVIC),
    **dict.fromkeys(("cs", "sk"), _CZECH),
    "pl": Plurals(3, "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2"),
    "lt": Plurals(3, "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2"),
    "lv": Plurals(3, "n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2"),
    "ro": Plurals(3, "n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2"),
    "sl": Plurals(4, "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"),
    "ga": Plurals(5, "n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4"),
    "he": Plurals(3, "n==1 ? 0 : n==2 ? 1 : 2"),
    "ar": Plurals(6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
}


def plurals(language: str) -> Plurals:
    """The forms of a language, by the name of its file: `de`, `pt-br` or `pt_BR` are known by what stands first."""
    return BY_LANGUAGE.get(language.lower().replace("_", "-").partition("-")[0], ENGLISH)
